import * as XLSX from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { caps } from './caps.ts';
import { readXls, readXlsx } from './excel.ts';
import { fileKind } from './file-kind.ts';
import type { ReadingTask } from './reading.ts';
import { Refused } from './refused.ts';

const task = (): ReadingTask => ({ report: () => {}, due: false, pause: async () => {} });
const codeOf = async (promise: Promise<unknown>) => {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.code;
};
const read = async (file: Uint8Array, limits: Parameters<typeof readXlsx>[2] = caps, piece?: number) => {
  const book = await readXlsx(file, XLSX, limits, task(), piece);
  return { book, table: await book.table(0, task()) };
};

function workbook(cells: readonly (readonly unknown[])[], merges: readonly string[] = []): Record<string, Uint8Array> {
  const sheet = XLSX.utils.aoa_to_sheet(cells as unknown[][], { cellDates: true });
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '花名册');
  return unzipSync(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
}

const file = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts);

/** A workbook whose sheet has exactly these rows of markup. */
const written = (rows: string, after = ''): Uint8Array =>
  file({
    ...workbook([['x']]),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ),
  });

describe('cells', () => {
  it('are read as they look: whole numbers without exponent, fractions without the bits of binary, yes and no', async () => {
    const { table } = await read(file(workbook([[9901010001, 3600.1 + 0.2, true, ' 文 ', 0.1 + 0.2, 1e-7]])));
    expect(table.rows).toEqual([['9901010001', '3600.3', '是', ' 文 ', '0.3', '0.0000001']]);
  });

  it('that are dates are yyyy-mm-dd', async () => {
    const parts = workbook([[42703], [42703.75]]);
    const sheet = XLSX.utils.aoa_to_sheet([[42703], [42703.75]]);
    for (const cell of ['A1', 'A2'])
      (sheet[cell] as XLSX.CellObject).z = cell === 'A1' ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d h:mm';
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, 'S');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
    expect((await read(bytes)).table.rows).toEqual([['2016-11-29'], ['2016-11-29']]);
    expect((await read(file(parts))).table.rows[0]).toEqual(['42703']);
  });

  it('that are dates of a workbook that counts from 1904', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([[41241]]);
    (sheet.A1 as XLSX.CellObject).z = 'yyyy-mm-dd';
    const book = XLSX.utils.book_new();
    book.Workbook = { WBProps: { date1904: true } };
    XLSX.utils.book_append_sheet(book, sheet, 'S');
    const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
    expect((await read(bytes)).table.rows).toEqual([['2016-11-29']]);
  });

  it('that hold a number of more than 15 digits are shown in full, with a note', async () => {
    const { table } = await read(file(workbook([[Number('440000190001010016')]])));
    expect(table.rows[0]?.[0]).toMatch(/^44000019000101\d{4}$/);
    expect(table.notes.get(1)?.get(0)).toBe('digits-lost');
  });

  it('with formulas have the value that the file holds; one without says so', async () => {
    const { table } = await read(
      written(
        '<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3"><f>1+1</f></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3" t="str"><f>"x"</f><v>x</v></c></row>',
      ),
    );
    expect(table.rows).toEqual([[], [], ['2', '', '', 'x']]);
    expect([...(table.notes.get(3) ?? [])]).toEqual([
      [1, 'no-result'],
      [2, 'formula-error'],
    ]);
  });

  it('that are merged are told', async () => {
    const { table } = await read(
      file(
        workbook(
          [
            ['户', '人'],
            ['H1', 'P1'],
            [null, 'P2'],
          ],
          ['A2:A3'],
        ),
      ),
    );
    expect(table.merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 0 }]);
  });
});

const manyRows = (numbered: boolean): string =>
  Array.from(
    { length: 500 },
    (_, row) =>
      `<row${numbered ? ` r="${row + 1}"` : ''}><c><v>${row}</v></c><c t="inlineStr"><is><t>x${row % 7}</t></is></c></row>`,
  ).join('');

it.each([true, false])('reads a sheet in pieces if its rows say their number (%j), else in one', async (numbered) => {
  const merges = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
  const { table } = await read(written(manyRows(numbered), merges), caps, 10_000);
  expect(table.rows).toEqual(Array.from({ length: 500 }, (_, row) => [String(row), `x${row % 7}`]));
  expect(table.merges).toHaveLength(1);
});

it('reads .xls', async () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['户编号', '姓名'],
      ['H1', '合成甲'],
    ]),
    '表',
  );
  const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }));
  expect(fileKind(bytes)).toBe('compound');
  const opened = await readXls(bytes, XLSX, caps, task());
  expect((await opened.table(0, task())).rows).toEqual([
    ['户编号', '姓名'],
    ['H1', '合成甲'],
  ]);
});

describe('refuses', () => {
  const zeros = new Uint8Array(4_000_000);
  const limits = { ...caps, inflated: 2_000_000 };

  it('a zip bomb by what its directory says, before anything is unpacked', async () => {
    const bomb = file({ 'xl/worksheets/sheet2.xml': zeros, ...workbook([['x']]) });
    expect(bomb.length).toBeLessThan(100_000);
    // Unpacking this would fail as damaged.
    bomb.fill(0xff, 100, 200);
    expect(await codeOf(read(bomb, limits))).toBe('inflates-too-far');
    expect(await codeOf(read(bomb))).toBe('damaged');
  });

  it('a zip bomb that lies about its size, while it is unpacked', async () => {
    const bomb = file({ ...workbook([['x']]), 'xl/worksheets/sheet2.xml': zeros });
    // Every mention of the true size becomes 1,000 bytes.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
    let lies = 0;
    for (let at = 0; at + 4 <= bomb.length; at++) {
      if (view.getUint32(at, true) !== zeros.length) continue;
      view.setUint32(at, 1000, true);
      lies += 1;
    }
    expect(lies).toBe(2);
    expect(await codeOf(read(bomb, limits))).toBe('inflates-too-far');
  });

  it('thousands of parts', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 4_100 }, (_, n) => [`xl/worksheets/s${n}.xml`, strToU8('x')]),
    );
    expect(await codeOf(read(file({ ...workbook([['x']]), ...parts })))).toBe('inflates-too-far');
  });

  it('other files by what they are', async () => {
    expect(await codeOf(read(file({ 'word/document.xml': strToU8('x') })))).toBe('other-kind');
    expect(await codeOf(read(file({ 'photo.png': strToU8('x') })))).toBe('other-kind');
    const kinds = [
      strToU8('%PDF-1.4'),
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0),
      strToU8('<html><table>'),
      new Uint8Array(),
    ];
    const codes = kinds.map((bytes) => {
      try {
        return fileKind(bytes);
      } catch (error) {
        return (error as Refused).code;
      }
    });
    expect(codes).toEqual(['other-kind', 'other-kind', 'web-page', 'empty']);
  });

  it('a damaged file, and one cut off', async () => {
    const whole = file(workbook([['x']]));
    expect(await codeOf(read(whole.subarray(0, whole.length / 2)))).toBe('damaged');
    expect(await codeOf(readXls(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), XLSX, caps, task()))).toBe('damaged');
  });

  const texts = (): Record<string, Uint8Array> =>
    workbook([
      ['户编号', '姓名'],
      ['H1', '合成甲'],
    ]);

  it('one of which a sign was changed on the way', async () => {
    const whole = zipSync(texts(), { level: 0 });
    const place = Buffer.from(whole).indexOf('H1');
    expect(place).toBeGreaterThan(0);
    whole[place + 1] = '2'.charCodeAt(0);
    expect(await codeOf(read(whole))).toBe('damaged');
  });

  it.each([
    ['is lost', 0, 0],
    ['is packed in a way that nobody knows', 8, 77],
  ])('one of which a part %s', async (_, place, value) => {
    const whole = file(texts());
    // A part begins thirty bytes before its name; the directory at the end stays as it is.
    const header = Buffer.from(whole).indexOf('xl/worksheets/sheet1.xml') - 30;
    expect(header).toBeGreaterThan(0);
    whole[header + place] = value;
    expect(await codeOf(read(whole))).toBe('damaged');
  });

  it.each(['ZZZZZZ3', 'A99999999'])('a cell where no sheet has one: %s', async (address) => {
    const row = address.replace(/\D/g, '');
    expect(await codeOf(read(written(`<row r="${row}"><c r="${address}"><v>1</v></c></row>`)))).toBe('damaged');
  });

  it('a file with a password', async () => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', strToU8('x'.repeat(100)));
    XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', strToU8('x'.repeat(5000)));
    const bytes = new Uint8Array(XLSX.CFB.write(container, { type: 'array' }) as ArrayBuffer);
    expect(await codeOf(readXls(bytes, XLSX, caps, task()))).toBe('password');
  });
});
