import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { CommandProcess } from '../../../scripts/broken-files/command-process.ts';
import { writeGoodFiles } from '../../../scripts/broken-files/good-files.ts';
import { kinds } from '../../../scripts/broken-files/kinds.ts';
import { type Round, roundOf } from '../../../scripts/broken-files/round.ts';
import { query } from './duckdb-query.ts';
import { jingzhun, policies, sample } from './run-jingzhun.ts';

const root = mkdtempSync(join(tmpdir(), 'jingzhun-broken-'));
const folderOfOwn = () => mkdtempSync(join(root, 'r-'));
const command = new CommandProcess();
const good = join(root, 'good');
afterAll(() => {
  command.end();
  rmSync(root, { recursive: true });
});

// Many more: pnpm fuzz:files, with its result in docs/evidence/broken-files.md.
describe('files broken at random', () => {
  beforeAll(() => writeGoodFiles(good, command));

  it.each(kinds.map((kind) => [kind.name, kind] as const))(
    '%s: answered, or refused in plain words',
    async (_, kind) => {
      const rounds: Round[] = [];
      for (let seed = 1; seed <= 3; seed++) rounds.push(await roundOf(kind, seed, good, (asked) => command.run(asked)));
      expect(
        rounds.filter(({ wrong }) => wrong.length > 0).map(({ seed, args, wrong }) => ({ seed, args, wrong })),
      ).toEqual([]);
      expect(rounds.every(({ told }) => told !== undefined)).toBe(true);
    },
  );
});

describe('a file of a released policy that does not load any more', () => {
  const files = join(root, 'policies');
  beforeAll(async () => {
    cpSync(policies, files, { recursive: true });
    expect(await jingzhun(['release', 'sample-2020', '--policies', files, '--date', '2026-12-01'])).toMatchObject({
      code: 0,
    });
  });

  test.each([
    ['policy.yaml', 'that is empty', () => ''],
    ['policy.yaml', 'whose sections have another name', (text: string) => text.replace('sections:', 'section:')],
    [
      'policy.yaml',
      'whose releases are a number',
      (text: string) => text.replace(/^releases:\n.*\n/m, 'releases: 5\n'),
    ],
    ['1-aid.yaml', 'that is empty', () => '# nothing\n'],
    ['1-aid.yaml', 'with a parameter of no value', (text: string) => text.replace(/^.*value: 20000.*\n/m, '')],
    ['2-plan.yaml', 'whose parameter has no name', (text: string) => text.replace(/^ {2}baselineHouseholds:\n/m, '')],
  ])('%s %s: check says what is wrong with it', async (name, _, change) => {
    const file = join(files, 'sample-2020', name);
    const text = readFileSync(file, 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(file, change(text));
    const { code, out, err } = await jingzhun(['check', '--policies', files]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(`sample-2020/${name}`);
    writeFileSync(file, text);
  });
});

describe('a roster', () => {
  test('in UTF-16 with zero bytes between its signs is no text', async () => {
    const folder = folderOfOwn();
    const input = join(folder, 'roster.csv');
    writeFileSync(input, Buffer.from('\ufeff户编号,备\u0000注,在校生状况\nH1,甲,小学\n', 'utf16le'));
    const run = await sample('roster', [input, '--out', join(folder, 'out.parquet')]);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('roster.csv  含有空字节') });
    expect(readdirSync(folder)).toEqual(['roster.csv']);
  });

  /** A pair whose persons have a kind of number that no Parquet file has, where their values begin. */
  async function spoiltPair(): Promise<string> {
    const folder = folderOfOwn();
    const people = `select i as household_id, 'p' || i as person_id, i::decimal(18,2) as amount from range(3000) as r(i)`;
    await query(
      `copy (select i as household_id, true as registered from range(3000) as r(i)) to '${folder}/household.parquet'`,
      `copy (${people}) to '${folder}/person.parquet' (compression zstd)`,
    );
    const file = join(folder, 'person.parquet');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4, 40);
    writeFileSync(file, bytes);
    return folder;
  }

  test.each([
    ['memory', 'out.csv'],
    ['duckdb', 'out'],
  ])('of a pair with %s: the file that is damaged is named', async (engine, name) => {
    const pair = await spoiltPair();
    const folder = folderOfOwn();
    const run = await sample('roster', [pair, '--engine', engine, '--out', join(folder, name)]);
    expect(run).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/person\.parquet {2}Parquet 文件已损坏/),
    });
    expect(run.err).not.toContain('household.parquet');
    expect(readdirSync(folder)).toEqual([]);
  });
});
