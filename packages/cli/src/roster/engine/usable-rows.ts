import { rowProblem } from '@jingzhun/schemas/table';
import { numbers, type SqlSession, sqlName } from '../sql-session.ts';
import { hasHousehold, type Level, levels, type TypedTable, type TypedTables } from './typed-tables.ts';
import { type Repairs, selected, type ValueProblem } from './unusable-values.ts';

/** How many are decided, and what keeps others out. */
export interface UsableRows {
  readonly households: number;
  readonly persons: number;
  readonly problems: readonly ValueProblem[];
}

/** Keys that must not be taken as they stand. */
export interface KeyFaults {
  /** There are households of which somebody stands there twice; they are the table `doubtful`. */
  readonly doubtful: boolean;
  /** There are households that only persons name; they are the table `homeless`. */
  readonly homeless: boolean;
  readonly problems: readonly ValueProblem[];
}

/** The rows for which a condition holds, with the keys alone. */
export function keysOf({ household, person, key, text }: TypedTables, where: string): Readonly<Record<Level, string>> {
  const id = `CAST(household_id AS ${key}) AS household_id`;
  return {
    household: `(SELECT ${id} FROM ${household.from} WHERE ${where}) AS households`,
    person: `(SELECT ${id}, ${personId(person, text)} AS person_id FROM ${person.from} WHERE ${where}) AS persons`,
  };
}

const personId = ({ hasPersonId }: TypedTable, text: string): string =>
  `CAST(${hasPersonId ? 'person_id' : 'NULL'} AS ${text})`;

/** Makes the views `household` and `person` over the rows for which a condition holds, in the layout that the rules read. */
export async function openRows(
  session: SqlSession,
  tables: TypedTables,
  where: string,
  repairs: Repairs,
  { doubtful, homeless }: Pick<KeyFaults, 'doubtful' | 'homeless'>,
): Promise<void> {
  const { household, person, key, text } = tables;
  const usable = doubtful ? `${where} AND ${notAmong('doubtful', key)}` : where;
  const id = `CAST(household_id AS ${key}) AS household_id`;
  const alone = homeless ? ` UNION ALL SELECT ${['household_id', ...nothing(household)].join(', ')} FROM homeless` : '';
  await view(
    session,
    'household',
    [id, ...selection(household, repairs)],
    `${household.from} AS own WHERE ${usable}${alone}`,
  );
  await view(
    session,
    'person',
    [id, `${personId(person, text)} AS person_id`, `${person.member} AS member`, ...selection(person, repairs)],
    `${person.from} AS own WHERE ${usable}`,
  );
}

const notAmong = (table: string, key: string): string =>
  `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.household_id = CAST(own.household_id AS ${key}))`;

const view = (session: SqlSession, name: Level, columns: readonly string[], from: string) =>
  session.rows(`CREATE OR REPLACE TEMP VIEW ${name} AS SELECT ${columns.join(', ')} FROM ${from}`);

function selection(table: TypedTable, repairs: Repairs): string[] {
  return [
    ...table.columns.map((column) => selected(column, repairs)),
    ...table.absent.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${sqlName(name)}`),
  ];
}

const nothing = ({ columns, absent }: TypedTable): string[] =>
  [...columns, ...absent].map(({ type }) => `CAST(NULL AS ${type})`);

const views = { household: { from: 'household' }, person: { from: 'person' } };

type Sources = Readonly<Record<Level, Pick<TypedTable, 'from'>>>;

/** Asks how many rows both tables have. */
export const rowCounts = ({ household, person }: Sources): string =>
  `SELECT (SELECT count(*) FROM ${household.from}), (SELECT count(*) FROM ${person.from})`;

/** How many stand in the views, or in the tables whole. */
export async function countRows(
  session: SqlSession,
  sources: Sources = views,
): Promise<{ readonly households: number; readonly persons: number }> {
  const [households = 0, persons = 0] = await numbers(session, rowCounts(sources));
  return { households, persons };
}

/** What the tables `doubtful` and `homeless` hold, of the rows for which a condition holds; the second reads the first. */
export function faultQueries(tables: TypedTables, where: string): readonly (readonly [table: string, sql: string])[] {
  const { household, person } = keysOf(tables, where);
  return [
    [
      'doubtful',
      `SELECT household_id, 'household' AS what, count(*) - 1 AS number FROM ${household} GROUP BY household_id HAVING count(*) > 1
    UNION ALL SELECT household_id, 'person' AS what, count(*) - 1 AS number FROM ${person}
    WHERE person_id <> '' GROUP BY household_id, person_id HAVING count(*) > 1`,
    ],
    [
      'homeless',
      `SELECT DISTINCT household_id FROM ${person}
    WHERE NOT EXISTS (SELECT 1 FROM ${household} WHERE households.household_id = persons.household_id)
    AND NOT EXISTS (SELECT 1 FROM doubtful WHERE doubtful.household_id = persons.household_id)`,
    ],
  ];
}

/** How often a household, and how often a person, stands there again; and how many households only persons name. */
export const faultCounts = `SELECT coalesce(sum(number) FILTER (WHERE what = 'household'), 0),
  coalesce(sum(number) FILTER (WHERE what = 'person'), 0), (SELECT count(*) FROM homeless) FROM doubtful`;

/** Makes the tables `doubtful` and `homeless` of the rows for which a condition holds. */
export async function findKeyFaults(session: SqlSession, tables: TypedTables, where: string): Promise<KeyFaults> {
  for (const [table, sql] of faultQueries(tables, where)) {
    await session.rows(`DROP TABLE IF EXISTS ${table}`);
    await session.rows(`CREATE TEMP TABLE ${table} AS ${sql}`);
  }
  return keyFaults(await numbers(session, faultCounts));
}

export function keyFaults([twice = 0, again = 0, homeless]: readonly number[]): KeyFaults {
  const problem = (table: Level, code: 'duplicate-household' | 'duplicate-person', count: number): ValueProblem[] => {
    if (count === 0) return [];
    const { zh, en, action } = rowProblem(code, 0, 'household-left-out');
    return [{ table, column: `${table}_id`, value: '', count, zh, en, action }];
  };
  return {
    doubtful: twice + again > 0,
    homeless: homeless !== 0,
    problems: [...problem('household', 'duplicate-household', twice), ...problem('person', 'duplicate-person', again)],
  };
}

/** Of each table, how many rows are in no household. */
export const strayCounts = (tables: TypedTables): readonly string[] =>
  levels.map(
    (level) => `SELECT count(*) FROM ${tables[level].from} WHERE NOT coalesce(${hasHousehold(tables)}, FALSE)`,
  );

export async function rowsWithoutHousehold(session: SqlSession, tables: TypedTables): Promise<ValueProblem[]> {
  const counts: number[] = [];
  for (const sql of strayCounts(tables)) counts.push(...(await numbers(session, sql)));
  return strayProblems(counts);
}

export function strayProblems(counts: readonly number[]): ValueProblem[] {
  const { zh, en } = rowProblem('no-household-id', 0, 'row-left-out');
  return levels.flatMap((table, place) => {
    const count = counts[place] ?? 0;
    return count === 0 ? [] : [{ table, column: 'household_id', value: '', count, zh, en, action: 'row-left-out' }];
  });
}
