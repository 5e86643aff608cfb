import type { Policy } from '@jingzhun/rules';
import { type SqlOfPolicy, tableColumns } from '@jingzhun/rules/sql';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { type Answers, SparkScript } from '../spark-sql.ts';
import { dictionaryTables } from './dictionary-tables.ts';
import { metQueries, rulesOf, totalsQueries } from './measures.ts';
import { sparkColumns } from './spark-column.ts';
import { strictTable } from './strict-table.ts';
import { hasHousehold, type Level, levels, type TypedColumn, type TypedTables, together } from './typed-tables.ts';
import { repaired } from './unusable-values.ts';
import { faultCounts, faultQueries, openRows, rowCounts, strayCounts } from './usable-rows.ts';

/** Where both tables of Parquet stand, as Spark is told: `file:///…`, `hdfs://…`. */
export type Places = Readonly<Record<Level, string>>;

const parquet = (place: string): string => `parquet.\`${place.replaceAll('`', '``')}\``;
const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Asks for the columns of both tables. */
export function describingScript(places: Places): SparkScript {
  const script = new SparkScript();
  for (const level of levels) script.ask(level, `DESCRIBE QUERY SELECT * FROM ${parquet(places[level])}`);
  return script;
}

export function describedTables(places: Places, answers: Answers, policy: Policy): TypedTables {
  const wanted = tableColumns(policy, { dialect: 'spark' });
  const problems: Problem[] = [];
  const typed = (level: Level) => {
    const types = new Map((answers.get(level) ?? []).map(([name = '', type = '']) => [name, type]));
    const described = { level, from: parquet(places[level]), path: places[level], types };
    return strictTable(described, wanted[level], sparkColumns, problems);
  };
  const tables = together(typed('household'), typed('person'), sparkColumns.text);
  if (problems.length > 0) throw new JingzhunError('wrong-column-type', problems);
  return tables;
}

/** The columns of a table whose values may be such as cannot be used. */
export const doubtfulColumns = (tables: TypedTables, level: Level): readonly TypedColumn[] =>
  tables[level].columns.filter(({ isBad }) => isBad !== undefined);

/**
 * Decides both tables in one go, into folders of Parquet below a place: nothing is looked at in between, so every value is checked as it
 * is read. The last folder that is written is `statuses.parquet`.
 */
export async function decidingScript(
  tables: TypedTables,
  { statements, rules, dictionary }: SqlOfPolicy,
  out: string,
): Promise<SparkScript> {
  const script = new SparkScript();
  const where = hasHousehold(tables);
  for (const [table, sql] of faultQueries(tables, where)) script.run(`CACHE TABLE ${table} AS ${sql}`);
  const repairs = new Map(
    levels.flatMap((level) => doubtfulColumns(tables, level)).map((column) => [column, repaired(column, new Map())]),
  );
  const views = {
    rows: async (sql: string) => {
      script.run(sql);
      return [];
    },
  };
  await openRows(views, tables, where, repairs, { doubtful: true, homeless: true });
  const decided = { household: { from: 'household' }, person: { from: 'person' } };
  for (const { name, sql } of statements) {
    script.run(made(name, `${out}/${name}`, sql));
    decided[name as Level] = { from: `result_${name}` };
  }
  const asked = rulesOf(rules);
  for (const level of levels)
    for (const [lot, sql] of totalsQueries(asked[level], decided[level].from).entries())
      script.ask(`totals ${level} ${lot}`, sql);
  for (const [lot, sql] of metQueries(asked.person, decided.person.from).entries()) script.ask(`met ${lot}`, sql);
  for (const level of levels) {
    const bad = doubtfulColumns(tables, level).map(({ isBad }) => `count(*) FILTER (WHERE ${isBad})`);
    if (bad.length > 0) script.ask(`bad ${level}`, `SELECT ${bad.join(', ')} FROM ${tables[level].from}`);
  }
  script.ask('faults', faultCounts);
  for (const [place, sql] of strayCounts(tables).entries()) script.ask(`stray ${place}`, sql);
  script.ask('all', rowCounts(tables));
  script.ask('decided', rowCounts(decided));
  const names = dictionaryTables(dictionary, rules).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, sql } of names) script.run(made(name, `${out}/${name}.parquet`, sql));
  return script;
}

/** Makes a table at a place that has to be empty. */
const made = (name: string, place: string, sql: string): string =>
  `CREATE TABLE result_${name} USING parquet LOCATION ${text(place)} AS\n${sql}`;
