import { expect, it } from 'vitest';
import { linePieces } from './line-pieces.ts';

it('keeps years, words and what is in marks together', () => {
  const pieces = linePieces('关于打赢我区2016年新一轮农村扶贫开发攻坚战工作方案');
  expect(pieces).toContain('2016年');
  for (const word of ['扶贫', '开发', '工作', '方案']) expect(pieces).toContain(word);
  expect(pieces.join('')).toBe('关于打赢我区2016年新一轮农村扶贫开发攻坚战工作方案');
  expect(linePieces('工作队（扶贫）：办法').filter((piece) => /^[）：]|（$/.test(piece))).toEqual([]);
});

it('keeps a figure with its unit together', () => {
  const pieces = linePieces('免费建设3千瓦光伏，硬化2公里');
  expect(pieces.some((piece) => piece.includes('3千瓦'))).toBe(true);
  expect(pieces.some((piece) => piece.includes('2公里'))).toBe(true);
});

it('takes single characters for a word that is not known, and for the end of a name', () => {
  const pieces = linePieces('乳源瑶族自治县新时期精准扶贫精准脱贫三年攻坚实施方案');
  for (const word of ['乳源', '自治县', '新时期', '扶贫', '脱贫', '攻坚']) expect(pieces).toContain(word);
});

it('begins no line with 的', () => {
  expect(linePieces('金额未定的除外').join('|')).toMatch(/定的\|除外$/);
});

it('keeps a name with hyphens together', () => {
  expect(linePieces('供 json-rules-engine 的规则').join('|')).toBe('供 |json-rules-engine| |的规则');
});

it('leaves a text that has spaces', () => {
  expect(linePieces('Records of decisions')).toEqual(['Records of decisions']);
});
