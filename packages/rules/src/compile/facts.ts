import type { FactModel } from '../model/policy.ts';
import { anything, type Interval, type Value } from '../values/interval.ts';
import type { Evaluate } from './expression.ts';
import { type Frame, pending } from './frame.ts';
import type { Slot } from './slots.ts';

/** A fact with its place in the frames and the way to its value. */
export interface CompiledFact {
  readonly model: FactModel;
  /** Which frame holds it, and at which place of its values. */
  readonly level: 'case' | 'person' | 'item';
  readonly index: number;
  /** What an unknown number is known to lie between. */
  readonly bounds: Interval;
  readonly codes: ReadonlySet<string> | undefined;
  derive: Evaluate | undefined;
  /** The slot that shows it in the tables, if a condition looks at it. */
  slot: Slot | undefined;
}

/** Of the years in which a calendar day can lie. */
const years: Interval = { low: 1900, high: 2100 };

export function boundsOf({ type, min, max }: FactModel): Interval {
  const { low, high } = type === 'year' ? years : anything;
  return { low: min ?? low, high: max ?? high };
}

/** The frame that holds a fact, seen from another; undefined where there is none (no member asked about). */
export function homeOf(fact: CompiledFact, frame: Frame): Frame | undefined {
  return fact.level === 'case' ? frame.case : fact.level === 'person' ? frame.person : frame.item;
}

/** A fact's value: as given, else as it follows from others, else undefined. Worked out once a frame. */
export function factValue(fact: CompiledFact, frame: Frame): Value {
  const home = homeOf(fact, frame);
  if (home === undefined) return undefined;
  const value = home.values[fact.index];
  if (value !== pending) return value;
  // Set before deriving: a derivation that comes back to its own fact finds it unknown.
  home.values[fact.index] = undefined;
  const derived = (fact.derive as Evaluate)(home);
  home.values[fact.index] = derived;
  return derived;
}
