import { changeDays, type Policy } from '@jingzhun/rules';
import { changedRules } from '@jingzhun/rules/impact';

/** Rules that come out differently, each with the first of the days on which it does. */
export type Touched = ReadonlyMap<string, string>;

export function touchedRules(before: Policy, after: Policy): Touched {
  const days = [...new Set([...changeDays(before), ...changeDays(after)])].sort();
  const touched = new Map<string, string>();
  for (const on of days) {
    for (const { rule } of changedRules({ policy: before, on }, { policy: after, on }).changed) {
      if (!touched.has(rule)) touched.set(rule, on);
    }
  }
  return touched;
}
