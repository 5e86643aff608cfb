import type { Bilingual } from '@jingzhun/schemas';
import type { PolicyFiles } from '../load/load.ts';
import { groundOfRule } from '../model/rests-on.ts';
import type { Finding, FindingKind } from './analysis.ts';
import { dayInWords, daysSaid } from './days-said.ts';
import type { Hole } from './mend.ts';
import { type Bench, report } from './period.ts';
import { refusedFor } from './refusal.ts';
import { restingOn } from './resting-on.ts';
import { clausesOf } from './shown.ts';

/** Parameters by name, with those that are derived from each: what is amiss with one is amiss with them too. */
export type Derived = ReadonlyMap<string, readonly string[]>;

export function derivedFrom({ sections }: PolicyFiles): Derived {
  const formulas = Object.values(sections).flatMap(({ parameters = {} }) =>
    Object.entries(parameters).flatMap(([name, file]) =>
      'formula' in file ? [{ name, words: String(file.formula).match(/[A-Za-z]\w*/g) ?? [] }] : [],
    ),
  );
  const found = new Map<string, string[]>();
  for (const { name, words } of formulas) for (const word of words) found.set(word, [...(found.get(word) ?? []), name]);
  return found;
}

export function withDerived(name: string, derived: Derived): readonly string[] {
  return [name, ...(derived.get(name) ?? []).flatMap((each) => withDerived(each, derived))];
}

/** The days in a hole of a parameter on which rules that rest on it are in force. */
export function holesOf(holes: readonly Hole[], derived: Derived, bench: Bench): void {
  const { policy, words } = bench;
  for (const { parameter, from, to, nearest, path } of holes) {
    const names = withDerived(parameter, derived);
    const rules = policy.rules.filter(
      (rule) =>
        rule.force.from <= (to ?? '9999') &&
        (rule.force.to === null || from <= rule.force.to) &&
        names.some((name) => groundOfRule(rule, policy).parameters.has(name)),
    );
    if (rules.length === 0) continue;
    const first = rules.map(({ force }) => laterOf(force.from, from)).sort()[0] as string;
    const last = rules.reduce<string | null>(
      (latest, { force }) => (latest === null || force.to === null ? null : laterOf(force.to, latest)),
      '',
    );
    const end = to === null || (last !== null && last < to) ? last : to;
    const ids = [...new Set(rules.map(({ id }) => id))];
    const title = words.parameter(parameter);
    const days = daysSaid(first, end);
    const borne = restingOn(names, [first, end], ids, bench, {
      zh: `这天没有值，暂按最近的值（${dayInWords(nearest)}起）算`,
      en: `no value on this day: reckoned with the nearest one (from ${nearest})`,
    });
    report(bench, {
      ...lawOf('day-without-law', parameter, ids, bench),
      from: first,
      to: end,
      zh: `“${title.zh}”${days.zh}没有值，而${words.rules(ids).zh}在此期间有效。`,
      en: `"${title.en}" has no value ${days.en}, while ${words.rules(ids).en} ${ids.length === 1 ? 'is' : 'are'} in force.`,
      ...(borne.confirmed ? borne : refusedFor([path, ...ids.map((id) => `rules.${id}`)], bench.refusals, first)),
    });
  }
}

const laterOf = (a: string, b: string): string => [a, b].sort()[1] as string;

export const lawOf = (
  kind: FindingKind,
  about: string,
  ids: readonly string[],
  { policy }: Bench,
): Pick<Finding, 'kind' | 'id' | 'rules' | 'clauses'> => ({
  kind,
  id: `${kind}:${about}`,
  rules: ids,
  clauses: clausesOf(policy, ids),
});

export function swappedDays(name: Bilingual, from: string, to: string): Bilingual {
  return {
    zh: `${name.zh}的起止日期颠倒：自 ${from} 起，到 ${to} 止。`,
    en: `${name.en} ends before it begins: from ${from} to ${to}.`,
  };
}
