import type { CompiledFact } from '../compile/facts.ts';
import type { Regime } from '../compile/regime.ts';
import type { Slot } from '../compile/slots.ts';
import type { Expression, Formula } from '../model/expression.ts';
import type { DueModel, LeafModel } from '../model/policy.ts';

export type Path = readonly (string | number)[];

/** One thing that can be chosen when a case is made: a field, how long a list is, who is there, the day of the facts. */
export interface Input {
  readonly key: string;
  readonly kind: 'field' | 'length' | 'presence' | 'assessedOn';
  /** Where it stands in the case; of a presence, the entity. */
  readonly path: Path;
  readonly fact: CompiledFact | undefined;
}

/** By input: the value chosen, in the terms of a case; undefined: not given. */
export type Chosen = ReadonlyMap<Input, unknown>;

/** Facts that are fixed beforehand, by name, in the terms of a case. */
export type Given = Readonly<Record<string, boolean | number | string>>;

/** What formulas hold inputs against: from these, values to try are made. */
export interface Constants {
  readonly numbers: Set<number>;
  readonly days: Set<string>;
  readonly texts: Set<string>;
  /** What the slots themselves hold numbers against, with the values around. */
  readonly thresholds: Set<number>;
}

/** Lists up to here are tried like any other value; longer ones cost too much to be tried by the way. */
export const longestTried = 200;

/** How many entries of a list have facts of their own; any more are like the last of them. */
export const ownEntries = 3;

/** Where the facts of each level stand. */
interface Place {
  readonly case: Path;
  readonly person: Path | undefined;
  readonly item: Path | undefined;
  readonly depth: number;
}

/** Follows slots down to what can be given, through the policy's own facts and the lists they go through. */
export class Inputs {
  readonly all = new Map<string, Input>();
  readonly constants: Constants = { numbers: new Set(), days: new Set(), texts: new Set(), thresholds: new Set() };
  /** Were lists, days or products on the way, so that trying every code and truth does not try everything? */
  finite = true;
  private readonly regime: Regime;
  private readonly top: Place = { case: [], person: ['household', 'members', 0], item: undefined, depth: 0 };

  constructor(regime: Regime) {
    this.regime = regime;
  }

  /** Takes over all of another group. */
  take(other: Inputs): void {
    for (const [key, input] of other.all) this.all.set(key, input);
    this.finite &&= other.finite;
    const { numbers, days, texts, thresholds } = other.constants;
    for (const value of thresholds) this.constants.thresholds.add(value);
    for (const value of numbers) this.constants.numbers.add(value);
    for (const value of days) this.constants.days.add(value);
    for (const value of texts) this.constants.texts.add(value);
  }

  slot(slot: Slot): void {
    for (const fact of slot.facts) this.fact(fact, this.top);
    for (const value of slot.classes.representatives) {
      this.constant(value);
      if (typeof value === 'number') this.constants.thresholds.add(value);
    }
    const [first] = slot.facts;
    if (slot.test && slot.facts.length > 1 && first !== undefined) this.meet(first);
  }

  /** What conditions hold a slot against, where its classes do not say: what a list should contain. */
  leaf({ value }: LeafModel): void {
    if (typeof value !== 'object' || Array.isArray(value)) this.constant(value);
    else if ('parameter' in value) this.constant(this.regime.scope.parameters.get(value.parameter));
  }

  /** What an amount rests on. */
  formula({ expression }: Formula): void {
    this.walk(expression, this.top);
  }

  due(due: DueModel | undefined): void {
    if (due === undefined) return;
    if (typeof due === 'string') this.constant(due);
    else if ('fact' in due) this.fact(this.regime.scope.fact(due.fact), this.top);
    else this.constant(this.regime.scope.parameters.get(due.parameter));
    this.add({ key: 'date.assessedOn', kind: 'assessedOn', path: [], fact: undefined });
  }

  /** A constant at which two facts that are compared can meet. */
  private meet({ model }: CompiledFact): void {
    if (model.kind === 'number') this.constants.numbers.add(100 * model.scale);
  }

  private add(input: Input): void {
    if (!this.all.has(input.key)) this.all.set(input.key, input);
    const kind = input.fact?.model.kind;
    const closed = input.kind === 'presence' || (input.kind === 'field' && (kind === 'boolean' || kind === 'code'));
    if (!closed || input.path.includes('roster')) this.finite = false;
  }

  private constant(value: unknown): void {
    if (typeof value === 'number') this.constants.numbers.add(value);
    else if (typeof value === 'string') {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) this.constants.days.add(value);
      else if (value !== '\u0000') this.constants.texts.add(value);
    } else if (Array.isArray(value)) for (const each of value) this.constant(each);
  }

  private fact(fact: CompiledFact, at: Place): void {
    const { name, entity, path, kind, derive } = fact.model;
    if (name === 'date.assessedOn') {
      this.add({ key: name, kind: 'assessedOn', path: [], fact });
    } else if (entity === 'present') {
      const [, of = ''] = name.split('.');
      this.add({ key: name, kind: 'presence', path: [of], fact });
    } else if (path !== undefined) {
      const whole = this.pathOf(fact, at);
      if (whole === undefined) return;
      this.add({ key: whole.join('.'), kind: kind === 'records' ? 'length' : 'field', path: whole, fact });
    } else if (derive !== undefined) {
      const parts = 'formula' in derive ? [derive.formula] : derive.cases.map(({ when }) => when);
      for (const { expression } of parts) this.walk(expression, at);
    }
  }

  private pathOf({ level, model }: CompiledFact, at: Place): Path | undefined {
    const keys = model.path ?? [];
    if (level === 'case') return [...at.case, model.entity, ...keys];
    const home = level === 'person' ? at.person : at.item;
    return home === undefined ? undefined : [...home, ...keys];
  }

  private walk(expression: Expression | null, at: Place): void {
    if (expression === null) return;
    switch (expression.op) {
      case 'value':
        this.constant(expression.value);
        return;
      case 'parameter':
        this.constant(this.regime.scope.parameters.get(expression.parameter));
        return;
      case 'fact':
      case 'given':
        this.fact(this.regime.scope.fact(expression.fact), at);
        return;
      case 'ifAbsent':
        this.finite = false;
        this.fact(this.regime.scope.fact(expression.fact), at);
        this.walk(expression.other, at);
        return;
      case 'table':
        this.fact(this.regime.scope.fact(expression.by), at);
        return;
      case 'present':
        this.add({ key: `present.${expression.entity}`, kind: 'presence', path: [expression.entity], fact: undefined });
        return;
      case 'in':
        for (const value of expression.values) this.constant(value);
        this.walk(expression.of, at);
        return;
      case 'and':
      case 'or':
        for (const part of expression.of) this.walk(part, at);
        return;
      case 'if':
        for (const part of [expression.when, expression.yes, expression.no]) this.walk(part, at);
        return;
      case 'count':
      case 'sum':
      case 'any':
      case 'every':
      case 'earliest':
      case 'latest':
        this.list(expression, at);
        return;
      case 'contains':
        this.walk(expression.of, at);
        this.walk(expression.value, at);
        return;
      case 'unknown':
      case 'entry':
        return;
      case 'round':
        this.walk(expression.of, at);
        this.walk(expression.by, at);
        return;
      case 'addDays':
      case 'addMonths':
      case 'addYears':
        this.walk(expression.of, at);
        this.walk(expression.by, at);
        return;
      default:
        if ('left' in expression) {
          this.walk(expression.left, at);
          this.walk(expression.right, at);
        } else this.walk(expression.of, at);
    }
  }

  private list({ list, of, where }: Extract<Expression, { list: string }>, at: Place): void {
    this.finite = false;
    const fact = list === 'household.members' || list === 'roster' ? undefined : this.regime.scope.fact(list);
    const path =
      list === 'roster'
        ? [...at.case, 'roster']
        : fact === undefined
          ? [...at.case, 'household', 'members']
          : this.pathOf(fact, at);
    if (path === undefined) return;
    if (fact !== undefined && fact.model.kind !== 'records') {
      this.fact(fact, at);
      for (const part of [of, where]) this.walk(part, at);
      return;
    }
    this.add({ key: path.join('.'), kind: 'length', path, fact });
    for (let entry = 0; entry < Math.max(1, ownEntries - at.depth); entry++) {
      const own = [...path, entry];
      const depth = at.depth + 1;
      const inside: Place =
        list === 'roster'
          ? { case: own, person: undefined, item: undefined, depth }
          : fact === undefined
            ? { ...at, person: own, depth }
            : { ...at, item: own, depth };
      for (const part of [of, where]) this.walk(part, inside);
    }
  }
}
