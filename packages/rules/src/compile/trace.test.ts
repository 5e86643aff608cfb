import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { day, leaf, onePolicy, title } from '../testing/tiny-policy.ts';
import { recallOf, type Told } from './recall.ts';
import { regimeOn } from './regime.ts';

type Input = Readonly<Record<string, unknown>>;

const own = ['skillCount', 'medicalPremium', 'pensionDue'];
const working = ['person.monthsWorked > 0', ...own.map((name) => `given(person.${name})`)].join(' and ');

/** Every kind of fact, of a household, of an area and of persons. */
const policy: Policy = onePolicy(
  {
    when: {
      any: [
        leaf('household.registered', 'equal', true),
        leaf('household.rural', 'equal', true),
        leaf('household.memberCount', 'greaterThan', 1),
        leaf('household.perCapitaNetIncome', 'lessThan', 4000),
        leaf('household.exitDate', 'lessThan', '2017-01-01'),
        leaf('household.gridCell', 'equal', '一'),
        leaf('household.housing.work', 'equal', 'repair'),
        leaf('household.supportKinds', 'contains', 'industry'),
        leaf('household.annualPlanYears', 'contains', 2017),
        leaf('household.workers', 'greaterThan', 0),
        leaf('household.measured', 'equal', true),
        leaf('area.publicServicesAtAverage', 'equal', true),
      ],
    },
  },
  {
    facts: {
      'household.workers': { title, unit: 'persons', formula: `count(household.members, ${working})` },
      'household.measured': { title, formula: "any(household.measures, measure.name = 'x')" },
    },
  },
);
const levels = () => regimeOn(policy, day).levels;

const asked = (on = day, assessedOn = day) => ({
  on,
  assessedOn,
  latest: assessedOn,
  inherits: false,
  problems: [],
});

/** Where the answers to the second of two cases are kept, once the first came twice. */
function keptFor(first: Input, second: Input, question = asked()): [Told | undefined, Told | undefined] {
  const recall = recallOf(levels());
  recall(first, asked());
  return [recall(first, asked()), recall(second, question)];
}

const household = {
  registered: true,
  memberCount: 2,
  perCapitaNetIncome: 3.5,
  exitDate: '2017-03-01',
  housing: { work: 'repair' },
  supportKinds: ['industry', 'funds'],
  annualPlanYears: [2016, 2017],
  measures: [{ name: 'x', of: { what: [1] } }, {}],
  members: [{ monthsWorked: 3 }, {}],
};
const given = { household, area: { publicServicesAtAverage: true } };
const but = (changes: Input): Input => ({ ...given, household: { ...household, ...changes } });
/** A household that is made from another, with facts of its own. */
const made = (from: Input, own: Input): Input => ({
  ...given,
  household: Object.assign(Object.create(from) as object, household, own),
});

describe('cases share their answers', () => {
  it.each<[what: string, input: Input]>([
    ['that are the same', structuredClone(given)],
    ['that differ in what no rule knows', but({ id: 'H-2', phone: { of: 'somebody' } })],
    ['that differ in whom they speak of', but({ members: [{ id: 'P-1', monthsWorked: 3 }, { id: 'P-2' }] })],
    ['where nothing is given as null or as nothing', but({ rural: null, gridCell: undefined })],
    ['where an object inside is empty', but({ loan: {} })],
    ['that are made from others', made({ gridCell: '一' }, {})],
    ['whose entity is nothing', { ...given, county: null, village: undefined }],
  ])('%s', (_, input) => {
    const [first, second] = keptFor(given, input);
    expect(first).toBeDefined();
    expect(second).toBe(first);
  });
});

describe('cases are told apart by', () => {
  it.each<[what: string, input: Input]>([
    ['a truth', but({ registered: false })],
    ['a truth that is none', but({ registered: 1 })],
    ['a truth of another fact', but({ registered: undefined, rural: true })],
    ['a number', but({ memberCount: 3 })],
    ['a number with decimals', but({ perCapitaNetIncome: 2.5 })],
    ['a number that is large', but({ memberCount: 2 ** 32 + 2 })],
    ['a number as text', but({ memberCount: '2' })],
    ['a day', but({ exitDate: '2017-03-02' })],
    ['a text', but({ gridCell: '一' })],
    ['a code inside', but({ housing: { work: 'none' } })],
    ['no object inside', but({ housing: 'repair' })],
    ['a list for an object inside', but({ housing: [] })],
    ['a number larger than any', but({ memberCount: 2n })],
    ['a truth in what is made from others', made({ registered: true }, { registered: false })],
    ['what a case is only made from', made({ registered: true }, { registered: undefined })],
    ['an entry of a list', but({ supportKinds: ['industry', 'trading'] })],
    ['the order of a list', but({ supportKinds: ['funds', 'industry'] })],
    ['the length of a list', but({ supportKinds: ['industry'] })],
    ['an empty list', but({ supportKinds: [] })],
    ['a list that is none', but({ supportKinds: {} })],
    ['a list with nothing in it', but({ supportKinds: [null] })],
    ['no list', but({ supportKinds: null })],
    ['a number in a list', but({ annualPlanYears: [2016, 2018] })],
    ['texts of numbers in a list', but({ annualPlanYears: ['2016', '2017'] })],
    ['a key of a record', but({ measures: [{ title: 'x', of: { what: [1] } }, {}] })],
    ['a value of a record', but({ measures: [{ name: 'y', of: { what: [1] } }, {}] })],
    ['what stands deep in a record', but({ measures: [{ name: 'x', of: { what: [2] } }, {}] })],
    ['an object for a list in a record', but({ measures: [{ name: 'x', of: { what: { 0: 1 } } }, {}] })],
    ['how many records there are', but({ measures: [{ name: 'x', of: { what: [1] } }] })],
    ['what a member gives', but({ members: [{ monthsWorked: 4 }, {}] })],
    ['which member gives it', but({ members: [{}, { monthsWorked: 3 }] })],
    ['how many members there are', but({ members: [{ monthsWorked: 3 }] })],
    ['no list of members', but({ members: undefined })],
    ['nothing for a list of members', but({ members: null })],
    ['an empty list of members', but({ members: [] })],
    ['somebody alone', { ...given, person: {} }],
    ['an entity', { household }],
    ['an entity that gives nothing', { household, area: {} }],
    ['another entity', { ...given, county: {} }],
  ])('%s', (_, input) => {
    const [first, second] = keptFor(given, input);
    expect(first).toBeDefined();
    expect(second).not.toBe(first);
    expect(keptFor(input, given)[1]).not.toBe(keptFor(input, given)[0]);
  });

  it('what somebody who stands alone gives', () => {
    const alone = { person: { monthsWorked: 1 } };
    expect(keptFor(alone, { person: { monthsWorked: 2 } })[1]).toBeUndefined();
    expect(keptFor(alone, { person: {} })[1]).toBeUndefined();
    expect(keptFor(alone, {})[1]).toBeUndefined();
  });

  it.each<[what: string, one: Input, other: Input]>([
    ['an empty list and an empty record', but({ supportKinds: [] }), but({ supportKinds: {} })],
    ['a record for a list and nothing', but({ supportKinds: {} }), but({ supportKinds: null })],
    ['a list and nothing inside', but({ housing: [] }), but({ housing: {} })],
    ['a list of one record and the record', but({ measures: [{}] }), but({ measures: {} })],
    ['a list in a list and two lists', but({ supportKinds: [[[]]] }), but({ supportKinds: [[], []] })],
    [
      'a member and somebody alone',
      { household: { members: [{ monthsWorked: 1 }] } },
      { household: {}, person: { monthsWorked: 1 } },
    ],
    ['a large whole number and one', but({ memberCount: 2n }), but({ memberCount: 2 })],
    ['a household and a person', { household: {} }, { person: {} }],
  ])('%s', (_, one, other) => {
    expect(keptFor(one, other)[1]).toBeUndefined();
    expect(keptFor(other, one)[1]).toBeUndefined();
  });

  it('somebody alone and a member', () => {
    const alone = { household: { members: [] }, person: { monthsWorked: 1 } };
    const [first, second] = keptFor(alone, { household: { members: [{ monthsWorked: 1 }] }, person: {} });
    expect(second).not.toBe(first);
    expect(keptFor(alone, { ...alone, person: { monthsWorked: 2 } })[1]).toBeUndefined();
  });

  it.each([asked('2017-06-16', day), asked(day, '2017-06-16'), asked('2017-06-16', '2017-06-16')])(
    'the days of the question',
    (question) => {
      expect(keptFor(given, given, question)[1]).toBeUndefined();
    },
  );
});

describe('no answer is kept', () => {
  const never = (input: Input): void => {
    const recall = recallOf(levels());
    for (let turn = 0; turn < 3; turn++) expect(recall(input, asked())).toBeUndefined();
  };

  it('of a case that came once', () => {
    const recall = recallOf(levels());
    expect(recall(given, asked())).toBeUndefined();
    const told = recall(given, asked());
    expect(told).toBeDefined();
    expect(recall(given, asked())).toBe(told);
  });

  it('of one that gives very much', () => {
    const member = { monthsWorked: 1, skillCount: 1, medicalPremium: 1, pensionDue: 1 };
    never(but({ members: Array.from({ length: 500 }, () => member) }));
    never(but({ measures: Array.from({ length: 1000 }, (_, place) => ({ name: `${place}`, of: place })) }));
  });

  it('of one that takes a number more than there is place for', () => {
    // The days, the household, its list and how long that is: the rest are its entries.
    const full = { household: { measures: new Array(4087 + 2).fill('x') } };
    never({ household: { measures: [...full.household.measures, 'x'] } });
    const [first, second] = keptFor(full, structuredClone(full));
    expect(first?.numbers).toHaveLength(4096);
    expect(second).toBe(first);
  });

  it('of one with records in records without end', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    never(but({ measures: [circle] }));
    let deep = {};
    for (let depth = 0; depth < 100_000; depth++) deep = { deep };
    never(but({ measures: [deep] }));
    const list: unknown[] = [];
    list.push(list);
    never(but({ supportKinds: list }));
  });

  it('under a text that is longer than any that is taken', () => {
    const long = (letter: string) => letter.repeat(2001);
    const recall = recallOf(levels());
    for (const letter of ['x', 'y', 'x', 'x', 'y']) {
      expect(recall(but({ gridCell: long(letter) }), asked())).toBeUndefined();
      expect(recall(but({ supportKinds: [long(letter)] }), asked())).toBeUndefined();
    }
    const [first, second] = keptFor(but({ gridCell: 'x'.repeat(2000) }), but({ gridCell: 'x'.repeat(2000) }));
    expect(second).toBe(first);
  });
});

it('a case is told from others whatever words were forgotten', () => {
  const recall = recallOf(levels());
  const cell = (gridCell: string): Input => ({ household: { gridCell } });
  for (let each = 0; each < 10_500; each++) recall(cell(`${each}`), asked());
  const [first, second] = keptFor(cell('0'), cell('10499'));
  expect(second).not.toBe(first);
  const again = keptFor(cell('7'), cell('7'));
  expect(again[1]).toBe(again[0]);
});
