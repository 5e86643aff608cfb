import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS, type Row } from '../../examples/rosters/synthetic/columns.ts';
import { assertPrintedTotals } from '../../examples/rosters/synthetic/printed-totals.ts';
import { seeded } from '../../examples/rosters/synthetic/random.ts';
import { inventRows } from '../../examples/rosters/synthetic/rows.ts';
import { CaseTable, matchColumns, type Roster } from '../../packages/schemas/src/table/index.ts';
import { type TypedColumn, typedColumn } from './typed-columns.ts';

/** Invented counties, from which a registry is made by repeating them with variations. */
export interface CountyPatterns {
  readonly count: number;
  /** Of each county: the calibrated totals make them the same in all. */
  readonly households: number;
  readonly persons: number;
  readonly columns: Readonly<Record<'household' | 'person', readonly TypedColumn[]>>;
  /** Files of one JSON object a line. A line of `row` is a row of the roster, in the words of its cells. */
  readonly files: Readonly<Record<'household' | 'person' | 'row', string>>;
}

type Values = Record<string, unknown>;

/** Invents `count` counties, each from a seed drawn from `seed`, and writes them into a folder. */
export function writePatterns(folder: string, seed: number, count: number): CountyPatterns {
  const random = seeded(seed);
  const lines = { household: [] as Values[], person: [] as Values[], row: [] as Values[] };
  const columns = { household: typedColumns('household'), person: typedColumns('person') };
  let households = 0;
  let persons = 0;
  for (let pattern = 0; pattern < count; pattern++) {
    const rows = inventRows(random.int(1, 2 ** 31 - 1));
    assertPrintedTotals(rows);
    const roster = read(rows);
    households = roster.households.length;
    persons = rows.length;
    let position = 0;
    for (const [place, { case: own }] of roster.households.entries()) {
      const household = own.household as unknown as Values & { readonly members: readonly Values[] };
      const of = { pattern, household: place };
      lines.household.push({ ...of, persons_before: position, ...valuesOf(household, columns.household) });
      for (const [member, person] of household.members.entries()) {
        const key = { ...of, person: position, member };
        lines.person.push({ ...key, ...valuesOf(person, columns.person) });
        lines.row.push({ ...key, ...rows[position] });
        position++;
      }
    }
  }
  const written = (name: keyof typeof lines): string => {
    const path = join(folder, `${name}.jsonl`);
    writeFileSync(path, lines[name].map((line) => `${JSON.stringify(line)}\n`).join(''));
    return path;
  };
  const files = { household: written('household'), person: written('person'), row: written('row') };
  return { count, households, persons, columns, files };
}

/** Through the reader of rosters, so that the typed tables hold what the roster says. */
function read(rows: readonly Row[]): Roster {
  const table = new CaseTable(COLUMNS);
  for (const [index, row] of rows.entries())
    table.add(
      index + 2,
      COLUMNS.map((column) => row[column]),
    );
  const roster = table.finish();
  const wrong = roster.problems.find(({ action }) => action !== 'noted');
  if (wrong !== undefined) throw new Error(`row ${wrong.row}: ${wrong.en}`);
  return roster;
}

/** The columns of an entity but for its keys, which every county has of its own. */
const typedColumns = (entity: 'household' | 'person'): TypedColumn[] =>
  matchColumns(COLUMNS)
    .columns.filter((column) => column.entity === entity && column.field.key !== 'id')
    .map(({ field }) => typedColumn(field));

function valuesOf(facts: Values, columns: readonly TypedColumn[]): Values {
  return Object.fromEntries(
    columns.map(({ field, name }) => [
      name,
      field.key.split('.').reduce<unknown>((value, key) => (value as Values | undefined)?.[key], facts),
    ]),
  );
}
