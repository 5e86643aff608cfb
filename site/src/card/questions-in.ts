import type { FindingWords } from './finding-words.ts';

/** A fact to ask a household, of whom, and what it bears on. */
interface QuestionIn {
  readonly label: string;
  /** Places among the members; -1 for the household. */
  readonly members: readonly number[];
  readonly titles: readonly string[];
}

/**
 * What to ask a household, the facts that settle most first. What others know, such as rates of a county, is not asked
 * here.
 */
export function questionsIn(findings: readonly FindingWords[]): readonly QuestionIn[] {
  const asked = new Map<string, { label: string; members: Set<number>; weights: Map<string, number> }>();
  for (const finding of findings) {
    const { status, missing, member, title } = finding;
    if (status !== 'unknown' && status !== 'met') continue;
    for (const [rank, { fact, label }] of missing.entries()) {
      if (!/^(household|person)\./.test(fact)) continue;
      const known = asked.get(fact) ?? { label, members: new Set(), weights: new Map() };
      asked.set(fact, known);
      known.members.add(member);
      known.weights.set(title, Math.max(weightOf(finding) / (rank + 1), known.weights.get(title) ?? 0));
    }
  }
  const sum = ({ weights }: { readonly weights: ReadonlyMap<string, number> }): number =>
    [...weights.values()].reduce((all, weight) => all + weight, 0);
  return [...asked.values()]
    .sort((a, b) => sum(b) - sum(a))
    .map(({ label, members, weights }) => ({ label, members: [...members], titles: [...weights.keys()] }));
}

/**
 * Whether someone is entitled matters more than how much it is, and a printed amount more than none; a fact that is
 * missing alone settles the matter, one of many does not.
 */
function weightOf({ status, priced, missing }: FindingWords): number {
  return ((status === 'unknown' ? 3 : 1) * (priced ? 2 : 1)) / missing.length;
}
