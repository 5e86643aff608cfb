import type { FactModel, Policy } from '../model/policy.ts';
import { addDays } from '../values/dates.ts';
import type { Levels } from './entries.ts';
import { compileExpression, type Evaluate, type Scope } from './expression.ts';
import { boundsOf, type CompiledFact } from './facts.ts';
import { parametersOn } from './parameters.ts';
import { type CompiledRule, compileRule, noteLeaves } from './rule.ts';
import { type Slot, SlotTable } from './slots.ts';
import { TRUE, truthOf, UNKNOWN } from './truth.ts';

/** A policy as it stands between two days on which something changes: ready to decide. */
export interface Regime {
  readonly policy: Policy;
  readonly rules: readonly CompiledRule[];
  readonly facts: ReadonlyMap<string, CompiledFact>;
  readonly levels: Levels;
  readonly slots: { readonly case: readonly Slot[]; readonly person: readonly Slot[]; readonly count: number };
}

const regimes = new WeakMap<Policy, Map<string, Regime>>();

/** The regime of a day. Compiled when first asked for, then kept as long as the policy is. */
export function regimeOn(policy: Policy, day: string): Regime {
  let known = regimes.get(policy);
  if (known === undefined) {
    known = new Map();
    regimes.set(policy, known);
  }
  const start = changeDays(policy).findLast((change) => change <= day) ?? '';
  let regime = known.get(start);
  if (regime === undefined) {
    regime = compile(policy, day);
    known.set(start, regime);
  }
  return regime;
}

const days = new WeakMap<Policy, readonly string[]>();

/** The days on which something changes: a rule enters or leaves force, a parameter takes another value. Sorted. */
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
  const facts = new Map<string, CompiledFact>();
  const shapes = new Set(policy.facts.flatMap(({ items }) => items ?? []));
  policy.facts.forEach((model, index) => {
    facts.set(model.name, {
      index,
      model,
      level: model.entity === 'person' ? 'person' : shapes.has(model.entity) ? 'item' : 'case',
      bounds: boundsOf(model),
      codes: model.codes === undefined ? undefined : new Set(model.codes),
      derive: undefined,
    });
  });
  const levels = levelsOf([...facts.values()]);
  const scope: Scope = {
    parameters,
    levels,
    fact: (name) => {
      const fact = facts.get(name);
      if (fact === undefined) throw new ReferenceError(`fact ${name} is not among the policy's facts`);
      return fact;
    },
  };
  for (const fact of facts.values()) fact.derive = compileDerivation(fact.model, scope);

  const table = new SlotTable(scope);
  const inForce = policy.rules.map(({ force }) => force.from <= day && (force.to === null || day <= force.to));
  policy.rules.forEach((rule, index) => {
    if (inForce[index]) noteLeaves(rule, table);
  });
  const rules = policy.rules.map((rule, index) => compileRule(rule, inForce[index] === true, table, scope));
  const bySide = (level: Slot['level']): Slot[] => table.slots.filter((slot) => slot.level === level);
  return {
    policy,
    rules,
    facts,
    levels,
    slots: { case: bySide('case'), person: bySide('person'), count: table.slots.length },
  };
}

function levelsOf(facts: readonly CompiledFact[]): Levels {
  const item = new Map<string, CompiledFact[]>();
  for (const fact of facts.filter(({ level }) => level === 'item')) {
    const known = item.get(fact.model.entity);
    if (known === undefined) item.set(fact.model.entity, [fact]);
    else known.push(fact);
  }
  return {
    case: facts.filter(({ level }) => level === 'case'),
    person: facts.filter(({ level }) => level === 'person'),
    item,
  };
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
