import { expect, test } from 'vitest';
import { splitAtWords } from './split-at-words.ts';

test.each([
  ['主导（优势）产业数不少于 1 项', ['主导（优势）', '产业数不少于 1 项', '']],
  ['县的贫困户数不少于 2 户', ['县的贫困', '户数不少于 2 户', '']],
  ['人均可支配收入不低于 4,000 元/人·年', ['人均可支配收入', '不低于 4,000 元/人·年', '']],
  ['（不少于 2 户', ['（', '不少于 2 户', '']],
  ['驻村干部：是', ['驻村', '干部：是', '']],
  ['公示：有无', ['公示：有无']],
  ['用 5 个月', ['用 ', '5 个月', '']],
  ['visits: at least 3', ['visits: at least 3']],
])('%s', (text, parts) => {
  expect(splitAtWords(text)).toEqual(parts);
});
