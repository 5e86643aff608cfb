import { expect, it } from 'vitest';
import { day, leaf, onePolicy } from '../testing/tiny-policy.ts';
import { type Place, type Plan, placeAt } from './plan.ts';
import { regimeOn } from './regime.ts';
import { mostNumbers, traceOf } from './trace.ts';

/** Its type tells whether a household is registered. */
const names = ['type', 'registered', 'memberCount', 'gridCell', 'housing.work', 'housing.dangerLevel', 'loan.amount'];
const any = [
  leaf('household.registered', 'equal', true),
  leaf('household.memberCount', 'greaterThan', 1),
  leaf('household.gridCell', 'equal', '一'),
  leaf('household.housing.work', 'equal', 'repair'),
  leaf('household.housing.dangerLevel', 'equal', 'c'),
  leaf('household.loan.amount', 'greaterThan', 1),
];
const policy = onePolicy({ when: { any } });
const plan = () => regimeOn(policy, day).levels.case.plans.get('household') as Plan;

const question = { on: day, assessedOn: day, latest: day, inherits: false, problems: [] };

const placesIn = ({ places }: Plan): Place[] =>
  [...places.values()].flatMap((place) => [place, ...(place.inside === undefined ? [] : placesIn(place.inside))]);

it('each fact stands at the last key of its path, and nothing else does', () => {
  const all = placesIn(plan());
  expect(all.map(({ key }) => key).toSorted()).toEqual(
    [...names.flatMap((name) => name.split('.').slice(-1)), 'housing', 'loan'].toSorted(),
  );
  expect(all.flatMap(({ fact }) => fact?.model.name ?? []).toSorted()).toEqual(
    names.map((name) => `household.${name}`).toSorted(),
  );
});

it('what is found at a key is what stands there, whatever came before', () => {
  const { places } = plan();
  const at = (...keys: string[]): (Place | undefined)[] => {
    let last: Plan | Place = plan();
    return keys.map((key) => {
      const place = placeAt(plan(), last, key);
      last = place ?? last;
      return place;
    });
  };
  for (const keys of [
    ['registered', 'memberCount', 'gridCell'],
    ['gridCell', 'nothing', 'registered'],
    ['registered', 'gridCell', 'gridCell', 'memberCount'],
    ['registered', 'memberCount', 'gridCell'],
  ])
    expect(at(...keys)).toEqual(keys.map((key) => places.get(key)));
});

it('a value is written with a number that no other fact and no value of another kind begins with', () => {
  const { levels } = regimeOn(policy, day);
  const numbers = new Int32Array(mostNumbers);
  const begins = placesIn(plan()).flatMap((place) => {
    const inside = ['work', 'dangerLevel'].includes(place.key)
      ? 'housing'
      : place.key === 'amount'
        ? 'loan'
        : undefined;
    return [5, 'text', true, false].map((value) => {
      const facts = { [place.key]: value };
      traceOf({ household: inside === undefined ? facts : { [inside]: facts } }, levels, question, numbers);
      // Two days, the mark of an entity and its name stand before it.
      const begin = numbers[4] as number;
      expect(begin - place.id).toBeOneOf([0, 1, 2, 3]);
      return begin;
    });
  });
  expect(new Set(begins).size).toBe(begins.length);
  expect(Math.min(...begins)).toBeGreaterThanOrEqual(4);
});

it('a list begins as a text does, and goes on as none', () => {
  const { levels } = regimeOn(policy, day);
  const numbers = new Int32Array(mostNumbers);
  const begin = (gridCell: unknown): number[] => {
    traceOf({ household: { gridCell } }, levels, question, numbers);
    return [...numbers.slice(4, 6)];
  };
  const { id } = plan().places.get('gridCell') as Place;
  const [text, list] = [begin('text'), begin(['text'])];
  expect([text[0], list[0]]).toEqual([id + 1, id + 1]);
  expect(list[1]).toBe(1);
  expect(text[1]).toBeGreaterThan(2);
});
