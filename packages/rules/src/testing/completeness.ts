import type { Case } from '@jingzhun/schemas';
import type { Dates } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { Completions } from './completions.ts';

/** How many findings were held against their completions, and what came of it. */
export interface Completeness {
  readonly findings: number;
  /** Of those with something missing: all completions were tried. */
  readonly tried: number;
  /** Of those tried: all completions agree. */
  readonly decidable: number;
  /** Of the decidable: answered definitely. */
  readonly definite: number;
  /** Only some completions were tried, to see whether a definite answer holds. */
  readonly sampled: number;
  /** Definite although a completion says otherwise. None may be. */
  readonly unsound: readonly string[];
  /** By rule: decidable, and yet unknown. */
  readonly open: ReadonlyMap<string, number>;
}

/** Counts over the cases of a policy. */
export function completenessOf(policy: Policy, cases: Iterable<Case>, dates: Dates): Completeness {
  const completions = new Completions(policy, dates);
  let [findings, tried, decidable, definite, sampled] = [0, 0, 0, 0, 0];
  const unsound: string[] = [];
  const open = new Map<string, number>();
  for (const input of cases) {
    for (const { rule, status, complete, all, outcomes } of completions.of(input)) {
      findings += 1;
      if (complete || outcomes.size === 0) continue;
      const [outcome] = outcomes;
      if (status !== 'unknown' && (outcomes.size > 1 || outcome !== status)) {
        unsound.push(`${rule} is ${status}, and not in every completion of ${JSON.stringify(input)}`);
      }
      if (!all) {
        sampled += 1;
        continue;
      }
      tried += 1;
      // What is to be done by a day that has not come stays unknown whatever is filled in.
      if (outcomes.size > 1 || outcome === 'unknown') continue;
      decidable += 1;
      if (status !== 'unknown') definite += 1;
      else open.set(rule, (open.get(rule) ?? 0) + 1);
    }
  }
  return { findings, tried, decidable, definite, sampled, unsound, open };
}
