import { expect, test } from 'vitest';
import { itemSaid } from './item-said.ts';

const zh = (title: string, text: string) => itemSaid(title, { text }, '：', ['是', '否', '有', '无']);
const en = (title: string, text: string) => itemSaid(title, { text }, ': ', ['Yes', 'No']);

test('an item and the fact of its condition are said once where one says the other', () => {
  expect(zh('已公示', '公示：是')).toEqual({ when: { text: '公示：是' } });
  expect(zh('已跟踪审计', '已审计：是')).toEqual({ title: '已跟踪审计', when: { text: '是' } });
  expect(zh('有到户帮扶方案', '到户帮扶方案：有')).toEqual({ when: { text: '到户帮扶方案：有' } });
  expect(zh('教育', '教育·适用：是')).toEqual({ when: { text: '教育·适用：是' } });
  expect(en('the village has a roster', 'Has a roster: Yes')).toEqual({
    title: 'the village has a roster',
    when: { text: 'Yes' },
  });
});

test('a condition that says something else keeps its fact, and whose it is', () => {
  expect(zh('驻村', '已通水：否')).toEqual({ title: '驻村', when: { text: '已通水：否' } });
  expect(itemSaid('驻村', { whose: '村', text: '已通水：否' }, '：', ['否']).when).toEqual({
    whose: '村',
    text: '已通水：否',
  });
  const days = { text: '公示日期不早于 2016-01-01' };
  expect(itemSaid('公示', days, '：', ['是'])).toEqual({ title: '公示', when: days });
});
