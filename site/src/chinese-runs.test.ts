import { expect, it } from 'vitest';
import { chineseRuns } from './chinese-runs.ts';

const pieces = (text: string): readonly string[] =>
  chineseRuns(text).map(({ text, chinese }) => (chinese ? `[${text}]` : text));

it('tells the Chinese of an English text from the rest, with the marks and numbers that belong to it', () => {
  expect(pieces('A roster (花名册) is a table')).toEqual(['A roster (', '[花名册]', ') is a table']);
  expect(pieces('of 粤办发〔2016〕32号, clause 2')).toEqual(['of ', '[粤办发〔2016〕32号]', ', clause 2']);
  expect(pieces('clause 二(一)4 (of the county)')).toEqual(['clause ', '[二(一)4]', ' (of the county)']);
  expect(pieces('是 nor 否')).toEqual(['[是]', ' nor ', '[否]']);
  expect(pieces('printed as “镇”, not “街道”')).toEqual(['printed as “', '[镇]', '”, not “', '[街道]', '”']);
  expect(pieces('in 名为“一事一议”的 plan')).toEqual(['in ', '[名为“一事一议”的]', ' plan']);
});

it('leaves a text that is of one kind in one piece', () => {
  expect(pieces('no Chinese at all')).toEqual(['no Chinese at all']);
  expect(pieces('户编号')).toEqual(['[户编号]']);
  expect(pieces('')).toEqual([]);
});
