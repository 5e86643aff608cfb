import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import { gbkBytes } from '../../site/src/roster/read/gbk-bytes.ts';
import type { CommandProcess } from './command-process.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

export const question = ['--policy', 'sample-2020', '--on', '2020-09-01', '--policies', 'policies'] as const;
export const bundledQuestion = ['--policy', 'ruyuan-2016', '--on', '2017-09-01'] as const;

/** The first rows of the synthetic (合成数据) roster, in another order of people than of rows. */
function rosterText(): string {
  const text = readFileSync(join(repository, 'examples/rosters/ruyuan-2016.csv'), 'utf8').replace(/^\uFEFF/, '');
  return text.split('\n').slice(0, 16).join('\n');
}

function workbookOf(text: string): Uint8Array {
  const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const sheet = utils.aoa_to_sheet([['花名册（合成数据）'], ...rows]);
  sheet['!merges'] = [utils.decode_range('A1:D1')];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['填表说明']]), '说明');
  utils.book_append_sheet(book, sheet, '花名册');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

async function writeParquet(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const at = (name: string): string => `'${join(folder, name)}' (format parquet, compression zstd)`;
  mkdirSync(join(folder, 'pair'));
  await connection.run(`copy (from read_csv('${join(folder, 'roster.csv')}', types = {'人均可支配收入': 'DECIMAL(18,2)',
    '出生日期': 'DATE', '户编号': 'BIGINT', '建档立卡贫困户': 'VARCHAR'})) to ${at('roster.parquet')}`);
  await connection.run(`copy (from (values
      (9901, true, 'c', 3600::decimal(18,2), date '2016-11-29', 2016::bigint, 'none'), (9902, true, null, 4200.5, null, 2016, 'repair'),
      (9903, false, 'a', null, null, null, null), (9904, null, 'd', 0, date '2017-01-01', 2015, 'new-build'))
    as t(household_id, registered, housing_danger_level, per_capita_disposable_income, housing_completed_date, income_year, housing_work))
    to ${at('pair/household.parquet')}`);
  await connection.run(`copy (from (values
      (9901, '990101', 0, 'head', 'none', date '1960-02-03', ['chronic']), (9901, '990102', 1, 'child', 'primary', date '2008-05-06', []),
      (9902, '990201', 0, 'head', null, null, null), (9904, '990401', 0, 'head', 'none', date '1950-01-01', ['disabled', 'chronic']))
    as t(household_id, person_id, member, relation, school_stage, birth_date, health_status)) to ${at('pair/person.parquet')}`);
  connection.closeSync();
  instance.closeSync();
}

const sampleCase = {
  household: {
    headName: '合成户主',
    registered: true,
    perCapitaDisposableIncome: 3607,
    housing: { dangerLevel: 'c' },
    members: [
      { id: '999999199001011234', name: '合成人', schoolStage: 'primary', birthDate: '2008-05-06' },
      { id: 'b', relation: 'head', healthStatus: ['healthy'] },
    ],
  },
};

const zeros = '0'.repeat(64);
const amendedBy = '{ document: 虚构〔2020〕9号, clause: 一 }';
const draft = `policy: sample-2020
base: 1.0.0
kind: amendment
from: 2020-07-01
changes: [{ zh: 提高助学金, en: Student aid rises }]
sections:
  1-aid:
    parameters:
      studentAid:
        values: [{ from: 2020-07-01, value: 1200, amendedBy: ${amendedBy}, quoteSha256: "${zeros}" }]
    rules:
      sample.aid.new:
        kind: entitlement
        subject: person
        title: { zh: 新助, en: New aid }
        when: { fact: person.registered, operator: equal, value: true }
        quoteSha256: "${zeros}"
        force: { from: 2020-07-01 }
tests:
  - name: a primary pupil of a registered household gets the aid
    on: 2020-09-01
    case: { household: { registered: true, members: [{ id: a, schoolStage: primary }] } }
    expect: { sample.aid.student: { status: met, value: 1200, subject: a } }
`;

function writeKeys(folder: string): void {
  const key = generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'private.pem'), key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'public.pem'), key.publicKey.export({ type: 'spki', format: 'pem' }));
}

/** Writes small files of every kind that the command reads, all of them good: what is broken later is told from what never was right. */
export async function writeGoodFiles(folder: string, command: CommandProcess): Promise<void> {
  const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  const text = rosterText();
  mkdirSync(folder, { recursive: true });
  put('roster.csv', `\uFEFF${text}`);
  put('gbk.csv', gbkBytes(text));
  put('utf16.csv', Buffer.from(`\uFEFF${text}`, 'utf16le'));
  put('roster.xlsx', workbookOf(text));
  await writeParquet(folder);
  put('case.json', JSON.stringify(sampleCase, null, 1));
  put(
    'cases.jsonl',
    [sampleCase, { household: { registered: false } }, sampleCase].map((each) => JSON.stringify(each)).join('\n'),
  );
  put('source.txt', '第一条 虚构的原文。\n第二条 只为测试，不是任何文件的内容。\n'.repeat(8));
  writeKeys(folder);
  cpSync(join(repository, 'packages/cli/test/fixtures/policies'), join(folder, 'policies'), { recursive: true });
  mkdirSync(`${folder}.tmp`, { recursive: true });
  const run = async (...args: readonly string[]): Promise<void> => {
    const told = await command.run({ args, folder });
    if ('ended' in told || told.code !== 0)
      throw new Error(`${args.join(' ')}: ${'ended' in told ? told.ended : told.err + told.out + told.strays.join()}`);
  };
  await run('release', 'sample-2020', '--policies', 'policies', '--date', '2026-12-01');
  put('policies/sample-2020/draft.yaml', draft);
  await run('check', '--policies', 'policies');
  await run('decide', 'case.json', ...question, '--record', 'record.json', '--personal', '--sign', 'private.pem');
  await run('verify', 'record.json', '--policies', 'policies', '--key', 'public.pem');
}
