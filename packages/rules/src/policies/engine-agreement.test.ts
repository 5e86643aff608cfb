import type { Case, RuleFinding } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { bundled, policyIds } from '../../scripts/bundled-policies.ts';
import { decide } from '../decide/decide.ts';
import { toEngine } from '../engine/index.ts';
import { rulesIn } from '../testing/tiny-policy.ts';

/** The engine knows no unknown: it can be held to what rests on known facts alone. */
const isComplete = ({ because }: RuleFinding): boolean =>
  because.every(({ holds, actual, expected }) => holds !== null && actual !== null && expected !== null);

describe.each(policyIds)('%s: json-rules-engine and the tests beside the policy', (id) => {
  const { policy, tests } = bundled(id);
  const seen = new Map<string, Set<boolean>>();

  it('raises an event for what is met, and for nothing else', async () => {
    for (const test of tests) {
      const dates = test.assessedOn === undefined ? { on: test.on } : { on: test.on, assessedOn: test.assessedOn };
      const input = test.case as Case;
      // Only the rules that the test is about: the others were asked where they are.
      const asked = { ...policy, rules: policy.rules.filter((rule) => rule.id in test.expect) };
      const findings = rulesIn(decide(asked, input, dates)).filter(isComplete);
      const members = input.household?.members ?? [];
      const places = [undefined, ...members.keys(), ...(input.person === undefined ? [] : [members.length])];
      for (const member of places) {
        const of = (finding: RuleFinding): boolean =>
          member === undefined
            ? finding.subject.entity !== 'person'
            : finding.subject.entity === 'person' &&
              (finding.subject.index ?? member) === member &&
              finding.subject.id === ((member === members.length ? input.person : members[member])?.id ?? null);
        const own = findings.filter(of);
        if (own.length === 0) continue;
        const { events } = await toEngine(asked, dates).run(
          member === undefined ? { case: input } : { case: input, member },
        );
        const raised = new Set(events.map(({ type }) => type));
        for (const { rule, status } of own) {
          expect(raised.has(rule), `${test.name}: ${rule} is ${status}`).toBe(status === 'met');
          seen.set(rule, (seen.get(rule) ?? new Set()).add(status === 'met'));
        }
      }
    }
  });

  it('was asked of nearly every rule, met and not met', () => {
    // Of some rules every test that meets, or fails, them leaves another condition open.
    const oneSided = policy.rules.filter(({ id }) => seen.get(id)?.size !== 2);
    expect(oneSided.length / policy.rules.length).toBeLessThan(0.1);
  });
});
