import type { FactModel, LeafModel, ParameterModel, Policy, RuleModel } from '../model/policy.ts';
import { isInForce, rulesOn } from '../model/rules-on.ts';
import { addDays } from '../values/dates.ts';
import { type Asking, once, readyFor } from './asking.ts';
import type { Levels } from './entries.ts';
import { compileExpression, type Evaluate, type Scope } from './expression.ts';
import { boundsOf, type CompiledFact } from './facts.ts';
import { type Frame, pending } from './frame.ts';
import { parametersOn } from './parameters.ts';
import { plansOf } from './plan.ts';
import type { Level } from './read.ts';
import { type Recall, recallOf } from './recall.ts';
import { type CompiledRule, compileRule, grantsOf, noteLeaves } from './rule.ts';
import { type Leaf, type Slot, SlotTable } from './slots.ts';
import { TRUE, truthOf, UNKNOWN } from './truth.ts';

/** A policy as it stands between two days on which something changes: ready to decide. */
export interface Regime {
  readonly policy: Policy;
  readonly rules: readonly RuleOfRegime[];
  readonly facts: ReadonlyMap<string, CompiledFact>;
  readonly levels: Levels;
  /** To compile more formulas with. */
  readonly scope: Scope;
  /** All that its tables are indexed by. */
  readonly slots: readonly Slot[];
  /** A leaf of a rule in force as the tables see it. */
  leaf(model: LeafModel): Leaf;
  /** The lists of entities that rules are asked of, with what has to be worked out before: see `Asking`. */
  readonly asking: readonly Asking[];
  /** What grants add up in. */
  readonly totals: readonly { readonly unit: string; readonly every: string }[];
  /** Finds what was answered before. */
  readonly recall: Recall;
}

/** A rule of a regime. Most cases ask few of a policy's rules, so each is compiled when it is first asked. */
export interface RuleOfRegime {
  readonly model: RuleModel;
  readonly inForce: boolean;
  /** Whom it is asked of: a place in `asking`. */
  readonly asked: number;
  compiled(): CompiledRule;
}

const regimes = new WeakMap<Policy, Map<string, Regime>>();
const days = new WeakMap<Policy, readonly string[]>();

/** The regime of a day. Compiled when first asked for, then kept as long as the policy is: there are two centuries of days. */
export function regimeOn(policy: Policy, day: string): Regime {
  let known = regimes.get(policy);
  if (known === undefined) {
    known = new Map();
    regimes.set(policy, known);
  }
  let regime = known.get(day);
  if (regime === undefined) {
    const start = changeDays(policy).findLast((change) => change <= day) ?? '';
    regime = known.get(start) ?? compile(policy, day);
    known.set(start, regime);
    known.set(day, regime);
  }
  return regime;
}

/**
 * The days on which something changes: a rule enters or leaves force, a parameter takes another value. Sorted.
 *
 * @example
 * changeDays(ruyuan2016).includes('2019-01-01'); // true
 */
export function changeDays(policy: Policy): readonly string[] {
  let known = days.get(policy);
  if (known === undefined) {
    const periods = [
      ...policy.rules.map(({ force }) => force),
      ...Object.values(policy.parameters).flatMap(({ values }) => values),
    ];
    const all = periods.flatMap(({ from, to }) => (to === undefined || to === null ? [from] : [from, addDays(to, 1)]));
    known = [...new Set(all)].sort();
    days.set(policy, known);
  }
  return known;
}

function compile(policy: Policy, day: string): Regime {
  const parameters = parametersOn(policy.parameters, day);
  const facts = factsOf(policy);
  const levels = levelsOf([...facts.values()]);
  const scope: Scope = {
    parameters,
    scaleOf: (name) => (policy.parameters[name] as ParameterModel).scale,
    levels,
    fact: (name) => {
      const fact = facts.get(name);
      if (fact === undefined) throw new ReferenceError(`fact ${name} is not among the policy's facts`);
      return fact;
    },
  };
  for (const fact of facts.values()) fact.derive = compileDerivation(fact.model, scope);

  const models = rulesOn(policy, day);
  const table = new SlotTable(scope);
  for (const rule of models) if (isInForce(rule, day)) noteLeaves(rule, table);
  const slots = table.makeSlots();
  fillCodes(levels.case, table.slots.length);
  fillCodes(levels.person, slots.person.length);

  const totals: Regime['totals'][number][] = [];
  const asked: (readonly string[])[] = [];
  const around = {
    document: policy.document,
    day,
    scope,
    table,
    total: (unit: string, every: string) => placeIn(totals, { unit, every }),
    asked: (entities: readonly string[]) => placeIn(asked, entities),
  };
  const rules = models.map((model): RuleOfRegime => {
    const inForce = isInForce(model, day);
    // Totals stand in the document's order, whichever rule is asked first.
    if (inForce) grantsOf(model.outcomes, around);
    return {
      model,
      inForce,
      asked: around.asked(model.asks),
      compiled: once(() => compileRule(model, inForce, around)),
    };
  });
  return {
    policy,
    rules,
    facts,
    levels,
    scope,
    slots: table.slots,
    leaf: (model) => table.leaf(model),
    asking: asked.map((entities, place) => ({
      entities,
      ready: once(() => readyFor(askedAt(place, rules), table.slots)),
    })),
    totals,
    recall: recallOf(levels),
  };
}

/** Where an entry stands in a list; what is not in it yet is put at its end. */
function placeIn<T>(list: T[], entry: T): number {
  const text = JSON.stringify(entry);
  const known = list.findIndex((each) => JSON.stringify(each) === text);
  return known < 0 ? list.push(entry) - 1 : known;
}

/** The rules that ask one kind of subject. */
export function askedAt(place: number, rules: readonly RuleOfRegime[]): CompiledRule[] {
  return rules.filter(({ asked }) => asked === place).map(({ compiled }) => compiled());
}

function factsOf(policy: Policy): Map<string, CompiledFact> {
  const shapes = new Set(policy.facts.flatMap(({ items }) => items ?? []));
  const places = { case: 0, person: 0, item: 0 };
  return new Map(
    policy.facts.map((model) => {
      const level = model.entity === 'person' ? 'person' : shapes.has(model.entity) ? 'item' : 'case';
      const fact: CompiledFact = {
        model,
        level,
        index: places[level]++,
        bounds: boundsOf(model),
        codes: model.codes === undefined ? undefined : new Set(model.codes),
        derive: undefined,
        slot: undefined,
      };
      return [model.name, fact];
    }),
  );
}

type OpenLevel = Level & { values: Frame['values']; codes: number[] };

function levelsOf(facts: readonly CompiledFact[]): Levels & { case: OpenLevel; person: OpenLevel } {
  const level = (of: CompiledFact[]): OpenLevel => ({ facts: of, values: [], codes: [], plans: plansOf(of) });
  const items = facts.filter((fact) => fact.level === 'item');
  const shapes = new Set(items.map(({ model }) => model.entity));
  return {
    case: level(facts.filter((fact) => fact.level === 'case')),
    person: level(facts.filter((fact) => fact.level === 'person')),
    item: new Map([...shapes].map((shape) => [shape, level(items.filter(({ model }) => model.entity === shape))])),
  };
}

/** What a new frame of a level begins with: derived values pending, all others unknown. */
function fillCodes(level: OpenLevel, slots: number): void {
  const values: Frame['values'] = level.facts.map(({ derive }) => (derive === undefined ? undefined : pending));
  const codes = new Array<number>(slots).fill(0);
  for (const { slot } of level.facts) {
    if (slot !== undefined) codes[slot.index] = slot.classes.classify(undefined);
  }
  Object.assign(level, { values, codes });
}

function compileDerivation(model: FactModel, scope: Scope): Evaluate | undefined {
  const { derive } = model;
  if (model.name === 'date.on') return (frame) => frame.question.on;
  if (model.name === 'date.assessedOn') return (frame) => frame.question.assessedOn;
  if (derive === undefined) return undefined;
  if ('formula' in derive) {
    const evaluate = compileExpression(derive.formula.expression, scope);
    return (frame) => settled(evaluate(frame));
  }
  const cases = derive.cases.map(({ is, when }) => ({ is, when: compileExpression(when.expression, scope) }));
  return (frame) => {
    for (const { is, when } of cases) {
      const truth = truthOf(when(frame));
      if (truth === UNKNOWN) return undefined;
      if (truth === TRUE) return is;
    }
    return undefined;
  };
}

/** A range without bounds says nothing. */
function settled(value: ReturnType<Evaluate>): ReturnType<Evaluate> {
  return typeof value === 'object' && 'low' in value && value.low === -Infinity && value.high === Infinity
    ? undefined
    : value;
}
