import { decide } from '../decide/decide.ts';
import type { Policy } from '../model/policy.ts';
import type { Witness } from '../witness/witness.ts';
import type { Said, Shown } from './analysis.ts';
import { factsTold } from './facts-told.ts';
import type { Bench } from './period.ts';

/** A witness with what `decide` says of it about some rules. */
export function shown(
  { policy, words }: Pick<Bench, 'policy' | 'words'>,
  { case: input, on, assessedOn, member }: Omit<Witness, 'status'>,
  rules: readonly string[],
): Shown {
  const dates = assessedOn === undefined ? { on } : { on, assessedOn };
  const { findings } = decide(policy, input, dates);
  const says = rules.flatMap((id): Said[] => {
    const finding = findings.filter(({ rule, kind }) => rule === id && kind !== 'contradiction')[member ?? 0];
    if (finding === undefined) return [];
    const [outcome] = finding.outcomes;
    const said = { rule: id, title: words.rule(id), status: finding.status, amount: outcome?.value ?? null };
    return [outcome?.unit === undefined ? said : { ...said, unit: outcome.unit }];
  });
  return { case: input, ...dates, ...(member === undefined ? {} : { member }), facts: factsTold(input, words), says };
}

export function clausesOf(policy: Policy, rules: readonly string[]): readonly string[] {
  return [...new Set(rules.flatMap((id) => policy.rules.find((rule) => rule.id === id)?.clause ?? []))];
}
