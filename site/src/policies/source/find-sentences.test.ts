import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findSentences } from './find-sentences.ts';

const digest = (sentence: string): string => createHash('sha256').update(sentence.replace(/\s/gu, '')).digest('hex');

function found(text: string, ...sentences: string[]): string[] {
  const all = [...findSentences(text, sentences.map(digest))].at(-1);
  return sentences.flatMap((sentence) => {
    const place = all?.get(digest(sentence));
    return place === undefined ? [] : [`${place.way} ${text.slice(place.start, place.end)}`];
  });
}

test('a sentence is found with the white space that stands inside it', () => {
  expect(found('前。每户 2000 元，\n按年发。', '每户2000元，按年发')).toEqual(['exact 每户 2000 元，\n按年发']);
});

test('a sentence whose punctuation has another width is found where it stands, and told apart', () => {
  expect(found('前。每户2000元，按年发。', '每户2000元,按年发')).toEqual(['width 每户2000元，按年发']);
  expect(found('前。每户2000元,按年发。', '每户2000元，按年发')).toEqual(['width 每户2000元,按年发']);
});

test('both at once', () => {
  expect(found('甲，乙。丙,丁。', '甲,乙', '丙,丁')).toEqual(['width 甲，乙', 'exact 丙,丁']);
});

test('a sentence with another word is not found', () => {
  expect(found('每户2001元，按年发。', '每户2000元，按年发')).toEqual([]);
});

test('no second look once everything is found', () => {
  expect([...findSentences('甲，乙', [digest('甲，乙')])]).toHaveLength(1);
});
