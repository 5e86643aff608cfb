import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeRegistry } from './registry/make-registry.ts';
import { type Found, foundBy, refuseOthers } from './scale-answers.ts';
import { type Who, work } from './scale-work.ts';

const folder = mkdtempSync(join(tmpdir(), 'scale-work-'));
const registry = join(folder, 'registry');
let runs = 0;

async function found(who: Who, of: string): Promise<Found> {
  const out = join(folder, `result-${runs++}`);
  return foundBy(who, out, await work(who, of, out));
}

/** The registry, one of its tables made of something else. */
async function spoilt(table: 'household' | 'person', select: string): Promise<string> {
  const own = join(folder, `registry-${runs++}`);
  mkdirSync(own);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of ['household', 'person']) {
    await connection.run(`CREATE VIEW ${name} AS FROM '${join(registry, `${name}.parquet`)}'`);
    const sql = name === table ? select : `FROM ${name}`;
    await connection.run(`COPY (${sql}) TO '${join(own, `${name}.parquet`)}' (FORMAT parquet)`);
  }
  instance.closeSync();
  return own;
}

beforeAll(() => makeRegistry({ households: 400, seed: 3, patterns: 1, out: registry, format: 'parquet' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the contestants of the registries', () => {
  it('find the same rows and totals, what is unknown among them', async () => {
    const own = await found('own', registry);
    for (const other of ['careful', 'hand'] as const) refuseOthers(other, own, await found(other, registry));
    const totals = Object.values(own.totals);
    expect(totals).toHaveLength(8);
    for (const status of ['met', 'unmet', 'unknown'] as const)
      expect(
        totals.some((each) => each[status] > 0),
        status,
      ).toBe(true);
  });

  it.each([
    ['a person twice', 'person', 'FROM person UNION ALL (FROM person LIMIT 1)'],
    ['a code that is none', 'person', "SELECT * REPLACE ('kindergarten' AS school_stage) FROM person"],
  ] as const)('see %s, but for the one that believes its input', async (_, table, select) => {
    const own = await spoilt(table, select);
    for (const who of ['own', 'careful'] as const) await expect(found(who, own), who).rejects.toThrow();
    await expect(found('hand', own)).resolves.toBeDefined();
  });

  it('lose persons whose household is missing, or refuse them, where ours decides that household as unknown', async () => {
    const own = await spoilt('household', 'FROM household ORDER BY household_id OFFSET 1');
    const [whole, ours, hand] = [await found('own', registry), await found('own', own), await found('hand', own)];
    const counts = ({ rows }: Found): number[] => [rows.household, rows.person].map(Number.parseFloat);
    expect(counts(ours)).toEqual(counts(whole));
    expect(counts(hand)[1]).toBeLessThan(counts(whole)[1] as number);
    await expect(found('careful', own)).rejects.toThrow();
  });

  it('are held against each other to the last row and figure', async () => {
    const own = await found('own', registry);
    const [rule = ''] = Object.keys(own.totals);
    const less = { ...own.totals, [rule]: { ...(own.totals[rule] as Found['totals'][string]), possible: -1 } };
    expect(() => refuseOthers('another', own, { ...own, totals: less })).toThrow(rule);
    const others = await found(
      'hand',
      await spoilt('household', 'SELECT * REPLACE (NULL AS registered) FROM household'),
    );
    expect(() => refuseOthers('another', own, others)).toThrow('household rows differ');
  });
});
