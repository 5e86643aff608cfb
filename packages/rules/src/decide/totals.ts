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
  add({ grants }: CompiledRule, { status, outcomes }: Pick<RuleFinding, 'status' | 'outcomes'>): void {
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
    const totals: Total[] = [];
    for (let place = 0; place < this.rows.length; place++) {
      const { value, certain, unpriced, found } = this.sums[place] as (typeof this.sums)[number];
      if (!found) continue;
      const { unit, every } = this.rows[place] as Regime['totals'][number];
      const total = { unit, every, value: value / precision, certain: certain / precision };
      totals.push(unpriced > 0 ? { ...total, unpriced } : total);
    }
    return totals;
  }
}
