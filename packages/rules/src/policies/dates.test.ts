import type { Case, RuleFinding, Status } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { bundled, policyIds } from '../../scripts/bundled-policies.ts';
import { decide } from '../decide/decide.ts';
import type { RuleModel } from '../model/policy.ts';
import { rulesIn } from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';

describe.each(policyIds)('%s: a day before, on and after each date', (id) => {
  const { policy, tests } = bundled(id);
  let asked = 0;
  const find = (rule: RuleModel, input: unknown, on: string, assessedOn = on): RuleFinding => {
    asked += 1;
    const [found] = rulesIn(decide({ ...policy, rules: [rule] }, input as Case, { on, assessedOn }));
    return found as RuleFinding;
  };
  const dueOf = ({ due, force }: RuleModel): string =>
    typeof due === 'object' && 'parameter' in due
      ? String(policy.parameters[due.parameter]?.values.findLast(({ from }) => from <= force.from)?.value)
      : String(due);

  it.each(policy.rules.map((rule) => ({ id: rule.id, rule })))(
    '$id is in force from its first day to its last',
    ({ rule }) => {
      const entity = rule.asks[0] as string;
      const empty = entity === 'person' ? { household: { members: [{}] } } : { [entity]: {} };
      const day = (on: string): Status => find(rule, empty, on).status;
      const { from, to } = rule.force;
      expect(day(addDays(from, -1))).toBe('not-in-force');
      expect(day(from)).not.toBe('not-in-force');
      expect(day(addDays(from, 1))).not.toBe('not-in-force');
      if (to === null) return;
      expect(day(addDays(to, -1))).not.toBe('not-in-force');
      expect(day(to)).not.toBe('not-in-force');
      expect(day(addDays(to, 1))).toBe('not-in-force');
    },
  );

  // A due date that follows from facts has tests of its own.
  const due = policy.rules.filter(
    (rule) => rule.due !== undefined && !(typeof rule.due === 'object' && 'fact' in rule.due),
  );
  it.each(due.map((rule) => ({ id: rule.id, rule })))(
    '$id is late the day after it is due, where it is still in force',
    ({ rule }) => {
      // A case that a test of the policy finds short of it and not yet due.
      const short = tests.find(({ expect: expected }) =>
        expected[rule.id]?.some(({ status, missing }) => status === 'unknown' && missing?.length === 0),
      );
      expect(short, 'a test says what is not yet due').toBeDefined();
      const last = dueOf(rule);
      // Seen from later, what was in force is late as well.
      const [before, on, after] = [-1, 0, 1].map((by) => {
        const day = addDays(last, by);
        if (day > (rule.force.to ?? day)) return find(rule, short?.case, last, day);
        const assessedOn = short?.assessedOn ?? last;
        return find(rule, short?.case, day, [assessedOn, day].sort()[0]);
      });
      expect([before?.status, before?.daysLeft, before?.due]).toEqual(['unknown', 1, last]);
      expect([on?.status, on?.daysLeft]).toEqual(['unknown', 0]);
      expect([after?.status, after?.daysLeft]).toEqual(['unmet', undefined]);
    },
  );

  it('three days were asked around each of these dates', () => {
    const ends = policy.rules.filter(({ force }) => force.to !== null).length;
    expect(asked).toBe(3 * (policy.rules.length + ends + due.length));
    expect(asked).toBeGreaterThan(0);
  });
});
