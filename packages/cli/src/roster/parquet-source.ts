import { existsSync } from 'node:fs';
import { matchColumns } from '@jingzhun/schemas/table';
import { unusable } from '../unusable.ts';
import { Database } from './duckdb.ts';
import { cellTexts, columnIn, columnsOf, type ParquetColumn } from './parquet-columns.ts';
import { parquetFailure } from './parquet-failure.ts';
import { sqlName, sqlText } from './sql-session.ts';
import { pairIn, type RowTaker, type TableSource } from './table-source.ts';

const mostInMemory = 200_000;

/** A Parquet file in the layout of a CSV roster: one row a person or a household. Its first row counts as row 2, as below headers. */
export function openParquet(file: string, room: string): Promise<TableSource> {
  return opened(file, [file], room, async (database) => {
    const from = `read_parquet(${sqlText(file)}, file_row_number = true)`;
    const columns = (await columnsOf(database, from, file)).filter(({ name }) => name !== 'file_row_number');
    const cells = cellTexts(columns, columnIn('t'));
    return {
      headers: columns.map(({ header }) => header),
      size: await countOf(database, from),
      queries: [{ sql: `select (t.file_row_number + 2)::integer, ${cells.join(', ')} from ${from} as t` }],
    };
  });
}

/** Refuses a folder without both files. */
export function checkPair(folder: string): void {
  for (const file of pairIn(folder)) {
    if (!existsSync(file))
      throw unusable(
        'file',
        '文件夹中应有 household.parquet 和 person.parquet，缺少此文件',
        'the folder should hold household.parquet and person.parquet; this one is not there',
        { file },
      );
  }
}

/**
 * A folder with household.parquet and person.parquet, read as a roster of one row a person, household after household. Rows are those of
 * person.parquet. A household without anybody comes at the end, with its row in household.parquet.
 */
export function openPair(folder: string, room: string): Promise<TableSource> {
  checkPair(folder);
  const files = pairIn(folder);
  const [householdFile, personFile] = files;
  return opened(folder, files, room, async (database) => {
    const [households, persons] = [householdFile, personFile].map(
      (file) => `read_parquet(${sqlText(file)}, file_row_number = true)`,
    ) as [string, string];
    const [ofHousehold, ofPerson] = [
      await ownColumns(database, households, 'household', householdFile),
      await ownColumns(database, persons, 'person', personFile),
    ];
    const order = ofPerson.some(({ name }) => name === 'member') ? 'p.member, p.file_row_number' : 'p.file_row_number';
    const [h, p] = [
      ofHousehold.filter(isCell),
      ofPerson.filter((column) => isCell(column) && column.name !== 'household_id'),
    ];
    const struct = (table: string, columns: readonly ParquetColumn[]) =>
      `struct_pack(${columns.map((column) => `${sqlName(column.name)} := ${columnIn(table)(column)}`).join(', ')})`;
    const headers = [...h, ...p].map(({ header }) => header);
    // A row is a person also where nothing that rules know is said of anybody.
    const unsaid = matchColumns(headers).layout === 'household' ? ["''"] : [];
    if (unsaid.length > 0) headers.push('person.id');
    const household = cellTexts(h, columnIn('household'));
    const key = ofHousehold.findIndex(({ name }) => name === 'household_id');
    // The person's own key, so that somebody whose household is not in the other file still has one.
    const ownKey = household.map((cell, index) => (index === key ? "coalesce(key, '')" : cell));
    return {
      headers,
      size: await countOf(database, persons),
      queries: [
        {
          sql: `
            select row, ${[...ownKey, ...cellTexts(p, columnIn('person')), ...unsaid].join(', ')}
            from (
              select (p.file_row_number + 2)::integer as row, p.household_id::varchar as key,
                ${struct('h', h)} as household, ${p.length === 0 ? 'null' : struct('p', p)} as person
              from ${persons} as p left join ${households} as h on h.household_id::varchar = p.household_id::varchar
              order by p.household_id::varchar, ${order}
            )`,
        },
        {
          empty: true,
          sql: `
            select (h.file_row_number + 2)::integer, ${[...cellTexts(h, columnIn('h')), ...p.map(() => "''"), ...unsaid].join(', ')}
            from ${households} as h
            where not exists (select 1 from ${persons} as p where p.household_id::varchar = h.household_id::varchar)`,
        },
      ],
    };
  });
}

const isCell = ({ name }: ParquetColumn): boolean => name !== 'file_row_number' && name !== 'member';

async function ownColumns(database: Database, from: string, entity: 'household' | 'person', file: string) {
  const columns = await columnsOf(database, from, file, entity);
  if (columns.some(({ name }) => name === 'household_id')) return columns;
  throw unusable(
    'no-household-column',
    '缺少 household_id 列，不知道谁与谁同户',
    'there is no column household_id, so nobody knows who lives with whom',
    { file },
  );
}

interface Reading {
  readonly headers: readonly string[];
  readonly size: number;
  /** The row's number, then its cells. Those of `empty` are households without members. */
  readonly queries: readonly { readonly sql: string; readonly empty?: true }[];
}

async function opened(
  place: string,
  files: readonly string[],
  room: string,
  plan: (database: Database) => Promise<Reading>,
): Promise<TableSource> {
  const database = await Database.open(room);
  const failure = (error: unknown) => parquetFailure(error, place, files);
  try {
    const reading = await plan(database);
    return {
      format: 'Parquet',
      size: reading.size,
      large: reading.size > mostInMemory,
      read: async (taker) => {
        try {
          await readAll(database, reading, taker, place);
        } catch (error) {
          throw await failure(error);
        }
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw await failure(error);
  }
}

async function countOf(database: Database, from: string): Promise<number> {
  const counted = await database.connection.runAndReadAll(`select count(*)::double from ${from}`);
  return Number(counted.getRows()[0]?.[0]);
}

async function readAll(
  database: Database,
  { headers, queries }: Reading,
  taker: RowTaker,
  file: string,
): Promise<void> {
  taker.headers(headers, 1);
  let done = 0;
  for (const { sql, empty } of queries) {
    await database.eachRows(
      sql,
      (rows) => {
        for (const [row, ...cells] of rows) {
          const own = { row: row as number, cells: cells as string[] };
          taker.row(empty ? { ...own, empty } : own);
        }
        done += rows.length;
        taker.progress?.(done);
        return taker.pause?.();
      },
      file,
    );
  }
}
