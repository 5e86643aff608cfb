import { describe, expect, test } from 'vitest';
import { checkCase } from './case.ts';
import { type CaseProblemCode, caseLimits } from './case-problem.ts';

const household = (object: unknown) => ({ household: object });
const members = (...list: unknown[]) => household({ members: list });
const deep = (depth: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < depth; level++) value = { value };
  return value;
};
const json = (text: string): unknown => JSON.parse(text);

function problemsIn(input: unknown) {
  return checkCase(input).problems.map(({ code, path }) => `${code} ${path}`);
}

/** The one problem of the input. */
function problemOf(input: unknown) {
  const { problems } = checkCase(input);
  expect(problems).toHaveLength(1);
  return problems[0] ?? { code: '', path: '', zh: '', en: '' };
}

describe('a good case', () => {
  test.each([
    ['an empty case', {}],
    ['a case without a prototype', Object.assign(Object.create(null), household({ registered: true }))],
    ['unknown facts, as null or undefined', household({ registered: null, type: undefined, housing: null })],
    ['a roster that is null', { roster: [{ roster: null, household: null }] }],
    ['nested keys', household({ housing: { dangerLevel: 'c', stepsDone: { task: true } } })],
    ['a loss', household({ perCapitaDisposableIncome: -1200.55 })],
    ['a leap day', household({ exitDate: '2016-02-29' })],
    ['the greatest number', household({ assetIncome: 1e12 })],
    ['four decimals of land', household({ landEntrustedArea: 0.0001 })],
    ['keys of an open record', { village: { publicServiceIndicators: { 每千人医生数: 1.5 } } }],
    ['a roster', { county: { name: '合成县' }, roster: [household({ registered: true }), {}] }],
    ['five hundred members', members(...Array.from({ length: 500 }, (_, id) => ({ id: String(id) })))],
  ])('with %s is given back unchanged', (_, input) => {
    const check = checkCase(input);
    expect(check).toEqual({ ok: true, case: input, problems: [] });
    expect(check.ok && check.case).toBe(input);
  });
});

const cyclic: Record<string, unknown> = {};
cyclic.household = { members: [cyclic], loan: cyclic };
const many = (count: number) => Array.from({ length: count }, () => ({}));
const proxy = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('trap');
    },
  },
);

const broken: Record<CaseProblemCode, [input: unknown, path: string][]> = {
  'not-a-case': [
    [null, ''],
    [undefined, ''],
    ['text', ''],
    [[], ''],
    [new Date(0), ''],
    [() => 1, ''],
    [new Map(), ''],
  ],
  unreadable: [
    [
      household({
        get registered() {
          throw new Error('read');
        },
      }),
      'household.registered',
    ],
    [
      {
        get household() {
          return {};
        },
      },
      'household',
    ],
    [
      {
        get roster() {
          return [];
        },
      },
      'roster',
    ],
    [proxy, ''],
  ],
  'forbidden-key': [
    [json('{"__proto__": {"household": {}}}'), '__proto__'],
    [household(json('{"constructor": 1}')), 'household.constructor'],
    [{ village: { publicServiceIndicators: json('{"prototype": 1}') } }, 'village.publicServiceIndicators.prototype'],
    [members(json('{"__proto__": {"registered": true}}')), 'household.members[0].__proto__'],
  ],
  'unknown-field': [
    [{ houshold: {} }, 'houshold'],
    [household({ registred: true }), 'household.registred'],
    [household({ registred: null }), 'household.registred'],
    [{ hous: null }, 'hous'],
    [household({ 'a b': true }), 'household["a b"]'],
    [household({ housing: { dangerous: true, level: 1 } }), 'household.housing.level'],
    [{ roster: [{ hous: {} }] }, 'roster[0].hous'],
  ],
  'nested-roster': [[{ roster: [{ roster: [] }] }, 'roster[0].roster']],
  'wrong-type': [
    [household([]), 'household'],
    [household('x'), 'household'],
    [household({ registered: '是' }), 'household.registered'],
    [household({ memberCount: '4' }), 'household.memberCount'],
    [household({ exitDate: 20160101 }), 'household.exitDate'],
    [household({ exitDate: new Date(0) }), 'household.exitDate'],
    [household({ housing: true }), 'household.housing'],
    [household({ members: {} }), 'household.members'],
    [members(null), 'household.members[0]'],
    [members(undefined), 'household.members[0]'],
    [household({ type: 1 }), 'household.type'],
    [household({ id: 42 }), 'household.id'],
    [household({ memberCount: 4n }), 'household.memberCount'],
    [{ roster: {} }, 'roster'],
    [{ roster: [null] }, 'roster[0]'],
  ],
  'unknown-code': [
    [household({ type: '低保户' }), 'household.type'],
    [household({ supportKinds: ['funds', 'money'] }), 'household.supportKinds[1]'],
    [household({ housing: { stepsDone: { 改造任务: true } } }), 'household.housing.stepsDone.改造任务'],
    [household({ type: 'constructor' }), 'household.type'],
    [household({ fiveGoods: { houses: null } }), 'household.fiveGoods.houses'],
  ],
  'invalid-date': [
    [household({ exitDate: '2015-02-29' }), 'household.exitDate'],
    [household({ exitDate: '2016-4-1' }), 'household.exitDate'],
    [household({ exitDate: '2016-04-31' }), 'household.exitDate'],
    [household({ exitDate: '2016-00-10' }), 'household.exitDate'],
    [household({ exitDate: '2016-12-31T00:00:00Z' }), 'household.exitDate'],
    [household({ visitDates: ['2016-01-01', '2100-02-29'] }), 'household.visitDates[1]'],
  ],
  'not-finite': [
    [household({ memberCount: Number.NaN }), 'household.memberCount'],
    [household({ assetIncome: Number.NEGATIVE_INFINITY }), 'household.assetIncome'],
  ],
  'not-whole': [
    [household({ memberCount: 2.5 }), 'household.memberCount'],
    [household({ incomeYear: 2015.5 }), 'household.incomeYear'],
  ],
  'too-many-decimals': [
    [household({ perCapitaDisposableIncome: 3600.005 }), 'household.perCapitaDisposableIncome'],
    [household({ landEntrustedArea: 0.00001 }), 'household.landEntrustedArea'],
    [household({ assetIncome: 1e-9 }), 'household.assetIncome'],
  ],
  'out-of-range': [
    [household({ memberCount: 0 }), 'household.memberCount'],
    [members({ monthsWorked: 13 }), 'household.members[0].monthsWorked'],
    [household({ incomeYear: 1899 }), 'household.incomeYear'],
    [household({ assetIncome: 1e12 + 1 }), 'household.assetIncome'],
    [household({ exitDate: '1899-12-31' }), 'household.exitDate'],
    [household({ exitDate: '2101-01-01' }), 'household.exitDate'],
    [{ external: { inpatientRates: { 'level-1': 101 } } }, 'external.inpatientRates.level-1'],
  ],
  'text-too-long': [[household({ id: '长'.repeat(2001) }), 'household.id']],
  'duplicate-id': [[members({ id: 'a' }, { id: 'b' }, { id: 'a' }), 'household.members[2].id']],
  'too-deep': [
    [household(deep(64)), ''],
    [household(deep(100_000)), ''],
    [cyclic, ''],
    [{ roster: [{}, deep(100_000)] }, 'roster[1]'],
  ],
  'too-many-values': [
    [
      household({
        visitDates: Array(900).fill('2016-01-01'),
        members: many(400).map(() => Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`k${n}`, 1]))),
      }),
      '',
    ],
    [household(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`k${n}`, 1]))), ''],
    [household({ members: many(900).map(() => ({ a: many(20) })) }), ''],
  ],
  'too-many-entries': [
    [household({ visitDates: Array(1001).fill('2016-01-01') }), 'household.visitDates'],
    [household({ members: many(501) }), 'household.members'],
    [household({ visitDates: Array(2 ** 31) }), 'household.visitDates'],
    [{ roster: Array(caseLimits.roster + 1).fill({}) }, 'roster'],
  ],
};

describe.each(Object.entries(broken))('%s', (code, examples) => {
  test.each(examples.map(([input, path], index) => ({ input, path, index })))(
    'is reported at "$path" (example $index), in both languages',
    ({ input, path }) => {
      const problem = problemOf(input);
      expect({ code: problem.code, path: problem.path }).toEqual({ code, path });
      expect(problem.zh).toMatch(/\p{Script=Han}/u);
      expect(problem.en).toMatch(/[a-z]/);
      expect(problem.en).not.toBe(problem.zh);
    },
  );
});

test('every problem is reported at once', () => {
  const input = {
    houshold: {},
    household: {
      registered: 'yes',
      members: [
        { id: 'a', schoolStage: '大学本科' },
        { id: 'a', disabled: 1 },
      ],
    },
    roster: [household({ memberCount: -1 })],
  };
  expect(problemsIn(input)).toEqual([
    'unknown-field houshold',
    'wrong-type household.registered',
    'unknown-code household.members[0].schoolStage',
    'wrong-type household.members[1].disabled',
    'duplicate-id household.members[1].id',
    'out-of-range roster[0].household.memberCount',
  ]);
});

test('each case of a roster has a limit of its own', () => {
  const big = household({ members: many(300).map(() => ({ measures: many(30) })) });
  expect(checkCase({ roster: [big, big, big] }).ok).toBe(true);
  expect(checkCase({ ...big, roster: [big] }).ok).toBe(true);
});

test('a polluted prototype is not read', () => {
  const input = household(Object.create({ registered: 'inherited' }));
  expect(problemsIn(input)).toEqual(['wrong-type household']);
});
