import { describe, expect, it } from 'vitest';
import { codesOf, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

describe('own facts', () => {
  const own = (name: string, formula: string, more: Data = {}) =>
    codesOf({ facts: { [name]: { title, formula, ...more } } });

  it('state the unit of a number, and it is the one the formula gives', () => {
    expect(own('household.x', 'household.memberCount * 2')).toEqual(['unit-wanted']);
    expect(own('household.x', 'household.memberCount * 2', { unit: 'persons' })).toEqual([]);
    expect(own('household.x', 'household.memberCount * 2', { unit: 'yuan' })).toEqual(['unit-mismatch']);
  });

  it('do not depend on themselves', () => {
    expect(codesOf({ facts: { 'household.x': { title, formula: 'not household.x' } } })).toContain('cyclic-fact');
    const round = {
      'household.x': { title, formula: 'not household.y' },
      'household.y': { title, formula: 'not household.x' },
    };
    expect(codesOf({ facts: round })).toContain('cyclic-fact');
  });

  it('are checked also where no rule uses them', () => {
    expect(own('household.x', 'household.registerd')).toEqual(['unknown-name']);
    expect(own('household.x', '1 +')).toEqual(['formula-syntax']);
  });

  it('belong to an entity that there is', () => {
    expect(own('houshold.x', 'true')).toEqual(['unknown-name']);
  });

  it('of a household do not name a person, those of a person do', () => {
    expect(own('household.x', 'person.enrolled')).toEqual(['no-person-here']);
    expect(own('person.x', 'person.enrolled and household.registered')).toEqual([]);
  });
});
