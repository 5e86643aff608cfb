import type { Case } from '@jingzhun/schemas';
import type { Dates } from '../../decide/question.ts';
import type { Policy } from '../../model/policy.ts';
import { levelOf } from '../../sql/columns.ts';
import type { Facts } from '../../sql/options.ts';

/** What every way to run is asked: a policy on a day about many households, and what holds for all of them. */
export interface Question {
  /** Where it comes from, to ask it again. */
  readonly name: string;
  readonly policy: Policy;
  readonly dates: Dates;
  readonly facts: Facts;
  /** As far as tables can hold them: each with a list of members, and nothing but the household. */
  readonly cases: readonly Case[];
}

/** Where the persons of each household begin when all stand in one table; one entry more says where the last end. */
export function offsetsOf(cases: readonly Case[]): Uint32Array {
  const offsets = new Uint32Array(cases.length + 1);
  cases.forEach((each, row) => {
    offsets[row + 1] = (offsets[row] as number) + membersOf(each).length;
  });
  return offsets;
}

export function membersOf({ household }: Case): readonly object[] {
  return (household?.members as readonly object[] | undefined) ?? [];
}

/** The rules that all ways answer: those asked of households and persons. */
export function rulesAsked({ rules }: Policy): ReadonlyMap<string, 'household' | 'person'> {
  return new Map(
    rules.flatMap((rule) => (levelOf(rule) === undefined ? [] : [[rule.id, levelOf(rule) ?? 'household']])),
  );
}

/** The household of a row with all that holds for everyone. */
export function caseIn({ cases, facts }: Question, row: number): Case {
  return { ...facts, ...cases[row] } as Case;
}
