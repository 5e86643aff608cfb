import { expect, test } from 'vitest';
import { isNumeral, isPart } from './is-part.ts';

test.each([
  ['一', 'en', true],
  ['十二', 'en', true],
  ['一(二)', 'en', false],
  ['四2', 'en', false],
  ['一', 'zh', false],
] as const)('%s in %s', (clause, language, part) => {
  expect(isPart(clause, language)).toBe(part);
});

test('a numeral by itself is one in any language', () => {
  expect(['一', '十二', '一(二)', '四2', ''].filter(isNumeral)).toEqual(['一', '十二']);
});
