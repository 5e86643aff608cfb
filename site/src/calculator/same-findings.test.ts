import { decide } from '@jingzhun/rules';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { expect, test } from 'vitest';
import { sameFindings } from './same-findings.ts';
import { type Card, verdictOf } from './verdict.ts';

const on = '2017-09-01';

function cardsOf(household: object): readonly Card[] {
  const { cards } = verdictOf(decide(ruyuan2016, { household }, { on }), new Set(), new Set());
  return [...cards.met, ...cards.unknown, ...cards.unmet];
}

test('findings of two decisions about the same are the same, though they are other objects', () => {
  const household = { registered: true, incomeYear: 2016, members: [{ schoolStage: 'undergraduate' }] };
  const [some, others] = [cardsOf(household), cardsOf(structuredClone(household))];
  expect(some[0]?.finding).not.toBe(others[0]?.finding);
  expect(sameFindings(some, others)).toBe(true);
});

test('a finding that says something else is not the same', () => {
  const some = cardsOf({ incomeYear: 2016, perCapitaDisposableIncome: 3000 });
  const others = cardsOf({ incomeYear: 2016, perCapitaDisposableIncome: 3001 });
  const changed = some.filter((card) => !others.some((other) => sameFindings([card], [other])));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(some.length);
});

test('the same said of another member, or of fewer, is not the same', () => {
  const cards = cardsOf({ registered: true, members: [{}, {}] });
  const [first, second] = cards.filter(
    ({ person, finding }) =>
      person !== undefined && finding.rule === cards.find((card) => card.person === 1)?.finding.rule,
  );
  expect(sameFindings([first as Card], [second as Card])).toBe(false);
  expect(sameFindings([first as Card, second as Card], [first as Card])).toBe(false);
});
