import type { Policy, PolicyText } from '@jingzhun/rules';
import type { LoadedPolicy } from '@jingzhun/rules/load';

/** One release of a policy, as the page that shows it needs it. */
export interface Release extends LoadedPolicy {
  readonly version: string;
  /** Every release of the policy, oldest first. */
  readonly all: readonly { readonly version: string; readonly digest: string }[];
}

/** How many of the provisions are computable in full, in part, and not. */
export function countsOf(text: PolicyText): Readonly<Record<'full' | 'partial' | 'none', number>> {
  const counts = { full: 0, partial: 0, none: 0 };
  for (const { computable } of provisionsOf(text)) counts[computable] += 1;
  return counts;
}

/** How many of the provisions are about each subject, the most frequent first. */
export function subjectsOf(text: PolicyText): readonly (readonly [subject: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { subject } of provisionsOf(text)) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

export const provisionsOf = ({ sections }: PolicyText): PolicyText['sections'][number]['provisions'] =>
  sections.flatMap(({ provisions }) => provisions);

/** Rules have versions where later documents amended them: all of one id. */
export const rulesOf = ({ rules }: Policy, id: string): Policy['rules'] => rules.filter((rule) => rule.id === id);
