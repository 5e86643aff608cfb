import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { assess } from '../decide/assess.ts';
import type { Policy } from '../model/policy.ts';
import { evaluated } from '../testing/evaluated.ts';
import { day, findingsOf, leaf, loadTiny, onePolicy, problemsOf, title } from '../testing/tiny-policy.ts';
import { caseFrame, membersOf, personFrame } from './entries.ts';
import { factValue } from './facts.ts';
import { regimeOn } from './regime.ts';

const facts = {
  'household.ill': { title, unit: 'persons', formula: 'count(household.members, person.ill)' },
  'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
};
const both = {
  any: [leaf('household.ill', 'greaterThan', 0), leaf('household.students', 'greaterThan', 0)],
};
const question = { on: day, assessedOn: day, latest: day, inherits: false, problems: [] };

describe('the entries of a list', () => {
  it('are unknown inside another list, where the list is not given', () => {
    const formula = 'any(household.visitDates, any(household.members, person.enrolled))';
    expect(evaluated(formula, { visitDates: ['2017-01-01'] }, '')).toBeUndefined();
    expect(evaluated(formula, { visitDates: ['2017-01-01'], members: [{ enrolled: true }] }, '')).toBe(true);
  });

  it('are read once, however often they are gone through', () => {
    const { policy } = loadTiny({ facts, rules: {} });
    const { levels } = regimeOn(policy, day);
    const frame = caseFrame({ household: { members: [{}, {}] } }, question, levels);
    expect(membersOf(frame, levels)).toBe(membersOf(frame, levels));
    expect(
      problemsOf(onePolicy({ when: both }, { facts }), { household: { members: [{ enrolled: 'yes' }] } }),
    ).toHaveLength(1);
  });

  it('that are no records are refused', () => {
    const own = {
      'household.reviewed': {
        title,
        formula: "any(household.identificationReviews, review.result = 'kept')",
      },
    };
    const policy = onePolicy({ when: leaf('household.reviewed', 'equal', true) }, { facts: own });
    expect(problemsOf(policy, { household: { identificationReviews: [null] } })).toHaveLength(1);
  });
});

it('an entity that is null gives nothing, whatever rules look at in it', () => {
  const when = {
    any: [leaf('household.registered', 'equal', true), leaf('village.assistingUnits', 'contains', '甲')],
  };
  const input = { household: { registered: true }, village: null };
  expect(findingsOf(onePolicy({ when }), input).map(({ status }) => status)).toEqual(['met']);
});

describe('a record that cannot be used', () => {
  const funds = "any(LIST.measures, measure.kind = 'funds')";
  const one = [{ kind: 'industry' }, { kind: 5 }];

  it('is named where it stands: whose it is, and in which case of a roster', () => {
    const own = { 'person.own': { title, formula: funds.replace('LIST', 'person') } };
    const ofPerson = onePolicy({ subject: 'person', when: leaf('person.own', 'equal', true) }, { facts: own });
    const paths = (policy: Policy, input: unknown) => problemsOf(policy, input).map(({ path }) => path);
    expect(paths(ofPerson, { household: { members: [{ measures: one }, {}, { measures: one }] } })).toEqual([
      'household.members[0].measures[1].kind',
      'household.members[2].measures[1].kind',
    ]);
    expect(paths(ofPerson, { person: { measures: one } })).toEqual(['person.measures[1].kind']);

    const formula = `count(roster, ${funds.replace('LIST', 'household')})`;
    const ofCounty = onePolicy(
      { subject: 'county', when: leaf('county.own', 'greaterThan', 0) },
      { facts: { 'county.own': { title, formula, unit: 'households' } } },
    );
    const roster = [{ household: {} }, { household: { measures: one } }, { household: { measures: one } }];
    expect(paths(ofCounty, { county: {}, roster })).toEqual([
      'roster[1].household.measures[1].kind',
      'roster[2].household.measures[1].kind',
    ]);
  });
});

describe('a fact of a member', () => {
  it('is unknown where no member is asked about', () => {
    const { policy } = loadTiny({ facts: { 'household.students': facts['household.students'] }, rules: {} });
    const regime = regimeOn(policy, day);
    const home = caseFrame({ household: { members: [{ schoolStage: 'primary' }] } }, question, regime.levels);
    const enrolled = regime.scope.fact('person.enrolled');
    expect(factValue(enrolled, home)).toBeUndefined();
    expect(factValue(enrolled, personFrame({ schoolStage: 'primary' }, home, regime.levels, 'person'))).toBe(true);
  });
});

describe('inside records that are not their own, a person asked about is still the one named', () => {
  const truths = [true, false, undefined];
  const kinds = ['funds', 'industry', undefined];
  const ofPerson = (formula: string) =>
    onePolicy(
      { subject: 'person', when: leaf('person.own', 'equal', true) },
      { facts: { 'person.own': { title, formula } } },
    );
  const caseOf = (measures: readonly (string | undefined)[], members: readonly (boolean | undefined)[]): Case =>
    ({
      village: { measures: measures.map((kind) => ({ kind })) },
      household: { members: members.map((inDibao) => ({ inDibao })) },
    }) as Case;
  const filled = <T>(given: readonly (T | undefined)[], values: readonly T[]): T[][] =>
    given.reduce<T[][]>(
      (ways, each) => ways.flatMap((way) => (each === undefined ? values : [each]).map((value) => [...way, value])),
      [[]],
    );

  it.each<[string, (kinds: readonly string[], inDibao: boolean) => boolean]>([
    [
      "any(village.measures, measure.kind = 'funds' and person.inDibao)",
      (kinds, inDibao) => kinds.some((kind) => kind === 'funds' && inDibao),
    ],
    [
      "every(village.measures, measure.kind = 'funds' or person.inDibao)",
      (kinds, inDibao) => kinds.every((kind) => kind === 'funds' || inDibao),
    ],
    [
      "count(village.measures, measure.kind = 'funds' and person.inDibao) >= 2",
      (kinds, inDibao) => kinds.filter((kind) => kind === 'funds' && inDibao).length >= 2,
    ],
  ])('%s is settled exactly where all completions agree', (formula, byHand) => {
    const policy = ofPerson(formula);
    for (const measures of kinds.flatMap((one) => kinds.map((other) => [one, other]))) {
      for (const members of truths.flatMap((one) => truths.map((other) => [one, other]))) {
        const input = caseOf(measures, members);
        const expected = members.map((inDibao) => {
          const ways = filled(measures, ['funds', 'industry']).flatMap((known) =>
            filled([inDibao], [true, false]).map(([known1]) => byHand(known, known1 as boolean)),
          );
          return ways.every((way) => way) ? 'met' : ways.some((way) => way) ? 'unknown' : 'unmet';
        });
        expect(assess(policy, input, { on: day }).map(({ status }) => status)).toEqual(expected);
        expect(findingsOf(policy, input).map(({ status }) => status)).toEqual(expected);
      }
    }
  });

  it('what is given of the person is not missing, and of others it is not asked', () => {
    const policy = ofPerson("any(village.measures, measure.kind = 'funds' and person.inDibao)");
    const missing = (measures: readonly (string | undefined)[], inDibao: boolean | undefined) =>
      findingsOf(policy, caseOf(measures, [inDibao])).map((finding) => finding.missing);
    expect(missing(['funds'], undefined)).toEqual([['person.inDibao']]);
    expect(missing([undefined], true)).toEqual([['measure.kind']]);
    expect(missing(['funds'], true)).toEqual([[]]);
  });

  it('a member gone through takes their place', () => {
    const policy = ofPerson('any(village.measures, any(household.members, person.inDibao)) and not person.inDibao');
    const statuses = findingsOf(policy, caseOf(['funds'], [true, false])).map(({ status }) => status);
    expect(statuses).toEqual(['unmet', 'met']);
  });

  it('an amount follows them', () => {
    const policy = onePolicy({
      subject: 'person',
      when: leaf('household.registered', 'equal', true),
      grant: { what: 'aid', amount: "sum(village.measures, person.pensionDue, measure.kind = 'funds')", unit: 'yuan' },
    });
    const input = {
      village: { measures: [{ kind: 'funds' }, { kind: 'industry' }, { kind: 'funds' }] },
      household: { registered: true, members: [{ pensionDue: 10 }, { pensionDue: 25 }] },
    };
    expect(findingsOf(policy, input).map(({ outcomes }) => outcomes[0]?.value)).toEqual([20, 50]);
  });
});
