import { expect, test } from 'vitest';
import { holdsWords } from './holds-words.ts';

test('every word has to be there, in any order', () => {
  expect(holdsWords('全日制大学助学金', '助学金 大学')).toBe(true);
  expect(holdsWords('全日制大学助学金', '助学金 高中')).toBe(false);
});

test('words are parted by spaces, full-width ones too, and by commas', () => {
  expect(holdsWords('危房改造公示', '危房　公示')).toBe(true);
  expect(holdsWords('危房改造公示', '危房、公示')).toBe(true);
  expect(holdsWords('危房改造', '危房、公示')).toBe(false);
});

test('case and width do not matter', () => {
  expect(holdsWords('Danger level C, 2000', 'danger ２０００ c')).toBe(true);
});

test('no word at all is in every text', () => {
  expect(holdsWords('', '')).toBe(true);
  expect(holdsWords('a', '  ')).toBe(true);
});
