import type { Case, Status } from '@jingzhun/schemas';
import { assess } from '../decide/assess.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { type Answer, overEveryCompletion } from './every-completion.ts';
import { KnownFacts } from './known-facts.ts';
import { counterparts, type Question } from './measures.ts';

/** Status and amount, in fen or whole kilowatts; null: no amount, or an unknown one. */
export interface Opinion {
  readonly status: Status;
  readonly amount: number | null;
}

export interface Compared {
  readonly rule: string;
  readonly member: number;
  readonly library: Opinion;
  readonly second: Opinion;
}

const granting = new Map(
  ruyuan2016.rules.flatMap(({ id, outcomes }) => {
    const grant = outcomes.find(({ role }) => role === 'grant');
    return grant === undefined ? [] : [[id as string, grant.unit] as const];
  }),
);

export function ask(question: Question, input: Case, on: string, member: number): Answer {
  return overEveryCompletion((suppose) => question(new KnownFacts(input, on, suppose, member)));
}

/** Both opinions on every measure that both have, in the order of the library. */
export function compare(input: Case, on: string): Compared[] {
  return assess(ruyuan2016, input, { on }).flatMap(({ rule, member, status, amount }) => {
    const question = counterparts[rule];
    if (question === undefined) return [];
    const unit = granting.get(rule);
    const steps = unit === 'yuan' ? 100 : 1;
    const answer = ask(question, input, on, member);
    return [
      {
        rule,
        member,
        library: { status, amount: amount === null ? null : Math.round(amount * steps) },
        second: {
          status: statusOf(answer),
          amount: answer.answer === 'no' || unit === undefined ? null : (answer.amount ?? null),
        },
      },
    ];
  });
}

export function differ({ library, second }: Compared): boolean {
  return library.status !== second.status || library.amount !== second.amount;
}

/** The library tells a no from what is not asked; where it could still be either, it says unknown. */
function statusOf({ answer, outside }: Answer): Status {
  if (answer === 'yes') return 'met';
  if (answer === 'unknown' || outside === 'perhaps') return 'unknown';
  return outside ? 'not-applicable' : 'unmet';
}
