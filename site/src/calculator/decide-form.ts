import { type Decision, decide, JingzhunError, type Policy, type Problem } from '@jingzhun/rules';
import { type Reading, readCase } from './read-case.ts';

/** What the policy says about the form, with what could not be used of it. */
export interface Decided {
  readonly decision: Decision;
  readonly reading: Reading;
  readonly problems: readonly Problem[];
}

/** What to say of entries that a case cannot show. */
export type Complaints = Readonly<Record<'count', { readonly zh: string; readonly en: string }>>;

/** Decides the form as it stands. What cannot be used is reported and left out, so that the rest still has an answer. */
export function decideForm(policy: Policy, form: HTMLElement, on: string, complaints: Complaints): Decided {
  let reading = readCase(form);
  const problems: Problem[] = reading.wrong.map(({ path, kind }) => ({ code: 'incomplete', path, ...complaints[kind] }));
  try {
    return { decision: decide(policy, reading.input, { on }), reading, problems };
  } catch (error) {
    if (!(error instanceof JingzhunError)) throw error;
    problems.push(...error.problems);
  }
  reading = readCase(form, new Set(problems.map(({ path }) => path)));
  return { decision: decide(policy, reading.input, { on }), reading, problems };
}
