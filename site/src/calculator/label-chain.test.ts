import { expect, test } from 'vitest';
import { labelChain } from './label-chain.ts';

test('an outer name that an inner one says is left out', () => {
  expect(labelChain(['镇', '镇名'])).toEqual(['镇名']);
  expect(labelChain(['审批', '审批层级'])).toEqual(['审批层级']);
  expect(labelChain(['单位', '任务书、时间表', '任务书'])).toEqual(['单位', '任务书']);
  expect(labelChain(['任务书、时间表已制定', '时间表'])).toEqual(['时间表']);
  expect(labelChain(['Town', 'Party secretary of the town'])).toEqual(['Party secretary of the town']);
  expect(labelChain(['Province', 'Provincial rural income'])).toEqual(['Provincial rural income']);
  expect(labelChain(['County or district', 'Villages of the county'])).toEqual(['Villages of the county']);
});

test('what no inner name says stays, rural residents say no village, and townships no town', () => {
  expect(labelChain(['村', '帮扶责任单位'])).toEqual(['村', '帮扶责任单位']);
  expect(labelChain(['村', '农村居民数'])).toEqual(['村', '农村居民数']);
  expect(labelChain(['Town', 'Township plan'])).toEqual(['Town', 'Township plan']);
});

test('brackets that list the inner names are left out before one of them', () => {
  expect(labelChain(['核实日期（居住、收入）', '收入'])).toEqual(['核实日期', '收入']);
  expect(labelChain(['核实日期（居住、收入、健康）', '收入'])).toEqual(['核实日期', '收入']);
  expect(labelChain(['核实日期（居住、收入）'])).toEqual(['核实日期（居住、收入）']);
});

test('what an inner name adds is left out where an outer one says it', () => {
  expect(labelChain(['公共服务全省平均', '村卫生室（全省平均）'])).toEqual(['公共服务全省平均', '村卫生室']);
  expect(labelChain(['公共服务主要指标', '村卫生室（本村）'])).toEqual(['公共服务主要指标', '村卫生室（本村）']);
  const [average, clinics] = ['Provincial averages of public services', 'Clinics, provincial average'];
  expect(labelChain([average, clinics])).toEqual([average, 'Clinics']);
  expect(labelChain(['Dates', 'stage 5, data entry'])).toEqual(['Dates', 'stage 5, data entry']);
});
