import type { Bilingual, RuleFinding } from '@jingzhun/schemas';
import { decide } from '../decide/decide.ts';
import type { Policy } from '../model/policy.ts';
import type { Witness } from '../witness/witness.ts';
import type { Said, Shown } from './analysis.ts';
import { factsTold } from './facts-told.ts';
import type { Bench } from './period.ts';
import { amount, spaced, statusWords } from './words.ts';

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

export function findingIn(
  policy: Policy,
  { case: input, on, assessedOn, member = 0 }: Omit<Witness, 'status'>,
  id: string,
): RuleFinding | undefined {
  const { findings } = decide(policy, input, assessedOn === undefined ? { on } : { on, assessedOn });
  return findings.filter((each): each is RuleFinding => each.rule === id && each.kind !== 'contradiction')[member];
}

/** In what two readings of a policy differ about a case: the first thing that comes out otherwise. */
export function differenceSaid(
  id: string,
  witness: Omit<Witness, 'status'>,
  other: Policy,
  change: Bilingual,
  { policy, words }: Bench,
): Bilingual {
  const [one, two] = [findingIn(policy, witness, id), findingIn(other, witness, id)];
  const say = (what: Bilingual, before: Bilingual, after: Bilingual): Bilingual => ({
    zh: `${change.zh}，${what.zh}就由${spaced(before.zh)}变为${spaced(after.zh)}`,
    en: `${change.en}, ${what.en} would be ${after.en}, not ${before.en}`,
  });
  if (one === undefined || two === undefined || one.status !== two.status)
    return say(
      { zh: '结论', en: 'the answer' },
      statusWords[one?.status ?? ''] ?? open,
      statusWords[two?.status ?? ''] ?? open,
    );
  for (const [place, outcome] of one.outcomes.entries()) {
    const after = two.outcomes[place];
    for (const key of ['value', 'actual'] as const) {
      if (outcome[key] === after?.[key]) continue;
      return say(
        words.outcome(id, outcome.what),
        figured(outcome[key], outcome.unit),
        figured(after?.[key], outcome.unit),
      );
    }
  }
  return { zh: `${change.zh}，判定就不同`, en: `${change.en}, the answer would be another` };
}

const open: Bilingual = { zh: '未定', en: 'open' };

function figured(value: unknown, unit: string | undefined): Bilingual {
  if (typeof value === 'number') return amount(value, unit);
  return value === null || value === undefined ? open : { zh: String(value), en: String(value) };
}
