import type { Random } from '../../examples/rosters/synthetic/random.ts';

/** Breaks a file in one way. It may come out as it was where there is nothing to break. */
export type Breakage = (bytes: Uint8Array, random: Random) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Mostly a few bytes, at times half of the file. */
function range({ length }: Uint8Array, random: Random): readonly [from: number, to: number] {
  const from = random.int(0, Math.max(0, length - 1));
  const size = random.int(1, random.pick([1, 4, 16, 64, Math.max(1, length >> 1)]));
  return [from, Math.min(length, from + size)];
}

const noise = (random: Random): Uint8Array =>
  Uint8Array.from({ length: random.pick([1, 2, 4, 16, 300]) }, () => random.int(0, 255));

/** Whole numbers at their limits, as files hold them in four and eight bytes, and the short forms of formats that save bytes. */
const extremes: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [255, 255, 255, 255],
  [255, 255, 255, 127],
  [0, 0, 0, 128],
  [255, 255, 255, 255, 255, 255, 255, 127],
  [0, 0, 0, 0, 0, 0, 0, 128],
  [254, 255, 255, 255, 15],
  [255, 255, 255, 255, 255, 255, 255, 255, 255, 1],
];

/** Ways to break any file whatever. */
export const byteBreakages: Readonly<Record<string, Breakage>> = {
  'cut off': (bytes, random) => bytes.subarray(0, random.int(0, Math.max(0, bytes.length - 1))),
  'bits turned': (bytes, random) => {
    const changed = bytes.slice();
    const [from, to] = range(bytes, random);
    for (let at = from; at < to; at++) changed[at] = (changed[at] as number) ^ (1 << random.int(0, 7));
    return changed;
  },
  'bytes put in': (bytes, random) => {
    const at = random.int(0, bytes.length);
    return joined(bytes.subarray(0, at), noise(random), bytes.subarray(at));
  },
  'bytes taken out': (bytes, random) => {
    const [from, to] = range(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  'bytes doubled': (bytes, random) => {
    const [from, to] = range(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  'ranges swapped': (bytes, random) => {
    const [a, b] = [range(bytes, random), range(bytes, random)].sort(([x], [y]) => x - y) as [
      readonly [number, number],
      readonly [number, number],
    ];
    const firstEnd = Math.min(a[1], b[0]);
    return joined(
      bytes.subarray(0, a[0]),
      bytes.subarray(b[0], b[1]),
      bytes.subarray(firstEnd, b[0]),
      bytes.subarray(a[0], firstEnd),
      bytes.subarray(b[1]),
    );
  },
  'a number at its limit': (bytes, random) => {
    const changed = bytes.slice();
    const extreme = random.pick(extremes);
    const at = random.int(0, Math.max(0, bytes.length - extreme.length));
    changed.set(extreme.slice(0, bytes.length - at), at);
    return changed;
  },
};
