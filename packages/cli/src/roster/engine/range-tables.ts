import { rowProblem } from '@jingzhun/schemas/table';
import { type Database, sqlName } from '../duckdb.ts';
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
export async function openRange(database: Database, pair: Pair, range: Range, repairs: Repairs): Promise<RangeCounts> {
  const { household, person, key } = pair;
  const rows = rowsOf(pair, range);
  const plain = await countsOf(database, pair, rows);
  const found = plain ?? (await findDoubtful(database, person, rows));
  const usable = `${range}${found.doubtful ? ' AND household_id NOT IN (SELECT household_id FROM doubtful)' : ''}`;
  const id = `CAST(household_id AS ${key}) AS household_id`;
  const member = person.hasMember
    ? 'CAST(member AS BIGINT) AS member'
    : 'row_number() OVER (PARTITION BY household_id) - 1 AS member';
  const alone = found.homeless ? ' UNION ALL BY NAME SELECT household_id FROM homeless' : '';
  const view = (name: string, columns: readonly string[], from: string) =>
    database.connection.run(`CREATE OR REPLACE TEMP VIEW ${name} AS SELECT ${columns.join(', ')} FROM ${from}`);
  await view('household', [id, ...selection(household, repairs)], `${household.from} WHERE ${usable}${alone}`);
  await view(
    'person',
    [id, `${personId(person)} AS person_id`, member, ...selection(person, repairs)],
    `${person.from} WHERE ${usable}`,
  );
  if (plain !== undefined) return { ...plain, problems: [] };
  const [households = 0, persons = 0] = await numbers(
    database,
    'SELECT (SELECT count(*) FROM household)::DOUBLE, (SELECT count(*) FROM person)::DOUBLE',
  );
  return { households, persons, problems: found.problems };
}

const personId = ({ hasPersonId }: PairTable): string =>
  hasPersonId ? 'CAST(person_id AS VARCHAR)' : 'CAST(NULL AS VARCHAR)';

interface Rows {
  readonly household: string;
  readonly person: string;
}

function rowsOf({ household, person, key }: Pair, range: Range): Rows {
  const id = `CAST(household_id AS ${key}) AS household_id`;
  return {
    household: `(SELECT ${id} FROM ${household.from} WHERE ${range})`,
    person: `(SELECT ${id}, ${personId(person)} AS person_id FROM ${person.from} WHERE ${range})`,
  };
}

interface Found {
  readonly doubtful: boolean;
  readonly homeless: boolean;
  readonly problems: readonly ValueProblem[];
}

/**
 * How many there are, if nobody stands there twice and all persons have their household: as a rule ids ascend, and then one look at
 * neighbours tells. undefined where it does not tell.
 */
async function countsOf(
  database: Database,
  { person }: Pair,
  { household, person: persons }: Rows,
): Promise<(Found & { readonly households: number; readonly persons: number }) | undefined> {
  const [ofHouseholds = 0, again] = await numbers(
    database,
    `SELECT count(*)::DOUBLE, count_if(household_id <= before)::DOUBLE
    FROM (SELECT household_id, lag(household_id) OVER () AS before FROM ${household})`,
  );
  const [ofPersons = 0, twice] = await numbers(
    database,
    person.hasPersonId
      ? `SELECT count(*)::DOUBLE, count_if(household_id < before OR (household_id = before AND NOT coalesce(person_id > last, FALSE)))::DOUBLE
    FROM (SELECT household_id, person_id, lag(household_id) OVER () AS before, lag(person_id) OVER () AS last FROM ${persons})`
      : `SELECT count(*)::DOUBLE, 0 FROM ${persons}`,
  );
  if (again !== 0 || twice !== 0) return undefined;
  const [strangers] = await numbers(
    database,
    `SELECT count(*)::DOUBLE FROM ${persons} AS person ANTI JOIN ${household} AS household ON household.household_id = person.household_id`,
  );
  if (strangers !== 0) return undefined;
  return { households: ofHouseholds, persons: ofPersons, doubtful: false, homeless: false, problems: [] };
}

/** Tables `doubtful`, of households of which somebody stands there twice, and `homeless`, of those that only persons name. */
async function findDoubtful(database: Database, person: PairTable, rows: Rows): Promise<Found> {
  await database.connection.run(`CREATE OR REPLACE TEMP TABLE doubtful AS
    SELECT household_id, 'household' AS what, count(*) - 1 AS number FROM ${rows.household} GROUP BY household_id HAVING count(*) > 1
    UNION ALL SELECT household_id, 'person' AS what, count(*) - 1 AS number FROM ${rows.person}
    WHERE person_id <> '' GROUP BY household_id, person_id HAVING count(*) > 1`);
  await database.connection.run(`CREATE OR REPLACE TEMP TABLE homeless AS
    SELECT DISTINCT household_id FROM ${rows.person}
    WHERE household_id NOT IN (SELECT household_id FROM ${rows.household}) AND household_id NOT IN (SELECT household_id FROM doubtful)`);
  const [twice = 0, again = 0, homeless] = await numbers(
    database,
    `SELECT coalesce(sum(number) FILTER (WHERE what = 'household'), 0)::DOUBLE,
      coalesce(sum(number) FILTER (WHERE what = 'person'), 0)::DOUBLE, (SELECT count(*)::DOUBLE FROM homeless) FROM doubtful`,
  );
  const problem = (
    table: PairTable['level'],
    code: 'duplicate-household' | 'duplicate-person',
    count: number,
  ): ValueProblem[] => {
    if (count === 0) return [];
    const { zh, en, action } = rowProblem(code, 0, 'household-left-out');
    return [{ table, column: `${table}_id`, value: '', count, zh, en, action }];
  };
  return {
    doubtful: twice + again > 0,
    homeless: homeless !== 0,
    problems: [
      ...problem('household', 'duplicate-household', twice),
      ...problem('person', 'duplicate-person', person.hasPersonId ? again : 0),
    ],
  };
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
