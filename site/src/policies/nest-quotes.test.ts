import { expect, test } from 'vitest';
import { nestQuotes } from './nest-quotes.ts';

test.each([
  ['符合“类别为“产业”或“就业””的个数', '符合“类别为‘产业’或‘就业’”的个数'],
  ['按“符合“看“甲””者”计', '按“符合‘看“甲”’者”计'],
  ['按“看‘甲’”计，“乙”', '按“看‘甲’”计，“乙”'],
  ['where “the unit’s “A” is “B””', 'where “the unit’s ‘A’ is ‘B’”'],
  ['the villagers’ groups', 'the villagers’ groups'],
  ['where “the type is “farmers’ cooperative””', 'where “the type is ‘farmers’ cooperative’”'],
])('%s', (text, nested) => {
  expect(nestQuotes(text)).toBe(nested);
  expect(nestQuotes(nested)).toBe(nested);
});
