import type { Case } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { assess } from '../decide/assess.ts';
import type { Dates } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { type RosterColumns, type RosterDecision, statuses } from '../roster/index.ts';

/**
 * Where a roster's columns differ from `assess` on each of its cases; undefined where they agree to the last verdict.
 *
 * @param cases one a row of the columns.
 */
export function differenceFromAssess(
  policy: Policy,
  cases: readonly Case[],
  columns: RosterColumns,
  dates: Dates,
  decision: RosterDecision,
): string | undefined {
  const byRule = new Map<string, RosterDecision['rules'][number]>(decision.rules.map((rule) => [rule.rule, rule]));
  const refused = new Set(decision.refused.map(({ row }) => row));
  for (const [row, each] of cases.entries()) {
    const found = verdictsOf(byRule, columns, row);
    let expected: string[];
    try {
      expected = assess(policy, { ...columns.around, ...each } as Case, dates).flatMap(
        ({ rule, member, status, amount }) => (byRule.has(rule) ? [`${rule} ${member} ${status} ${amount}`] : []),
      );
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      if (!refused.has(row)) return `row ${row} should be refused: ${error.message}`;
      expected = [];
    }
    const place = expected.findIndex((verdict, index) => verdict !== found[index]);
    if (place >= 0 || found.length > expected.length) {
      const at = place < 0 ? expected.length : place;
      return `row ${row}: ${found[at]} instead of ${expected[at]}: ${JSON.stringify(each)}`;
    }
  }
  return undefined;
}

/** A row's verdicts, in the order of `assess`. */
function verdictsOf(
  rules: ReadonlyMap<string, RosterDecision['rules'][number]>,
  { offsets }: RosterColumns,
  row: number,
): string[] {
  const found: string[] = [];
  for (const { rule, per, statuses: codes, grants } of rules.values()) {
    const ofPersons = per === 'person';
    const from = ofPersons ? (offsets[row] as number) : row;
    const to = ofPersons ? (offsets[row + 1] as number) : row + 1;
    for (let place = from; place < to; place++) {
      const code = codes[place] as number;
      const status = statuses[code];
      if (status === null) continue;
      const grant = grants[0];
      const steps = typeof grant?.steps === 'number' ? grant.steps : grant?.steps[place];
      const isGranted = grant !== undefined && (code === 1 || code === 2) && !Number.isNaN(steps);
      found.push(
        `${rule} ${ofPersons ? place - from : -1} ${status} ${isGranted ? (steps as number) / grant.scale : null}`,
      );
    }
  }
  return found;
}
