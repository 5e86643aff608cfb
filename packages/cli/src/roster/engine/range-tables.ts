import { rowProblem } from '@jingzhun/schemas/table';
import type { Database } from '../duckdb.ts';
import { sqlName } from '../duckdb.ts';
import type { Pair, PairTable } from './pair.ts';
import type { Range } from './ranges.ts';
import { type Repairs, selected, type ValueProblem } from './unusable-values.ts';

/** How many of a range are decided, and what keeps others out. */
export interface RangeCounts {
  readonly households: number;
  readonly persons: number;
  readonly problems: readonly ValueProblem[];
}

/** Makes the views `household` and `person` over the rows of a range, in the layout that the rules read. */
export async function openRange(
  database: Database,
  { household, person, key }: Pair,
  range: Range,
  repairs: Repairs,
): Promise<RangeCounts> {
  const run = (sql: string) => database.connection.run(sql);
  const id = `CAST(household_id AS ${key}) AS household_id`;
  const personId = person.hasPersonId ? 'CAST(person_id AS VARCHAR)' : 'CAST(NULL AS VARCHAR)';
  await run(`CREATE OR REPLACE TEMP TABLE doubtful AS
    SELECT household_id, 'household' AS what, count(*) - 1 AS number
    FROM (SELECT ${id} FROM ${household.from}) WHERE ${range} GROUP BY household_id HAVING count(*) > 1
    ${
      person.hasPersonId
        ? `UNION ALL SELECT household_id, 'person' AS what, count(*) - 1 AS number
    FROM (SELECT ${id}, ${personId} AS person_id FROM ${person.from}) WHERE ${range} AND person_id <> ''
    GROUP BY household_id, person_id HAVING count(*) > 1`
        : ''
    }`);
  await run(`CREATE OR REPLACE TEMP TABLE homeless AS
    SELECT DISTINCT household_id FROM (SELECT ${id} FROM ${person.from}) WHERE ${range}
      AND household_id NOT IN (SELECT household_id FROM (SELECT ${id} FROM ${household.from}) WHERE ${range})
      AND household_id NOT IN (SELECT household_id FROM doubtful)`);
  const [twice, again, left, homeless] = await numbers(
    database,
    `SELECT coalesce(sum(number) FILTER (WHERE what = 'household'), 0)::DOUBLE, coalesce(sum(number) FILTER (WHERE what = 'person'), 0)::DOUBLE,
      count(DISTINCT household_id)::DOUBLE, (SELECT count(*)::DOUBLE FROM homeless) FROM doubtful`,
  );
  const usable = `${range}${left === 0 ? '' : ' AND household_id NOT IN (SELECT household_id FROM doubtful)'}`;
  const member = person.hasMember
    ? 'CAST(member AS BIGINT) AS member'
    : 'row_number() OVER (PARTITION BY household_id) - 1 AS member';
  const alone = homeless === 0 ? '' : ' UNION ALL BY NAME SELECT household_id FROM homeless';
  await run(
    `CREATE OR REPLACE TEMP VIEW household AS SELECT ${[id, ...selection(household, repairs)].join(', ')} FROM ${household.from} WHERE ${usable}${alone}`,
  );
  await run(
    `CREATE OR REPLACE TEMP VIEW person AS SELECT ${[id, `${personId} AS person_id`, member, ...selection(person, repairs)].join(', ')} FROM ${person.from} WHERE ${usable}`,
  );
  const [households = 0, persons = 0] = await numbers(
    database,
    'SELECT (SELECT count(*) FROM household)::DOUBLE, (SELECT count(*) FROM person)::DOUBLE',
  );
  const problems: ValueProblem[] = [];
  const noted = (table: PairTable['level'], code: 'duplicate-household' | 'duplicate-person', count = 0) => {
    if (count === 0) return;
    const { zh, en } = rowProblem(code, 0, 'household-left-out');
    problems.push({ table, column: `${table}_id`, value: '', count, zh, en, action: 'household-left-out' });
  };
  noted('household', 'duplicate-household', twice);
  noted('person', 'duplicate-person', again);
  return { households, persons, problems };
}

function selection(table: PairTable, repairs: Repairs): string[] {
  return [
    ...table.columns.map((column) => selected(column, repairs)),
    ...table.absent.map(({ name, type }) => `CAST(NULL AS ${type}) AS ${sqlName(name)}`),
  ];
}

export async function numbers(database: Database, sql: string): Promise<number[]> {
  return ((await database.connection.runAndReadAll(sql)).getRows()[0] ?? []).map(Number);
}
