import { statSync } from 'node:fs';
import type { Question } from '../roster/decide-rows.ts';
import { decidePair } from '../roster/engine/decide-pair.ts';
import { ProblemsFile } from '../roster/engine/problems-file.ts';
import { ResultFolder } from '../roster/engine/result-folder.ts';
import { checkTargets } from '../roster/new-file.ts';
import { checkPair } from '../roster/parquet-source.ts';
import { sizeOf } from '../roster/table-source.ts';
import { unusable } from '../unusable.ts';
import type { RosterOptions } from './roster-options.ts';
import { reportTables } from './roster-report.ts';
import { wholeRun } from './whole-run.ts';

/** `jingzhun roster --engine duckdb`: a folder of typed tables to a folder of statuses and amounts, which appears whole or not at all. */
export async function decideInDuckDb(folder: string, question: Question, options: RosterOptions): Promise<void> {
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
  let result: ResultFolder | undefined;
  let problems: ProblemsFile | undefined;
  const decided = await wholeRun(
    question.language,
    async (run) => {
      result = new ResultFolder(options.out);
      const own = await decidePair(folder, question, result, run);
      if (options.errors !== undefined) problems = new ProblemsFile(options.errors, question.language);
      await problems?.write(own.problems);
      if (sizeOf(folder).changed !== changed)
        throw unusable('file-changed', '处理期间文件被修改，请重新运行', 'was changed meanwhile; run again', {
          file: folder,
        });
      run.signal.throwIfAborted();
      result.publish();
      problems?.publish();
      return own;
    },
    () => {
      result?.discard();
      problems?.discard();
    },
  );
  await reportTables(question, decided, { engine: 'duckdb', name: 'DuckDB', format: 'Parquet' }, options);
}
