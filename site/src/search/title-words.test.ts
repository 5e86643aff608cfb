import { expect, it } from 'vitest';
import { titleWords } from './title-words.ts';

it('sets the words of a Chinese title apart and leaves its punctuation out', () => {
  expect(titleWords('判定记录', 'zh')).toBe('words:判定 记录');
  expect(titleWords('版本、草稿与锁定', 'zh')).toBe('words:版本 草稿 与 锁定');
});

it('says nothing of a title that has spaces', () => {
  expect(titleWords('Records of decisions', 'en')).toBeUndefined();
});
