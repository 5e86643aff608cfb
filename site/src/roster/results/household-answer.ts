import type { Contradiction, Decision } from '@jingzhun/rules';
import type { RosterHousehold } from '@jingzhun/schemas/table';
import { say } from '../../calculator/say.ts';
import { findingsOf } from '../../card/card-model.ts';
import type { Language } from '../../language.ts';
import { maskName, maskNumber } from '../mask.ts';
import type { HouseholdAnswer, HouseholdLine, Scope } from '../protocol-results.ts';
import type { HeldResults } from './held-results.ts';

/** A line of the table with names and ids as they may be shown. */
export function shownLine(line: HouseholdLine, names: boolean): HouseholdLine {
  if (names) return line;
  return {
    ...line,
    id: line.id === null ? null : maskNumber(line.id),
    name: line.name === null ? null : maskName(line.name),
  };
}

/** What the members are called, as it may be shown. */
export function namesIn({ case: input }: RosterHousehold, names: boolean): readonly string[] {
  return (input.household?.members ?? []).map(({ name }) => (name ? (names ? name : maskName(name)) : ''));
}

/** Everything that is found about a household, in words. */
export function householdAnswer(
  results: HeldResults,
  { index, scope, language, names }: { index: number; scope: Scope; language: Language; names: boolean },
): HouseholdAnswer {
  const household = results.roster.question.households[index];
  const decision = results.roster.household(index);
  if (household === undefined || decision === undefined) throw new Error(`household ${index} was not decided`);
  const { writer } = results.words[language];
  const called = namesIn(household, names);
  return {
    line: shownLine(results.households.line(index, scope), names),
    findings: findingsOf(decision, writer, called),
    contradictions: contradictionsOf(decision).map((each) => {
      const { describe, data } = writer;
      return say(data.words.answer.contradiction, {
        who: describe.who(
          { entity: each.subject.entity, index: each.subject.index ?? memberOf(each, household) },
          called,
        ),
        fact: describe.fact(each.fact),
        supplied: describe.value(each.fact, each.supplied),
        derived: describe.value(each.fact, each.derived),
      });
    }),
  };
}

const contradictionsOf = ({ findings }: Decision): Contradiction[] =>
  findings.filter((finding): finding is Contradiction => finding.kind === 'contradiction');

/** A member with an id is named by it. */
const memberOf = ({ subject }: Contradiction, { case: input }: RosterHousehold): number =>
  Math.max(
    0,
    (input.household?.members ?? []).findIndex(({ id }) => id === subject.id),
  );
