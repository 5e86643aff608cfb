import type { RuleModel } from '@jingzhun/rules';

/**
 * Whether a rule asks nothing that could be passed or missed: it says who is responsible, where money comes from, or what
 * follows from what was done. Such a rule applies to a case or does not.
 */
export function onlyApplies({ kind, when, items, outcomes }: RuleModel): boolean {
  if (items !== undefined || outcomes.length === 0) return false;
  return outcomes.every(({ role }) => role === 'state') && (when === undefined || kind === 'incentive');
}
