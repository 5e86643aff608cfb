import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../testing/seeded-numbers.ts';
import { leaf, onePolicy, title } from '../testing/tiny-policy.ts';
import type { Facts } from './options.ts';
import { agreement } from './testing/agreement.ts';

const truths = [
  'rural',
  'recognised',
  'willingToWork',
  'foodSecure',
  'clothingSecure',
  'compulsoryEducationSecured',
  'basicMedicalSecured',
  'safeHousingSecured',
  'exitStable',
  'isLowIncome',
  'contacted',
  'needsRecorded',
];
const is = truths.map((key) => leaf(`household.${key}`, 'equal', true));
const income = (operator: string, value: number) => leaf('household.perCapitaNetIncome', operator, value);

const random = mulberry32(20161129);
const draw = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
/** Households that know more or less, so that now one part of a condition decides and now another. */
const cases = Array.from({ length: 200 }, () => {
  const known = draw([0.4, 0.8, 1]);
  const common = draw([0.1, 0.5, 0.9]);
  const household: Record<string, unknown> = { members: [] };
  for (const key of truths) if (random() < known) household[key] = random() < common;
  if (random() < known) household.perCapitaNetIncome = draw([0, 3999.99, 4000, 9000]);
  if (random() < known) household.type = draw(['general', 'dibao', 'wubao', 'none']);
  return { household } as Case;
});

const [first, second] = [is.slice(0, 6), is.slice(6)];

/** Each sees twelve truths and more, which is too much to go through all that can be unknown at a time. */
const wide: Readonly<Record<string, object>> = {
  'all of many': { all: [{ any: first }, { any: second }] },
  'any of many': { any: [{ all: first }, { all: second }] },
  'not all of many': { not: { all: [{ any: first }, { any: second }] } },
  'not any of many': { not: { any: [{ all: first }, { all: second }] } },
  'not a not': { not: { not: { any: [{ all: first }, { all: second }] } } },
  'parts that share a fact': {
    any: [{ all: [...first, income('lessThan', 4000)] }, { all: [...second, income('greaterThanInclusive', 4000)] }],
  },
  'some parts that share a fact': {
    all: [
      { any: [...first, income('lessThan', 4000)] },
      { any: [is[0], income('greaterThanInclusive', 4000)] },
      { any: second },
      leaf('household.type', 'in', ['general', 'dibao']),
    ],
  },
};

describe('SQL of a condition that is too wide for one table agrees with assess', () => {
  it.each(Object.entries(wide))('%s', async (_, when) => {
    const { compared, differences } = await agreement(onePolicy({ when: when as never }), cases, { on: '2017-06-15' });
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(400);
  });
});

describe('SQL of conditions on what is the same for all households, and known in part', () => {
  // One or two of three measures are funds.
  const facts = { village: { measures: [{ kind: 'industry' }, { kind: 'funds' }, {}] } };
  const funds = (operator: string, value: number) => leaf('village.fundCount', operator, value);
  const [rural, contacted] = is as [object, object];

  it.each<[string, object]>([
    ['settled', { all: [funds('lessThan', 3), rural] }],
    ['open', { any: [funds('greaterThan', 1), rural] }],
    ['either way the same', { any: [{ all: [funds('lessThan', 2), rural] }, { all: [funds('equal', 2), rural] }] }],
    ['one of two', { any: [{ all: [funds('equal', 1), rural] }, { all: [funds('greaterThan', 1), contacted] }] }],
    [
      'one of two, not of three',
      {
        any: [
          { all: [funds('lessThan', 1), { not: rural }] },
          { all: [funds('equal', 1), rural] },
          { all: [funds('equal', 2), rural] },
          { all: [funds('greaterThan', 2), { not: rural }] },
        ],
      },
    ],
  ])('%s', async (_, when) => {
    const formula = "count(village.measures, measure.kind = 'funds')";
    const policy = onePolicy({ when }, { facts: { 'village.fundCount': { title, unit: '1', formula } } });
    for (const known of [{}, facts]) {
      const { compared, differences } = await agreement(policy, cases, { on: '2017-06-15' }, known as Facts);
      expect(differences).toEqual([]);
      expect(compared).toBeGreaterThan(400);
    }
  });
});
