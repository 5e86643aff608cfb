import type { RuleFinding } from '@jingzhun/rules';
import type { Card } from './verdict.ts';

/** Whether cards say the same of the same subjects. */
export function sameFindings(some: readonly Card[], others: readonly Card[]): boolean {
  return (
    some.length === others.length &&
    some.every((card, at) => {
      const other = others[at] as Card;
      return card.key === other.key && isSame(card.finding, other.finding);
    })
  );
}

/** What a rule says of many is shared by their findings: most parts are the same objects, and need not be looked through. */
function isSame(one: RuleFinding, other: RuleFinding): boolean {
  const names = Object.keys(one) as (keyof RuleFinding)[];
  return names.length === Object.keys(other).length && names.every((name) => isSamePart(name, one[name], other[name]));
}

function isSamePart(name: keyof RuleFinding, one: unknown, other: unknown): boolean {
  // Whom a finding is about is part of the card's key.
  return one === other || name === 'subject' || JSON.stringify(one) === JSON.stringify(other);
}
