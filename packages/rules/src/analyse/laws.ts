import { regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { decide } from '../decide/decide.ts';
import type { PolicyFiles } from '../load/load.ts';
import type { ParameterModel, Policy } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { addDays } from '../values/dates.ts';
import { caseFor, type Witness } from '../witness/witness.ts';
import type { Finding, FindingKind, Shown } from './analysis.ts';
import type { Hole, Note } from './mend.ts';
import { type Bench, report } from './period.ts';
import { clausesOf, shown } from './shown.ts';

/** Parameters by name, with those that are derived from each: what is amiss with one is amiss with them too. */
type Derived = ReadonlyMap<string, readonly string[]>;

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

function withDerived(name: string, derived: Derived): readonly string[] {
  return [name, ...(derived.get(name) ?? []).flatMap((each) => withDerived(each, derived))];
}

/** A day in a hole of a parameter on which a rule that rests on it is in force. */
export function holesOf(holes: readonly Hole[], derived: Derived, bench: Bench): void {
  const { policy, words } = bench;
  for (const { parameter, from, to } of holes) {
    const names = withDerived(parameter, derived);
    const affected = policy.rules.filter(
      ({ force }) => force.from <= (to ?? '9999') && (force.to === null || from <= force.to),
    );
    const rules = affected.filter((rule) => names.some((name) => groundOfRule(rule, policy).parameters.has(name)));
    const [first] = rules;
    if (first === undefined) continue;
    const day = laterOf(first.force.from, from);
    const last = rules.reduce<string | null>(
      (latest, { force }) => (latest === null || force.to === null ? null : laterOf(force.to, latest)),
      '',
    );
    const end = to === null || (last !== null && last < to) ? last : to;
    const ids = [...new Set(rules.map(({ id }) => id))];
    const title = words.parameter(parameter);
    report(bench.findings, {
      ...lawOf('day-without-law', parameter, ids, bench),
      from: day,
      to: end,
      zh: `“${title.zh}”从 ${day} ${end === null ? '起' : `到 ${end} `}没有值，而${words.rules(ids).zh}在此期间有效。`,
      en: `"${title.en}" has no value from ${day}${end === null ? ' on' : ` to ${end}`}, while ${words.rules(ids).en} ${ids.length === 1 ? 'is' : 'are'} in force.`,
      ...restingOn(names, day, ids, bench),
    });
  }
}

const laterOf = (a: string, b: string): string => [a, b].sort()[1] as string;

const lawOf = (
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

/** What was noted in the files and put right, as findings. */
export function notesOf(notes: readonly Note[], derived: Derived, bench: Bench): void {
  for (const note of notes) {
    const { about, kind, file, line } = note;
    const place = { file, ...(line === undefined ? {} : { line }) };
    if ('policy' in about) {
      const [rule] = bench.policy.rules;
      const ids = rule === undefined ? [] : [rule.id];
      report(bench.findings, {
        ...lawOf(kind, 'policy', ids, bench),
        ...days(note, bench),
        ...swappedForce({ zh: '本政策', en: 'The policy' }, note),
        ...caseOn(ids, note.to ?? '', bench),
        ...place,
      });
    } else if ('provision' in about) {
      const name = bench.words.rule(about.provision);
      const listedOnly = !bench.policy.rules.some(({ id }) => id === about.provision);
      const texts =
        kind === 'uncited'
          ? {
              zh: `${name.zh}${note.from === undefined ? '' : `自 ${note.from} 起的修订`}没有引文摘要（quoteSha256），无从与原文核对。`,
              en: `${name.en}${note.from === undefined ? '' : `, as amended from ${note.from},`} has no digest of the sentence it cites (quoteSha256): nobody can hold it against the text.`,
            }
          : swappedForce(name, note);
      const id = note.from === undefined || kind !== 'uncited' ? about.provision : `${about.provision}:amended`;
      const ids = listedOnly ? [] : [about.provision];
      const start = kind === 'uncited' ? note.from : note.to;
      report(bench.findings, {
        ...lawOf(kind, id, ids, bench),
        ...days(note, bench),
        ...texts,
        ...caseOn(ids, start ?? '', bench),
        ...place,
      });
    } else parameterNote(note, about.parameter, derived, bench);
  }
}

function parameterNote(note: Note, name: string, derived: Derived, bench: Bench): void {
  const { policy, words } = bench;
  const { kind, from = policy.force.from, to, file, line } = note;
  const names = withDerived(name, derived);
  const ids = [
    ...new Set(
      policy.rules
        .filter((rule) => names.some((each) => groundOfRule(rule, policy).parameters.has(each)))
        .map(({ id }) => id),
    ),
  ];
  const title = words.parameter(name);
  const texts = {
    uncited: {
      zh: `“${title.zh}”自 ${from} 起的值没有引文摘要（quoteSha256），无从与原文核对。`,
      en: `The value of "${title.en}" from ${from} has no digest of the sentence it cites (quoteSha256): nobody can hold it against the text.`,
    },
    'swapped-bound': swappedForce({ zh: `“${title.zh}”的一个值`, en: `A value of "${title.en}"` }, note),
    'day-with-two-laws': {
      zh: `“${title.zh}”从 ${from} ${to == null ? '起' : `到 ${to} `}有两个值。`,
      en: `"${title.en}" has two values from ${from}${to == null ? ' on' : ` to ${to}`}.`,
    },
  }[kind];
  const day = kind === 'swapped-bound' ? (to ?? from) : from;
  report(bench.findings, {
    ...lawOf(kind, name, ids, bench),
    ...days(note, bench),
    ...texts,
    ...restingOn(names, day, ids, bench),
    file,
    ...(line === undefined ? {} : { line }),
  });
}

function swappedForce(name: { zh: string; en: string }, { from, to }: Note): { zh: string; en: string } {
  return {
    zh: `${name.zh}的起止日期颠倒：自 ${from} 起，到 ${to} 止。`,
    en: `${name.en} ends before it begins: from ${from} to ${to}.`,
  };
}

/** The days that a note is about, the first one first. */
function days({ kind, from, to }: Note, { policy }: Bench): Pick<Finding, 'from' | 'to'> {
  if (kind === 'swapped-bound') return { from: to ?? policy.force.from, to: from ?? null };
  return { from: from ?? policy.force.from, to: to ?? null };
}

/** A case that a rule decides on a day or the first one after. */
function caseOn(ids: readonly string[], day: string, bench: Bench): Pick<Finding, 'witness' | 'confirmed'> {
  for (const id of ids) {
    const witness = witnessFor(id, day, bench);
    if (witness !== undefined) return { witness: [shown(bench, witness, [id])], confirmed: true };
  }
  return { witness: [], confirmed: false };
}

function witnessFor(
  id: string,
  day: string,
  { policy, periods }: Bench,
  ...wanted: ('met' | 'unmet')[]
): Witness | undefined {
  for (const period of periods) {
    if (period.to !== null && period.to < day) continue;
    const on = period.from > day ? period.from : day;
    const rule = regimeOn(policy, on).rules.find(({ model, inForce }) => model.id === id && inForce) as
      | CompiledRule
      | undefined;
    if (rule === undefined) continue;
    for (const status of wanted.length > 0 ? wanted : (['met', 'unmet'] as const)) {
      const witness = caseFor(rule, period.regime, status, { on });
      if (witness !== undefined) return witness;
    }
  }
  return undefined;
}

/** A case whose decision rests on a parameter: with another value, the rule would find something else. */
function restingOn(
  names: readonly string[],
  day: string,
  ids: readonly string[],
  bench: Bench,
): { witness: readonly Shown[]; confirmed: boolean } {
  const other = withOther(bench.policy, names);
  for (const id of ids) {
    for (const status of ['met', 'unmet'] as const) {
      const witness = witnessFor(id, day, bench, status);
      if (witness === undefined) continue;
      if (findingIn(bench.policy, witness, id) !== findingIn(other, witness, id)) {
        return { witness: [shown(bench, witness, [id])], confirmed: true };
      }
    }
  }
  return { ...caseOn(ids, day, bench), confirmed: false };
}

export function findingIn(policy: Policy, { case: input, on, assessedOn, member = 0 }: Witness, id: string): string {
  const { findings } = decide(policy, input, assessedOn === undefined ? { on } : { on, assessedOn });
  return JSON.stringify(findings.filter(({ rule, kind }) => rule === id && kind !== 'contradiction')[member]);
}

/** The policy with other values of some parameters: a step more, a day later. */
function withOther(policy: Policy, names: readonly string[]): Policy {
  const more = (value: ParameterModel['values'][number]['value']): typeof value =>
    typeof value === 'number'
      ? value + 1
      : typeof value === 'string'
        ? addDays(value, 1)
        : Object.fromEntries(Object.entries(value).map(([code, each]) => [code, each + 1]));
  const parameters = Object.fromEntries(
    Object.entries(policy.parameters).map(([name, model]) => [
      name,
      names.includes(name)
        ? { ...model, values: model.values.map((each) => ({ ...each, value: more(each.value) })) }
        : model,
    ]),
  );
  return { ...policy, parameters };
}
