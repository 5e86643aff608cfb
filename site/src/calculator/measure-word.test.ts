import { expect, test } from 'vitest';
import { measureWord } from './measure-word.ts';

test.each([
  ['产业项目数', '项'],
  ['帮扶措施（一户一策）', '项'],
  ['重点工作（所列九项）', '项'],
  ['掌握技能（项数）', '项'],
  ['用途不符的支出笔数', '笔'],
  ['村年度计划（年数）', '年'],
  ['联网层级（省、市、县）', '级'],
  ['五议的步骤数', '步'],
  ['每村产品（产业）数', '项'],
  ['教学点数', undefined],
  ['签名', undefined],
  ['项目部', undefined],
])('%s is counted by %s', (name, word) => {
  expect(measureWord(name)).toBe(word);
});
