import { expect, it } from 'vitest';
import { commentsInBoth } from './comments.ts';
import { emitCase } from './emit-case.ts';
import { emitVocabulary } from './emit-vocabulary.ts';
import { readVocabulary } from './read-vocabulary.ts';

const source = readVocabulary(new URL('../vocabulary/', import.meta.url));
const comments = commentsInBoth(source, () => '备注。');

it('gives the Chinese of every comment that the generated files take from the vocabulary, and of no other', () => {
  const written = [
    ...`${emitCase(source)}${emitVocabulary(source)}`.matchAll(/^ *\/\*\* (.* \(\S*\p{Script=Han}.*) \*\/$/gmu),
  ].map(([, text]) => text);
  // Its own words, not the vocabulary's.
  const own = written.filter((text) => text?.startsWith('The roster'));
  expect(own).toHaveLength(1);
  expect(new Set(comments.keys())).toEqual(new Set(written.filter((text) => !own.includes(text))));
});

it('calls records and sets of codes by their names in both languages', () => {
  expect(comments.get('hospital pair (医院结对)')).toBe('医院结对');
  expect(comments.get('ten action plans (十大行动计划)')).toBe('十大行动计划');
});

it('says unit, form and note', () => {
  expect(comments.get('administrative villages (行政村数), villages')).toBe('行政村数，单位：个村');
  expect(comments.get('date of application (申请日期), yyyy-mm-dd')).toBe('申请日期，yyyy-mm-dd');
  expect(comments.get('town (镇（乡、街道）): township level')).toBe('镇（乡、街道）。备注。');
  expect(comments.get('town (镇（乡、街道）)')).toBe('镇（乡、街道）');
});
