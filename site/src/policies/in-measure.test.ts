import { expect, test } from 'vitest';
import { inMeasure } from './in-measure.ts';

test.each([
  ['不少于 1 个', '增收主业（项数）', '不少于 1 项'],
  ['为 0 个', '用途不符的支出笔数', '为 0 笔'],
  ['每村不少于 5 个', '五议的步骤数', '每村不少于 5 步'],
  ['3 个（每镇）', '拆分点数', '3 个（每镇）'],
  ['2 个村', '产业项目数', '2 个村'],
  ['12 个月', '产业项目', '12 个月'],
  ['1 个', '实用技术下限', '1 项'],
  ['2 个', '实用技术目标', '2 项'],
  ['3 个', '拆分点数上限', '3 个'],
])('%s of %s', (text, name, said) => {
  expect(inMeasure(text, name, 'zh')).toBe(said);
  expect(inMeasure(text, name, 'en')).toBe(text);
});
