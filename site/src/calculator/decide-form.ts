import { type Case, type Decision, decide, JingzhunError, type Policy } from '@jingzhun/rules';
import type { Reading } from './case-form.ts';
import type { PageForm } from './page-form.ts';
import { withoutStandIns } from './without-stand-ins.ts';

/** What the policy says about the form, with what could not be used of it. */
export interface Decided {
  readonly decision: Decision;
  readonly reading: Reading;
  /** Path in the case → the engine's own message, in the language asked for. */
  readonly problems: ReadonlyMap<string, string>;
}

/** One round finds every problem; a second could only come from what the first hid. */
const mostRounds = 4;

/**
 * Decides the form as it stands. What cannot be used is reported and is not known, so that the rest still has an answer:
 * what it could change is open until it is mended.
 */
export function decideForm(policy: Policy, form: PageForm, on: string, language: 'zh' | 'en'): Decided {
  let reading = form.read();
  const problems = new Map<string, string>(reading.wrong.map((path) => [path, '']));
  for (let round = 0; round < mostRounds; round++) {
    try {
      return { decision: decide(readable(policy, reading, problems), reading.input, { on }), reading, problems };
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      for (const problem of error.problems) problems.set(problem.path, problem[language]);
    }
    reading = form.read(new Set(problems.keys()));
  }
  // A problem that no question of the form stands for: the answer is that of an empty form.
  const input: Case = Object.fromEntries(Object.keys(reading.input).map((entity) => [entity, {}]));
  return { decision: decide(policy, input, { on }), reading, problems };
}

function readable(policy: Policy, { questions }: Reading, problems: ReadonlyMap<string, string>): Policy {
  const facts = [...problems.keys()].flatMap((path) => questions.get(path)?.dataset.fact ?? []);
  return facts.length === 0 ? policy : withoutStandIns(policy, new Set(facts));
}
