import { expect, it } from 'vitest';
import { nameDayOrAmount, optionOrBracket, parted } from './whole-words.mjs';

/** What is kept whole stands in brackets, and a long word, which may break where it fills a line, in double ones. */
const shown = (text: string, pattern: RegExp): string =>
  parted(text, pattern)
    .map(({ value, children, properties }) => {
      if (children === undefined) return value;
      const [kept] = properties?.className ?? [];
      const text = children.map((child) => child.value ?? '·').join('');
      return kept === 'word' ? `[[${text}]]` : `[${text}]`;
    })
    .join('');

it('keeps options, days and paths in long code whole, the long ones where they fit in a line, else they break at a mark', () => {
  expect(shown('jingzhun sql --policy ruyuan-2016 --on 2018-10-01', optionOrBracket)).toBe(
    'jingzhun sql [--policy] [ruyuan-2016] [--on] [2018-10-01]',
  );
  expect(shown('packages/rules/policies/ruyuan-2016 --on', optionOrBracket)).toBe(
    '[[packages/·rules/·policies/·ruyuan-·2016]] [--on]',
  );
  expect(shown('ruyuan.education-aid.university', optionOrBracket)).toBe('[[ruyuan.·education-·aid.·university]]');
  expect(shown('household.perCapitaDisposableIncome', optionOrBracket)).toBe(
    '[[household.·perCapitaDisposableIncome]]',
  );
});

it('keeps brackets in long code with what they open or close', () => {
  expect(shown('give { "household": { … } } here', optionOrBracket)).toBe('give [{ "household":] [{ … } }] here');
  expect(shown('values: [{ from, value }]', optionOrBracket)).toBe('values: [[{ from,] [value }]]');
});

it('keeps names with a number, days and amounts whole in a text', () => {
  expect(shown('UTF-8 或 SHA-256，自 2018-10-01 起, well-known', nameDayOrAmount)).toBe(
    '[UTF-8] 或 [SHA-256]，自 [2018-10-01] 起, [well-known]',
  );
  expect(shown('由5000元提高到6,000元，共47户', nameDayOrAmount)).toBe('由[5000元]提高到[6,000元]，共[47户]');
  expect(shown('到2017年12月31日，2018 年 9 月起，2018—2019学年', nameDayOrAmount)).toBe(
    '到[2017年12月31日]，[2018 年 9 月]起，[2018—2019]学年',
  );
  expect(shown('用 3 GB、30 万行；1.0.0 → 1.1.0', nameDayOrAmount)).toBe('用 [3 GB]、[30 万]行；[1.0.0 → 1.1.0]');
  expect(shown('json-rules-engine, not-in-force', nameDayOrAmount)).toBe('[json-rules-engine], [not-in-force]');
  expect(shown('(A | B)[] | undefined', nameDayOrAmount)).toBe('(A | B[)[]] | undefined');
});
