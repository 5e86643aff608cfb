import type { RuleFinding, RuleModel } from '@jingzhun/rules';
import { expect, test } from 'vitest';
import { grants, grantsOf, verdictOf } from './verdict.ts';

const finding = (rule: string, status: RuleFinding['status'], more: object = {}): RuleFinding =>
  ({
    rule,
    status,
    kind: 'incentive',
    subject: { entity: 'unit' },
    outcomes: [],
    missing: [],
    ...more,
  }) as unknown as RuleFinding;
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
  const verdict = verdictOf({ findings, totals: [] }, new Set(['penalty', 'warning', 'talk', 'elsewhere']), new Set());
  expect(rulesIn(verdict.cards.met)).toEqual(['award']);
  expect(rulesIn(verdict.cards.applies)).toEqual(['penalty']);
  expect(rulesIn(verdict.cards.unmet)).toEqual(['bonus']);
  expect(rulesIn(verdict.cards.unknown)).toEqual(['talk']);
  expect(rulesIn(verdict.notApplying)).toEqual(['warning']);
  expect(rulesIn(verdict.outside)).toEqual(['elsewhere']);
});

test('what waits for its day alone is not to be filled in', () => {
  const findings = [
    finding('deadline', 'unknown', { due: '2016-12-31' }),
    finding('half known', 'unknown', { due: '2016-12-31', missing: ['unit.funds'] }),
    finding('talk', 'unknown'),
  ];
  const { cards } = verdictOf({ findings, totals: [] }, new Set(), new Set());
  expect(rulesIn(cards.later)).toEqual(['deadline']);
  expect(rulesIn(cards.unknown)).toEqual(['half known', 'talk']);
});

test('what grants something is a benefit, of whatever kind it is', () => {
  const of = (rule: string) => finding(rule, 'unmet', { kind: 'funding-rule' });
  const { cards } = verdictOf({ findings: [of('standard'), of('top-up')], totals: [] }, new Set(), new Set(['top-up']));
  expect(cards.unmet.map(({ finding: { rule }, benefit }) => [rule, benefit])).toEqual([
    ['top-up', true],
    ['standard', false],
  ]);
  const model = (role: string) => ({ outcomes: [{ role }] }) as unknown as RuleModel;
  expect([model('grant'), model('require')].map(grants)).toEqual([true, false]);
});

test('how often an amount comes is what the policy says of it, and one that is not met is not granted', () => {
  const rule = {
    outcomes: [
      { role: 'grant', what: 'aid' },
      { role: 'grant', what: 'interest' },
    ],
  } as unknown as RuleModel;
  const outcomes = [
    { what: 'aid', value: 10_000, unit: 'yuan', every: 'once' },
    { what: 'interest', value: 1300, unit: 'yuan' },
  ];
  const often = (status: string) =>
    grantsOf(rule, { status, outcomes } as unknown as RuleFinding).map(({ every }) => every);
  expect(often('met')).toEqual(['once', undefined]);
  expect(often('unmet')).toEqual([]);
});
