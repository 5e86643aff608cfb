import type { Status } from '@jingzhun/rules';
import type { Sum } from '../protocol-results.ts';
import { type FindingStore, precision } from './finding-store.ts';

interface Kept {
  readonly unit: string;
  readonly every: string;
  certain: number;
  possible: number;
  unpriced: number;
}

/** Adds up what is granted, by unit and by how often, exactly: as `decide` does for one household. */
export class Sums {
  private readonly store: FindingStore;
  private readonly kept: Kept[] = [];

  constructor(store: FindingStore) {
    this.store = store;
  }

  /** A finding whose amounts stand from `amounts` on. */
  add(rule: number, status: Status, amounts: number): void {
    if (status !== 'met' && status !== 'unknown') return;
    const grants = this.store.grantsOf(rule);
    for (let grant = 0; grant < grants.length; grant++) {
      const amount = this.store.amountAt(amounts + grant);
      if (amount === undefined) continue;
      const sum = this.sumOf(grants[grant] as (typeof grants)[number]);
      if (Number.isNaN(amount)) {
        sum.unpriced++;
        continue;
      }
      sum.possible += amount;
      if (status === 'met') sum.certain += amount;
    }
  }

  /** Money first, and first what comes every year; then in the order of the document. */
  list(): readonly Sum[] {
    return this.kept
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ unit, every, certain, possible, unpriced }) => ({
        unit,
        every,
        certain: certain / precision,
        possible: possible / precision,
        unpriced,
      }));
  }

  private sumOf({ unit, every }: { readonly unit: string; readonly every: string }): Kept {
    const { kept } = this;
    // A policy adds up in a handful of ways: looking through them is quicker than a key.
    for (const each of kept) if (each.unit === unit && each.every === every) return each;
    const sum = { unit, every, certain: 0, possible: 0, unpriced: 0 };
    kept.push(sum);
    return sum;
  }
}

const rank = ({ unit, every }: { readonly unit: string; readonly every: string }): number =>
  unit !== 'yuan' ? 2 : every === 'year' ? 0 : 1;
