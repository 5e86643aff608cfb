import type { Bilingual } from '@jingzhun/schemas';

/**
 * Whether the name of a number already says what it counts: 户数 is in 户, "households screened" in households. Where the
 * Chinese name says so the English one is a plural, "visits of the head", after which "times" says no more.
 *
 * @example
 * isUnitSaid({ zh: '已摸查户数', en: 'households screened' }, { zh: '户', en: 'households' }) // true
 */
export function isUnitSaid(label: Bilingual, unit: Bilingual): boolean {
  // Months are named in brackets; what is counted, at the end. A sum or a measure is neither.
  if (unit.en.includes('/') || !/^\p{Script=Han}+$/u.test(unit.zh)) return false;
  const counted = unit.zh.replace(/^个(?=.)/, '');
  return [`${counted}数`, `${counted}口`, `${counted}口数`, `（${counted}）`, `（${counted}数）`].some((end) =>
    label.zh.endsWith(end),
  );
}
