import { casesFrom, type Roster } from '@jingzhun/schemas/table';
import { COLUMNS } from '../../../examples/rosters/synthetic/columns.ts';
import { inventRows, SEED } from '../../../examples/rosters/synthetic/rows.ts';

/** The roster of the invented county as a table, headers first: 7,508 persons, one a row. Synthetic. */
export function sampleTable(): string[][] {
  return [[...COLUMNS], ...inventRows(SEED).map((row) => COLUMNS.map((column) => row[column]))];
}

/** The same as cases, as a file of that table is read. Nothing is fetched: it is made anew from its seed. */
export function sampleRoster(): Roster {
  return casesFrom(sampleTable());
}
