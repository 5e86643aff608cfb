import type { Outcome, RuleFinding, RuleModel, Total } from '@jingzhun/rules';
import { grantsOf } from './verdict.ts';

export type Measure = Pick<Total, 'unit' | 'every'>;

/**
 * A sum is no more exact than its parts: about so much where one of them is, else at least where one is. Nor does it come
 * once where of one of them the policy does not say how often it comes.
 */
export function meantBy(
  total: Measure,
  findings: readonly RuleFinding[],
  rules: ReadonlyMap<string, RuleModel>,
): { readonly comparator?: string; readonly every?: undefined } {
  const parts = addedTo(total, findings, rules);
  const comparator = ['approx', 'at-least'].find((each) => parts.some((part) => part.comparator === each));
  return {
    ...(comparator !== undefined && { comparator }),
    ...(parts.some(({ every }) => every === undefined) && { every: undefined }),
  };
}

/** The amounts that add up to a sum. It is asked of every finding: what they are to their rules only of those that have one. */
export function addedTo(
  { unit, every }: Measure,
  findings: readonly RuleFinding[],
  rules: ReadonlyMap<string, RuleModel>,
): readonly Outcome[] {
  const adds = (outcome: Outcome): boolean =>
    outcome.unit === unit && (outcome.every ?? 'once') === every && typeof outcome.value === 'number';
  return findings
    .filter(({ outcomes }) => outcomes.some(adds))
    .flatMap((finding) => grantsOf(rules.get(finding.rule), finding).filter(adds));
}
