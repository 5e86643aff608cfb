import { Refused } from '@jingzhun/schemas/workbook';
import { describe, expect, test } from 'vitest';
import { sampleRoster, sampleTable } from '../sample/sample-roster.ts';
import { Task } from '../worker/task.ts';
import { readRoster } from './read-roster.ts';

const task = (): Task => new Task(() => {});
const file = (content: BlobPart, name = 'roster.csv'): File => new File([content], name);
const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(',')).join('\r\n');
const small = csv([
  ['户编号', '人编号', '姓名', '在校生状况', '备注'],
  ['H1', 'P1', '张三', '小学', 'x'],
  ['H1', 'P2', '张四', '', ''],
  ['H2', 'P3', '李五', '本科一年级', ''],
]);

describe('a roster of the visitor', () => {
  test('is read as the sample is', async () => {
    const { roster } = await readRoster(file(csv(sampleTable().slice(0, 400))), task());
    const { households } = sampleRoster();
    expect(roster.households.slice(0, -1)).toEqual(households.slice(0, roster.households.length - 1));
    expect(roster.households.length).toBeGreaterThan(100);
  });

  test('may be UTF-8 with or without a mark, or GB18030', async () => {
    const plain = await readRoster(file(small), task());
    expect(plain.roster.households.map(({ id }) => id)).toEqual(['H1', 'H2']);
    expect(plain.notes.map(({ zh }) => zh)).toEqual(['未读取的列：备注']);
    expect((await readRoster(file(`\uFEFF${small}`), task())).roster.households).toEqual(plain.roster.households);
    // 户编号,人编号,在校生状况 / H1,P1,小学 in GB18030.
    const head = [0xbb, 0xa7, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc8, 0xcb, 0xb1, 0xe0, 0xba, 0xc5, 0x2c];
    const stage = [0xd4, 0xda, 0xd0, 0xa3, 0xc9, 0xfa, 0xd7, 0xb4, 0xbf, 0xf6, 0x0d, 0x0a];
    const row = [0x48, 0x31, 0x2c, 0x50, 0x31, 0x2c, 0xd0, 0xa1, 0xd1, 0xa7];
    const { roster } = await readRoster(file(new Uint8Array([...head, ...stage, ...row])), task());
    expect(roster.households[0]?.case.household?.members?.[0]?.schoolStage).toBe('primary');
  });

  test.each([
    ['empty', ''],
    ['without known headers', 'a,b,c\n1,2,3'],
    ['without a household id', '人编号,在校生状况\nP1,小学'],
    ['of headers alone', '户编号,人编号,在校生状况'],
    ['a picture', '\x89PNG\r\n\x1a\n\x00\x00'],
  ])('is refused in both languages where it is %s', async (_, content) => {
    const refused = await readRoster(file(content), task()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    const { sentences } = refused as Refused;
    for (const { zh, en } of sentences) {
      expect(zh).toMatch(/[一-龥]/);
      expect(en).toMatch(/[a-z]/);
    }
  });
});
