import type { RuleFinding, RuleModel, Total } from '@jingzhun/rules';
import { grantsOf } from './verdict.ts';

type Measure = Pick<Total, 'unit' | 'every'>;

/** A sum is no more exact than its parts: about so much where one of them is, else at least where one is. */
export function meantBy(
  total: Measure,
  findings: readonly RuleFinding[],
  rules: ReadonlyMap<string, RuleModel>,
): { readonly comparator?: string } {
  const comparators = new Set(findings.flatMap((finding) => added(finding, total, rules)));
  const comparator = ['approx', 'at-least'].find((each) => comparators.has(each));
  return comparator === undefined ? {} : { comparator };
}

/** How the amounts are meant that a finding adds to a sum. */
function added(
  finding: RuleFinding,
  { unit, every }: Measure,
  rules: ReadonlyMap<string, RuleModel>,
): readonly string[] {
  const inexact = finding.outcomes.some(({ comparator }) => comparator === 'approx' || comparator === 'at-least');
  if (!inexact) return [];
  return grantsOf(rules.get(finding.rule), finding).flatMap((grant) =>
    grant.comparator !== undefined && grant.unit === unit && (grant.every ?? 'once') === every
      ? [grant.comparator]
      : [],
  );
}
