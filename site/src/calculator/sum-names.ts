import type { RuleFinding, RuleModel } from '@jingzhun/rules';
import type { PageLabels } from './page-labels.ts';
import { addedTo, type Measure } from './sum-meant.ts';
import type { Words } from './words.ts';

/**
 * What it is that a sum adds up and that is not money: as rules name what they grant, or as they are called where they have no name
 * for it.
 */
export function sumNames(
  total: Measure,
  findings: readonly RuleFinding[],
  rules: ReadonlyMap<string, RuleModel>,
  labels: PageLabels['rules'],
): readonly string[] {
  if (total.unit === 'yuan') return [];
  const names = findings.flatMap((finding) =>
    addedTo(total, [finding], rules).map(
      ({ what }) => labels[finding.rule]?.outcomes[what] ?? labels[finding.rule]?.title ?? '',
    ),
  );
  return [...new Set(names)].filter(Boolean);
}

/**
 * A sum with what it adds up. A name that says how much it is says both.
 *
 * @example
 * named(['3 kW built free'], '3 kW', answer) // '3 kW built free'
 */
export function named(names: readonly string[], amount: string, { comma, colon }: Words['answer']): string {
  if (names.length === 0) return amount;
  const name = names.join(comma);
  const [close, size] = [name, amount].map((text) => text.replaceAll(' ', '')) as [string, string];
  const at = close.indexOf(size);
  return at >= 0 && !/[\d.,]/.test(close.charAt(at - 1)) ? name : name + colon + amount;
}
