import { decide } from '../../decide/decide.ts';
import { statusCodes } from '../../sql/rule.ts';
import { rulesIn } from '../tiny-policy.ts';
import { caseIn, offsetsOf, type Question, rulesAsked } from './question.ts';

/** For every rule and everyone it is asked of: whether each of its conditions holds, as a digit, in the order of `because`. */
export type Because = ReadonlyMap<string, readonly string[]>;

/** What `decide` says. */
export function becauseByDecide(question: Question): Because {
  const offsets = offsetsOf(question.cases);
  const rowsOf = { household: question.cases.length, person: offsets.at(-1) as number };
  // Of a rule that is not in force `decide` says so once; it has no conditions.
  const found = new Map(
    [...rulesAsked(question.policy)].map(([rule, level]) => [rule, new Array<string>(rowsOf[level]).fill('')]),
  );
  question.cases.forEach((_, row) => {
    const findings = rulesIn(decide(question.policy, caseIn(question, row), question.dates));
    for (const [rule, own] of Map.groupBy(findings, (finding) => finding.rule)) {
      const told = found.get(rule);
      // Persons have their findings in the order of the members.
      own.forEach(({ subject, because }, member) => {
        const place = subject.entity === 'person' ? (offsets[row] as number) + member : row;
        if (told !== undefined) told[place] = because.map(({ holds }) => digitOf(holds)).join('');
      });
    }
  });
  return found;
}

function digitOf(holds: boolean | null): number {
  return holds === null ? statusCodes.unknown : holds ? statusCodes.met : statusCodes.unmet;
}
