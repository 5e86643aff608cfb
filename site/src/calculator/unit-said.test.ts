import { expect, test } from 'vitest';
import { isUnitSaid } from './unit-said.ts';

test.each([
  ['户数', 'households', '户', 'households'],
  ['贫困户数', 'registered poor households', '户', 'households'],
  ['农村人口', 'rural population', '人', 'persons'],
  ['患病人口数', 'registered persons who are ill', '人', 'persons'],
  ['行政村数', 'administrative villages', '个村', 'villages'],
  ['通宽带小组数', 'groups with broadband', '个组', 'groups'],
  ['主要负责人到村次数', 'visits of the head', '次', 'times'],
  ['掌握技能（项数）', 'skills', '项', 'items'],
  ['务工时间（月）', 'months worked in the year', '个月', 'months'],
])('%s (%s) says that it counts %s', (zh, en, unit, units) => {
  expect(isUnitSaid({ zh, en }, { zh: unit, en: units })).toBe(true);
});

test.each([
  ['贷款期限', 'loan term', '个月', 'months'],
  ['财产性收入', 'property income', '元/年', 'yuan/year'],
  ['收入增长速度', 'income growth rate', '%/年', '%/year'],
  ['路面宽度', 'surface width', '米', 'm'],
  ['住房改造补助', 'housing subsidy', '元/户', 'yuan/household'],
  ['党员干部', 'Party members and cadres', '人', 'persons'],
])('%s (%s) does not say that it is in %s', (zh, en, unit, units) => {
  expect(isUnitSaid({ zh, en }, { zh: unit, en: units })).toBe(false);
});
