import { expect, test } from 'vitest';
import { places } from './places.gen.ts';
import { areaInEnglish } from './places.ts';

test('an area is named from the smallest place to the largest', () => {
  expect(areaInEnglish({ province: '广东省', city: '韶关市', county: '乳源瑶族自治县' })).toBe(
    'Ruyuan Yao Autonomous County, Shaoguan, Guangdong',
  );
  expect(areaInEnglish({ province: '湖北省' })).toBe('Hubei');
});

test('a place without an English name keeps its Chinese one', () => {
  expect(areaInEnglish({ province: '四川省', county: '虚构县' })).toBe('虚构县, Sichuan');
  expect(areaInEnglish({ province: 'constructor' })).toBe('constructor');
});

test('every province of the mainland has an English name of its own', () => {
  const provinces = [...places].filter(([name]) => /(省|自治区)$|^(北京|天津|上海|重庆)市$/.test(name));
  expect(provinces).toHaveLength(31);
  expect(new Set(provinces.map(([, english]) => english)).size).toBe(31);
});
