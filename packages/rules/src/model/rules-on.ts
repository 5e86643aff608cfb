import type { Policy, RuleModel } from './policy.ts';

/**
 * A policy's rules as they read on a day, each once: where later documents amended a rule, in the version of the day;
 * where none is in force, in its first.
 *
 * @example
 * rulesOn(ruyuan2016, '2017-09-01').length === ruyuan2016.rules.length; // true
 */
export function rulesOn<Id extends string>(
  { rules }: Pick<Policy<Id>, 'rules'>,
  day: string,
): readonly RuleModel<Id>[] {
  const chosen = new Map<string, RuleModel<Id>>();
  for (const rule of rules) if (!chosen.has(rule.id) || isInForce(rule, day)) chosen.set(rule.id, rule);
  return [...chosen.values()];
}

export function isInForce({ force }: Pick<RuleModel, 'force'>, day: string): boolean {
  return isWithin(force, day);
}

/** Is a day one of a period's, both ends included? */
export function isWithin({ from, to }: { readonly from: string; readonly to?: string | null }, day: string): boolean {
  return from <= day && day <= (to ?? day);
}
