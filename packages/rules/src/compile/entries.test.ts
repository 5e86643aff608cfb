import { describe, expect, it } from 'vitest';
import { evaluated } from '../testing/evaluated.ts';
import { day, leaf, loadTiny, onePolicy, problemsOf, title } from '../testing/tiny-policy.ts';
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
