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
export function keysOf({ household, person, key }: TypedTables, where: string): Readonly<Record<Level, string>> {
  const id = `CAST(household_id AS ${key}) AS household_id`;
  return {
    household: `(SELECT ${id} FROM ${household.from} WHERE ${where}) AS households`,
    person: `(SELECT ${id}, ${personId(person)} AS person_id FROM ${person.from} WHERE ${where}) AS persons`,
  };
}

const personId = ({ hasPersonId }: TypedTable): string =>
  hasPersonId ? 'CAST(person_id AS VARCHAR)' : 'CAST(NULL AS VARCHAR)';

/** Makes the views `household` and `person` over the rows for which a condition holds, in the layout that the rules read. */
export async function openRows(
  session: SqlSession,
  tables: TypedTables,
  where: string,
  repairs: Repairs,
  { doubtful, homeless }: Pick<KeyFaults, 'doubtful' | 'homeless'>,
): Promise<void> {
  const { household, person, key } = tables;
  const usable = doubtful ? `${where} AND ${notAmong('doubtful', key)}` : where;
  const id = `CAST(household_id AS ${key}) AS household_id`;
  const alone = homeless ? ` UNION ALL SELECT ${['household_id', ...nothing(household)].join(', ')} FROM homeless` : '';
  await view(session, 'household', [id, ...selection(household, repairs)], `${household.from} WHERE ${usable}${alone}`);
  await view(
    session,
    'person',
    [id, `${personId(person)} AS person_id`, `${person.member} AS member`, ...selection(person, repairs)],
    `${person.from} WHERE ${usable}`,
  );
}

const notAmong = (table: string, key: string): string =>
  `CAST(household_id AS ${key}) NOT IN (SELECT household_id FROM ${table})`;

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

/** How many stand in the views, or in the tables whole. */
export async function countRows(
  session: SqlSession,
  { household, person }: Readonly<Record<Level, Pick<TypedTable, 'from'>>> = views,
): Promise<{ readonly households: number; readonly persons: number }> {
  const [households = 0, persons = 0] = await numbers(
    session,
    `SELECT (SELECT count(*) FROM ${household.from}), (SELECT count(*) FROM ${person.from})`,
  );
  return { households, persons };
}

/** Makes the tables `doubtful` and `homeless` of the rows for which a condition holds. */
export async function findKeyFaults(session: SqlSession, tables: TypedTables, where: string): Promise<KeyFaults> {
  const { household, person } = keysOf(tables, where);
  for (const table of ['doubtful', 'homeless']) await session.rows(`DROP TABLE IF EXISTS ${table}`);
  await session.rows(`CREATE TEMP TABLE doubtful AS
    SELECT household_id, 'household' AS what, count(*) - 1 AS number FROM ${household} GROUP BY household_id HAVING count(*) > 1
    UNION ALL SELECT household_id, 'person' AS what, count(*) - 1 AS number FROM ${person}
    WHERE person_id <> '' GROUP BY household_id, person_id HAVING count(*) > 1`);
  await session.rows(`CREATE TEMP TABLE homeless AS SELECT DISTINCT household_id FROM ${person}
    WHERE NOT EXISTS (SELECT 1 FROM ${household} WHERE households.household_id = persons.household_id)
    AND NOT EXISTS (SELECT 1 FROM doubtful WHERE doubtful.household_id = persons.household_id)`);
  const [twice = 0, again = 0, homeless] = await numbers(
    session,
    `SELECT coalesce(sum(number) FILTER (WHERE what = 'household'), 0),
      coalesce(sum(number) FILTER (WHERE what = 'person'), 0), (SELECT count(*) FROM homeless) FROM doubtful`,
  );
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

/** Says how many rows are in no household. */
export async function rowsWithoutHousehold(session: SqlSession, tables: TypedTables): Promise<ValueProblem[]> {
  const problems: ValueProblem[] = [];
  for (const level of levels) {
    const [count = 0] = await numbers(
      session,
      `SELECT count(*) FROM ${tables[level].from} WHERE NOT coalesce(${hasHousehold(tables)}, FALSE)`,
    );
    if (count === 0) continue;
    const { zh, en } = rowProblem('no-household-id', 0, 'row-left-out');
    problems.push({ table: level, column: 'household_id', value: '', count, zh, en, action: 'row-left-out' });
  }
  return problems;
}
