import { describe, expect, it } from 'vitest';
import { decide } from '../packages/rules/src/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016.gen.ts';
import { disagreement } from './agreement.ts';
import { handWrittenFindings } from './hand-written/findings.ts';
import { day, household } from './household.ts';
import { randomHouseholds } from './random-households.ts';

describe('the hand-written rules', () => {
  it('find the same as decide, and nothing less, on the household that is timed', () => {
    expect(handWrittenFindings(household)).toStrictEqual(decide(ruyuan2016, household, { on: day }).findings);
    expect(disagreement(ruyuan2016, household, day)).toBeUndefined();
  });

  it('agree with decide and assess on random households, facts left out', () => {
    const cases = [...randomHouseholds(ruyuan2016, 300, 20_170_901)];
    for (const given of cases) expect(disagreement(ruyuan2016, given, day), JSON.stringify(given)).toBeUndefined();
  });

  it('meet every status of every rule among the random households', () => {
    const seen = new Map<string, Set<string>>();
    for (const given of randomHouseholds(ruyuan2016, 1000, 7)) {
      for (const { rule, status } of handWrittenFindings(given)) {
        if (!seen.has(rule)) seen.set(rule, new Set());
        seen.get(rule)?.add(status);
      }
    }
    const rules = ruyuan2016.rules.filter(({ asks }) => asks.includes('household') || asks.includes('person'));
    for (const { id, scope, when, items } of rules) {
      const possible = [
        'met',
        'unknown',
        ...(when !== undefined || items !== undefined ? ['unmet'] : []),
        ...(scope !== undefined ? ['not-applicable'] : []),
      ];
      expect([...(seen.get(id) ?? [])].sort(), id).toEqual(possible.sort());
    }
  });
});
