import { toSql } from '@jingzhun/rules/sql';
import { showHeader } from '@jingzhun/schemas/table';
import type { Question } from '../decide-rows.ts';
import { type Answers, runSpark } from '../spark-sql.ts';
import type { DecidedTables } from './decided-tables.ts';
import { measuresOf, rulesOf, totalsFrom } from './measures.ts';
import { decidingScript, describedTables, describingScript, doubtfulColumns, type Places } from './spark-script.ts';
import { type Level, levels, type TypedTables } from './typed-tables.ts';
import type { ValueProblem } from './unusable-values.ts';
import { keyFaults, strayProblems } from './usable-rows.ts';

export interface SparkRun {
  /** Where Spark runs; as Spark is set up where it is left out. */
  readonly master: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: (done: number, of: number) => void;
}

/** Decides two tables of Parquet in Spark, into folders below a place: asks for their columns first, then runs one script. */
export async function decideInSpark(
  places: Places,
  out: string,
  { policy, text, days, language }: Question,
  { master, signal, progress }: SparkRun,
): Promise<DecidedTables> {
  const tables = describedTables(places, await runSpark(describingScript(places), master, signal), policy);
  progress(1, 3);
  const sql = toSql(policy, { ...days, dialect: 'spark', form: 'wide', text, language });
  const answers = await runSpark(await decidingScript(tables, sql, out), master, signal);
  progress(3, 3);
  const asked = rulesOf(sql.rules);
  const totalsOf = (level: Level) => totalsFrom(asked[level], cellsOf(answers, `totals ${level} `));
  const [decided, all] = [numbersOf(answers, 'decided'), numbersOf(answers, 'all')];
  return {
    match: tables.match,
    households: decided[0] ?? 0,
    persons: decided[1] ?? 0,
    leftOut: (all[1] ?? 0) - (decided[1] ?? 0),
    problems: [
      ...levels.flatMap((level) => valueProblems(tables, level, numbersOf(answers, `bad ${level}`))),
      ...keyFaults(numbersOf(answers, 'faults')).problems,
      ...strayProblems(numbersOf(answers, 'stray ')),
    ],
    measures: measuresOf(
      policy,
      days.on,
      { household: totalsOf('household'), person: totalsOf('person') },
      numbersOf(answers, 'met '),
    ),
  };
}

/** The cells of all queries whose names begin so, one after another. */
const cellsOf = (answers: Answers, name: string): string[] =>
  [...answers].flatMap(([own, [row = []]]) => (own.startsWith(name) ? row : []));

const numbersOf = (answers: Answers, name: string): number[] => cellsOf(answers, name).map(Number);

function valueProblems(tables: TypedTables, level: Level, counts: readonly number[]): ValueProblem[] {
  return doubtfulColumns(tables, level).flatMap(({ name }, place) => {
    const count = counts[place] ?? 0;
    if (count === 0) return [];
    const header = showHeader(name);
    return [
      {
        table: level,
        column: name,
        value: '',
        count,
        zh: `${header} 中有的值不是代码、超出范围或小数过多，按未知处理。请按 jingzhun sql --tables 的说明更正`,
        en: `values of ${header} are no codes, out of range or have too many decimals, and count as unknown; correct them as jingzhun sql --tables describes`,
        action: 'cell-unknown',
      },
    ];
  });
}
