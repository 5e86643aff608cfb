import { describe, expect, it } from 'vitest';
import { day, findingOf, findingsOf, leaf, onePolicy, title } from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });

describe('subjects', () => {
  const policy = onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true) });

  it('persons are named by their id, else by their place', () => {
    const subjects = findingsOf(policy, household({ members: [{ id: 'a' }, {}, { id: null }] })).map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual([
      { entity: 'person', id: 'a' },
      { entity: 'person', id: null, index: 1 },
      { entity: 'person', id: null, index: 2 },
    ]);
  });

  it('a person can stand alone', () => {
    const [finding] = findingsOf(policy, { person: { id: 'a', enrolled: true } });
    expect(finding).toMatchObject({ subject: { entity: 'person', id: 'a' }, status: 'met' });
    // One who stands alone has no place among members.
    expect(findingsOf(policy, { person: { enrolled: true } }).map(({ subject }) => subject)).toStrictEqual([
      { entity: 'person', id: null },
    ]);
    expect(() => findingsOf(policy, { person: { enrolled: 'yes' } })).toThrow(/person\.enrolled/);
  });

  it('of several that a rule is about, the first is asked that is there', () => {
    const either = onePolicy({ asks: ['person', 'household'], when: leaf('household.registered', 'equal', true) });
    const asked = (input: Data) => findingsOf(either, input).map(({ subject }) => subject.entity);
    expect(asked(household({ registered: true, members: [{}, {}] }))).toEqual(['person', 'person']);
    expect(asked(household({ registered: true, members: [] }))).toEqual(['household']);
    expect(asked(household({ registered: true }))).toEqual(['household']);
  });

  it('members are told apart by what is known of them in part, and a household by its own', () => {
    const facts = {
      'person.age': { title, unit: 'years', formula: 'completedYears(person.birthDate, date.on)' },
      'household.pupils': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
    };
    const grown = { any: [leaf('person.age', 'lessThan', 0), leaf('person.age', 'greaterThanInclusive', 18)] };
    const ages = onePolicy({ subject: 'person', when: grown }, { facts });
    const members = [{}, { birthDate: '1990-01-01' }, {}, { birthDate: '2010-01-01' }, {}];
    const statuses = findingsOf(ages, household({ members })).map(({ status }) => status);
    expect(statuses).toEqual(['unknown', 'met', 'unknown', 'unmet', 'unknown']);
    const many = onePolicy({ when: leaf('household.pupils', 'greaterThanInclusive', 2) }, { facts });
    const sizes = [1, 3, 1, 3].map((size) => household({ members: Array.from({ length: size }, () => ({})) }));
    expect(sizes.map((each) => findingOf(many, each).status)).toEqual(['unmet', 'unknown', 'unmet', 'unknown']);
  });

  it('there is no finding where no subject is in the case', () => {
    expect(findingsOf(policy, {})).toEqual([]);
    expect(findingsOf(policy, { county: {} })).toEqual([]);
    expect(findingsOf(policy, household({ members: [] }))).toEqual([]);
    expect(findingsOf(policy, household())).toEqual([]);
    expect(findingsOf(onePolicy({}), { county: {} })).toEqual([]);
  });

  it('a rule that asks one of several entities takes the first that is there', () => {
    const asks = onePolicy({ subject: 'county', asks: ['village', 'town'] });
    expect(findingsOf(asks, { town: { id: 't' } }).map(({ subject }) => subject)).toEqual([
      { entity: 'town', id: 't' },
    ]);
    expect(findingsOf(asks, { town: { id: 't' }, village: { id: 'v' } }).map(({ subject }) => subject)).toEqual([
      { entity: 'village', id: 'v' },
    ]);
    const from = Object.assign(Object.create({ village: { id: 'v' } }) as Data, { town: { id: 't' } });
    for (const input of [{ village: null, town: { id: 't' } }, from])
      expect(findingsOf(asks, input).map(({ subject }) => subject)).toEqual([{ entity: 'town', id: 't' }]);
    expect(findingsOf(asks, { county: {} })).toEqual([]);
  });

  it('a rule about a person can look at the household, for each of many alike members', () => {
    const both = onePolicy(
      {
        subject: 'person',
        when: {
          all: [
            leaf('person.enrolled', 'equal', true),
            leaf('household.registered', 'equal', true),
            leaf('household.students', 'greaterThanInclusive', 2),
          ],
        },
        grant: { what: 'aid', amount: 5, unit: 'yuan' },
      },
      {
        facts: {
          'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
        },
      },
    );
    const of = (facts: Data, ...enrolled: (boolean | undefined)[]) => {
      const input = household({ ...facts, members: enrolled.map((each) => ({ enrolled: each })) });
      const statuses = findingsOf(both, input).map(({ status }) => status);
      const verdicts = assess(both, input as never, { on: day });
      expect(verdicts.map(({ member }) => member)).toEqual(enrolled.map((_, place) => place));
      expect(verdicts.map(({ status }) => status)).toEqual(statuses);
      return statuses;
    };
    for (let turn = 0; turn < 3; turn++) {
      expect(of({ registered: true }, true, true, true, true)).toEqual(['met', 'met', 'met', 'met']);
      expect(of({ registered: false }, true, true)).toEqual(['unmet', 'unmet']);
      expect(of({}, true, true)).toEqual(['unknown', 'unknown']);
      expect(of({ registered: true }, true, undefined)).toEqual(['unknown', 'unknown']);
      expect(of({ registered: true }, true, false)).toEqual(['unmet', 'unmet']);
      expect(of({ registered: true }, true, true, undefined, false)).toEqual(['met', 'met', 'unknown', 'unmet']);
    }
  });

  it('what follows for a member from the household reaches the member', () => {
    const own = onePolicy({ subject: 'person', when: leaf('person.registered', 'equal', true) });
    const statuses = findingsOf(own, household({ registered: true, members: [{}, { registered: false }] })).map(
      ({ status }) => status,
    );
    expect(statuses).toEqual(['met', 'unmet']);
  });
});

describe('aggregates over a roster', () => {
  const policy = onePolicy(
    { subject: 'village', when: leaf('village.poorCount', 'greaterThanInclusive', 2) },
    {
      facts: {
        'village.poorCount': {
          title,
          unit: 'households',
          formula: 'count(roster, household.registered and household.perCapitaNetIncome < 4000)',
        },
      },
    },
  );
  const row = (registered?: boolean, perCapitaNetIncome?: number) => ({
    household: { registered, perCapitaNetIncome },
  });
  const status = (...roster: unknown[]) => findingOf(policy, { village: {}, roster }).status;

  it('give a range where households are unknown, which may settle the matter', () => {
    expect(status(row(true, 1), row(true, 1))).toBe('met');
    expect(status(row(true, 1), row(true, 5000))).toBe('unmet');
    expect(status(row(true, 1), row())).toBe('unknown');
    expect(status(row(true, 1), row(true, 1), row())).toBe('met');
    expect(status(row(), row(false))).toBe('unmet');
    expect(status(row(true, 1), row(undefined, 9000), row(false))).toBe('unmet');
    expect(status()).toBe('unmet');
  });

  it('are unknown where there is no roster, and ask for it', () => {
    expect(findingOf(policy, { village: {} })).toMatchObject({ status: 'unknown', missing: ['roster'] });
  });

  it('are over the roster at hand, also where it stands in what the case was made from', () => {
    const from = (...roster: unknown[]) => Object.assign(Object.create({ roster }) as Data, { village: {} });
    for (let turn = 0; turn < 3; turn++) {
      expect(findingOf(policy, from(row(true, 1), row(true, 1))).status).toBe('met');
      expect(findingOf(policy, from(row(true, 1))).status).toBe('unmet');
      expect(findingOf(policy, from(row(true, 1), null)).status).toBe('unknown');
    }
  });

  it('name what the unknown households lack', () => {
    expect(findingOf(policy, { village: {}, roster: [row(true, 1), row(true)] }).missing).toEqual([
      'household.perCapitaNetIncome',
    ]);
  });

  it('count members of the households of a roster', () => {
    const persons = onePolicy(
      { subject: 'village', when: leaf('village.students', 'equal', 3) },
      {
        facts: {
          'village.students': {
            title,
            unit: 'persons',
            formula: 'sum(roster, count(household.members, person.enrolled))',
          },
        },
      },
    );
    const of = (...roster: unknown[][]) =>
      findingOf(persons, { village: {}, roster: roster.map((members) => household({ members })) }).status;
    expect(of([{ enrolled: true }], [{ enrolled: true }, { enrolled: true }])).toBe('met');
    expect(of([{ enrolled: true }], [{ enrolled: true }, {}])).toBe('unknown');
    expect(of([{ enrolled: true }], [{ enrolled: false }, {}])).toBe('unmet');
  });
});
