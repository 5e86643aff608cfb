import type { Status } from '@jingzhun/rules';
import type { Inexact, Sum } from '../protocol-results.ts';
import { type FindingStore, precision } from './finding-store.ts';

interface Kept {
  readonly unit: string;
  readonly every: string;
  certain: number;
  possible: number;
  certainMeant: Inexact | undefined;
  possibleMeant: Inexact | undefined;
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
      const granted = grants[grant] as (typeof grants)[number];
      const sum = this.sumOf(granted);
      if (Number.isNaN(amount)) {
        sum.unpriced++;
        continue;
      }
      sum.possible += amount;
      sum.possibleMeant = lessExact(sum.possibleMeant, granted.meant);
      if (status !== 'met') continue;
      sum.certain += amount;
      sum.certainMeant = lessExact(sum.certainMeant, granted.meant);
    }
  }

  /** Money first, and first what comes every year; then in the order of the document. */
  list(): readonly Sum[] {
    return this.kept
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ unit, every, certain, possible, certainMeant, possibleMeant, unpriced }) => ({
        unit,
        every,
        certain: certain / precision,
        possible: possible / precision,
        ...(certainMeant && { certainMeant }),
        ...(possibleMeant && { possibleMeant }),
        unpriced,
      }));
  }

  private sumOf({ unit, every }: { readonly unit: string; readonly every: string }): Kept {
    const { kept } = this;
    // A policy adds up in a handful of ways: looking through them is quicker than a key.
    for (const each of kept) if (each.unit === unit && each.every === every) return each;
    const sum: Kept = {
      unit,
      every,
      certain: 0,
      possible: 0,
      certainMeant: undefined,
      possibleMeant: undefined,
      unpriced: 0,
    };
    kept.push(sum);
    return sum;
  }
}

const rank = ({ unit, every }: { readonly unit: string; readonly every: string }): number =>
  unit !== 'yuan' ? 2 : every === 'year' ? 0 : 1;

/** A sum is no more exact than its parts: about so much where one of them is, else at least where one is. */
const lessExact = (one: Inexact | undefined, other: Inexact | undefined): Inexact | undefined =>
  one === 'approx' || other === 'approx' ? 'approx' : (one ?? other);
