import { expect, it } from 'vitest';
import { inWords, isNamed, mayEndBefore } from './line-ends.mjs';

it('a line may end before code that begins with a mark, but not behind a bracket', () => {
  expect(mayEndBefore('连接其他机器请加', '?sslmode')).toBe(true);
  expect(mayEndBefore('写出 .csv、', '.xlsx')).toBe(true);
  expect(mayEndBefore('写明（', '--reasons')).toBe(false);
  expect(mayEndBefore('add ', '--reasons')).toBe(false);
  expect(mayEndBefore('即', 'decide')).toBe(false);
});

it('the lines of a long heading end between words', () => {
  expect(inWords('五种状态')).toEqual(['五种状态']);
  expect(inWords('对一个对象，一条规则变成怎样').join('|')).toBe('对一个|对象，|一条|规则|变成|怎样');
});

it('a cell of a name and what it is called is told from other cells', () => {
  const code = { type: 'element', tagName: 'code' };
  const text = (value: string) => ({ type: 'text', value });
  expect(isNamed([code, text(' 缺口')])).toBe(true);
  expect(isNamed([code, text('、'), code, text(' 得到、失去')])).toBe(true);
  expect(isNamed([code, text(' and others')])).toBe(false);
  expect(isNamed([text('看 '), code, text(' 页')])).toBe(false);
  expect(isNamed([text(' 待补充')])).toBe(false);
  expect(isNamed([])).toBe(false);
});
