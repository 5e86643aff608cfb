import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decide } from '../packages/rules/src/index.ts';
import { ruyuan2016 } from '../packages/rules/src/policies/ruyuan-2016/1.0.0.gen.ts';
import type { Case } from '../packages/schemas/src/index.ts';
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

  it('tell the one measure that is left, beside one that is done whether it applies or not', () => {
    const nineMeasures = { solar: { applicable: true, delivered: false }, employment: { delivered: true } };
    const rest = ['asset-income', 'industry', 'education', 'housing', 'medical', 'finance', 'social-security'];
    const others = Object.fromEntries(rest.map((key) => [key, { applicable: false }]));
    const given = { household: { registered: true, nineMeasures: { ...others, ...nineMeasures } } };
    const found = handWrittenFindings(given).find(({ rule }) => rule === 'ruyuan.checklist.nine-to-household');
    expect(found).toMatchObject({ status: 'unmet', eligibleIf: [{ fact: 'household.nineMeasures.solar.delivered' }] });
    expect(disagreement(ruyuan2016, given, day)).toBeUndefined();
  });

  it('agree when asked again, and when a single fact has changed since', () => {
    const cases = [...randomHouseholds(ruyuan2016, 70, 20_170_902)];
    const others = [...randomHouseholds(ruyuan2016, 70, 20_170_903)];
    let asked = 0;
    cases.forEach((given, place) => {
      const variants = [given, ...oneFactChanged(given, others[place] as Case)];
      // What was decided the second time is kept, so the third answer may rest on it.
      for (const each of [...variants, ...variants]) decide(ruyuan2016, each, { on: day });
      for (const each of variants) {
        expect(disagreement(ruyuan2016, each, day), JSON.stringify(each)).toBeUndefined();
        asked += 1;
      }
    });
    expect(asked).toBeGreaterThan(2000);
  });

  it('meet every status of every rule among the random households', () => {
    const seen = new Map<string, Set<string>>();
    for (const given of randomHouseholds(ruyuan2016, 1000, 7)) {
      for (const { rule, status } of handWrittenFindings(given)) {
        if (!seen.has(rule)) seen.set(rule, new Set());
        seen.get(rule)?.add(status);
      }
    }
    const { findings } = decide(ruyuan2016, household, { on: day });
    const dues = new Map(findings.map((finding) => [finding.rule, 'due' in finding ? finding.due : undefined]));
    const rules = ruyuan2016.rules.filter(({ asks }) => asks.includes('household') || asks.includes('person'));
    for (const { id, scope, when, items, due } of rules) {
      // What has a due date cannot fail before it has passed, and all of them are still to come.
      if (due !== undefined) expect((dues.get(id) ?? '') >= day, id).toBe(true);
      const canFail = (when !== undefined || items !== undefined) && due === undefined;
      const canBeOut = scope !== undefined || items?.every((item) => item.scope !== undefined) === true;
      const possible = ['met', 'unknown', ...(canFail ? ['unmet'] : []), ...(canBeOut ? ['not-applicable'] : [])];
      expect([...(seen.get(id) ?? [])].sort(), id).toEqual(possible.sort());
    }
  });
});

/** The case with one value at a time taken from another: of the household, of its first member, of what stands around. */
function oneFactChanged(given: Case, other: Case): Case[] {
  const changed: Case[] = [];
  const replace = (
    into: Record<string, unknown>,
    from: Record<string, unknown>,
    wrap: (part: object) => Case,
  ): void => {
    for (const key of new Set([...Object.keys(into), ...Object.keys(from)])) {
      if (key === 'members' || isDeepStrictEqual(into[key], from[key])) continue;
      changed.push(wrap({ ...into, [key]: from[key] }));
    }
  };
  const home = given.household as Record<string, unknown>;
  const members = (home.members ?? []) as Record<string, unknown>[];
  const [first, ...rest] = members;
  const stranger = (other.household?.members ?? [])[0] as Record<string, unknown> | undefined;
  replace(home, other.household as Record<string, unknown>, (household) => ({ ...given, household }));
  if (first !== undefined && stranger !== undefined) {
    replace(first, stranger, (person) => ({ ...given, household: { ...home, members: [person, ...rest] } }) as Case);
  }
  replace({ ...given.external }, { ...other.external }, (external) => ({ ...given, external }));
  return changed;
}
