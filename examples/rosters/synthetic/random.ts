import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that depend on nothing but the seed. */
export interface Random {
  /** A whole number; both bounds are included. Bounds in the wrong order give the lower of the two. */
  int(from: number, to: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A key of `weights`, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  shuffled<T>(list: readonly T[]): T[];
}

export function seeded(seed: number): Random {
  const source = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(source, Math.min(from, to), to);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[int(0, list.length - 1)] as T;
  };
  return {
    int,
    chance: (probability) => int(0, 999_999) < probability * 1_000_000,
    pick,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries<number>(weights) as [K, number][];
      let left = int(0, entries.reduce((sum, [, weight]) => sum + weight, 0) - 1);
      for (const [key, weight] of entries) {
        if (left < weight) return key;
        left -= weight;
      }
      throw new Error('weights must be positive whole numbers');
    },
    shuffled: <T>(list: readonly T[]): T[] => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        const moved = copy[i] as T;
        copy[i] = copy[j] as T;
        copy[j] = moved;
      }
      return copy;
    },
  };
}
