import { describe, expect, it } from 'vitest';
import type { Leaf, Slot } from '../compile/slots.ts';
import { isKleeneExact, type OpenTree } from './exactness.ts';

/** A fact of so many classes beside the unknown one. */
const slotOf = (classes: number): Slot => ({ width: classes + 1 }) as Slot;
/** A condition on it, which holds in the classes named. */
function on(slot: Slot, ...classes: readonly number[]): OpenTree {
  const holds = Array.from({ length: slot.width }, (_, code) => classes.includes(code));
  return { leaf: { slot, holds } as unknown as Leaf };
}
const all = (...parts: readonly OpenTree[]): OpenTree => ({ all: true, parts });
const any = (...parts: readonly OpenTree[]): OpenTree => ({ all: false, parts });
const none = () => [];

describe('logic of three values is exact', () => {
  it('where every condition is of another fact, whatever is known of them', () => {
    const never = () => {
      throw new Error('nothing is asked of the facts');
    };
    expect(isKleeneExact(any(on(slotOf(2), 1), all(on(slotOf(3), 2), { not: on(slotOf(2), 1) })), never)).toBe(true);
  });

  it('where a fact comes back and says the same', () => {
    const [a, b] = [slotOf(2), slotOf(2)];
    expect(isKleeneExact(all(on(a, 1), on(b, 1), on(a, 1)), none)).toBe(true);
    expect(isKleeneExact(any(on(a, 1), on(a, 1)), none)).toBe(true);
  });

  it('and is not where all that a fact can be comes to one answer', () => {
    const a = slotOf(2);
    expect(isKleeneExact(any(on(a, 1), { not: on(a, 1) }), none)).toBe(false);
    expect(isKleeneExact(all(on(a, 1), on(a, 2)), none)).toBe(false);
    expect(isKleeneExact(any(on(a, 1), on(a, 2)), none)).toBe(false);
  });

  it('nor where it comes to one only with another fact', () => {
    const [a, b] = [slotOf(2), slotOf(2)];
    expect(isKleeneExact(any(all(on(a, 1), on(b, 1)), all(on(a, 2), on(b, 1))), none)).toBe(false);
    expect(isKleeneExact(any(all(on(a, 1), on(b, 1)), all(on(a, 1), on(b, 2))), none)).toBe(false);
    expect(isKleeneExact(all(any(on(a, 1), on(b, 1)), any(on(a, 1), on(b, 1))), none)).toBe(true);
  });

  it('for two thresholds of a number that is known or not at all', () => {
    // Below both, between them, above both.
    const number = slotOf(3);
    expect(isKleeneExact(all(on(number, 1), on(number, 1, 2)), none)).toBe(true);
    expect(isKleeneExact(any(on(number, 1), on(number, 3)), none)).toBe(true);
    expect(isKleeneExact(any(on(number, 1, 2), on(number, 2, 3)), none)).toBe(false);
  });

  it('for what a number can be known to lie in as well', () => {
    const number = slotOf(3);
    const outside = any(on(number, 1), on(number, 3));
    const known =
      (...ranges: readonly (readonly number[])[]) =>
      (slot: Slot) =>
        slot === number ? ranges.map((codes) => new Set(codes)) : [];
    expect(isKleeneExact(outside, known([1, 2], [2, 3]))).toBe(true);
    expect(isKleeneExact(outside, known([1, 2], [1, 3]))).toBe(false);
    expect(isKleeneExact(outside, known([3, 1]))).toBe(false);
    expect(isKleeneExact(outside, known([1], [2], [3]))).toBe(true);
    expect(isKleeneExact(all(on(slotOf(2), 1), outside), known([1, 3]))).toBe(false);
  });

  it('whatever the classes that all conditions on a fact treat alike', () => {
    // Two of three hundred classes each: a class, or not, is all that is told apart.
    const [a, b] = [slotOf(300), slotOf(300)];
    expect(isKleeneExact(any(on(a, 7), on(b, 7), on(a, 7), on(b, 7)), none)).toBe(true);
  });

  it('as far as it is looked for: up to 20,000 combinations', () => {
    // Conditions that tell all classes of a fact apart, as digits of two tell numbers apart: each is known to be one class or any.
    const apart = (slot: Slot): OpenTree[] =>
      [1, 2, 4, 8, 16, 32, 64, 128].map((digit) =>
        on(slot, ...Array.from({ length: slot.width }, (_, code) => code).filter((code) => ((code - 1) & digit) > 0)),
      );
    const tree = (...classes: readonly number[]): OpenTree => any(...classes.flatMap((count) => apart(slotOf(count))));
    expect(isKleeneExact(tree(159, 124), none)).toBe(true);
    expect(isKleeneExact(tree(159, 125), none)).toBe(false);
    // Of another fact only its own conditions count.
    const other = slotOf(159);
    expect(isKleeneExact(any(...apart(slotOf(159)), on(other, 1), on(other, 1)), none)).toBe(true);
  });
});
