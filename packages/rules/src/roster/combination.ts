import { combine } from './combine.ts';
import { combinationsOf, mostInByte } from './keys.ts';
import type { Sheet } from './sheet.ts';
import type { ClassVector } from './vectors.ts';

/** What follows from a few classes, still to be looked up; or one number for all rows. */
export type Combination =
  | number
  | { readonly inputs: readonly ClassVector[]; answer(classes: readonly number[]): number };

/** Parts of which some differ by row. */
export type Part = number | ClassVector;

/** What follows from several parts together. */
export function combinationOf(parts: readonly Part[], answer: (parts: readonly number[]) => number): Combination {
  const inputs = [...new Set(parts.filter((part) => typeof part !== 'number'))];
  const places = parts.map((part) => (typeof part === 'number' ? -1 : inputs.indexOf(part)));
  const own = parts.map((part) => (typeof part === 'number' ? part : 0));
  const all = (classes: readonly number[]): number => {
    for (let part = 0; part < places.length; part++) {
      const place = places[part] as number;
      if (place >= 0) own[part] = classes[place] as number;
    }
    return answer(own);
  };
  return inputs.length === 0 ? all([]) : { inputs, answer: all };
}

/** Looked up at once, to be a part of something else. */
export function partOf(combination: Combination, width: number, sheet: Sheet): Part {
  if (typeof combination === 'number') return combination;
  return combine(combination.inputs, sheet, combination.answer, { width, meaning: (of) => of });
}

/**
 * Parts taken in one after another, so that no table is wider than two of them. What is still to be looked up is taken in by its own
 * classes where these are few.
 */
export function folded(
  parts: readonly (Part | Combination)[],
  first: number,
  width: number,
  sheet: Sheet,
  answer: (found: number, part: number) => number,
): Part {
  return parts.reduce<Part>((found, part) => {
    const isFew = isOpen(part) && width * combinationsOf(part.inputs) <= mostInByte;
    const joined = isFew
      ? combinationOf([found, ...part.inputs], ([before = 0, ...own]) => answer(before, part.answer(own)))
      : combinationOf([found, isOpen(part) ? partOf(part, width, sheet) : part], ([a = 0, b = 0]) => answer(a, b));
    return partOf(joined, width, sheet);
  }, first);
}

function isOpen(part: Part | Combination): part is Exclude<Combination, number> {
  return typeof part !== 'number' && 'answer' in part;
}
