import type { RuleFinding } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { verdictOf } from './verdict.ts';

const finding = (rule: string, status: RuleFinding['status']): RuleFinding =>
  ({ rule, status, kind: 'incentive', subject: { entity: 'unit' }, outcomes: [] }) as unknown as RuleFinding;
const rulesIn = (cards: readonly { readonly finding: RuleFinding }[]) => cards.map(({ finding: { rule } }) => rule);

test('a rule that only applies is neither met nor unmet, and open as long as that is not known', () => {
  const findings = [
    finding('award', 'met'),
    finding('penalty', 'met'),
    finding('warning', 'unmet'),
    finding('bonus', 'unmet'),
    finding('talk', 'unknown'),
    finding('elsewhere', 'not-applicable'),
  ];
  const verdict = verdictOf({ findings, totals: [] }, new Set(['penalty', 'warning', 'talk', 'elsewhere']));
  expect(rulesIn(verdict.cards.met)).toEqual(['award']);
  expect(rulesIn(verdict.cards.applies)).toEqual(['penalty']);
  expect(rulesIn(verdict.cards.unmet)).toEqual(['bonus']);
  expect(rulesIn(verdict.cards.unknown)).toEqual(['talk']);
  expect(rulesIn(verdict.notApplying)).toEqual(['warning']);
  expect(rulesIn(verdict.outside)).toEqual(['elsewhere']);
});
