import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, findingOf, leaf, onePolicy, problemsOf, title } from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';
import { decide } from './decide.ts';
import { type Dates, open, refuseWrongDays } from './question.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('an input that cannot be used', () => {
  const policy = onePolicy(
    {
      when: {
        all: [
          registered,
          poor,
          general,
          leaf('household.exitDate', 'lessThan', '2017-01-01'),
          leaf('household.gridCell', 'equal', '一'),
          leaf('household.supportKinds', 'contains', 'industry'),
          leaf('household.memberCount', 'greaterThan', 1),
          leaf('household.housing.work', 'equal', 'repair'),
          leaf('household.adults', 'greaterThan', 0),
        ],
      },
    },
    {
      facts: {
        'household.adults': { title, unit: 'persons', formula: 'count(household.members, person.skillCount > 0)' },
      },
    },
  );
  const paths = (input: unknown) => problemsOf(policy, input).map(({ path }) => path);

  it('is told where the question is forgotten', () => {
    for (const ask of [decide, assess])
      expect(() => ask(policy, household(), undefined as never)).toThrow('on: should be a date, yyyy-mm-dd');
  });

  it.each<[Data]>([
    [{ registered: 'true' }],
    [{ registered: 1 }],
    [{ registered: [] }],
    [{ perCapitaNetIncome: '3000' }],
    [{ perCapitaNetIncome: true }],
    [{ perCapitaNetIncome: 3000.005 }],
    [{ perCapitaNetIncome: 1e13 }],
    [{ perCapitaNetIncome: Number.NaN }],
    [{ perCapitaNetIncome: Number.POSITIVE_INFINITY }],
    [{ perCapitaNetIncome: {} }],
    [{ type: 'generel' }],
    [{ type: '一般贫困户' }],
    [{ type: ['general'] }],
    [{ type: 'constructor' }],
    [{ exitDate: '2017-02-29' }],
    [{ exitDate: 20170101 }],
    [{ exitDate: '2017-01-01T00:00:00Z' }],
    [{ gridCell: 5 }],
    [{ gridCell: 'x'.repeat(2001) }],
    [{ supportKinds: 'industry' }],
    [{ supportKinds: ['industri'] }],
    [{ supportKinds: [null] }],
    [{ supportKinds: new Array(1001).fill('industry') }],
    [{ memberCount: -1 }],
    [{ memberCount: 2.5 }],
    [{ housing: 'c' }],
    [{ housing: [] }],
    [{ housing: 5 }],
    [{ housing: { work: 'rebuild' } }],
    [{ members: {} }],
    [{ members: 'none' }],
    [{ members: [null] }],
    [{ members: [[]] }],
    [{ members: ['a'] }],
    [{ members: [{ skillCount: -1 }] }],
    [{ members: new Array(501).fill({}) }],
  ])('%j', (facts) => {
    const found = problemsOf(policy, household(facts));
    expect(found).toHaveLength(1);
    const [key] = Object.keys(facts);
    expect(found[0]?.path).toMatch(new RegExp(`^household\\.${key}`));
    expect(found[0]?.zh).toMatch(/\p{Script=Han}/u);
    expect(found[0]?.en.length).toBeGreaterThan(0);
  });

  describe('a list', () => {
    const lists = onePolicy({
      subject: 'village',
      asks: ['household', 'village'],
      when: {
        any: [
          leaf('household.visitDates', 'contains', '2017-01-01'),
          leaf('household.annualPlanYears', 'contains', 2017),
          leaf('village.assistingUnits', 'contains', '甲'),
        ],
      },
    });

    it.each<[string, unknown]>([
      ['household.visitDates', ['2017-01-01', '2017-02-29']],
      ['household.visitDates', [20170101]],
      ['household.visitDates', ['2017-1-1']],
      ['household.visitDates', [null]],
      ['household.visitDates', ['']],
      ['household.annualPlanYears', [2016, '2017']],
      ['household.annualPlanYears', [2016.5]],
      ['household.annualPlanYears', ['二〇一六']],
      ['household.annualPlanYears', ['2016-01-01']],
      ['household.annualPlanYears', [Number.NaN]],
      ['household.annualPlanYears', [2016, -7]],
      ['household.annualPlanYears', [1899]],
      ['household.annualPlanYears', [2101]],
      ['village.assistingUnits', ['甲', 5]],
      ['village.assistingUnits', [true]],
      ['village.assistingUnits', [['甲']]],
    ])('%s of %j is refused by name, in both languages', (name, list) => {
      const [entity = '', key = ''] = name.split('.');
      const found = problemsOf(lists, { household: {}, village: {}, [entity]: { [key]: list } });
      expect(found).toHaveLength(1);
      expect(found[0]?.code).toBe('wrong-value');
      expect(found[0]?.path.startsWith(name)).toBe(true);
      const kinds = {
        visitDates: ['日期（yyyy-mm-dd）的列表', 'dates, yyyy-mm-dd'],
        annualPlanYears: ['整数的列表', 'whole numbers'],
        assistingUnits: ['文本的列表', 'texts'],
      };
      const [zh, en] = kinds[key as keyof typeof kinds];
      expect(found[0]?.zh).toContain(`应为${zh}`);
      expect(found[0]?.en).toContain(`should be a list of at most 1000 ${en}`);
    });

    it.each<[string, unknown]>([
      ['household.visitDates', ['2017-01-01', '2016-02-29']],
      ['household.visitDates', []],
      ['household.annualPlanYears', [2016, 2017]],
      ['household.annualPlanYears', [1900, 2100]],
      ['village.assistingUnits', ['甲', '2016', '']],
    ])('%s of %j is taken', (name, list) => {
      const [entity = '', key = ''] = name.split('.');
      expect(problemsOf(lists, { household: {}, village: {}, [entity]: { [key]: list } })).toEqual([]);
    });
  });

  it('says the path of a member and of a nested key', () => {
    expect(paths(household({ members: [{}, { skillCount: 'two' }], housing: { work: 5 } })).toSorted()).toEqual([
      'household.housing.work',
      'household.members[1].skillCount',
    ]);
  });

  it('says the path inside a roster', () => {
    const roster = onePolicy(
      { subject: 'village', when: leaf('village.poorCount', 'greaterThan', 0) },
      {
        facts: {
          'village.poorCount': {
            title,
            unit: 'households',
            formula: 'count(roster, household.registered and any(household.members, person.enrolled))',
          },
        },
      },
    );
    const rows = [
      { household: { registered: 'yes' } },
      { household: { registered: true, members: [{ enrolled: 1 }] } },
    ];
    expect(problemsOf(roster, { village: {}, roster: rows }).map(({ path }) => path)).toEqual([
      'roster[0].household.registered',
      'roster[1].household.members[0].enrolled',
    ]);
  });

  it('is an invalid case', () => {
    expect(() => decide(policy, household({ registered: 'x' }) as never, { on: day })).toThrow(
      expect.objectContaining({ code: 'invalid-case' }),
    );
  });

  it('has all its problems told at once', () => {
    expect(paths(household({ registered: 'x', type: 'y', perCapitaNetIncome: 'z', exitDate: 'w' })).toSorted()).toEqual(
      ['household.exitDate', 'household.perCapitaNetIncome', 'household.registered', 'household.type'],
    );
  });

  it('never shows personal data in a message', () => {
    const secret = '441234199001011234';
    const text = JSON.stringify(
      problemsOf(policy, household({ gridCell: 5, type: secret, perCapitaNetIncome: secret, exitDate: secret })),
    );
    expect(text).not.toContain(secret);
  });

  const noObject = { code: 'wrong-shape', zh: '应为一个对象', en: 'should be an object' };

  it.each<[unknown]>([[null], [undefined], [5], ['text'], [[]], [true], [() => 1]])('%s is no case', (input) => {
    expect(problemsOf(policy, input)).toEqual([{ ...noObject, path: '' }]);
  });

  it('an entity, a member or a case of a roster that is no object is refused by its place', () => {
    expect(problemsOf(policy, { household: 5 })).toEqual([{ ...noObject, path: 'household' }]);
    expect(problemsOf(policy, household({ members: [{}, 5] }))).toEqual([
      { ...noObject, path: 'household.members[1]' },
    ]);
    expect(problemsOf(policy, { household: {}, roster: [{}, []] })).toEqual([{ ...noObject, path: 'roster[1]' }]);
  });

  it('a hole in a list is no member and no case', () => {
    const withHole = [{}, {}, {}];
    delete withHole[1];
    expect(problemsOf(policy, household({ members: withHole }))).toEqual([
      { ...noObject, path: 'household.members[1]' },
    ]);
    expect(problemsOf(policy, { household: {}, roster: withHole })).toEqual([{ ...noObject, path: 'roster[1]' }]);
  });

  it('a case of a roster has the shape of one, and no roster', () => {
    const long = 'x'.repeat(100);
    const rows = [
      { household: 5 },
      { household: { members: ['x'] } },
      { households: {} },
      { roster: [] },
      { [long]: 1 },
    ];
    expect(problemsOf(policy, { household: {}, roster: rows }).map(({ code, path }) => [code, path])).toEqual([
      ['wrong-shape', 'roster[0].household'],
      ['wrong-shape', 'roster[1].household.members[0]'],
      ['unknown-field', 'roster[2].households'],
      ['unknown-field', 'roster[3].roster'],
      ['unknown-field', `roster[4].${long.slice(0, 60)}`],
    ]);
    const named = JSON.parse('[{ "household": { "__proto__": {} } }]');
    expect(paths({ household: {}, roster: named })).toEqual(['roster[0].household.__proto__']);
    expect(paths({ household: {}, roster: [{ household: null }] })).toEqual([]);
  });

  it('an entity that is null or undefined is not there', () => {
    expect(problemsOf(policy, { household: {}, village: null, town: undefined })).toEqual([]);
    expect(problemsOf(policy, household({ members: null }))).toEqual([]);
  });

  it('a list of members is one, and not too long; a list of that name elsewhere is no list of members', () => {
    const wanted = {
      code: 'wrong-shape',
      path: 'household.members',
      zh: '应为列表，不超过 500 项',
      en: 'should be a list of at most 500 entries',
    };
    expect(problemsOf(policy, household({ members: {} }))).toEqual([wanted]);
    expect(problemsOf(policy, household({ members: new Array(501).fill({}) }))).toEqual([wanted]);
    expect(problemsOf(policy, household({ members: new Array(500).fill({}) }))).toEqual([]);
    expect(problemsOf(policy, { household: {}, village: { members: 5 } })).toEqual([]);
    expect(problemsOf(policy, { household: {}, roster: 'all' })).toMatchObject([{ path: 'roster' }]);
  });

  it('what is wrong in one place is told once', () => {
    const twice = onePolicy(
      { when: leaf('household.listed', 'equal', true) },
      {
        facts: {
          'household.listed': {
            title,
            formula:
              "any(household.measures, measure.name = 'x') and any(household.measures, measure.cause = 'illness')",
          },
        },
      },
    );
    expect(problemsOf(twice, household({ measures: [{ name: 5 }] })).map(({ path }) => path)).toEqual([
      'household.measures[0].name',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused wherever it stands', (key) => {
    const keyed = JSON.parse(`{ "${key}": { "registered": true } }`) as Data;
    expect(problemsOf(policy, keyed)).toHaveLength(1);
    expect(problemsOf(policy, { household: keyed })).toContainEqual({
      code: 'forbidden-key',
      path: `household.${key}`,
      zh: '应为无（不允许此键）',
      en: 'should be left out: this key is never allowed',
    });
  });

  it('an unknown entity is refused, and what there is is named', () => {
    const [problem, ...others] = problemsOf(policy, { houshold: {} });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'unknown-field', path: 'houshold' });
    const names = policy.entities.join(', ');
    expect([problem?.zh, problem?.en]).toEqual([`应为下列之一：${names}`, `should be one of ${names}`]);
    expect(problemsOf(policy, { ['x'.repeat(100)]: {} })[0]?.path).toBe('x'.repeat(60));
  });

  it('inherited facts do not count', () => {
    const inherited = household(Object.create({ registered: true, type: 'dibao' }) as Data);
    expect(findingOf(policy, inherited).because[0]?.actual).toBeNull();
  });

  it.each<[unknown]>([['2017-02-29'], ['20170901'], [''], [null], [20170901], [new Date()], ['1899-12-31'], [{}]])(
    'the day %s is refused',
    (on) => {
      expect(() => decide(policy, household() as Case, { on: on as string })).toThrow(/on: /);
      expect(() => decide(policy, household() as Case, { on: day, assessedOn: on as string })).toThrow(/assessedOn: /);
    },
  );

  it('a wrong day is told once, with an example', () => {
    const problem = {
      code: 'wrong-date',
      path: 'on',
      zh: '应为日期 yyyy-mm-dd，例如 2017-09-01',
      en: 'should be a date, yyyy-mm-dd, such as 2017-09-01',
    };
    const told = (problems: Data[]) => expect.objectContaining({ code: 'invalid-case', problems });
    const ask = (dates: Dates) => () => decide(policy, household() as Case, dates);
    expect(ask({ on: '2017' })).toThrow(told([problem]));
    expect(ask({ on: '2017', assessedOn: '2017' })).toThrow(told([problem]));
    expect(ask({ on: '2017', assessedOn: '2018' })).toThrow(told([problem, { ...problem, path: 'assessedOn' }]));
    expect(ask({ on: '2017', assessedOn: day })).toThrow(told([problem]));
    expect(ask({ on: day, assessedOn: '2018' })).toThrow(told([{ ...problem, path: 'assessedOn' }]));
    expect(() => refuseWrongDays({ on: '2017', assessedOn: '2018' })).toThrow(
      told([problem, { ...problem, path: 'assessedOn' }]),
    );
    expect(() => refuseWrongDays({ on: '2017-01-01' })).not.toThrow();
  });

  it('a fact that somebody gave all objects does not count, whatever cases came before', () => {
    for (let turn = 0; turn < 3; turn++)
      expect(findingOf(policy, household({ registered: true })).because[0]?.actual).toBe(true);
    Object.defineProperty(Object.prototype, 'registered', {
      value: true,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    try {
      for (let turn = 0; turn < 3; turn++) expect(findingOf(policy, household()).because[0]?.actual).toBeNull();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'registered');
    }
  });

  it('is not opened where it cannot be read; else its persons are found, members before one who stands alone', () => {
    const input = { household: { members: [{ id: 'a' }, {}] }, person: { id: 'b' } };
    expect(open(policy, input, { on: day }).persons.map(({ path }) => path)).toEqual([
      'household.members[0]',
      'household.members[1]',
      'person',
    ]);
    const refuse = () => {
      throw new TypeError('not to be read');
    };
    const unreadable = household(Object.defineProperty({}, 'registered', { get: refuse, enumerable: true }));
    expect(() => open(policy, unreadable, { on: day })).toThrow(expect.objectContaining({ code: 'invalid-case' }));
  });

  it('the same problems stop assess', () => {
    expect(() => assess(policy, household({ registered: 'x' }) as unknown as Case, { on: day })).toThrow(
      'household.registered',
    );
  });

  it('is told and never crashes, whatever JSON it is', () => {
    const keys = fc.constantFrom(
      'household',
      'members',
      'registered',
      'housing',
      'work',
      'type',
      'roster',
      '__proto__',
      'constructor',
      'length',
      'toString',
      'person',
      'date',
      'county',
      'x',
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(true, false, null, 0, -0, 'general', 5, '2017-01-01', ['industry'], [[]], {
        members: [{}],
      }),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        values,
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
        fc.array(tie('tree'), { maxLength: 4 }),
      ),
    }));
    const input = fc.oneof(fc.jsonValue(), tree, fc.record({ household: fc.dictionary(keys, tree) }));
    fc.assert(
      fc.property(input, (value) => {
        // Any error but the one class would be thrown on.
        for (const problem of problemsOf(policy, value)) expect(problem.path).toEqual(expect.any(String));
      }),
      { numRuns: 500 },
    );
  });
});
