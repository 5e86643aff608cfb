import type { Outcome } from '@jingzhun/rules';
import type { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';

/**
 * A grant to several persons as a sum: "3,000 元/年 × 2 人", and what that comes to where it is more than one term or one
 * person. Grants of different units or rhythms are sums of their own.
 */
export function writtenOut(grants: readonly Outcome[], { words }: PageData, describe: Describe): readonly string[] {
  const priced = grants.filter((grant): grant is Outcome & { value: number } => typeof grant.value === 'number');
  const kinds = Map.groupBy(priced, ({ what, unit, every }) => `${what} ${unit} ${every}`);
  return [...kinds.values()].map((same) => {
    const byValue = Map.groupBy(same, ({ value }) => value);
    const terms = [...byValue.values()].map((equal) =>
      say(words.calc.times, { amount: amountEach(equal[0] as Outcome, describe), count: equal.length }),
    );
    if (same.length === 1) return terms.join('');
    // Yuan have two decimals: whole fen add up exactly.
    const sum = same.reduce((total, { value }) => total + Math.round(value * 100), 0) / 100;
    const first = same[0] as Outcome;
    return say(words.calc.sumOf, { terms: terms.join(' + '), sum: amountEach({ ...first, value: sum }, describe) });
  });
}

/** Without "per person": the persons are counted beside it. */
export function amountEach({ per: _, ...grant }: Outcome, describe: Describe): string {
  return describe.amount(grant);
}
