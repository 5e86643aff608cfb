import { dirname } from 'node:path';
import { type ColumnMatch, matchColumns } from '@jingzhun/schemas/table';
import { Database, databaseFailure } from './duckdb.ts';
import type { RowTaker, TableRow, TableSource } from './table-source.ts';
import { idIn } from './whole-households.ts';

/**
 * A table with the rows of every household together, households in the order of their first rows: sorted on the disk where the result
 * goes. A row without a household's id stays behind the row before it. `elsewhere` tells of rows whose person was in another household before.
 */
export async function openSorted(
  source: TableSource,
  out: string,
  elsewhere: (row: number, about: number) => void,
): Promise<TableSource> {
  const database = await Database.open(dirname(out));
  try {
    const headers = await keepRows(database, source);
    await database.connection.run(`
      create table first_rows as select household, min(row) as first from rows group by household;
      create table again as
        select min(row) as row, any_value(about) as about
        from (
          select person, household, row,
            first_value(first) over (partition by person order by row) as about, first
          from rows join first_rows using (household) where person is not null
        )
        where about <> first group by person, household`);
    return {
      ...source,
      large: true,
      read: (taker) => readSorted(database, headers, taker, out, elsewhere),
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw databaseFailure(error, out);
  }
}

/** Puts the rows on the disk, each with its household and person. */
async function keepRows(database: Database, source: TableSource): Promise<readonly string[]> {
  await database.connection.run(
    'create table rows (row integer, household varchar, person varchar, kind varchar, cells varchar)',
  );
  const appender = await database.connection.createAppender('rows');
  let headers: readonly string[] = [];
  let columns: ColumnMatch['columns'] = [];
  let household = '';
  const idOf = (name: string, cells: readonly string[]) => {
    const column = columns.find((each) => each.name === name);
    return column === undefined ? undefined : idIn(column, cells);
  };
  await source.read({
    headers: (cells) => {
      headers = cells;
      columns = matchColumns(cells).columns;
    },
    row: ({ row, cells, broken, empty }: TableRow) => {
      const own = idOf('household.id', cells);
      household = own ?? household;
      // A row that is left out says nothing of a person.
      const usable = own !== undefined && broken === undefined && cells.length >= headers.length;
      const person = usable ? idOf('person.id', cells) : undefined;
      appender.appendInteger(row);
      appender.appendVarchar(household);
      if (person === undefined) appender.appendNull();
      else appender.appendVarchar(person);
      appender.appendVarchar(broken ?? (empty ? 'empty' : 'usual'));
      appender.appendVarchar(JSON.stringify(cells));
      appender.endRow();
    },
  });
  appender.closeSync();
  return headers;
}

async function readSorted(
  database: Database,
  headers: readonly string[],
  taker: RowTaker,
  out: string,
  elsewhere: (row: number, about: number) => void,
): Promise<void> {
  taker.headers(headers, 1);
  await database.eachRows(
    `select rows.row, kind, cells, about from rows join first_rows using (household) left join again using (row)
     order by first, rows.row`,
    (rows) => {
      for (const [row, kind, text, about] of rows) {
        if (about !== null) elsewhere(row as number, about as number);
        const own = { row: row as number, cells: JSON.parse(text as string) as string[] };
        taker.row(
          kind === 'usual' ? own : { ...own, ...(kind === 'empty' ? { empty: true } : { broken: 'broken-quotes' }) },
        );
      }
      return taker.pause?.();
    },
    out,
  );
}
