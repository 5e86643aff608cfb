import { expect, test } from 'vitest';
import { width, wrap } from './width.ts';

test('a mark stays with what it follows, and within the width', () => {
  const lines = wrap('资金：上级专项资金额、企业：预期回报率、GB/T 1.0、村', 10).split('\n');
  expect(lines).toEqual(['资金：上级', '专项资金', '额、企业：', '预期回报', '率、GB/T', '1.0、村']);
  expect(lines.map(width)).toEqual([10, 8, 10, 8, 8, 7]);
});
