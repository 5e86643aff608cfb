import type { Bilingual, RuleFinding } from '@jingzhun/schemas';
import type { Policy } from '../model/policy.ts';
import { addDays } from '../values/dates.ts';
import type { Witness } from '../witness/witness.ts';
import type { Claim } from './analysis.ts';
import { dayInWords, daysSaid } from './days-said.ts';
import { type Derived, lawOf, swappedDays, withDerived } from './laws.ts';
import { type Note, noQuote } from './mend.ts';
import { type Bench, report } from './period.ts';
import { refusedFor } from './refusal.ts';
import { type Borne, caseOn, restingOn, rulesOn } from './resting-on.ts';
import { findingIn } from './shown.ts';

/** What was noted in the files and put right, as findings. */
export function notesOf(notes: readonly Note[], derived: Derived, bench: Bench): void {
  for (const note of notes) {
    const { about, file, line, path } = note;
    const claim =
      'policy' in about
        ? policyNote(note, bench)
        : 'provision' in about
          ? provisionNote(note, about.provision, bench)
          : parameterNote(note, about.parameter, derived, bench);
    // A decision that shows it says more; where none does, it still is why the files are refused.
    const borne = claim.confirmed ? {} : refusedFor([path], bench.refusals, bench.policy.force.from);
    report(bench, { ...claim, ...borne, file, ...(line === undefined ? {} : { line }) });
  }
}

function policyNote(note: Note, bench: Bench): Claim {
  const { from: start = '', to } = note;
  const { force } = bench.policy;
  const ids = bench.policy.rules
    .filter((rule) => rule.force.from === force.from && rule.force.to === force.to)
    .map(({ id }) => id);
  return {
    ...lawOf('swapped-bound', 'policy', ids.slice(0, 1), bench),
    ...swappedDays({ zh: '本政策', en: 'The policy' }, start, to ?? ''),
    ...turned(note, ids, bench),
  };
}

function provisionNote(note: Note, id: string, bench: Bench): Claim {
  const { policy, words, text } = bench;
  const name = words.rule(id);
  const isRule = policy.rules.some((rule) => rule.id === id);
  const ids = isRule ? [id] : [];
  // A listed provision has a clause too, though no rule.
  const clauses = text.sections.flatMap(({ provisions }) =>
    provisions.flatMap((each) => (each.id === id ? each.clause : [])),
  );
  const { kind, from } = note;
  if (kind !== 'uncited')
    return {
      ...lawOf(kind, id, ids, bench),
      clauses,
      ...swappedDays(name, from ?? '', note.to ?? ''),
      ...turned(note, ids, bench),
    };
  const texts: Bilingual =
    from === undefined
      ? {
          zh: `${name.zh}没有引文摘要（quoteSha256），无从与原文核对。`,
          en: `${name.en} has no digest of the sentence it cites (quoteSha256): nobody can hold it against the text.`,
        }
      : {
          zh: `${name.zh}自 ${from} 起的修订没有引文摘要（quoteSha256），无从与原文核对。`,
          en: `${name.en}, as amended from ${from}, has no digest of the sentence it cites (quoteSha256): nobody can hold it against the text.`,
        };
  const start = from ?? policy.force.from;
  return {
    ...lawOf(kind, from === undefined ? id : `${id}:amended`, ids, bench),
    clauses,
    from: start,
    to: from === undefined ? policy.force.to : null,
    ...texts,
    ...caseOn(ids, [start, null], bench, citesNothing, {
      zh: '这项判定引不出原文',
      en: 'this decision has no sentence to cite',
    }),
  };
}

/** Its citation, or that of an amendment, is what stands for none. */
const citesNothing = ({ cite }: RuleFinding): boolean =>
  [cite, ...(cite.amendedBy ?? [])].some(({ quoteSha256 }) => [quoteSha256].flat().includes(noQuote));

/** Decided as if the days stood the right way round; as they stand, it is in force on none of them. */
function turned({ from = '', to }: Note, ids: readonly string[], bench: Bench): Borne & Pick<Claim, 'from' | 'to'> {
  const [first, last] = [to ?? '', from];
  const asWritten: Policy = {
    ...bench.policy,
    rules: bench.policy.rules.map((rule) =>
      rule.force.from === first && rule.force.to === last ? { ...rule, force: { from: last, to: first } } : rule,
    ),
  };
  const isNever = ({ rule, status }: RuleFinding, witness: Witness): boolean =>
    status !== 'not-in-force' && findingIn(asWritten, witness, rule)?.status === 'not-in-force';
  const borne = caseOn(ids, [first, last], bench, isNever, {
    zh: '暂按起止日期对调后判定；照原样，这一天不在执行期',
    en: 'decided as if the two days were exchanged; as they stand, it is not in force on this day',
  });
  return { ...borne, from: first, to: last };
}

function parameterNote(note: Note, name: string, derived: Derived, bench: Bench): Claim {
  const { policy, words } = bench;
  const { kind, from = policy.force.from, to = null } = note;
  const names = withDerived(name, derived);
  const ids = rulesOn(names, bench);
  const law = lawOf(kind, name, ids, bench);
  const title = words.parameter(name);
  if (kind === 'uncited') {
    const end = endOf(name, from, policy);
    const unused = ids.length === 0;
    return {
      ...law,
      from,
      to: end,
      zh: `“${title.zh}”自 ${from} 起的值没有引文摘要（quoteSha256），无从与原文核对${unused ? '；没有一条规则用到它' : ''}。`,
      en: `The value of "${title.en}" from ${from} has no digest of the sentence it cites (quoteSha256): nobody can hold it against the text${unused ? '; no rule rests on it' : ''}.`,
      ...restingOn(names, [from, end], ids, bench),
    };
  }
  if (kind === 'swapped-bound') {
    const [first, last] = [to ?? '', from];
    return {
      ...law,
      from: first,
      to: last,
      ...swappedDays({ zh: `“${title.zh}”的一个值`, en: `A value of "${title.en}"` }, from, to ?? ''),
      ...restingOn(names, [first, last], ids, bench, {
        zh: '暂按起止日期对调后判定',
        en: 'decided as if the two days were exchanged',
      }),
    };
  }
  const days = daysSaid(from, to);
  return {
    ...law,
    from,
    to,
    zh: `“${title.zh}”${days.zh}有两个值。`,
    en: `"${title.en}" has two values ${days.en}.`,
    ...restingOn(names, [from, to], ids, bench, {
      zh: `这天有两个值，暂按后一个（${dayInWords(from)}起）算`,
      en: `two values on this day: reckoned with the later one (from ${from})`,
    }),
  };
}

/** The last day of the value that begins on a day. */
function endOf(name: string, from: string, { parameters }: Policy): string | null {
  const values = parameters[name]?.values ?? [];
  const place = values.findIndex((value) => value.from === from);
  const next = values[place + 1]?.from;
  return values[place]?.to ?? (next === undefined ? null : addDays(next, -1));
}
