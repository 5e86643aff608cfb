import { describe, expect, it } from 'vitest';
import { bandsOf } from './bands.ts';

const yuan = (...values: number[]) => new Map(values.map((value) => [value * 10_000, 1]));

describe('bands of a distribution', () => {
  it('are exact where few values differ', () => {
    expect(bandsOf(yuan(-500, 1000, 500))).toEqual([
      { from: -500, to: -500, households: 1 },
      { from: 500, to: 500, households: 1 },
      { from: 1000, to: 1000, households: 1 },
    ]);
  });

  it('are at most a dozen of round width where many differ, and none reaches over 0', () => {
    const values = Array.from({ length: 200 }, (_, place) => (place - 60) * 7.5).filter((value) => value !== 0);
    const bands = bandsOf(yuan(...values));
    expect(bands.length).toBeLessThanOrEqual(12);
    expect(bands.reduce((sum, { households }) => sum + households, 0)).toBe(values.length);
    expect(bands.every(({ from, to }) => from > 0 === to > 0)).toBe(true);
    expect([bands[0]?.from, bands.at(-1)?.to]).toEqual([values[0], values.at(-1)]);
  });

  it('are none where nobody changes', () => {
    expect(bandsOf(new Map())).toEqual([]);
  });
});
