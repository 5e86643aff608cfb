import type { Comparison, Difference } from './comparison.ts';

/**
 * For each rule whose decisions can differ: the differences that bring it about, in the rule itself or in the
 * parameters, facts, conditions or the policy's force that it rests on. Citations and texts bring about none.
 *
 * @example
 * touchedBy(compare(released, draft)).get('ruyuan.education-aid.university')
 * // [{ of: 'parameter', name: 'universityAid', clause: '二(一)4', before: 5000, after: 6000, … }]
 */
export function touchedBy({ differences }: Comparison): ReadonlyMap<string, readonly Difference[]> {
  const touched = new Map<string, Difference[]>();
  for (const difference of differences) {
    if (difference.bears !== 'meaning') continue;
    const rules = difference.of === 'rule' ? [difference.name] : (difference.usedBy ?? []);
    for (const rule of rules) touched.set(rule, [...(touched.get(rule) ?? []), difference]);
  }
  return touched;
}
