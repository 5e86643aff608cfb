import type { Decision, RuleFinding } from '@jingzhun/rules';
import { say } from '../../calculator/say.ts';
import type { FindingWords, FindingWriter } from '../../card/finding-words.ts';
import { rosterOutWords } from '../../words/roster-out.ts';
import { isOwn } from '../decided/finding-store.ts';

/** What is written after a row's own columns: conclusion, amount, basis, reason. */
export type RowResult = readonly [conclusion: string, amount: string, basis: string, reason: string];

export const emptyResult: RowResult = ['', '', '', ''];

/** What a roster is asked: who is identified, has met the standard, is entitled to what. */
const kinds = new Set(['identification', 'exit-standard', 'entitlement', 'incentive']);

/** The longest a cell's lists may be and still be read. */
const mostMissing = 12;
const mostReasons = 3;

/**
 * The results of a household, one for each of its rows: what concerns a person beside the person, what concerns the
 * household in its first row.
 *
 * @param members Place of each row's person among the members; null where a row is a household.
 */
export function rowResults(
  decision: Decision,
  members: readonly (number | null)[],
  writer: FindingWriter,
): readonly RowResult[] {
  const byRow: FindingWords[][] = members.map(() => []);
  const seen = new Map<string, number>();
  for (const finding of decision.findings) {
    if (!isOwn(finding)) continue;
    const place = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, place + 1);
    if (!kinds.has(finding.kind)) continue;
    const isPerson = finding.subject.entity === 'person';
    const row = isPerson ? members.indexOf(place) : 0;
    byRow[row]?.push(writer.words(finding as RuleFinding, isPerson ? place : -1, []));
  }
  return byRow.map((findings) => resultOf(findings, writer));
}

function resultOf(findings: readonly FindingWords[], { data: { language, words } }: FindingWriter): RowResult {
  const { row } = rosterOutWords[language];
  const { comma, semicolon, colon } = words.answer;
  const of = (status: RuleFinding['status']): FindingWords[] => findings.filter((each) => each.status === status);
  const [met, unknown, unmet] = [of('met'), of('unknown'), of('unmet')];
  const titles = (list: readonly FindingWords[]): string => list.map(({ title }) => title).join(comma);
  const conclusion = [
    ...(met.length > 0 ? [say(row.met, { list: titles(met) })] : []),
    ...(unknown.length > 0 ? [say(row.unknown, { list: titles(unknown) })] : []),
    ...(unmet.length > 0 ? [say(row.unmet, { count: unmet.length })] : []),
  ];
  const amounts = met.flatMap(({ title, amounts: own }) => own.map((amount) => `${title} ${amount}`));
  const basis = new Set([...met, ...unknown].flatMap(({ clauses }) => clauses));
  const missing = [...new Set(unknown.flatMap((each) => each.missing.map(({ label }) => label)))];
  const more = missing.length > mostMissing ? say(words.answer.askMore, { count: missing.length }) : '';
  const reasons = [
    ...met.flatMap(({ title, alarm }) => (alarm === undefined ? [] : [`${title}${colon}${alarm}`])),
    ...(missing.length > 0 ? [say(row.missing, { list: `${missing.slice(0, mostMissing).join(comma)}${more}` })] : []),
    ...unmet
      .flatMap(({ title, line }) => (line === undefined ? [] : [`${title}${colon}${line}`]))
      .slice(0, mostReasons),
  ];
  return [conclusion.join(semicolon), amounts.join(semicolon), [...basis].join(comma), reasons.join(semicolon)];
}
