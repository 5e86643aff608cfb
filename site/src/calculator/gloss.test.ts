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

test('an answer names the words of the rules as a reader knows them: codes by their names, and Chinese ones on English pages with their gloss', async () => {
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
      "en application.nextStep After an objection, back to verification, The household applies, Housing, income and health are verified, The meeting assesses, Publicity at the committee and in every group, First opinion after publicity without objection, The roster goes to the town, The town reviews, The county decides",
      "en person.educationLevel 大专 (junior or vocational college), 高职高专 (junior or vocational college), 本科 (undergraduate), 大学本科 (undergraduate), 研究生 (postgraduate), 硕士研究生及以上 (postgraduate)",
      "en town.name 梯面镇 (Timian Town)",
      "en unit.pairingMode one to many, many to one, one to one",
      "en village.name 华新村 (Huaxin Village), 坪南村 (Pingnan Village)",
      "zh application.nextStep 有异议，退回核实, 农户申请, 核实居住、收入、健康, 村民大会或代表大会评议, 村委会和各小组公示, 公示期满、无异议后初审, 造册报镇, 镇审核, 县审定",
      "zh unit.pairingMode 一对多, 多对一, 一对一",
    ]
  `);
});
