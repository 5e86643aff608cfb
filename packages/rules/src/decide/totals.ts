import type { Status, Total } from '@jingzhun/schemas';
import type { OutcomeModel } from '../model/policy.ts';

/** Adds up what is granted, by unit and by how often: what is certain, and what it comes to if every unknown is met. */
export class Totals {
  private readonly rows = new Map<string, { unit: string; every: string; value: number; certain: number; unpriced: number }>();

  /** `steps`: the amount in steps of 1/scale (fen for yuan); undefined where it is not known. */
  add({ unit = '', every = 'once' }: OutcomeModel, status: Status, steps: number | undefined, scale: number): void {
    const key = `${unit} ${every}`;
    let row = this.rows.get(key);
    if (row === undefined) {
      row = { unit, every, value: 0, certain: 0, unpriced: 0 };
      this.rows.set(key, row);
    }
    if (steps === undefined) {
      row.unpriced += 1;
      return;
    }
    // Kept as whole ten-thousandths until the end, so that sums of fen stay exact.
    const whole = steps * (precision / scale);
    row.value += whole;
    if (status === 'met') row.certain += whole;
  }

  list(): Total[] {
    return [...this.rows.values()].map(({ unit, every, value, certain, unpriced }) => ({
      unit,
      every,
      value: value / precision,
      certain: certain / precision,
      ...(unpriced > 0 ? { unpriced } : {}),
    }));
  }
}

const precision = 10_000;
