import { expect, it } from 'vitest';
import { nameDayOrAmount, optionOrBracket, parted } from './whole-words.mjs';

/** What is kept whole stands in brackets, and a long word, which may break where it fills a line, in double ones. */
const shown = (text: string, pattern: RegExp): string =>
  parted(text, pattern)
    .map(({ value, children, properties }) => {
      if (children === undefined) return value;
      const [kept] = properties?.className ?? [];
      return kept === 'word' ? `[[${children[0]?.value}]]` : `[${children[0]?.value}]`;
    })
    .join('');

it('keeps options, days and paths in long code whole, the long ones where they fit in a line', () => {
  expect(shown('jingzhun sql --policy ruyuan-2016 --on 2018-10-01', optionOrBracket)).toBe(
    'jingzhun sql [--policy] [ruyuan-2016] [--on] [2018-10-01]',
  );
  expect(shown('packages/rules/policies/ruyuan-2016 --on', optionOrBracket)).toBe(
    '[[packages/rules/policies/ruyuan-2016]] [--on]',
  );
  expect(shown('ruyuan.education-aid.university', optionOrBracket)).toBe('[[ruyuan.education-aid.university]]');
});

it('keeps brackets in long code with what they open or close', () => {
  expect(shown('give { "household": { … } } here', optionOrBracket)).toBe('give [{ "household":] [{ … } }] here');
  expect(shown('values: [{ from, value }]', optionOrBracket)).toBe('values: [[{ from,] [value }]]');
});

it('keeps names with a number, days and amounts whole in a text', () => {
  expect(shown('UTF-8 或 SHA-256，自 2018-10-01 起, well-known', nameDayOrAmount)).toBe(
    '[UTF-8] 或 [SHA-256]，自 [2018-10-01] 起, well-known',
  );
  expect(shown('由5000元提高到6,000元，共47户', nameDayOrAmount)).toBe('由[5000元]提高到[6,000元]，共[47户]');
});
