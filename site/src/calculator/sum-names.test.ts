import { expect, test } from 'vitest';
import { named } from './sum-names.ts';
import { words } from './words.ts';

test('a sum is told with its names, and once where a name says it', () => {
  const zh = (name: string) => named([name], '3 千瓦', words.zh.answer);
  expect(zh('光伏入股')).toBe('光伏入股：3 千瓦');
  expect(zh('免费建设3千瓦光伏')).toBe('免费建设3千瓦光伏');
  expect(zh('免费建设13千瓦光伏')).toBe('免费建设13千瓦光伏：3 千瓦');
  expect(named(['3 kW built free'], '3 kW', words.en.answer)).toBe('3 kW built free');
  expect(named(['3 kW built free'], '6 kW', words.en.answer)).toBe('3 kW built free: 6 kW');
  expect(named([], '3 kW', words.en.answer)).toBe('3 kW');
});
