import { caps, Refused } from '@jingzhun/schemas/workbook';
import { describe, expect, it } from 'vitest';
import { Task } from '../../worker/task.ts';
import { readCsv } from './csv.ts';
import { gbkBytes } from './gbk-bytes.ts';

const task = () => new Task(() => {});
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (file: Uint8Array, limits = caps) => {
  const book = await readCsv(file, 'x.csv', limits, task());
  return { encoding: book.encoding, table: await book.table(0, task()) };
};
const refusal = async (file: Uint8Array, limits?: typeof caps) => {
  const error = await read(file, limits).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.code;
};

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [place, unit] of [
    0xfeff,
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ].entries())
    view.setUint16(2 * place, unit, littleEndian);
  return new Uint8Array(view.buffer);
}

const text = '户编号,姓名\r\nH1,合成甲\r\n';

describe('the encoding', () => {
  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8', bytes(`\uFEFF${text}`)],
    ['GB18030 (GBK)', gbkBytes(text)],
    ['UTF-16 LE', utf16(text, true)],
    ['UTF-16 BE', utf16(text, false)],
  ])('%s is recognised', async (encoding, file) => {
    expect(await read(file)).toMatchObject({
      encoding,
      table: {
        rows: [
          ['户编号', '姓名'],
          ['H1', '合成甲'],
        ],
      },
    });
  });

  it('is none of them: refused with the row', async () => {
    expect(await refusal(Uint8Array.of(...gbkBytes('户编号\nH'), 0xff, 0xff, 0x0a))).toBe('wrong-encoding');
  });

  it('is UTF-8 by its mark, also where some byte is none: refused with the row of that byte', async () => {
    const file = Uint8Array.of(...bytes('\uFEFF户编号,姓名\nH1,合成甲\nH2,'), 0xff, 0x0a);
    const error = await read(file).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'wrong-encoding', sentences: [{ en: expect.stringContaining('Row 3 ') }] });
  });

  it('holds zero bytes: no text', async () => {
    expect(await refusal(Uint8Array.of(0x41, 0, 0x42))).toBe('not-text');
  });
});

it.each([',', '\t', ';'])('cells are told apart by %j', async (delimiter) => {
  expect((await read(bytes(`a${delimiter}b\n1${delimiter}2\n`))).table.rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('counts rows as Excel does: blank ones too, and a cell with line breaks is one row', async () => {
  const { table } = await read(bytes('a,b\n\n"x\ny",2\n3,4\n'));
  expect(table.rows).toEqual([['a', 'b'], [], ['x\ny', '2'], ['3', '4']]);
});

it('marks the row whose quotes do not match', async () => {
  const { table } = await read(bytes('a,b\n"x"y",2\n3,4\n'));
  expect([...table.broken]).toEqual([2]);
});

describe('refuses', () => {
  it('a quote that never closes, however long the file', async () => {
    expect(await refusal(bytes(`a,b\n"x,2\n${'3,4\n'.repeat(10)}`))).toBe('unclosed-quotes');
    expect(await refusal(bytes(`a,b\n"x,2\n${'3,4\n'.repeat(2_000_000)}`))).toBe('unclosed-quotes');
  });

  it.each(['', ' \r\n \n'])('an empty file (%j)', async (file) => {
    expect(await refusal(bytes(file))).toBe('empty');
  });

  it('more than the caps, each by its name', async () => {
    const limits = { ...caps, text: 100, rows: 3, columns: 3, cells: 7 } as unknown as typeof caps;
    expect(await refusal(bytes('a\n'.repeat(60)), limits)).toBe('too-large');
    expect(await refusal(bytes('a\n'.repeat(4)), limits)).toBe('too-many-rows');
    expect(await refusal(bytes('a,b,c,d\n'), limits)).toBe('too-many-columns');
    expect(await refusal(bytes('a,b,c\n'.repeat(3)), limits)).toBe('table-too-large');
  });
});
