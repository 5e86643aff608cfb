import type { Database } from '../duckdb.ts';
import { numbers } from '../sql-session.ts';
import type { Pair } from './pair.ts';
import type { Range } from './ranges.ts';
import type { Repairs } from './unusable-values.ts';
import { countRows, findKeyFaults, keysOf, openRows, type UsableRows } from './usable-rows.ts';

/** Makes the views `household` and `person` over the rows of a range, in the layout that the rules read. */
export async function openRange(database: Database, pair: Pair, range: Range, repairs: Repairs): Promise<UsableRows> {
  const plain = await countsOf(database, pair, range);
  const faults = plain === undefined ? await findKeyFaults(database, pair, range) : undefined;
  await openRows(database, pair, range, repairs, faults ?? { doubtful: false, homeless: false });
  return plain ?? { ...(await countRows(database)), problems: faults?.problems ?? [] };
}

/**
 * How many there are, if nobody stands there twice and all persons have their household: as a rule ids ascend, and then one look at
 * neighbours tells. undefined where it does not tell.
 */
async function countsOf(database: Database, pair: Pair, range: Range): Promise<UsableRows | undefined> {
  const { household, person } = keysOf(pair, range);
  const [households = 0, again] = await numbers(
    database,
    `SELECT count(*), count_if(household_id <= before)
    FROM (SELECT household_id, lag(household_id) OVER () AS before FROM ${household})`,
  );
  const [persons = 0, twice] = await numbers(
    database,
    pair.person.hasPersonId
      ? `SELECT count(*), count_if(household_id < before OR (household_id = before AND NOT coalesce(person_id > last, FALSE)))
    FROM (SELECT household_id, person_id, lag(household_id) OVER () AS before, lag(person_id) OVER () AS last FROM ${person})`
      : `SELECT count(*), 0 FROM ${person}`,
  );
  if (again !== 0 || twice !== 0) return undefined;
  const [strangers] = await numbers(
    database,
    `SELECT count(*) FROM ${person} ANTI JOIN ${household} ON households.household_id = persons.household_id`,
  );
  return strangers === 0 ? { households, persons, problems: [] } : undefined;
}
