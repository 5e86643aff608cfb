import { describe, expect, it } from 'vitest';
import { type Asked, writtenOfMembers } from './testing/written.ts';

// What is told of the members of a household that has none: the query over the persons has no row for it.

describe('of no members', () => {
  it.each<[string, Asked, ...string[]]>([
    ['count(household.members)', { unit: 'persons' }, 'coalesce(members.own_of_members, 0) AS own_of_members'],
    [
      'count(household.members, person.studiesFullTime)',
      { unit: 'persons' },
      'coalesce(members.own_of_members_low, 0) AS own_of_members_low',
      'coalesce(members.own_of_members_high, 0) AS own_of_members_high',
    ],
    [
      'sum(household.members, person.skillCount)',
      { unit: 'items' },
      'CASE WHEN members.household_id IS NULL THEN 0 ELSE members.own_of_members_low END AS own_of_members_low',
      'CASE WHEN members.household_id IS NULL THEN 0 ELSE members.own_of_members_high END AS own_of_members_high',
    ],
    [
      'sum(household.members, year(person.birthDate))',
      { unit: '1' },
      'CASE WHEN members.household_id IS NULL THEN 0 ELSE members.own_of_members END AS own_of_members',
    ],
    [
      'any(household.members, person.studiesFullTime)',
      {},
      'CASE WHEN members.household_id IS NULL THEN FALSE ELSE members.own_of_members END AS own_of_members',
    ],
    [
      'every(household.members, person.studiesFullTime)',
      {},
      'CASE WHEN members.household_id IS NULL THEN TRUE ELSE members.own_of_members END AS own_of_members',
    ],
    ['latest(household.members, person.birthDate)', { day: true }, 'members.own_of_members AS own_of_members'],
  ])('%s', (formula, asked, ...columns) => {
    expect(writtenOfMembers(formula, asked)).toEqual(columns);
  });
});
