import type { Outcome, RuleFinding, Total } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';

/** Sums are kept in whole ten-thousandths, so that they stay exact. */
const precision = 10_000;

/** Adds up what is granted, by unit and by how often: what is certain, and what it comes to if every unknown is met. */
export class Totals {
  private readonly rows: readonly Regime['totals'][number][];
  private readonly sums: { value: number; certain: number; unpriced: number; found: boolean }[];

  constructor({ totals }: Regime) {
    this.rows = totals;
    this.sums = totals.map(() => ({ value: 0, certain: 0, unpriced: 0, found: false }));
  }

  /** Grants stand first among a rule's outcomes and none is left out of an open finding, so places agree. */
  add({ grants }: CompiledRule, { status, outcomes }: RuleFinding): void {
    for (const { place, total } of grants) {
      const sum = this.sums[total] as (typeof this.sums)[number];
      const { value } = outcomes[place] as Outcome;
      sum.found = true;
      if (typeof value !== 'number') {
        sum.unpriced += 1;
        continue;
      }
      const whole = Math.round(value * precision);
      sum.value += whole;
      if (status === 'met') sum.certain += whole;
    }
  }

  list(): Total[] {
    return this.rows.flatMap(({ unit, every }, index) => {
      const { value, certain, unpriced, found } = this.sums[index] as (typeof this.sums)[number];
      if (!found) return [];
      const total = { unit, every, value: value / precision, certain: certain / precision };
      return [unpriced > 0 ? { ...total, unpriced } : total];
    });
  }
}
