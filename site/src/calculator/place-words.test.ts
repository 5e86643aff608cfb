import { expect, test } from 'vitest';
import { calcWords } from '../words/calc.ts';
import { Describe } from './describe.ts';
import type { PageData } from './page-data.ts';
import { isNamed, placeWords } from './place-words.ts';
import { words } from './words.ts';

const label = (label: string) => ({ label, type: 'text' });
const data = {
  facts: {
    'household.industryProjects': label('产业项目'),
    'industryProject.kind': label('类别'),
    'person.schoolStage': label('在读学段'),
  },
  entryFacts: { 'household.industryProjects': 'industryProject' },
  words: { ...words.zh, calc: calcWords.zh.page },
} as unknown as PageData;

test('a place is called by what is asked there, and of whom', () => {
  const named = (path: string) => placeWords(path, ['', '甲'], new Describe(data), data);
  expect(named('household.members[1].schoolStage')).toBe('第 2 人 甲 在读学段');
  expect(named('household.industryProjects[0].kind')).toBe('产业项目 第 1 条 类别');
});

test('what the page does not ask has no name', () => {
  const paths = [
    'household.members[0].schoolStage',
    'household.industryProjects[0].kind',
    'household.industryProjects',
  ];
  expect(paths.filter((path) => !isNamed(path, data))).toEqual([]);
  for (const path of ['household.gone', 'household.members[0].gone', 'household.industryProjects[0].gone', 'a.b[0].c'])
    expect(isNamed(path, data)).toBe(false);
});
