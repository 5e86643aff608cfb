import { statSync } from 'node:fs';
import { say } from '../language.ts';
import { note, print, printJson } from '../output.ts';
import type { Question } from '../roster/decide-rows.ts';
import { type DecidedPair, decidePair } from '../roster/engine/decide-pair.ts';
import { ProblemsFile, problemLine } from '../roster/engine/problems-file.ts';
import { ResultFolder } from '../roster/engine/result-folder.ts';
import { checkTargets } from '../roster/new-file.ts';
import { checkPair } from '../roster/parquet-source.ts';
import { progressBar } from '../roster/progress.ts';
import { columnNotes } from '../roster/read-roster.ts';
import { measureTable, totalLines } from '../roster/summary.ts';
import { sizeOf } from '../roster/table-source.ts';
import { totalsOf } from '../roster/tally.ts';
import { unusable } from '../unusable.ts';
import { Labels } from '../wording/labels.ts';
import type { RosterOptions } from './roster.ts';

/** `jingzhun roster --engine duckdb`: a folder of typed tables to a folder of statuses and amounts, which appears whole or not at all. */
export async function decideInDuckDb(folder: string, question: Question, options: RosterOptions): Promise<void> {
  const { language } = question;
  const { changed } = sizeOf(folder);
  if (!statSync(folder).isDirectory())
    throw unusable(
      'not-a-folder',
      '用 --engine duckdb 时应为含 household.parquet 和 person.parquet 的文件夹',
      'with --engine duckdb this should be a folder with household.parquet and person.parquet',
      { file: folder },
    );
  checkPair(folder);
  if (options.errors !== undefined) checkTargets(folder, [{ option: '--errors', path: options.errors }]);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const bar = await progressBar(say(language, { zh: '核对', en: 'Deciding' }), 1);
  let result: ResultFolder | undefined;
  let problems: ProblemsFile | undefined;
  try {
    result = new ResultFolder(options.out);
    const decided = await decidePair(folder, question, result, {
      signal: interrupted.signal,
      progress: (done, of) => bar.update(done / of),
    });
    if (options.errors !== undefined) problems = new ProblemsFile(options.errors, language);
    await problems?.write(decided.problems);
    if (sizeOf(folder).changed !== changed)
      throw unusable('file-changed', '处理期间文件被修改，请重新运行', 'was changed meanwhile; run again', {
        file: folder,
      });
    interrupted.signal.throwIfAborted();
    result.publish();
    problems?.publish();
    bar.stop();
    await report(question, decided, options);
  } catch (error) {
    bar.stop();
    result?.discard();
    problems?.discard();
    if (interrupted.signal.aborted) process.exit(130);
    throw error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function report(
  { policy, text, days, language }: Question,
  { match, households, persons, leftOut, problems, measures }: DecidedPair,
  options: RosterOptions,
): Promise<void> {
  const count = problems.reduce((sum, each) => sum + each.count, 0);
  if (options.json) {
    await printJson({
      policy: { id: policy.id, release: policy.release, digest: policy.digest },
      on: days.on,
      assessedOn: days.assessedOn ?? days.on,
      engine: 'duckdb',
      format: 'Parquet',
      encoding: null,
      households,
      persons,
      rowsLeftOut: leftOut,
      problems: count,
      contradictions: null,
      measures: measures.map(({ asks: _, ...measure }) => ({ ...measure, missing: null })),
      totals: totalsOf(measures),
      out: options.out,
      errors: options.errors ?? null,
    });
    return;
  }
  for (const each of columnNotes(match)) note(say(language, each));
  if (options.errors === undefined) {
    for (const problem of problems.slice(0, 10)) note(problemLine(problem, language));
    if (problems.length > 10)
      note(
        say(language, {
          zh: `另有 ${problems.length - 10} 种，用 --errors 写入文件`,
          en: `${problems.length - 10} more kinds; write them to a file with --errors`,
        }),
      );
  }
  const labels = new Labels(policy, text, language);
  await print(measureTable(measures, labels));
  for (const line of totalLines(measures, labels)) await print(line);
  await print(
    say(language, {
      zh: `DuckDB；判定 ${households} 户、${persons} 人；未判定 ${leftOut} 行；问题 ${count} 处。结果：${options.out}`,
      en: `DuckDB; ${households} households, ${persons} persons decided; ${leftOut} rows left out; ${count} problems. Result: ${options.out}`,
    }),
  );
}
