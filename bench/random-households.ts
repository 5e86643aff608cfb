import { boundsOf } from '../packages/rules/src/compile/facts.ts';
import type { ConditionModel, FactModel, Policy } from '../packages/rules/src/index.ts';
import { mulberry32 } from '../packages/rules/src/testing/seeded-numbers.ts';
import { type Case, type Entity, vocabulary } from '../packages/schemas/src/index.ts';

/** Synthetic (合成数据) household cases, the same for the same seed. */
export function* randomHouseholds(policy: Policy, count: number, seed: number): Generator<Case> {
  const random = mulberry32(seed);
  const entities = ['household', 'person', 'province', 'area', 'fund', 'project', 'external'];
  const facts = policy.facts
    .filter((fact) => entities.includes(fact.entity) && fact.path !== undefined)
    .sort((a, b) => placeOf(a) - placeOf(b));
  const values = new Map(facts.map((fact) => [fact, valuesOf(fact, policy)]));
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let made = 0; made < count; made++) {
    // Some cases know nearly everything, some nearly nothing; each fact has values it likes, so that conjunctions come true.
    const known = draw([0.3, 0.6, 0.85, 0.95, 1]);
    const sticky = draw([0, 0.5, 0.9]);
    const liked = new Map(facts.map((fact) => [fact, draw(values.get(fact) as unknown[])]));
    const fill = (entity: string): Record<string, unknown> => {
      const object: Record<string, unknown> = {};
      for (const fact of facts) {
        if (fact.entity !== entity || random() >= known) continue;
        const likes = fact.kind === 'boolean' ? fact.name !== 'household.loan.guaranteed' : liked.get(fact);
        put(object, fact.path ?? [], random() < sticky ? likes : draw(values.get(fact) as unknown[]));
      }
      return object;
    };
    const household: Record<string, unknown> = fill('household');
    if (random() < 0.5) household.id = `H-${made}`;
    if (random() < 0.95) {
      household.members = Array.from({ length: draw([0, 1, 2, 3, 4, 4, 5]) }, (_, index) => {
        const person = fill('person');
        return random() < 0.7 ? { id: `P-${index}`, ...person } : person;
      });
    }
    if ('memberCount' in household && random() < 0.5) {
      household.memberCount = (household.members as unknown[] | undefined)?.length || 1;
    }
    const others = entities.slice(2).flatMap((entity) => (random() < 0.8 ? [[entity, fill(entity)]] : []));
    yield { household, ...Object.fromEntries(others) } as Case;
  }
}

/** The vocabulary's order: contradictions are told in the order in which a case gives its facts. */
function placeOf({ entity, path = [] }: FactModel): number {
  const keys = Object.keys((vocabulary.entities as Readonly<Record<string, Entity>>)[entity]?.fields ?? {});
  return keys.findIndex((key) => path.join('.').startsWith(key) && path[0] === key.split('.')[0]);
}

/** Every code, and both sides of every threshold that a condition of the policy names. */
function valuesOf(fact: FactModel, policy: Policy): unknown[] {
  switch (fact.kind) {
    case 'boolean':
      return [true, false];
    case 'code':
      return [...(fact.codes ?? [])];
    case 'date':
      return ['2016-12-31', '2017-08-31', '2017-09-01', '2017-09-02', '2017-12-05'];
    case 'text':
      // An empty reference says that there is none.
      return ['一村', '二村', ...(fact.type === 'reference' ? [''] : [])];
    case 'list':
      return [[], ...(fact.codes ?? []).map((code) => [code]), [...(fact.codes ?? [])]];
    case 'records':
      return [[], [{}], [{}, {}]];
    case 'number':
      return numbersOf(fact, policy);
  }
}

const usual: Readonly<Record<string, readonly number[]>> = {
  'household.incomeYear': [2014, 2015, 2015, 2015, 2016],
  'household.perCapitaDisposableIncome': [-1, 0, 5039.99, 5040, 5040.01, 6530.48, 6530.49, 6530.5],
  'province.ruralPerCapitaDisposableIncome': [0, 14_512.2, 14_512.21],
  'external.dibaoLine': [0, 420, 420.01],
  'external.baseLendingRate': [0, 4.35, 4.75],
  'household.loan.rate': [0, 4.35, 4.75],
  'fund.distributableProfit': [-100, 0, 0.01, 99_999.99, 1_234_567.89, 900_000_000],
  'fund.totalShares': [0, 1, 3, 10_000, 12_345.6789],
  'household.equity.shares': [0, 1, 2, 200, 77.7777],
  'external.inpatientRates.level-1': [0, 60, 70, 85.5, 100],
  'external.inpatientRates.level-2': [0, 60, 70, 75.1234, 100],
  'external.inpatientRates.level-3': [0, 60, 70, 60.0001, 100],
};

function numbersOf(fact: FactModel, policy: Policy): number[] {
  const { scale, type } = fact;
  const { low, high } = boundsOf(fact);
  const around = thresholdsOf(fact.name, policy).flatMap((threshold) => {
    const steps = Math.round(threshold * scale);
    return [(steps - 1) / scale, steps / scale, (steps + 1) / scale];
  });
  const plain = type === 'year' ? [2010, 2014, 2015, 2016] : [0, 1, 2, 3, 1 / scale, 12_345.67];
  const some = usual[fact.name] ?? plain.map((value) => Math.round(value * scale) / scale);
  return [...new Set([...around, ...some])].filter((value) => value * scale >= low && value * scale <= high);
}

/** What conditions compare a fact with, derived facts with the figures they are made from included. */
function thresholdsOf(name: string, policy: Policy): number[] {
  const found: number[] = [];
  const look = (condition: ConditionModel | undefined): void => {
    if (condition === undefined) return;
    if ('all' in condition) condition.all.forEach(look);
    else if ('any' in condition) condition.any.forEach(look);
    else if ('not' in condition) look(condition.not);
    else if (condition.fact === name || madeFrom[condition.fact] === name) {
      const { value } = condition;
      if (typeof value === 'number') found.push(value);
      else if (typeof value === 'object' && 'parameter' in value) {
        const parameter = policy.parameters[value.parameter];
        const last = parameter?.values.at(-1)?.value;
        if (typeof last === 'number') found.push(last / (parameter?.scale ?? 1));
      }
    }
  };
  for (const { scope, when, delivered, items = [], outcomes } of policy.rules) {
    for (const condition of [scope, when, delivered]) look(condition);
    for (const item of items) for (const condition of [item.scope, item.when]) look(condition);
    for (const outcome of outcomes) look(outcome.when);
  }
  return found;
}

const madeFrom: Readonly<Record<string, string>> = {
  'household.incomeOfBaseYear': 'household.perCapitaDisposableIncome',
  'household.skillCount': 'person.skillCount',
};

function put(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let inside = object;
  for (const key of path.slice(0, -1)) {
    inside[key] ??= {};
    inside = inside[key] as Record<string, unknown>;
  }
  inside[path.at(-1) as string] = value;
}
