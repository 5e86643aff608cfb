import { expect, test } from 'vitest';
import { currentCalculators } from './calculators.ts';
import { withGloss } from './gloss.ts';
import { pageData } from './page-data.ts';

test('places and what the vocabulary has a code of stand with their English names', () => {
  expect(withGloss('梯面镇')).toBe('梯面镇 (Timian Town)');
  expect(withGloss('大学本科')).toBe('大学本科 (undergraduate)');
  expect(withGloss('本科')).toBe('本科 (undergraduate)');
});

test('a word that is no name, or that may be one of two, stays as it is', () => {
  expect(withGloss('虚构镇')).toBe('虚构镇');
  expect(withGloss('大专及以上')).toBe('大专及以上');
  expect(withGloss('乡镇')).toBe('乡镇');
});

test('on English pages an answer names the words of the rules with their gloss, and Chinese ones have none', async () => {
  const named = (await currentCalculators()).flatMap(({ props: { calculator, language } }) => {
    const { facts, codes } = pageData({ ...calculator, example: {} }, language);
    return Object.entries(facts).flatMap(([name, fact]) =>
      fact.type === 'text' && fact.codes !== undefined
        ? [`${language} ${name} ${Object.values(codes[fact.codes] ?? {}).join(', ')}`]
        : [],
    );
  });
  expect([...new Set(named)].sort()).toMatchInlineSnapshot(`
    [
      "en person.educationLevel 大专 (junior or vocational college), 高职高专 (junior or vocational college), 本科 (undergraduate), 大学本科 (undergraduate), 硕士研究生及以上 (postgraduate)",
      "en town.name 梯面镇 (Timian Town)",
      "en village.name 华新村 (Huaxin Village), 坪南村 (Pingnan Village)",
    ]
  `);
});
