import { plainHeader } from '@jingzhun/schemas/table';
import { dataRows } from '@jingzhun/schemas/workbook';
import { catalogue } from '../../policies/catalogue.gen.ts';
import type { Task } from '../../worker/task.ts';
import { type CommonTexts, commonCase, commonFields } from '../decided/common-facts.ts';
import { DecidedRoster } from '../decided/decided-roster.ts';
import { Households } from '../decided/households.ts';
import type { Held, HeldRoster } from '../held.ts';
import type { ResultSummary } from '../protocol-results.ts';
import { type HeldResults, Wording } from './held-results.ts';

/** Decides the roster that is held by the policy that was chosen, with the facts that hold for everyone. */
export async function decideHeld(held: Held, texts: CommonTexts, task: Task): Promise<ResultSummary> {
  const { roster: of } = held;
  if (of === undefined) throw new Error('no roster has been made');
  held.results = undefined;
  const { policy: id, release, on } = of.choice;
  const chosen = catalogue[id]?.releases[release];
  if (chosen === undefined) throw new Error(`there is no ${id}@${release}`);
  const [policy, text] = await Promise.all([chosen.policy(), chosen.text()]);
  const { households } = of.roster;
  const groups = groupsIn(of);
  const common = commonCase(texts);
  const roster = new DecidedRoster({ policy, on, households, common, ...(groups && { groups }) });
  for (const done of roster.deciding()) {
    task.report('decide', done / households.length);
    if (task.due) await task.pause();
  }
  const results: HeldResults = {
    of,
    policy,
    text,
    roster,
    households: new Households(roster),
    words: { zh: new Wording(policy, text, roster, 'zh'), en: new Wording(policy, text, roster, 'en') },
  };
  held.results = results;
  const missing = roster.toAsk('all').map(({ fact }) => fact);
  return { ...summaryOf(results), common: commonFields(missing, texts) };
}

function summaryOf({ of, policy, roster, households: lines }: HeldResults): Omit<ResultSummary, 'common'> {
  const { households, on } = roster.question;
  const distinct = (nameOf: (index: number) => string | null): readonly (string | null)[] => [
    ...new Set(households.map((_, index) => nameOf(index))),
  ];
  return {
    policy: { id: policy.id, release: policy.release, digest: policy.digest },
    on,
    synthetic: of.synthetic,
    households: households.length,
    persons: of.checkUp.persons,
    refused: roster.refused,
    refusedCount: roster.refusedCount,
    rules: roster.askedRules(),
    villages: distinct((index) => lines.villageOf(index)),
    groups: distinct((index) => lines.groupOf(index)),
    types: distinct((index) => lines.typeOf(index)),
  };
}

/** Headers under which rosters name the part of a village. No rule reads it. */
const groupHeaders = new Set(['村民小组', '村小组', '小组', '组', '组别', '自然村', '屯', '村组']);

/** The part of the village that each household belongs to, where a column says so. */
function groupsIn({ table, reading, headers, roster }: HeldRoster): readonly (string | null)[] | undefined {
  const column = headers.findIndex(
    (header, place) => reading.fields[place] === null && groupHeaders.has(plainHeader(header.split('·').at(-1) ?? '')),
  );
  if (column < 0) return undefined;
  const byRow = new Map<number, string>();
  for (const { row, cells } of dataRows(table, reading.place)) byRow.set(row, cells[column]?.trim() ?? '');
  return roster.households.map(({ rows }) => byRow.get(rows[0] ?? 0) || null);
}
