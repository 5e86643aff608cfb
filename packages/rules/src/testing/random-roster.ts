import type { Case } from '@jingzhun/schemas';
import { boundsOf } from '../compile/facts.ts';
import type { ConditionModel, FactModel, Policy } from '../model/policy.ts';
import { mulberry32 } from './seeded-numbers.ts';

/** Synthetic (合成数据) cases of a roster for any policy, with what is shared by all of them. */
export interface RandomRoster {
  readonly cases: Case[];
  readonly around: Omit<Case, 'household' | 'person'>;
}

/** The same for the same seed. Facts are left out at random: of some households nearly all, of others none. */
export function randomRoster(policy: Policy, count: number, seed: number): RandomRoster {
  const random = mulberry32(seed);
  const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const byEntity = Map.groupBy(
    policy.facts.filter(({ path, name }) => path !== undefined && name !== 'household.members'),
    ({ entity }) => entity,
  );
  const shapes = new Set(policy.facts.flatMap(({ items }) => items ?? []));
  const constants = constantsIn(policy);
  const values = new Map<FactModel, readonly unknown[]>();
  const valuesOf = (fact: FactModel): readonly unknown[] => {
    let known = values.get(fact);
    if (known === undefined) {
      known = fact.kind === 'records' ? recordsOf(fact) : plainValues(fact, constants.get(fact.name) ?? []);
      values.set(fact, known);
    }
    return known;
  };
  const recordsOf = ({ items = '' }: FactModel): unknown[] => {
    const record = (): Record<string, unknown> => fill(byEntity.get(items) ?? [], 0.7, new Map(), 0);
    return [[], ...Array.from({ length: 6 }, () => Array.from({ length: draw([1, 1, 2, 3]) }, record))];
  };
  const fill = (
    facts: readonly FactModel[],
    share: number,
    liked: ReadonlyMap<FactModel, unknown>,
    sticky: number,
  ): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    for (const fact of facts) {
      if (random() >= share) continue;
      const value = liked.has(fact) && random() < sticky ? liked.get(fact) : draw(valuesOf(fact));
      put(object, fact.path ?? [], value);
    }
    return object;
  };
  const shared = draw([0, 0, 0.2, 0.5, 1]);
  const around = Object.fromEntries(
    policy.entities
      .filter((entity) => entity !== 'household' && entity !== 'person' && !shapes.has(entity) && random() < shared)
      .map((entity) => [entity, fill(byEntity.get(entity) ?? [], draw([0.5, 0.9]), new Map(), 0)]),
  );
  const [ofHousehold, ofPerson] = [byEntity.get('household') ?? [], byEntity.get('person') ?? []];
  const person = (share: number, liked: ReadonlyMap<FactModel, unknown>, sticky: number) =>
    fill(ofPerson, share, liked, sticky);
  const cases = Array.from({ length: count }, (): Case => {
    const share = draw([0.2, 0.6, 0.85, 0.95, 1]);
    const sticky = draw([0, 0.5, 0.9]);
    // Each household has values it likes, so that conjunctions come true.
    const liked = new Map(
      [...ofHousehold, ...ofPerson].map((fact) => [fact, fact.kind === 'boolean' ? true : draw(valuesOf(fact))]),
    );
    const persons = Array.from({ length: draw([0, 1, 2, 3, 4, 4, 5]) }, () => person(share, liked, sticky));
    const kind = random();
    const alone = kind < 0.05 ? { person: person(share, liked, sticky) } : {};
    if (kind < 0.02) return alone as Case;
    const household = fill(ofHousehold, share, liked, sticky);
    return { household: kind < 0.93 ? { ...household, members: persons } : household, ...alone } as Case;
  });
  return { cases, around };
}

function plainValues(fact: FactModel, constants: readonly unknown[]): readonly unknown[] {
  const { kind, scale, codes = [], entries } = fact;
  const { low, high } = boundsOf(fact);
  switch (kind) {
    case 'boolean':
      return [true, false];
    case 'code':
      return codes;
    case 'date':
      return [
        '2014-06-30',
        '2016-12-09',
        '2016-12-10',
        '2016-12-11',
        '2017-09-01',
        '2017-09-02',
        '2018-12-31',
        ...constants,
      ];
    case 'text':
      return ['', '一村', '二村', ...constants];
    case 'list': {
      const known =
        codes.length > 0
          ? codes
          : entries === 'date'
            ? ['2016-05-01', '2017-03-01']
            : entries === 'number'
              ? [2016, 2017, 2018]
              : ['甲', '乙'];
      return [[], ...known.map((entry) => [entry]), known.slice(0, 2), known];
    }
    default: {
      const around = constants.flatMap((value) => [-1, 0, 1].map((by) => Math.round((value as number) * scale) + by));
      const some = [0, 1, 2, 3, 5, 2015, 2016, 4000, 12_345.67, 100].map((value) => Math.round(value * scale));
      return [...new Set([...around, ...some])]
        .filter((value) => value >= low && value <= high)
        .map((value) => value / scale);
    }
  }
}

/** What conditions compare each fact with. */
function constantsIn({ rules, parameters }: Policy): Map<string, unknown[]> {
  const found = new Map<string, unknown[]>();
  const look = (condition: ConditionModel | undefined): void => {
    if (condition === undefined) return;
    if ('all' in condition) condition.all.forEach(look);
    else if ('any' in condition) condition.any.forEach(look);
    else if ('not' in condition) look(condition.not);
    else {
      const { fact, value } = condition;
      const parameter = typeof value === 'object' && 'parameter' in value ? parameters[value.parameter] : undefined;
      const last = parameter?.values.at(-1)?.value;
      const constants =
        typeof last === 'number' ? [last / (parameter?.scale ?? 1)] : Array.isArray(value) ? value : [value];
      found.set(fact, [...(found.get(fact) ?? []), ...constants.filter((each) => typeof each !== 'object')]);
    }
  };
  for (const { scope, when, items = [] } of rules) {
    look(scope);
    look(when);
    for (const item of items) for (const condition of [item.scope, item.when]) look(condition);
  }
  return found;
}

function put(object: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let inside = object;
  for (const key of path.slice(0, -1)) {
    inside[key] ??= {};
    inside = inside[key] as Record<string, unknown>;
  }
  inside[path.at(-1) as string] = value;
}
