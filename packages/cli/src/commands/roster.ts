import { statSync } from 'node:fs';
import { type Policy, type PolicyText, rulesOn } from '@jingzhun/rules';
import type { TableProblem } from '@jingzhun/schemas/table';
import { checkDays, type DayOptions } from '../days.ts';
import { type Language, say } from '../language.ts';
import { note, print, printJson } from '../output.ts';
import { findPolicy, type PolicyChoice } from '../policies.ts';
import { byteOrderMark, csvRow } from '../roster/csv-cell.ts';
import { eachRow } from '../roster/csv-rows.ts';
import { decideRoster } from '../roster/decide-roster.ts';
import { encodingName } from '../roster/encoding.ts';
import { checkTargets, NewFile } from '../roster/new-file.ts';
import { progressBar } from '../roster/progress.ts';
import { columnNotes, type ReadRoster, readRoster } from '../roster/read-roster.ts';
import { emptyResult, type RowResult, resultHeaders, rowResults } from '../roster/row-result.ts';
import { measureTable, totalLines } from '../roster/summary.ts';
import { Tally, totalsOf } from '../roster/tally.ts';
import { fileFailure, unusable } from '../unusable.ts';
import { Labels } from '../wording/labels.ts';
import { type CommonOptions, languageOf } from './options.ts';

export type RosterOptions = CommonOptions &
  PolicyChoice &
  DayOptions & { readonly out: string; readonly errors?: string };

interface Question {
  readonly file: string;
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly days: DayOptions;
  readonly language: Language;
}

/** `jingzhun roster`: every household of a table. Both files appear whole at the end, or not at all. */
export async function rosterCommand(file: string, options: RosterOptions): Promise<void> {
  const language = languageOf(options);
  const days = checkDays(options);
  const { policy, text } = await findPolicy(options);
  const size = sizeOf(file);
  checkTargets(file, [
    { option: '--out', path: options.out },
    ...(options.errors === undefined ? [] : [{ option: '--errors', path: options.errors }]),
  ]);
  const bar = await progressBar(say(language, { zh: '读取', en: 'Reading' }), size.bytes);
  const read = await readRoster(file, (bytes) => bar.update(bytes)).finally(() => bar.stop());
  for (const each of columnNotes(read.roster.match)) note(say(language, each));
  const question: Question = { file, policy, text, days, language };
  const { results, tally, problems } = await decideAll(question, read);
  if (sizeOf(file).changed !== size.changed) {
    throw unusable('file-changed', '处理期间文件被修改，请重新运行', 'was changed meanwhile; run again', { file });
  }
  await writeFiles(question, read, results, problems, options);
  await report(question, read, tally, problems, options);
}

export function sizeOf(file: string): { readonly bytes: number; readonly changed: string } {
  try {
    const { size, mtimeMs } = statSync(file);
    return { bytes: size, changed: `${size} ${mtimeMs}` };
  } catch (error) {
    throw fileFailure(error, file);
  }
}

async function decideAll({ policy, text, days, language }: Question, { roster }: ReadRoster) {
  const labels = new Labels(policy, text, language);
  const rules = rulesOn(policy, days.on);
  const tally = new Tally(rules);
  const results: (readonly RowResult[] | undefined)[] = [];
  const bar = await progressBar(say(language, { zh: '判定', en: 'Deciding' }), roster.households.length);
  const { problems } = await decideRoster(
    roster,
    policy,
    days,
    (decision, household, index) => {
      tally.add(decision);
      results[index] = rowResults(decision, rules, household.rows.length, labels);
    },
    (done) => bar.update(done),
  ).finally(() => bar.stop());
  return { results, tally, problems: [...roster.problems, ...problems].sort((a, b) => a.row - b.row) };
}

async function writeFiles(
  { file, language }: Question,
  { roster, encoding }: ReadRoster,
  results: readonly (readonly RowResult[] | undefined)[],
  problems: readonly TableProblem[],
  options: RosterOptions,
): Promise<void> {
  const open: NewFile[] = [];
  const interrupted = () => {
    for (const each of open) each.discard();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const out = new NewFile(options.out);
    open.push(out);
    const undecided: RowResult = [
      say(language, { zh: '未判定', en: 'not decided' }),
      '',
      '',
      say(language, { zh: '见有误的行', en: 'see the rows with errors' }),
    ];
    out.write(byteOrderMark);
    let width = 0;
    let next = 0;
    await eachRow(
      file,
      encoding,
      ({ row, cells }) => {
        if (row === 1) {
          width = cells.length;
          out.write(csvRow([...cells, ...resultHeaders[language]]));
          return;
        }
        const known = roster.rows[next];
        if (known?.row !== row) return;
        next++;
        const own = known.household === null ? undefined : results[known.household]?.[known.member ?? 0];
        const result = own ?? undecided;
        // A row that was cut off keeps its cells, and the results stay under their headers.
        const filled =
          cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells.slice(0, width);
        out.write(csvRow([...filled, ...(result ?? emptyResult)]));
      },
      { afterChunk: () => out.flush() },
    );
    await out.close();
    if (options.errors !== undefined) {
      const errors = new NewFile(options.errors);
      open.push(errors);
      errors.write(byteOrderMark);
      errors.write(
        csvRow(
          say(language, { zh: '行,列,原因及正确写法,处理', en: 'Row,Column,Reason and right form,Action' }).split(','),
        ),
      );
      for (const problem of problems) {
        errors.write(
          csvRow([
            String(problem.row),
            problem.column ?? '',
            say(language, problem),
            say(language, actions[problem.action]),
          ]),
        );
      }
      await errors.close();
    }
    for (const each of open) each.publish();
  } catch (error) {
    for (const each of open) each.discard();
    throw error;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

const actions: Readonly<Record<TableProblem['action'], { readonly zh: string; readonly en: string }>> = {
  'cell-unknown': { zh: '该格按未知处理', en: 'the cell counts as unknown' },
  'row-left-out': { zh: '略去该行', en: 'the row is left out' },
  'household-left-out': { zh: '本户不判定', en: 'the household is not decided' },
  noted: { zh: '仅提示', en: 'a note only' },
};

async function report(
  question: Question,
  { roster, encoding }: ReadRoster,
  tally: Tally,
  problems: readonly TableProblem[],
  options: RosterOptions,
): Promise<void> {
  const { policy, text, days, language } = question;
  const labels = new Labels(policy, text, language);
  const measures = tally.measures();
  const leftOut = roster.rows.filter(({ household }) => household === null).length;
  const persons = roster.match.layout === 'person' ? roster.rows.length - leftOut : null;
  if (options.json) {
    await printJson({
      policy: { id: policy.id, release: policy.release, digest: policy.digest },
      on: days.on,
      assessedOn: days.assessedOn ?? days.on,
      encoding: encodingName[encoding],
      households: tally.households,
      persons,
      rowsLeftOut: leftOut,
      problems: problems.length,
      contradictions: tally.contradictions,
      measures: measures.map(({ rule, kind, clause, findings, households, amounts, missing }) => ({
        rule,
        kind,
        clause,
        findings,
        households,
        amounts,
        missing,
      })),
      totals: totalsOf(measures),
      out: options.out,
      errors: options.errors ?? null,
    });
    return;
  }
  if (options.errors === undefined) {
    for (const problem of problems.slice(0, 10)) note(problemText(problem, language));
    if (problems.length > 10)
      note(
        say(language, {
          zh: `另有 ${problems.length - 10} 处，用 --errors 写入文件`,
          en: `${problems.length - 10} more; write them to a file with --errors`,
        }),
      );
  }
  const counted = persons === null ? { zh: '', en: '' } : { zh: `、${persons} 人`, en: `, ${persons} persons` };
  await print(measureTable(measures, labels));
  for (const line of totalLines(measures, labels)) await print(line);
  await print(
    say(language, {
      zh: `编码 ${encodingName[encoding]}；判定 ${tally.households} 户${counted.zh}；未判定 ${leftOut} 行；问题 ${problems.length} 处。结果：${options.out}`,
      en: `${encodingName[encoding]}; ${tally.households} households${counted.en} decided; ${leftOut} rows left out; ${problems.length} problems. Result: ${options.out}`,
    }),
  );
}

/** A problem of a row for people. */
export function problemText(problem: TableProblem, language: Language): string {
  const column = problem.column === undefined ? '' : `${say(language, { zh: '列', en: 'column ' })}${problem.column}`;
  return [say(language, { zh: `第 ${problem.row} 行`, en: `row ${problem.row}` }), column, say(language, problem)]
    .filter((part) => part !== '')
    .join(' ');
}
