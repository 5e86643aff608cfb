import { caseLimits } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, problemsOf, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const policy = onePolicy(
  {
    when: {
      any: [
        leaf('household.registered', 'equal', true),
        leaf('household.perCapitaNetIncome', 'lessThan', 4000),
        leaf('household.memberCount', 'greaterThan', 1),
        leaf('household.incomeYear', 'greaterThan', 2015),
        leaf('household.exitDate', 'lessThan', '2017-01-01'),
        leaf('household.gridCell', 'equal', '一'),
        leaf('household.supportKinds', 'contains', 'industry'),
        leaf('household.visitDates', 'contains', '2017-01-01'),
        leaf('household.annualPlanYears', 'contains', 2017),
        leaf('household.housing.work', 'equal', 'repair'),
        leaf('household.housing.stepsDone.task', 'equal', true),
        leaf('household.workers', 'greaterThan', 0),
        leaf('household.measured', 'equal', true),
      ],
    },
  },
  {
    facts: {
      'household.workers': { title, unit: 'persons', formula: 'count(household.members, person.monthsWorked > 0)' },
      'household.measured': { title, formula: "any(household.measures, measure.name = 'x')" },
    },
  },
);

const many = (count: number, entry: unknown): unknown[] => new Array(count).fill(entry);
const kinds =
  'funds, materials, technology, information, employment, industry, work-trade, medical-school, planting-breeding, processing, training-job, trading';

describe('a value that cannot be used is told where it stands, what it should be, and of what type it is where that is another', () => {
  it.each<[Data, string, string, string]>([
    [
      { registered: 1 },
      'registered',
      '应为 true 或 false（所给为 number）',
      'should be true or false (a number was given)',
    ],
    [
      { perCapitaNetIncome: '3000' },
      'perCapitaNetIncome',
      '应为数，最多 2 位小数（所给为 string）',
      'should be a number with at most 2 decimals (a string was given)',
    ],
    [
      { memberCount: {} },
      'memberCount',
      '应为整数，不小于 1（所给为 object）',
      'should be a whole number, at least 1 (an object was given)',
    ],
    [
      { incomeYear: -7 },
      'incomeYear',
      '应为整数，1900 至 2100 之间（所给不是）',
      'should be a whole number, from 1900 to 2100 (the value given is not)',
    ],
    [
      { members: [{}, { monthsWorked: 13 }] },
      'members[1].monthsWorked',
      '应为整数，0 至 12 之间（所给不是）',
      'should be a whole number, from 0 to 12 (the value given is not)',
    ],
    [
      { exitDate: 20170101 },
      'exitDate',
      '应为日期 yyyy-mm-dd（所给为 number）',
      'should be a date, yyyy-mm-dd (a number was given)',
    ],
    [
      { gridCell: ['一'] },
      'gridCell',
      '应为文本，不超过 2000 字（所给为 list）',
      'should be text of at most 2000 characters (a list was given)',
    ],
    [
      { housing: { work: 'rebuild' } },
      'housing.work',
      '应为代码之一: none, new-build, repair（所给不是）',
      'should be one of these codes: none, new-build, repair (the value given is not)',
    ],
    [
      { supportKinds: ['industri'] },
      'supportKinds',
      `应为代码的列表，不超过 1000 项: ${kinds}（所给不是）`,
      `should be a list of at most 1000 codes: ${kinds} (the value given is not)`,
    ],
    [
      { annualPlanYears: [2016, -7] },
      'annualPlanYears',
      '应为整数的列表，不超过 1000 项，1900 至 2100 之间（所给不是）',
      'should be a list of at most 1000 whole numbers, from 1900 to 2100 (the value given is not)',
    ],
    [
      { measures: 'x' },
      'measures',
      '应为记录的列表，不超过 1000 项（所给为 string）',
      'should be a list of at most 1000 records (a string was given)',
    ],
  ])('%j', (facts, path, zh, en) => {
    expect(problemsOf(policy, { household: facts })).toEqual([
      { code: 'wrong-value', path: `household.${path}`, zh, en },
    ]);
  });

  it('a share is told in percents', () => {
    const county = onePolicy({ subject: 'county', when: leaf('county.broadcastCoverageRate', 'lessThan', 50) });
    expect(problemsOf(county, { county: { broadcastCoverageRate: 101 } })[0]?.en).toMatch(/, from 0 to 100 \(/);
  });

  it.each<[Data, string]>([
    [{ housing: 5 }, 'housing'],
    [{ housing: { stepsDone: true } }, 'housing.stepsDone'],
  ])('%j is told to want an object', (facts, path) => {
    expect(problemsOf(policy, { household: facts })).toEqual([
      { code: 'wrong-shape', path: `household.${path}`, zh: '应为一个对象', en: 'should be an object' },
    ]);
  });

  it.each<[string, unknown]>([
    ['perCapitaNetIncome', 5n],
    ['incomeYear', caseLimits.years.min - 1],
    ['incomeYear', caseLimits.years.max + 1],
    ['gridCell', 'x'.repeat(2001)],
    ['supportKinds', many(1001, 'industry')],
    ['measures', {}],
    ['measures', [5]],
    ['measures', many(1001, {})],
  ])('%s', (key, value) => {
    expect(problemsOf(policy, { household: { [key]: value } })).toMatchObject([
      { code: 'wrong-value', path: `household.${key}` },
    ]);
  });
});

describe('the largest and longest that is taken', () => {
  it.each<[string, unknown]>([
    ['perCapitaNetIncome', 1e12],
    ['perCapitaNetIncome', -1e12],
    ['memberCount', 1],
    ['incomeYear', caseLimits.years.min],
    ['incomeYear', caseLimits.years.max],
    ['members', [{ monthsWorked: 0 }, { monthsWorked: 12 }]],
    ['gridCell', 'x'.repeat(2000)],
    ['supportKinds', many(1000, 'industry')],
    ['measures', many(1000, {})],
  ])('of %s', (key, value) => {
    expect(problemsOf(policy, { household: { [key]: value } })).toEqual([]);
  });
});

describe('facts are read', () => {
  const actual = (household: unknown, fact: string) =>
    findingOf(policy, { household }).because.find((each) => each.fact === `household.${fact}`)?.actual;

  it('from objects of any kind, their own keys only', () => {
    class Row {
      memberCount = 3;
    }
    expect(actual(new Row(), 'memberCount')).toBe(3);
    expect(actual(Object.assign(Object.create({ memberCount: 4 }), { registered: true }), 'registered')).toBe(true);
    expect(actual(Object.assign(Object.create({ memberCount: 4 }), { registered: true }), 'memberCount')).toBeNull();
    expect(actual(Object.assign(Object.create(null), { memberCount: 3 }), 'memberCount')).toBe(3);
  });

  it('whatever the order of the keys, and whatever stood there before', () => {
    const entries = Object.entries({ registered: false, memberCount: 3, gridCell: '二', housing: { work: 'none' } });
    for (const turn of [0, 1, 2, 3, 1, 0]) {
      const household = Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]);
      expect(actual(household, 'registered')).toBe(false);
      expect(actual(household, 'memberCount')).toBe(3);
      expect(actual(household, 'gridCell')).toBe('二');
      expect(actual(household, 'housing.work')).toBe('none');
    }
    expect(actual({ other: 1, memberCount: 2 }, 'memberCount')).toBe(2);
  });

  it('without a sign of zero', () => {
    expect(actual({ perCapitaNetIncome: -0 }, 'perCapitaNetIncome')).toBe(0);
  });
});
