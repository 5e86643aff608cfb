import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Question } from '../roster/decide-rows.ts';
import { decideInSpark } from '../roster/engine/decide-spark.ts';
import { ProblemsFile } from '../roster/engine/problems-file.ts';
import { ResultFolder } from '../roster/engine/result-folder.ts';
import { checkTargets } from '../roster/new-file.ts';
import { checkPair } from '../roster/parquet-source.ts';
import { unusable } from '../unusable.ts';
import type { RosterOptions } from './roster-options.ts';
import { reportTables } from './roster-report.ts';
import { wholeRun } from './whole-run.ts';

/**
 * `jingzhun roster --engine spark`: two tables of Parquet to folders of Parquet. A folder of this machine appears whole or not at all; of
 * one elsewhere, `statuses.parquet/_SUCCESS` comes last.
 */
export async function decideWithSpark(folder: string, question: Question, options: RosterOptions): Promise<void> {
  if (!isElsewhere(folder)) checkPair(folder);
  const input = isElsewhere(folder) ? undefined : folder;
  if (options.errors !== undefined) checkTargets(input, [{ option: '--errors', path: options.errors }]);
  const place = (name: string): string => `${placeOf(folder)}/${name}.parquet`;
  const places = { household: place('household'), person: place('person') };
  let result: ResultFolder | undefined;
  let problems: ProblemsFile | undefined;
  const decided = await wholeRun(
    question.language,
    async (run) => {
      if (!isElsewhere(options.out)) result = new ResultFolder(options.out);
      const out = placeOf(result?.unfinished ?? options.out);
      const own = await decideInSpark(places, out, question, { ...run, master: options.connection });
      if (result !== undefined && !existsSync(join(result.unfinished, 'statuses.parquet')))
        throw unusable(
          'spark',
          'Spark 把结果写到了别的机器上。请把 --out 写成各机器共有的文件夹，或 hdfs:// 等处',
          'Spark wrote the result on other machines; let --out be a folder that all of them share, or one at hdfs:// and the like',
          { path: '--out' },
        );
      if (options.errors !== undefined) problems = new ProblemsFile(options.errors, question.language);
      await problems?.write(own.problems);
      run.signal.throwIfAborted();
      result?.publish();
      problems?.publish();
      return own;
    },
    () => {
      result?.discard();
      problems?.discard();
    },
  );
  await reportTables(question, decided, { engine: 'spark', name: 'Spark', format: 'Parquet' }, options);
}

const isElsewhere = (place: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(place);

/** As Spark is told, whose own folders may be those of a cluster. */
const placeOf = (place: string): string =>
  (isElsewhere(place) ? place : `file://${resolve(place)}`).replace(/\/+$/, '');
