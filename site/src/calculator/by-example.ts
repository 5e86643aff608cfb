import type { RuleFinding, RuleModel } from '@jingzhun/rules';
import { conditionsOf } from './conditions-of.ts';

/**
 * The entities, of those that the page's subject has many of, of which the one that was given says why a finding is as it is.
 * Ways that were not needed and parts that do not apply do not.
 */
export function byExample(
  finding: RuleFinding,
  rule: RuleModel | undefined,
  within: readonly string[],
): readonly string[] {
  if (within.length === 0) return [];
  const { bearing } = conditionsOf(finding, rule);
  return within.filter((entity) =>
    bearing.some(({ reason: { fact, actual } }) => actual !== null && fact.startsWith(`${entity}.`)),
  );
}
