import type { Levels } from './entries.ts';
import type { Question } from './frame.ts';
import { mostNumbers, traceOf } from './trace.ts';

/** What was answered to a case, for all that give the same. The stages that decide keep it here, frozen. */
export interface Told {
  readonly numbers: Int32Array;
  verdicts: unknown;
  decision: unknown;
}

/** Where answers to such a case are, or can be kept. */
export type Recall = (input: Readonly<Record<string, unknown>>, question: Question) => Told | undefined;

const mostCases = 512;

/** What was answered to cases that came a second time: what is never seen again is not worth keeping. */
export function recallOf(levels: Levels): Recall {
  /** By hash; null is a case that came once. */
  const byHash = new Map<number, Told | null>();
  let spare: Int32Array | undefined;
  return (input, question) => {
    // Taken away meanwhile: an object that is no plain data may ask something itself while it is read.
    const numbers = spare ?? new Int32Array(mostNumbers);
    spare = undefined;
    const length = traceOf(input, levels, question, numbers);
    spare = numbers;
    if (length > mostNumbers) return undefined;
    const hash = hashOf(numbers, length);
    const known = byHash.get(hash);
    if (known === undefined) {
      if (byHash.size >= mostCases) byHash.clear();
      byHash.set(hash, null);
      return undefined;
    }
    if (known !== null && isSame(known.numbers, numbers, length)) return known;
    const told = { numbers: numbers.slice(0, length), verdicts: undefined, decision: undefined };
    byHash.set(hash, told);
    return told;
  };
}

/** FNV-1 over numbers instead of bytes. */
export function hashOf(numbers: Int32Array, length: number): number {
  let hash = length;
  for (let place = 0; place < length; place++) hash = Math.imul(hash, 16_777_619) ^ (numbers[place] as number);
  return hash;
}

function isSame(a: Int32Array, b: Int32Array, length: number): boolean {
  if (a.length !== length) return false;
  for (let place = 0; place < length; place++) if (a[place] !== b[place]) return false;
  return true;
}
