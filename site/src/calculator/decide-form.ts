import { type Decision, decide, JingzhunError, type Policy } from '@jingzhun/rules';
import { type Reading, readCase } from './read-case.ts';

/** What the policy says about the form, with what could not be used of it. */
export interface Decided {
  readonly decision: Decision;
  readonly reading: Reading;
  /** Path in the case → the engine's own message, in the language asked for. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Decides the form as it stands. What cannot be used is reported and left out, so that the rest still has an answer. */
export function decideForm(policy: Policy, form: HTMLElement, on: string, language: 'zh' | 'en'): Decided {
  let reading = readCase(form);
  const problems = new Map<string, string>(reading.wrong.map((path) => [path, '']));
  try {
    return { decision: decide(policy, reading.input, { on }), reading, problems };
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    for (const problem of error.problems) problems.set(problem.path, problem[language]);
  }
  reading = readCase(form, new Set(problems.keys()));
  return { decision: decide(policy, reading.input, { on }), reading, problems };
}
