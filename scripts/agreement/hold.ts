import { duckdbWay } from '../../packages/rules/src/sql/testing/in-duckdb.ts';
import { type Answers, compare, type Verdicts, type Way } from '../../packages/rules/src/testing/agreement/answers.ts';
import type { Question } from '../../packages/rules/src/testing/agreement/question.ts';
import { shrink } from '../../packages/rules/src/testing/agreement/shrink.ts';
import { byAssess, decideWay, engineWay, rosterWay } from '../../packages/rules/src/testing/agreement/ways.ts';
import type { Asked } from './questions.ts';
import type { Tallies } from './tallies.ts';

/** Asks all ways that need no server. */
export async function holdAll({ kind, question, byEngine }: Asked, tallies: Tallies): Promise<void> {
  const reference = byAssess(question);
  tallies.asked(kind, question, reference);
  for (const way of [decideWay, rosterWay, duckdbWay]) await hold(way, question, tallies, reference);
  await hold(engineWay, { ...question, cases: question.cases.slice(0, byEngine) }, tallies);
}

/** Holds what a way answers against `assess`. What differs is shrunk, printed and noted. */
export async function hold(
  way: Way,
  question: Question,
  tallies: Tallies,
  reference: ReadonlyMap<string, Verdicts> = byAssess(question),
  attempts = 1000,
): Promise<void> {
  const households = question.cases.length;
  let answers: readonly Answers[];
  try {
    answers = await way.ask(question);
  } catch (error) {
    tallies.note(`${way.name} fails on ${question.name}: ${(error as Error).message}`);
    tallies.answered(way.name, { households, compared: 0, counted: 0, differences: 1 });
    return;
  }
  const { compared, differences } = compare(question, reference, answers);
  const counted = answers.reduce((sum, { counts }) => sum + (counts?.size ?? 0), 0);
  tallies.answered(way.name, { households, compared, counted, differences: differences.length });
  if (differences.length === 0) return;
  const smallest = await shrink(question, way, attempts);
  const { policy, dates, facts, cases } = smallest.question;
  const shown = JSON.stringify(
    { dates, facts, cases, rules: policy.rules, differences: smallest.differences },
    null,
    2,
  );
  tallies.note(`${way.name} differs on ${question.name}:\n\n\`\`\`json\n${shown}\n\`\`\``);
}
