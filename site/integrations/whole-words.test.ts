import { expect, it } from 'vitest';
import { nameOrDay, optionOrPath, parted } from './whole-words.mjs';

/** What is kept whole stands in brackets. */
const shown = (text: string, pattern: RegExp): string =>
  parted(text, pattern)
    .map(({ value, children }) => (children === undefined ? value : `[${children[0]?.value}]`))
    .join('');

it('keeps options, days and short paths in long code whole, and lets what is long break', () => {
  expect(shown('jingzhun sql --policy ruyuan-2016 --on 2018-10-01', optionOrPath)).toBe(
    'jingzhun sql [--policy] [ruyuan-2016] [--on] [2018-10-01]',
  );
  expect(shown('packages/rules/policies/ruyuan-2016 --on', optionOrPath)).toBe(
    'packages/rules/policies/ruyuan-2016 [--on]',
  );
});

it('keeps names with a number and days whole in a text', () => {
  expect(shown('UTF-8 或 SHA-256，自 2018-10-01 起, well-known', nameOrDay)).toBe(
    '[UTF-8] 或 [SHA-256]，自 [2018-10-01] 起, well-known',
  );
});
