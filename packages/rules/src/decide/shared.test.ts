import type { Case, RuleFinding } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { regimeOn } from '../compile/regime.ts';
import type { Policy } from '../model/policy.ts';
import { day, leaf, onePolicy, registered, rulesIn, title } from '../testing/tiny-policy.ts';
import { assess } from './assess.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');
const compared = leaf('household.loan.amount', 'lessThan', { fact: 'household.equity.amount' });
const aid = (amount: number | string) => ({ grant: { what: 'aid', amount, unit: 'yuan' } });

function ask(policy: Policy, facts: Data, assessedOn = day): RuleFinding {
  const [finding] = rulesIn(decide(policy, { household: facts } as Case, { on: day, assessedOn }));
  return finding as RuleFinding;
}

/** Of two cases that are alike, asked on two days: so neither is answered as the other was. */
function alike(policy: Policy, facts: Data, others: Data = facts): [RuleFinding, RuleFinding] {
  return [ask(policy, facts, '2017-01-01'), ask(policy, others, '2017-01-02')];
}

describe('alike households share', () => {
  const own = {
    'household.total': { title, unit: 'yuan', formula: 'household.loan.amount + household.equity.amount' },
    'household.pupils': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
  };
  const total = leaf('household.total', 'greaterThan', 5);

  it.each<[what: string, rule: Data, facts: Data]>([
    ['is met', { when: registered, ...aid(5) }, { registered: true }],
    ['is unmet', { when: registered }, { registered: false }],
    ['is unmet by a code', { when: general }, { type: 'dibao' }],
    ['is unmet whatever a number is', { when: { all: [registered, poor] } }, { registered: false }],
    ['is unknown', { when: registered }, {}],
    ['is unknown for want of a number', { when: poor }, {}],
    ['is unknown for want of two', { when: compared }, {}],
    ['is unknown for want of a sum', { when: total }, {}],
    ['is unknown for want of a list', { when: leaf('household.supportKinds', 'contains', 'industry') }, {}],
    [
      'is met and grants what nobody knows',
      { when: registered, ...aid('household.loan.amount') },
      { registered: true },
    ],
  ])('all of what %s', (_, rule, facts) => {
    const [one, other] = alike(onePolicy(rule, { facts: own }), facts);
    for (const key of ['outcomes', 'missing', 'because', 'eligibleIf'] as const) expect(other[key]).toBe(one[key]);
    expect(Object.isFrozen(one.outcomes)).toBe(true);
  });

  it('what they miss, where each is shown its own numbers', () => {
    const policy = onePolicy({ when: { all: [registered, poor] } });
    const [one, other] = alike(policy, { perCapitaNetIncome: 1 }, { perCapitaNetIncome: 2 });
    expect(one.missing).toEqual(['household.registered']);
    expect(other.missing).toBe(one.missing);
    expect([one, other].map(({ because }) => because[1]?.actual)).toEqual([1, 2]);
  });

  it('reasons, where each is granted its own amount', () => {
    const policy = onePolicy({ when: registered, ...aid('household.loan.amount') });
    const loan = (amount: number): Data => ({ registered: true, loan: { amount } });
    const [one, other] = alike(policy, loan(1), loan(2));
    expect(other.because).toBe(one.because);
    expect([one, other].map(({ outcomes }) => outcomes[0]?.value)).toEqual([1, 2]);
  });

  it('what they miss, where a count that is known in part is in one class', () => {
    const policy = onePolicy({ when: leaf('household.pupils', 'greaterThanInclusive', 3) }, { facts: own });
    const [one, other] = alike(policy, { members: [{}] }, { members: [{}, {}] });
    expect(one.status).toBe('unmet');
    expect(other.missing).toBe(one.missing);
  });

  it('so much and no more: past that all is worked out anew', () => {
    const years = Array.from({ length: 13 }, (_, place) => 2000 + place);
    const policy = onePolicy({
      when: { any: years.map((year) => leaf('household.annualPlanYears', 'contains', year)) },
    });
    const kept = () => regimeOn(policy, day).rules[0]?.compiled().memory.size;
    const subset = (bits: number): Data => ({ annualPlanYears: years.filter((_, place) => (bits >> place) % 2 === 1) });
    for (let bits = 0; bits < 4096; bits++) ask(policy, subset(bits));
    expect(kept()).toBe(4096);
    ask(policy, subset(4096));
    expect(kept()).toBe(1);
  });
});

describe('a case that comes again is given the same answer', () => {
  const own = () => onePolicy({ when: poor, ...aid('household.loan.amount') });
  const facts = { perCapitaNetIncome: 1, loan: { amount: 5 } };

  it('by decide, from the second time on', () => {
    const policy = own();
    const [first, second, third] = [1, 2, 3].map(() => ask(policy, facts));
    expect(second?.because).not.toBe(first?.because);
    expect(third?.because).toBe(second?.because);
    expect(third?.outcomes).toBe(second?.outcomes);
  });

  it('by assess, from the second time on', () => {
    const policy = own();
    const verdicts = [1, 2, 3].map(() => assess(policy, { household: facts } as Case, { on: day })[0]);
    expect(verdicts[1]).not.toBe(verdicts[0]);
    expect(verdicts[2]).toBe(verdicts[1]);
  });
});
