import type { Case, RuleFinding, Status } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { bundled, policyIds } from '../../scripts/bundled-policies.ts';
import { decide } from '../decide/decide.ts';
import { toEngine } from '../engine/index.ts';
import type { ConditionModel, FactModel, LeafModel, Policy, RuleModel } from '../model/policy.ts';
import { rulesIn } from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';

// Made from the policy itself: for each fact of each rule's conditions a value below, at and above every threshold, every
// code, true and false, and none at all. What the numbers ought to be is asked in the YAML tests, not here.

type Plain = boolean | number | string | readonly (string | number)[];
type Facts = ReadonlyMap<string, Plain>;

const contexts = 4;

function leavesOf(condition: ConditionModel | undefined): LeafModel[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}

const leavesOfRule = ({ scope, when, items = [], delivered, outcomes }: RuleModel): LeafModel[] =>
  [
    scope,
    when,
    delivered,
    ...items.flatMap((item) => [item.scope, item.when]),
    ...outcomes.map((each) => each.when),
  ].flatMap(leavesOf);

/** Own facts and derived ones can be given, and follow from nothing: conditions are asked apart from formulas. */
function opened(policy: Policy): Policy {
  const facts = policy.facts.map(({ derive, ...fact }): FactModel => {
    if (fact.entity === 'present') return { ...fact, ...(derive && { derive }) };
    if (fact.path !== undefined || fact.entity === 'date') return fact;
    return { ...fact, path: fact.name.split('.').slice(1) };
  });
  return { ...policy, facts };
}

/** What stands on the other side of a leaf, on a day: a number in units, a day, a text … */
function expectedOf({ value }: LeafModel, policy: Policy, day: string): Plain | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return value as Plain;
  if (!('parameter' in value)) return undefined;
  const parameter = policy.parameters[value.parameter] as Policy['parameters'][string];
  const found = parameter.values.findLast(({ from, to }) => from <= day && (to === undefined || day <= to))?.value;
  return typeof found === 'number' ? found / parameter.scale : (found as string);
}

const isPresence = (name: string): boolean => name.startsWith('present.');

/** Where two facts that are compared meet. */
const middleOf = ({ kind }: FactModel): number | string => (kind === 'date' ? '2017-06-15' : 100);

const constantsOf = (leaves: readonly LeafModel[], policy: Policy, day: string): (number | string)[] =>
  leaves.flatMap((leaf) => (expectedOf(leaf, policy, day) ?? []) as (number | string)[]);

/** Values of one fact for all leaves that look at it. */
function valuesOf(fact: FactModel, leaves: readonly LeafModel[], policy: Policy, day: string): Plain[] {
  const mine = leaves.filter((leaf) => leaf.fact === fact.name);
  switch (fact.kind) {
    case 'boolean':
      return [true, false];
    case 'code':
      return [...(fact.codes ?? [])];
    case 'text':
      return ['here', 'elsewhere', ...constantsOf(mine, policy, day)];
    case 'list': {
      const named = constantsOf(mine, policy, day);
      return [[], named, ...named.map((name) => [name]), ...named.map((name) => named.filter((each) => each !== name))];
    }
    default: {
      // Two facts that are compared meet in the middle.
      const compared = leaves.some(
        ({ value }) => typeof value === 'object' && 'fact' in value && value.fact === fact.name,
      );
      const thresholds = mine.flatMap((leaf) => expectedOf(leaf, policy, day) ?? middleOf(fact)) as (number | string)[];
      if (compared) thresholds.push(middleOf(fact));
      const around = thresholds.flatMap((value): (number | string)[] =>
        typeof value === 'string'
          ? [addDays(value, -1), value, addDays(value, 1)]
          : [-1, 0, 1].map((by) => Math.round(value * fact.scale + by)),
      );
      const inRange = (value: number | string): boolean =>
        typeof value === 'string' || (value >= (fact.min ?? -Infinity) && value <= (fact.max ?? Infinity));
      return [...new Set(around)]
        .filter(inRange)
        .map((value) => (typeof value === 'number' ? value / fact.scale : value));
    }
  }
}

/** A case that gives these facts; those asked are there even where nothing of them is given. */
function caseOf(facts: Facts, rule: RuleModel, policy: Policy): Case {
  const person = {};
  const input: Record<string, Record<string, unknown>> = { household: { members: [person] } };
  for (const entity of rule.asks) if (entity !== 'person') input[entity] ??= {};
  for (const [name, value] of facts) {
    const { entity, path } = policy.facts.find((fact) => fact.name === name) as FactModel;
    if (path === undefined) continue;
    if (entity !== 'person') input[entity] ??= {};
    let object = (entity === 'person' ? person : input[entity]) as Record<string, unknown>;
    for (const key of path.slice(0, -1)) {
      object[key] ??= {};
      object = object[key] as Record<string, unknown>;
    }
    object[path.at(-1) as string] = value;
  }
  return input as Case;
}

/** Always the same numbers from 0 up to a bound. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

interface Bench {
  readonly rule: RuleModel;
  readonly policy: Policy;
  readonly values: ReadonlyMap<string, readonly Plain[]>;
  readonly day: string;
}

function benchOf(rule: RuleModel, policy: Policy): Bench {
  const day = rule.force.to ?? rule.force.from;
  const leaves = leavesOfRule(rule);
  const names = leaves.flatMap(({ fact, value }) => [
    fact,
    ...(typeof value === 'object' && 'fact' in value ? [value.fact] : []),
  ]);
  // Which entities are there follows from the facts that are given of them.
  const varied = names.filter((name) => !isPresence(name));
  const facts = [...new Set(varied)].map((name) => policy.facts.find((fact) => fact.name === name) as FactModel);
  const values = new Map(facts.map((fact) => [fact.name, valuesOf(fact, leaves, policy, day)]));
  return { rule, policy: { ...policy, rules: [rule] }, values, day };
}

const datesOf = ({ day }: Bench, facts: Facts) => {
  const assessedOn = facts.get('date.assessedOn');
  return typeof assessedOn === 'string' ? { on: day, assessedOn } : { on: day };
};

function findingFor(bench: Bench, facts: Facts, of = bench.policy): RuleFinding {
  return rulesIn(decide(of, caseOf(facts, bench.rule, of), datesOf(bench, facts)))[0] as RuleFinding;
}

/** Assignments of all facts to start from: one that meets the rule, one that fails it, and chance ones. */
function startsOf(bench: Bench): Map<string, Plain>[] {
  const roll = dice(bench.rule.id.length);
  const random = () => new Map([...bench.values].map(([name, values]) => [name, values[roll(values.length)] as Plain]));
  const starts = new Map<Status, Map<string, Plain>>();
  for (let trial = 0; trial < 400 && starts.size < 2; trial++) {
    // Every other trial changes one fact of the last one that got nearest.
    const facts = random();
    const { status, because } = findingFor(bench, facts);
    if (status === 'met' || status === 'unmet') starts.set(status, starts.get(status) ?? facts);
    else if (status === 'not-applicable') starts.set('unmet', starts.get('unmet') ?? facts);
    if (status !== 'met' && !starts.has('met')) {
      const mended = climb(bench, facts, because.filter(({ holds }) => holds !== true).length);
      if (mended !== undefined) starts.set('met', mended);
    }
  }
  const found = [...starts.values()];
  while (found.length < contexts) found.push(random());
  return found;
}

/** One fact at a time towards more conditions that hold. */
function climb(bench: Bench, from: Map<string, Plain>, failing: number): Map<string, Plain> | undefined {
  let [best, least] = [from, failing];
  for (const [name, values] of bench.values) {
    for (const value of values) {
      const next = new Map(best).set(name, value);
      const { status, because } = findingFor(bench, next);
      if (status === 'met') return next;
      const left = because.filter(({ holds }) => holds !== true).length;
      if (left < least) [best, least] = [next, left];
    }
  }
  return undefined;
}

/** The rule's event, if json-rules-engine raises it. */
async function eventOf(bench: Bench, facts: Facts, of = bench.policy) {
  const input = caseOf(facts, bench.rule, of);
  const run = bench.rule.asks[0] === 'person' ? { case: input, member: 0 } : { case: input };
  const { events } = await toEngine(of, datesOf(bench, facts)).run(run);
  return events[0]?.params as { outcomes: RuleFinding['outcomes'] } | undefined;
}

/** A rule that asks one condition of the rule and nothing else. */
function asking(bench: Bench, when: ConditionModel): Policy {
  const { id, kind, asks, clause, force, quoteSha256 } = bench.rule;
  return { ...bench.policy, rules: [{ id, kind, asks, clause, force, quoteSha256, outcomes: [], when }] };
}

/** By place among the rule's conditions: the answers that each gave. */
type Answers = Map<number, Set<boolean | null>>;

async function checkComplete(bench: Bench, facts: Facts, answers: Answers): Promise<Status> {
  const finding = findingFor(bench, facts);
  finding.because.forEach(({ fact, holds }, place) => {
    if (!isPresence(fact)) answers.set(place, (answers.get(place) ?? new Set()).add(holds));
  });
  const event = await eventOf(bench, facts);
  expect(finding.status === 'met', JSON.stringify([...facts])).toBe(event !== undefined);
  expect(finding.missing.filter((name) => facts.has(name))).toEqual([]);
  const isStatement = (what: string) => bench.rule.outcomes.some((each) => each.role === 'state' && each.what === what);
  if (event !== undefined) expect(finding.outcomes.filter(({ what }) => !isStatement(what))).toEqual(event.outcomes);
  for (const { what, when } of bench.rule.outcomes) {
    if (when === undefined || finding.status === 'not-applicable') continue;
    const same = bench.rule.outcomes.filter((each) => each.what === what);
    const holding = await Promise.all(
      same.map((each) => eventOf(bench, facts, asking(bench, each.when as ConditionModel))),
    );
    const expected = holding.filter((each) => each !== undefined).length;
    expect(finding.outcomes.filter((each) => each.what === what).length, what).toBe(expected);
  }
  if (bench.rule.delivered !== undefined && finding.status === 'met') {
    const received = await eventOf(bench, facts, asking(bench, bench.rule.delivered));
    expect(finding.delivered).toBe(received === undefined ? 'unmet' : 'met');
  }
  return finding.status;
}

/** Without one fact: unknown and that fact named, or an answer that every value of it shares. */
function checkMissing(bench: Bench, facts: Map<string, Plain>, name: string, statuses: ReadonlySet<Status>): void {
  const fewer = new Map(facts);
  fewer.delete(name);
  const finding = findingFor(bench, fewer);
  // A fact that only an outcome or the receipt looks at does not move the status.
  if (finding.status !== 'unknown')
    expect([...statuses], `${name} of ${JSON.stringify([...facts])}`).toEqual([finding.status]);
  else if (!(statuses.size === 1 && statuses.has('unknown'))) expect(finding.missing).toContain(name);
}

describe.each(policyIds)('%s: boundaries made from its conditions', (id) => {
  const { policy } = bundled(id);
  const benches = policy.rules.map((rule) => benchOf(rule, opened(policy)));
  const seen = new Map<string, number>();
  const count = (what: string): void => {
    seen.set(what, (seen.get(what) ?? 0) + 1);
  };

  it.each(benches.map((bench) => ({ id: bench.rule.id, bench })))('$id', async ({ bench }) => {
    const reached = new Set<Status>();
    const answers: Answers = new Map();
    for (const start of startsOf(bench)) {
      for (const [name, values] of bench.values) {
        const statuses = new Set<Status>();
        for (const value of values) {
          statuses.add(await checkComplete(bench, new Map(start).set(name, value), answers));
          count('value');
        }
        for (const status of statuses) reached.add(status);
        if (name === 'date.assessedOn') continue;
        checkMissing(bench, start, name, statuses);
        count('missing');
      }
    }
    // Each condition was seen to hold and to fail, and with all facts given none is open.
    for (const each of answers.values()) expect([...each].toSorted()).toEqual([false, true]);
    const { scope, when, items = [] } = bench.rule;
    const conditions = [scope, when, ...items.flatMap((item) => [item.scope, item.when])]
      .flatMap(leavesOf)
      .filter(({ fact }) => !isPresence(fact));
    expect(answers.size).toBe(conditions.length);
    if (bench.values.size > 0) {
      expect(reached.has('met')).toBe(true);
      expect(reached.size).toBeGreaterThan(1);
    }
  });

  it('as many were made as the policy has values to try', () => {
    const own = benches.map(({ values }) => [...values]);
    const values = own.flat().reduce((sum, [, each]) => sum + each.length, 0);
    const missing = own.flat().filter(([name]) => name !== 'date.assessedOn').length;
    expect(Object.fromEntries(seen)).toEqual({ value: contexts * values, missing: contexts * missing });
    // Counted another way: a value on each side of every condition, and three around each threshold.
    const leaves = policy.rules.flatMap((rule) =>
      [...new Set(leavesOfRule(rule).map(({ fact }) => fact))].filter((fact) => !isPresence(fact)),
    );
    expect(values).toBeGreaterThanOrEqual(2 * leaves.length);
    expect(missing).toBeGreaterThanOrEqual(new Set(leaves).size - 1);
  });
});
