import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TableProblem } from '@jingzhun/schemas/table';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPolicy } from '../src/policies.ts';
import type { Question } from '../src/roster/decide-rows.ts';
import { decideTable } from '../src/roster/decide-table.ts';
import { DeciderThreads } from '../src/roster/decider-threads.ts';
import type { TableRow, TableSource } from '../src/roster/table-source.ts';
import { policies } from './run-jingzhun.ts';

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

let question: Question;
beforeAll(async () => {
  const { policy, text } = await findPolicy({ policy: 'sample-2020', policies });
  question = { policy, text, days: { on: '2020-09-01' }, language: 'zh' };
});

const headers = ['户编号', '人编号', '与户主关系', '在校生状况', '建档立卡贫困户', '危房级别', '人均可支配收入'];

/** Rows from row 2 on, given to the reader a few at a time. */
function sourceOf(
  rows: readonly (readonly string[])[],
  large: boolean,
  broken: ReadonlySet<number> = new Set(),
): TableSource {
  return {
    format: 'CSV',
    size: rows.length,
    large,
    read: async (taker) => {
      taker.headers(headers, 1);
      for (const [index, cells] of rows.entries()) {
        const row: TableRow = { row: index + 2, cells };
        taker.row(broken.has(row.row) ? { ...row, broken: 'broken-quotes' } : row);
        if (index % 7 === 6) await taker.pause?.();
      }
    },
    close: () => {},
  };
}

async function decided(source: TableSource, threads = 1, batch = 3) {
  const rows: (readonly string[])[] = [];
  const problems: TableProblem[] = [];
  const counts = { persons: 0, leftOut: 0, sorted: false, batches: 0, mostRows: 0 };
  const { tally } = await decideTable(
    source,
    'roster.csv',
    question,
    { out: join(folder, 'out.csv'), threads, batch },
    {
      begin: () => {
        rows.length = 0;
        problems.length = 0;
        Object.assign(counts, { persons: 0, leftOut: 0, batches: 0, mostRows: 0 });
      },
      take: async (part) => {
        rows.push(...part.rows);
        problems.push(...part.problems);
        counts.persons += part.persons;
        counts.leftOut += part.leftOut;
        counts.batches++;
        counts.mostRows = Math.max(counts.mostRows, part.rows.length);
      },
      sorts: () => {
        counts.sorted = true;
      },
    },
  );
  return { rows, problems, counts, measures: tally.measures(), households: tally.households };
}

const row = (household: string, person: string, more: readonly string[] = ['', '小学', '是', 'D', '3600']) => [
  household,
  person,
  ...more,
];

/** Households of one to four, in the order of their ids. */
const inOrder = Array.from({ length: 40 }, (_, at) =>
  Array.from({ length: 1 + (at % 4) }, (_, member) => row(`99${100 + at}`, `99${100 + at}0${member + 1}`)),
).flat();

/** The same in another order, the same each time. */
const shuffled = [...inOrder].sort((a, b) => ((Number(a[1]) * 7919) % 1009) - ((Number(b[1]) * 7919) % 1009));

const byPerson = (rows: readonly (readonly string[])[]) => [...rows].sort((a, b) => String(a).localeCompare(String(b)));

describe('a table that is too large to hold', () => {
  test('comes to the same, batch by batch, where households stand together', async () => {
    const whole = await decided(sourceOf(inOrder, false));
    const large = await decided(sourceOf(inOrder, true));
    expect(large.counts).toMatchObject({ sorted: false, persons: inOrder.length });
    expect(large.counts.batches).toBeGreaterThan(10);
    expect(large.counts.mostRows).toBeLessThan(8);
    expect([large.rows, large.problems, large.measures]).toEqual([whole.rows, whole.problems, whole.measures]);
  });

  test('is in order where ids grow longer, too', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => row(`H${at}`, `P${at}`));
    expect((await decided(sourceOf(rows, true))).counts.sorted).toBe(false);
  });

  test('comes to the same, household by household, where rows stand apart', async () => {
    const whole = await decided(sourceOf(shuffled, false));
    const large = await decided(sourceOf(shuffled, true));
    expect(large.counts).toMatchObject({ sorted: true, persons: inOrder.length });
    expect(byPerson(large.rows)).toEqual(byPerson(whole.rows));
    expect(large.measures).toEqual(whole.measures);
    const order = large.rows.map(([household]) => household);
    expect(order.filter((household, at) => household !== order[at - 1])).toHaveLength(40);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('reports the same of rows that cannot be used and of persons in two households', async () => {
    const faulty = [
      ...shuffled,
      row('99100', '9910009', ['户主', '幼教', '是', 'D', '1']),
      row('', '9910501', ['', '', '', '', '']),
      row('99101', '9910201'),
      row('99101', '9910201'),
      ['99102', '1'],
      row('99103', '9910399'),
      ['合计', '', '', '', '', '', ''],
    ];
    const broken = new Set([faulty.length]);
    const whole = await decided(sourceOf(faulty, false, broken));
    const large = await decided(sourceOf(faulty, true, broken));
    expect(large.counts).toMatchObject({ sorted: true, persons: whole.counts.persons, leftOut: whole.counts.leftOut });
    const key = ({ row: at, code, action, zh }: TableProblem) => `${at} ${code} ${action} ${zh}`;
    expect(large.problems.map(key).sort()).toEqual(whole.problems.map(key).sort());
    expect(whole.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'duplicate-elsewhere',
        'duplicate-person',
        'too-few-cells',
        'broken-quotes',
        'incomplete',
      ]),
    );
    expect(byPerson(large.rows)).toEqual(byPerson(whole.rows));
    expect(large.households).toBe(whole.households);
  });
});

describe('several threads', () => {
  test('come to the same as one, in the same order', async () => {
    const faulty = [...inOrder.slice(0, 50), row('', '9910501', ['', '', '', '', '']), ...inOrder.slice(50)];
    expect(await decided(sourceOf(faulty, true), 3)).toEqual(await decided(sourceOf(faulty, true)));
  });

  test('come to the same where rows stand apart', async () => {
    const twice = [...shuffled, row('99101', '9910201'), row('99103', '9910399')];
    expect(await decided(sourceOf(twice, true), 2)).toEqual(await decided(sourceOf(twice, true)));
  });

  /** Threads of their own script; `use` is given the threads. */
  const inThreads = async (script: string, use: (threads: DeciderThreads) => Promise<void>) => {
    const thread = join(folder, 'thread.mjs');
    writeFileSync(thread, script);
    const threads = new DeciderThreads(headers, question, 2, pathToFileURL(thread));
    try {
      await use(threads);
    } finally {
      await threads.close();
      rmSync(thread);
    }
  };

  test.each([
    ['ends', 'process.exit(7)', 'exit'],
    ['throws', 'throw new Error("out of order")', 'out of order'],
  ])('where one %s, the command says so and how to go on', async (_, does, tells) => {
    await inThreads(`export const decide = () => { ${does}; };`, async (threads) => {
      await expect(threads.decide([])).rejects.toMatchObject({
        code: 'thread-failed',
        problems: [{ zh: expect.stringContaining('--threads 1'), en: expect.stringContaining(tells) }],
      });
    });
  });

  const busy = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

  test('where one answers after it was given up, the command does not end by it', async () => {
    await inThreads('export const decide = () => ({});', async (threads) => {
      await threads.decide([]);
      const given = threads.decide([]);
      given.catch(() => {});
      // The answer has come and was not read yet.
      busy(300);
      await threads.close();
      await expect(given).rejects.toMatchObject({ code: 'thread-failed' });
      await new Promise((later) => setTimeout(later, 50));
    });
  });

  test('where one breaks off before it is asked, the next batch tells so', async () => {
    await inThreads('throw new Error("no memory");', async (threads) => {
      await new Promise((later) => setTimeout(later, 500));
      await expect(threads.decide([])).rejects.toMatchObject({
        problems: [{ en: expect.stringContaining('no memory') }],
      });
    });
  });
});
