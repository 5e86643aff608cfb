import { expect, it } from 'vitest';
import { escaped } from './markdown.ts';

it.each([
  ['a | b', 'a \\| b'],
  ['<b>&', '&lt;b&gt;&amp;'],
  ['[x](y) *z*\n# h', '\\[x\\](y) \\*z\\* \\# h'],
  ['- one', '\\- one'],
  ['+ one', '\\+ one'],
  ['12. one', '12\\. one'],
  ['2) one', '2\\) one'],
  ['-5 to +5', '-5 to +5'],
  ['3.5', '3.5'],
])('%j stays text: %j', (text, written) => {
  expect(escaped(text)).toBe(written);
});
