import { describe, expect, it } from 'vitest';
import { day, leaf, onePolicy } from '../testing/tiny-policy.ts';
import { hashOf, type Recall, recallOf, type Told } from './recall.ts';
import { regimeOn } from './regime.ts';
import { mostNumbers, traceOf } from './trace.ts';

const counts = ['memberCount', 'mainBusinessCount'] as const;
const policy = onePolicy({ when: { any: counts.map((name) => leaf(`household.${name}`, 'greaterThan', 1)) } });
const levels = () => regimeOn(policy, day).levels;
const question = { on: day, assessedOn: day, latest: day, inherits: false, problems: [] };

type Facts = Readonly<Partial<Record<(typeof counts)[number], number>>>;
const of = (household: Facts) => ({ household });

function hash(facts: Facts): number {
  const numbers = new Int32Array(mostNumbers);
  return hashOf(numbers, traceOf(of(facts), levels(), question, numbers));
}

/** Another case of the same hash: what it gives last is written last. */
function alikeTo(facts: Facts, memberCount: number): Facts {
  const last = hash(facts) ^ hash({ memberCount, mainBusinessCount: 0 });
  const alike = { memberCount, mainBusinessCount: last };
  expect(hash(alike)).toBe(hash(facts));
  return alike;
}

describe('cases of one hash', () => {
  it.each<[what: string, facts: Facts]>([
    ['as long', { memberCount: 1, mainBusinessCount: 2 }],
    ['shorter', { memberCount: 3 }],
  ])('are not taken for each other, where one is %s', (_, facts) => {
    const alike = alikeTo(facts, 3);
    for (const [one, other] of [
      [facts, alike],
      [alike, facts],
    ] as const) {
      const recall = recallOf(levels());
      recall(of(one), question);
      const told = recall(of(one), question);
      expect(recall(of(one), question)).toBe(told);
      expect(recall(of(other), question)).not.toBe(told);
      // The last one takes the place.
      expect(recall(of(one), question)).not.toBe(told);
    }
  });
});

it('a case is found again whatever longer case came between', () => {
  const recall = recallOf(levels());
  recall(of({ memberCount: 1 }), question);
  recall(of({ memberCount: 7, mainBusinessCount: 7 }), question);
  expect(recall(of({ memberCount: 1 }), question)).toBeDefined();
});

describe('what is kept', () => {
  const find = (recall: Recall, memberCount: number): Told | undefined => recall(of({ memberCount }), question);

  it('is let go when there is too much', () => {
    const recall = recallOf(levels());
    find(recall, 0);
    const first = find(recall, 0);
    for (let each = 1; each < 512; each++) find(recall, each);
    expect(find(recall, 0)).toBe(first);
    find(recall, 512);
    expect(find(recall, 0)).toBeUndefined();
    expect(find(recall, 512)).toBeDefined();
  });

  it('is found again by an object that asks while it is read', () => {
    const recall = recallOf(levels());
    const given = of({ memberCount: 3, mainBusinessCount: 5 });
    recall(given, question);
    const told = recall(given, question);
    const asks = {
      get household() {
        find(recall, 1);
        return given.household;
      },
    };
    expect(told).toBeDefined();
    expect(recall(asks, question)).toBe(told);
  });
});
