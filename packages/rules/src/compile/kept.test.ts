import { expect, it } from 'vitest';
import { keptAt } from './kept.ts';

it('what is kept at a key is made once for each', () => {
  const map = new Map<string, { readonly made: number }>();
  let made = 0;
  const at = (key: string) =>
    keptAt(map, key, () => {
      made += 1;
      return { made };
    });
  const first = at('a');
  expect(first).toEqual({ made: 1 });
  expect(at('b')).toEqual({ made: 2 });
  expect(at('a')).toBe(first);
  expect(made).toBe(2);
});
