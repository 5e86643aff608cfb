import type { RuleFinding, RuleModel, Total } from '@jingzhun/rules';
import type { PageLabels } from './page-labels.ts';
import { grantsOf } from './verdict.ts';

/**
 * What it is that a sum adds up and that is not money: as rules name what they grant, or as they are called where they have no name
 * for it.
 */
export function sumNames(
  { unit, every }: Pick<Total, 'unit' | 'every'>,
  findings: readonly RuleFinding[],
  rules: ReadonlyMap<string, RuleModel>,
  labels: PageLabels['rules'],
): readonly string[] {
  if (unit === 'yuan') return [];
  const names = findings.flatMap((finding) =>
    grantsOf(rules.get(finding.rule), finding).flatMap((grant) =>
      grant.unit === unit && (grant.every ?? 'once') === every && grant.value !== null
        ? [labels[finding.rule]?.outcomes[grant.what] ?? labels[finding.rule]?.title ?? '']
        : [],
    ),
  );
  return [...new Set(names)].filter(Boolean);
}
