import { changeDays, type Policy, type RuleModel } from '@jingzhun/rules';
import { changedRules } from '@jingzhun/rules/impact';
import { inLikeSteps, type LoadedPolicy } from '@jingzhun/rules/load';

/** Rules that come out differently, each with the first of the days on which it does. */
export type Touched = ReadonlyMap<string, string>;

export function touchedRules(...editions: readonly [before: LoadedPolicy, after: LoadedPolicy]): Touched {
  const [before, after] = inLikeSteps(...editions).map(({ policy }) => policy) as [Policy, Policy];
  const days = [...new Set([...changeDays(before), ...changeDays(after)])].sort();
  const touched = new Map<string, string>();
  for (const on of days) {
    for (const changed of changedRules({ policy: before, on }, { policy: after, on }).changed) {
      // A rule that is new, gone or asked of others is no change on a day on which it is in force on neither side.
      const applies = [changed.before, changed.after].some((rule) => rule !== undefined && isInForce(rule, on));
      if (applies && !touched.has(changed.rule)) touched.set(changed.rule, on);
    }
  }
  return touched;
}

const isInForce = ({ force: { from, to } }: RuleModel, day: string): boolean =>
  from <= day && (to === null || day <= to);
