import type { RuleModel } from '@jingzhun/rules';

/**
 * Whether a rule asks nothing that could be passed or missed: it says who is responsible, where money comes from, what
 * follows from what was done, or what there has to be and holds nothing against it. Such a rule applies to a case or does not.
 */
export function onlyApplies({ kind, when, items, outcomes }: RuleModel): boolean {
  if (items !== undefined || outcomes.length === 0) return false;
  if (when !== undefined) return kind === 'incentive' && outcomes.every(isStated);
  return outcomes.every((outcome) => isStated(outcome) || (outcome.role === 'require' && outcome.actual === undefined));
}

const isStated = ({ role }: RuleModel['outcomes'][number]): boolean => role === 'state';
