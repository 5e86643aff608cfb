import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLUMNS, type Row } from '../../examples/rosters/synthetic/columns.ts';
import { assertPrintedTotals } from '../../examples/rosters/synthetic/printed-totals.ts';
import { casesFrom, matchColumns } from '../../packages/schemas/src/table/index.ts';
import { makeRegistry } from './make-registry.ts';
import { typedColumn } from './typed-columns.ts';

const county = 2944;
const options = { households: 3 * county + 50, seed: 7, patterns: 2 };
const folder = mkdtempSync(join(tmpdir(), 'registry-test-'));
const csv = join(folder, 'registry.csv');
const parquet = join(folder, 'registry');
let rows: Row[] = [];

const byCounty = () => Map.groupBy(rows, (row) => row['县（市、区）']);

async function read(name: 'household' | 'person'): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    const found = await connection.runAndReadAll(`from '${join(parquet, `${name}.parquet`)}'`);
    return found.getRowObjectsJson() as Record<string, unknown>[];
  } finally {
    instance.closeSync();
  }
}

beforeAll(async () => {
  await makeRegistry({ ...options, out: csv, format: 'csv' });
  await makeRegistry({ ...options, out: parquet, format: 'parquet' });
  rows = Papa.parse<Row>(readFileSync(csv, 'utf8'), { header: true, skipEmptyLines: true }).data;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a registry', () => {
  it('holds the printed totals in every whole county, also in those that repeat another', () => {
    const counties = [...byCounty().values()];
    expect(counties).toHaveLength(4);
    for (const own of counties.slice(0, 3)) assertPrintedTotals(own);
    expect(new Set(counties[3]?.map((row) => row.户编号)).size).toBe(50);
  });

  it('varies a county that repeats another', () => {
    const [first, second, third] = [...byCounty().values()] as [Row[], Row[], Row[]];
    const repeated = [first, second].find((one) => one.every((row, at) => row.与户主关系 === third[at]?.与户主关系));
    expect(repeated).toBeDefined();
    for (const column of ['出生日期', '人均可支配收入', '大病保险'] as const) {
      const other = repeated?.filter((row, at) => row[column] !== third[at]?.[column]).length ?? 0;
      expect(other).toBeGreaterThan(500);
    }
  });

  it('keeps the rows of a household together, in ascending order, with numbers of no region', () => {
    const ids = rows.map((row) => row.人编号);
    expect(ids.filter((id, at) => !/^99\d{11}$/.test(id) || !id.startsWith(rows[at]?.户编号 ?? '?'))).toEqual([]);
    expect(ids.filter((id, at) => at > 0 && id <= (ids[at - 1] ?? ''))).toEqual([]);
    expect(rows.filter((row) => row.数据说明 !== '合成数据' || row.证件号码 !== '')).toEqual([]);
  });

  it('says the same in typed tables as in the words of the roster', async () => {
    const { households } = casesFrom([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]);
    const columns = matchColumns(COLUMNS).columns.filter(({ field }) => field.key !== 'id');
    const facts = (entity: 'household' | 'person', of: object): Record<string, unknown> =>
      Object.fromEntries(
        columns
          .filter((column) => column.entity === entity)
          .map(({ field }) => {
            const value = field.key
              .split('.')
              .reduce<unknown>((each, key) => (each as Record<string, unknown>)?.[key], of);
            return [typedColumn(field).name, field.type === 'yuan' ? (value as number).toFixed(2) : (value ?? null)];
          }),
      );
    const wanted = households.map(({ case: { household } }) => household as { id: string; members: { id: string }[] });
    expect(await read('household')).toEqual(
      wanted.map((own) => ({ household_id: own.id, synthetic: true, ...facts('household', own) })),
    );
    expect(await read('person')).toEqual(
      wanted.flatMap((own) =>
        own.members.map((person, member) => ({
          household_id: own.id,
          person_id: person.id,
          member,
          synthetic: true,
          ...facts('person', person),
        })),
      ),
    );
  });

  it('is the same for the same seed and another for another', async () => {
    const again = join(folder, 'again.csv');
    const other = join(folder, 'other.csv');
    await makeRegistry({ households: 100, seed: 7, patterns: 2, out: again, format: 'csv' });
    await makeRegistry({ households: 100, seed: 8, patterns: 2, out: other, format: 'csv' });
    const text = readFileSync(again, 'utf8');
    expect(readFileSync(csv, 'utf8').startsWith(text)).toBe(true);
    expect(readFileSync(other, 'utf8').slice(1000)).not.toBe(text.slice(1000));
  });
});
