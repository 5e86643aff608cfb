import { expect, test } from 'vitest';
import { splitAtFigures } from './figures.ts';

const whole = (text: string): readonly string[] => splitAtFigures(text).filter((_, place) => place % 2 === 1);

test('days and numbers with their units are whole', () => {
  expect(whole('不晚于 2016-10-31，实际 2016-11-02')).toEqual(['不晚于 2016-10-31，', '实际 2016-11-02']);
  expect(whole('应低于 4,000 元/人·年，相差 0.5 个')).toEqual(['应低于 4,000 元/人·年，', '相差 0.5 个']);
  expect(whole('2016-11-29 起，给 3,000 元（一次性），共 3 人')).toEqual([
    '2016-11-29 起，',
    '3,000 元（一次性），',
    '共 3 人',
  ]);
  expect(whole('年度为 2015 则为人均可支配收入，元/人·次住院，5,600 元/人·次住院或未填')).toEqual([
    '为 2015',
    '5,600 元/人·次住院',
  ]);
  expect(whole('2016年脱贫2500人，每人2000元')).toEqual(['2016年', '2500人，', '2000元']);
  expect(whole('2018年12月31日之后，11月15日至12月15日，2016年6月起')).toEqual([
    '2018年12月31日',
    '11月15日',
    '12月15日，',
    '2016年6月',
  ]);
  expect(whole('收入是否不足30万元只作提示')).toEqual(['30万元']);
  expect(whole('.csv（UTF-8、UTF-16、GBK），最多 30 万行')).toEqual(['UTF-8、', 'UTF-16、', '最多 30 万行']);
  expect(whole('自2018—2019学年起；from the school year 2018–2019')).toEqual(['2018—2019学年', '2018–2019']);
  expect(whole('at least ¥1,000 per year or 16 points')).toEqual(['¥1,000 per', '16 points']);
});

test('a clause is whole, whatever it is written next to', () => {
  expect(whole('年度的取法与三(二)联席会议相同，因为二(一)6已计')).toEqual(['三(二)', '二(一)6']);
});

test('a short word with a hyphen is whole, a long one may break', () => {
  expect(whole('Per-capita net income, day-to-day, state-designated-area')).toEqual(['Per-capita', 'day-to-day']);
  expect(whole('poverty-alleviation')).toEqual([]);
});

test('what has no figure stays in one piece, and nothing is lost', () => {
  expect(splitAtFigures('在校生状况')).toEqual(['在校生状况']);
  const text = 'Short by 3 items; see 2016-10-31.';
  expect(splitAtFigures(text).join('')).toBe(text);
});
