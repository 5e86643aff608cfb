import { expect, it } from 'vitest';
import { linePieces } from './line-pieces.ts';

it('keeps years, words and what is in marks together', () => {
  const pieces = linePieces('关于打赢我区2016年新一轮农村扶贫开发攻坚战工作方案');
  expect(pieces).toContain('2016年');
  expect(pieces).toContain('开发');
  expect(pieces.join('')).toBe('关于打赢我区2016年新一轮农村扶贫开发攻坚战工作方案');
  expect(linePieces('工作队（扶贫）：办法').filter((piece) => /^[）：]|（$/.test(piece))).toEqual([]);
});

it('leaves a text that has spaces', () => {
  expect(linePieces('Records of decisions')).toEqual(['Records of decisions']);
});
