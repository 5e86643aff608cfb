import type { ConditionModel, Expression, Formula, Policy, RuleModel } from '@jingzhun/rules';
import { partsOf } from './expression-parts.ts';
import { inConditions, inExpressions, type Presence } from './presence.ts';

/** How a fact is read: by which rules, and how much of it they look at. */
export interface Reading {
  readonly name: string;
  /** Of a fact of a list's entries: the list. */
  readonly list?: string;
  /** Ids of the rules that read it, directly or because another fact follows from it. */
  readonly rules: ReadonlySet<string>;
  /** True where rules only ask whether something was given. */
  readonly presenceOnly: boolean;
  /** Of a list: true where rules only ask how many entries it has. */
  readonly countOnly: boolean;
}

interface Note {
  readonly name: string;
  readonly list?: string;
  readonly rules: Set<string>;
  presenceOnly: boolean;
  countOnly: boolean;
}

type How = 'value' | 'presence' | 'count';

/** Lists whose entries are subjects of their own, not records of the one that holds them. */
const members = 'household.members';
const roster = 'roster';

export interface Asked {
  /** Which entities are there for certain, or certainly not: what is read only in the other case is left out. */
  readonly presence?: Presence;
  /** False leaves out what only rows of a roster can tell. */
  readonly fromRoster?: boolean;
}

/**
 * Every fact that the rules read, with those from which it follows where it is not given. In the order of the policy's
 * facts.
 */
export function factsRead(
  policy: Policy,
  rules: readonly RuleModel[],
  { presence = () => undefined, fromRoster = true }: Asked = {},
): readonly Reading[] {
  const notes = new Map<string, Note>();
  for (const rule of rules) new RuleReader(policy, rule.id, notes, { presence, fromRoster }).read(rule);
  const places = new Map(policy.facts.map(({ name }, place) => [name, place]));
  return [...notes.values()]
    .filter(({ name }) => places.has(name))
    .sort((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}

const models = new WeakMap<Policy, ReadonlyMap<string, Policy['facts'][number]>>();

/** Facts of a policy by name. */
export function factModels(policy: Policy): ReadonlyMap<string, Policy['facts'][number]> {
  let known = models.get(policy);
  if (known === undefined) {
    known = new Map(policy.facts.map((fact) => [fact.name, fact]));
    models.set(policy, known);
  }
  return known;
}

class RuleReader {
  private readonly seen = new Set<string>();
  private readonly policy: Policy;
  private readonly rule: string;
  private readonly notes: Map<string, Note>;
  private readonly presence: Presence;
  private readonly fromRoster: boolean;

  constructor(policy: Policy, rule: string, notes: Map<string, Note>, { presence, fromRoster }: Required<Asked>) {
    this.policy = policy;
    this.rule = rule;
    this.notes = notes;
    this.presence = presence;
    this.fromRoster = fromRoster;
  }

  read({ scope, when, delivered, items = [], outcomes, due }: RuleModel): void {
    if (scope && inConditions(scope, this.presence) === false) return;
    for (const condition of [scope, when, delivered]) if (condition) this.condition(condition);
    this.due(due);
    for (const item of items) {
      if (item.scope && inConditions(item.scope, this.presence) === false) continue;
      if (item.scope) this.condition(item.scope);
      this.condition(item.when);
      this.due(item.due);
    }
    for (const { value, actual, when: said } of outcomes) {
      if (said && inConditions(said, this.presence) === false) continue;
      if (value) this.formula(value);
      if (actual) this.formula(actual);
      if (said) this.condition(said);
    }
  }

  private due(due: RuleModel['due']): void {
    if (typeof due === 'object' && 'fact' in due) this.note(due.fact, 'value');
  }

  private condition(condition: ConditionModel): void {
    // What is settled by whom the case is about asks nothing.
    if (inConditions(condition, this.presence) !== undefined) return;
    if ('all' in condition) for (const each of condition.all) this.condition(each);
    else if ('any' in condition) for (const each of condition.any) this.condition(each);
    else if ('not' in condition) this.condition(condition.not);
    else {
      this.note(condition.fact, 'value');
      const { value } = condition;
      if (typeof value !== 'object') return;
      if ('fact' in value) this.note(value.fact, 'value');
      if ('parameter' in value) this.table(value.parameter);
    }
  }

  private formula({ expression }: Formula): void {
    this.expression(expression);
  }

  private note(name: string, how: How, list?: string): void {
    const model = factModels(this.policy).get(name);
    const inList = list !== undefined && model?.entity === factModels(this.policy).get(list)?.items ? list : undefined;
    const key = `${inList ?? ''}/${name}`;
    let known = this.notes.get(key);
    if (known === undefined) {
      known = { name, ...(inList && { list: inList }), rules: new Set(), presenceOnly: true, countOnly: true };
      this.notes.set(key, known);
    }
    known.rules.add(this.rule);
    if (how !== 'presence') known.presenceOnly = false;
    if (how === 'value') known.countOnly = false;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (model?.derive === undefined) return;
    if ('formula' in model.derive) this.formula(model.derive.formula);
    else for (const { when } of model.derive.cases) this.formula(when);
  }

  private table(parameter: string): void {
    const by = this.policy.parameters[parameter]?.by;
    if (by !== undefined) this.note(by, 'value');
  }

  private expression(expression: Expression, list?: string): void {
    switch (expression.op) {
      case 'fact':
      case 'ifAbsent':
        this.note(expression.fact, 'value', list);
        break;
      case 'given':
        this.note(expression.fact, 'presence', list);
        return;
      case 'parameter':
        this.table(expression.parameter);
        return;
      case 'table':
        this.note(expression.by, 'value', list);
        return;
      case 'if': {
        const known = inExpressions(expression.when, this.presence);
        if (known === undefined) break;
        this.expression(known ? expression.yes : expression.no, list);
        return;
      }
      case 'count':
      case 'sum':
      case 'any':
      case 'every':
      case 'earliest':
      case 'latest':
        this.list(expression);
        return;
    }
    for (const part of partsOf(expression)) this.expression(part, list);
  }

  private list(expression: Extract<Expression, { list: string }>): void {
    const { list, of, where } = expression;
    if (list === roster && !this.fromRoster) return;
    this.note(list, of === null && where === null ? 'count' : 'value');
    const records = list === members || list === roster ? undefined : list;
    for (const part of [of, where]) if (part !== null) this.expression(part, records);
  }
}
