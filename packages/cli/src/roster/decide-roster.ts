import { type Decision, decide, type Policy } from '@jingzhun/rules';
import { JingzhunError } from '@jingzhun/schemas/problem';
import type { Roster, RosterHousehold, TableProblem } from '@jingzhun/schemas/table';
import type { DayOptions } from '../days.ts';

/** Decides every household of a roster. One that cannot be decided is reported and passed over; the others go on. */
export async function decideRoster(
  roster: Pick<Roster, 'households'>,
  policy: Policy,
  days: DayOptions,
  take: (decision: Decision, household: RosterHousehold, index: number) => void,
  progress?: (done: number) => void,
): Promise<{ readonly decided: number; readonly problems: TableProblem[] }> {
  const problems: TableProblem[] = [];
  let decided = 0;
  for (const [index, household] of roster.households.entries()) {
    try {
      take(decide(policy, household.case, days), household, index);
      decided++;
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      const row = household.rows[0] ?? 0;
      for (const problem of error.problems)
        problems.push({ ...problem, row, column: problem.path, action: 'household-left-out' });
    }
    if (index % 256 === 255) {
      progress?.(index + 1);
      // Lets signals and the progress bar through.
      await new Promise((next) => setImmediate(next));
    }
  }
  progress?.(roster.households.length);
  return { decided, problems };
}
