import type { Comparison, Difference } from './comparison.ts';

/**
 * For each rule whose decisions can differ: the differences that bring it about, in the rule itself or in the
 * parameters, facts, conditions or the policy's force that it rests on. Citations and texts bring about none.
 *
 * @example
 * const touched = touchedBy(compare(released, drafted));
 * touched.get('ruyuan.education-aid.university').map(({ name, before, after }) => [name, before, after]); // [['universityAid', 5000, 6000]]
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
