import type { Policy } from '@jingzhun/rules';

/**
 * The day a page begins with: the first 1 September on which the policy is in force, when the school year begins; where
 * none is, its first day.
 *
 * @example
 * defaultDay({ force: { from: '2016-11-29', to: '2018-12-31' } }) // '2017-09-01'
 */
export function defaultDay({ force }: Pick<Policy, 'force'>): string {
  const year = Number(force.from.slice(0, 4));
  const september = [year, year + 1].map((each) => `${each}-09-01`).find((day) => day >= force.from);
  return september !== undefined && (force.to === null || september <= force.to) ? september : force.from;
}
