import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { checkDays } from '../days.ts';
import { say } from '../language.ts';
import { note, print, printJson } from '../output.ts';
import { findPolicy } from '../policies.ts';
import type { Question } from '../roster/decide-rows.ts';
import { type DecidedTable, decideTable, type TableOptions } from '../roster/decide-table.ts';
import { checkTargets } from '../roster/new-file.ts';
import { openTable } from '../roster/open-table.ts';
import { progressBar } from '../roster/progress.ts';
import { columnNotes } from '../roster/read-roster.ts';
import { resultMaker } from '../roster/result-maker.ts';
import { problemText, RosterFiles } from '../roster/roster-files.ts';
import { measureTable, totalLines } from '../roster/summary.ts';
import { sizeOf, type TableSource } from '../roster/table-source.ts';
import { totalsOf } from '../roster/tally.ts';
import { unusable } from '../unusable.ts';
import { Labels } from '../wording/labels.ts';
import { languageOf } from './options.ts';
import type { RosterOptions } from './roster-options.ts';

const engines = ['memory', 'duckdb', 'postgres', 'spark'] as const;

/** `jingzhun roster`: every household of a table. Both files appear whole at the end, or not at all. */
export async function rosterCommand(file: string, options: RosterOptions): Promise<void> {
  const language = languageOf(options);
  const days = checkDays(options);
  const engine = engines.find((each) => each === options.engine);
  if (engine === undefined)
    throw unusable('wrong-engine', `应为 ${engines.join('、')} 之一`, `should be one of ${engines.join(', ')}`, {
      path: '--engine',
    });
  if (options.connection !== undefined && (engine === 'memory' || engine === 'duckdb'))
    throw unusable(
      'wrong-engine',
      `--engine ${engine} 不连接任何服务，请去掉 --connection`,
      `--engine ${engine} connects to nothing; leave --connection out`,
      { path: '--connection' },
    );
  const threads = threadsOf(options.threads, engine);
  const { policy, text } = await findPolicy(options);
  const question: Question = { policy, text, days, language };
  if (engine === 'duckdb') return (await import('./roster-duckdb.ts')).decideInDuckDb(file, question, options);
  if (engine === 'spark') return (await import('./roster-spark.ts')).decideWithSpark(file, question, options);
  if (engine === 'postgres') return (await import('./roster-postgres.ts')).decideInPostgres(file, question, options);
  const { changed } = sizeOf(file);
  checkTargets(file, [
    { option: '--out', path: options.out },
    ...(options.errors === undefined ? [] : [{ option: '--errors', path: options.errors }]),
  ]);
  const makeResult = await resultMaker(options.out);
  const source = await openTable(file, dirname(options.out));
  const files = new RosterFiles(makeResult, options.errors, language);
  const interrupted = () => {
    files.discard();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const decided = await decideWith(source, file, question, files, { out: options.out, threads });
    await files.close();
    if (sizeOf(file).changed !== changed) {
      throw unusable('file-changed', '处理期间文件被修改，请重新运行', 'was changed meanwhile; run again', { file });
    }
    files.publish();
    await report(question, source, decided, files, options);
  } catch (error) {
    files.discard();
    throw error;
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    source.close();
  }
}

/** As many as there are cores, where it is not said. */
function threadsOf(asked: string | undefined, engine: string): number {
  if (asked === undefined) return Math.min(availableParallelism(), mostThreads);
  const threads = Number(asked);
  if (engine === 'memory' && Number.isInteger(threads) && threads >= 1 && threads <= mostThreads) return threads;
  throw unusable(
    'wrong-threads',
    `应为 1 至 ${mostThreads} 的整数，只用于 --engine memory`,
    `should be a whole number from 1 to ${mostThreads}, with --engine memory alone`,
    { path: '--threads' },
  );
}

const mostThreads = 64;

async function decideWith(
  source: TableSource,
  file: string,
  question: Question,
  files: RosterFiles,
  options: TableOptions,
) {
  const { language } = question;
  const bar = await progressBar(say(language, { zh: '核对', en: 'Deciding' }), 1);
  // What is held as a whole is read first and decided then.
  const share = source.large ? 1 : 0.5;
  try {
    return await decideTable(source, file, question, options, {
      begin: (match, headers) => {
        files.begin({ match, headers, language });
        for (const each of columnNotes(match)) note(say(language, each));
      },
      take: (decided) => files.take(decided),
      sorts: () => {
        note(
          say(language, {
            zh: '同户的行不相邻，先按户排序，结果也按户排列',
            en: 'rows of households stand apart, so they are sorted by household, and so is the result',
          }),
        );
      },
      read: (done) => bar.update((done / source.size) * share),
      decided: (done, of) => bar.update(share + (done / of) * (1 - share)),
    });
  } finally {
    bar.stop();
  }
}

async function report(
  question: Question,
  { format, encoding }: TableSource,
  { match, tally }: DecidedTable,
  { persons: personsDecided, leftOut, problems, firstProblems }: RosterFiles,
  options: RosterOptions,
): Promise<void> {
  const { policy, text, days, language } = question;
  const labels = new Labels(policy, text, language);
  const measures = tally.measures();
  const persons = match.layout === 'person' ? personsDecided : null;
  if (options.json) {
    await printJson({
      policy: { id: policy.id, release: policy.release, digest: policy.digest },
      on: days.on,
      assessedOn: days.assessedOn ?? days.on,
      format,
      encoding: encoding ?? null,
      households: tally.households,
      persons,
      rowsLeftOut: leftOut,
      problems,
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
    for (const problem of firstProblems) note(problemText(problem, language));
    if (problems > firstProblems.length)
      note(
        say(language, {
          zh: `另有 ${problems - firstProblems.length} 处，用 --errors 写入文件`,
          en: `${problems - firstProblems.length} more; write them to a file with --errors`,
        }),
      );
  }
  const counted = persons === null ? { zh: '', en: '' } : { zh: `、${persons} 人`, en: `, ${persons} persons` };
  await print(measureTable(measures, labels));
  for (const line of totalLines(measures, labels)) await print(line);
  await print(
    say(language, {
      zh: `${encoding === undefined ? format : `编码 ${encoding}`}；判定 ${tally.households} 户${counted.zh}；未判定 ${leftOut} 行；问题 ${problems} 处。结果：${options.out}`,
      en: `${encoding ?? format}; ${tally.households} households${counted.en} decided; ${leftOut} rows left out; ${problems} problems. Result: ${options.out}`,
    }),
  );
}
