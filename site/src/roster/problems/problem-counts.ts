import { doubtTexts } from '../doubts/doubt-texts.ts';
import type { ProblemCount, ProblemFilter, ProblemKind, RosterProblem, Sentence } from '../protocol.ts';
import { problemTitles } from './problem-titles.ts';

const fallback: Sentence = { zh: '其他', en: 'Other' };

/** What a kind of problem is called. */
export const titleOf = (code: string): Sentence =>
  problemTitles[code] ??
  (Object.hasOwn(doubtTexts, code) ? doubtTexts[code as keyof typeof doubtTexts].title : fallback);

export function countKinds(problems: readonly RosterProblem[]): Record<ProblemKind, number> {
  const counts = { error: 0, doubt: 0, hint: 0 };
  for (const { kind } of problems) counts[kind] += 1;
  return counts;
}

/** How many there are of each kind, in the order of the list. */
export function countCodes(problems: readonly RosterProblem[]): ProblemCount[] {
  const counts = new Map<string, { kind: ProblemKind; code: string; title: Sentence; count: number }>();
  for (const { kind, code } of problems) {
    const key = `${kind} ${code}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { kind, code, title: titleOf(code), count: 1 });
    else known.count += 1;
  }
  return [...counts.values()];
}

export const matches =
  ({ kind, code }: ProblemFilter) =>
  (problem: RosterProblem): boolean =>
    (kind === undefined || problem.kind === kind) && (code === undefined || problem.code === code);
