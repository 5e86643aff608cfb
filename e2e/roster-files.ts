import * as XLSX from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { gbkBytes } from '../site/src/roster/read/gbk-bytes.ts';

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

type Cells = readonly (readonly (string | number | null)[])[];

const chosen = (name: string, bytes: Uint8Array | string): ChosenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

const csvText = (cells: Cells): string => cells.map((row) => `${row.map((cell) => cell ?? '').join(',')}\r\n`).join('');

export const headers = ['户编号', '姓名', '与户主关系', '在校生状况', '主要致贫原因', '是否危房户', '危房级别'];

/** Two invented households of three persons. */
export const people: Cells = [
  ['H1', '合成甲', '户主', '', '因学', '是', 'C'],
  ['H1', '合成乙', '之子', '高一', '因学', '是', 'C'],
  ['H2', '合成丙', '户主', '', '因病', '否', 'A'],
];

export const csv = (name: string, cells: Cells): ChosenFile => chosen(name, `\uFEFF${csvText(cells)}`);
export const gbkCsv = (name: string, cells: Cells): ChosenFile => chosen(name, gbkBytes(csvText(cells)));
export const raw = (name: string, bytes: Uint8Array | string): ChosenFile => chosen(name, bytes);

export function xlsx(name: string, cells: Cells, merges: readonly string[] = []): ChosenFile {
  return chosen(name, zipSync(xlsxParts(cells, merges)));
}

/** As officials make them: a title, two rows of headers with merged groups, household columns merged over the members, a total. */
export function official(name: string): ChosenFile {
  const cells: Cells = [
    ['合成村贫困户花名册', null, null, null, null, null, null],
    ['户编号', '家庭成员情况', null, null, '主要致贫原因', '住房情况', null],
    [null, '姓名', '与户主关系', '在校生状况', null, '是否危房户', '危房级别'],
    ['H1', '合成甲', '户主', null, '因学', '是', 'C'],
    [null, '合成乙', '之子', '高一', null, null, null],
    ['H2', '合成丙', '户主', null, '因病', '否', 'A'],
    ['合计', '3 人', null, null, null, null, null],
  ];
  return xlsx(name, cells, ['A1:G1', 'A2:A3', 'B2:D2', 'E2:E3', 'F2:G2', 'A4:A5', 'E4:E5', 'F4:F5', 'G4:G5']);
}

/** A workbook in which a cell of the column 务工时间（月） is a formula without a result, and an id a number of 18 digits. */
export function formulas(name: string): ChosenFile {
  const parts = xlsxParts(
    [
      ['户编号', '证件号码', '务工时间（月）'],
      ['H1', null, null],
      ['H2', null, null],
    ],
    [],
  );
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  const cells = { B2: '<v>990000190001010016</v>', C2: '<f>1+2</f><v>3</v>', B3: '', C3: '<f>1+2</f>' };
  const rows = [2, 3].map(
    (row) =>
      `<row r="${row}"><c r="A${row}" t="str"><v>H${row - 1}</v></c>${(['B', 'C'] as const).map((column) => `<c r="${column}${row}">${cells[`${column}${row}` as keyof typeof cells]}</c>`).join('')}</row>`,
  );
  const changed = sheet.replace(/<row r="2"[\s\S]*<\/sheetData>/, `${rows.join('')}</sheetData>`);
  return chosen(name, zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(changed) }));
}

/** A small file that unpacks to half a gigabyte, as its own directory says. */
export function zipBomb(name: string): ChosenFile {
  const inside = new Uint8Array(1_000_000);
  const zip = zipSync({ ...xlsxParts([headers], []), 'xl/worksheets/sheet2.xml': inside });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);
  for (let at = 0; at + 4 <= zip.length; at++)
    if (view.getUint32(at, true) === inside.length) view.setUint32(at, 500_000_000, true);
  return chosen(name, zip);
}

export function word(name: string): ChosenFile {
  return chosen(name, zipSync({ 'word/document.xml': strToU8('<w/>') }));
}

export function withPassword(name: string): ChosenFile {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', strToU8('x'.repeat(100)));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', strToU8('x'.repeat(5000)));
  return chosen(name, new Uint8Array(XLSX.CFB.write(container, { type: 'array' }) as ArrayBuffer));
}

/** So many persons, three a household, with as many columns as a county's export has. */
export function manyPersons(name: string, persons: number): ChosenFile {
  const more = Array.from({ length: 24 }, (_, index) => `备用${index + 1}`);
  const lines = [[...headers, ...more].join(',')];
  for (let person = 0; person < persons; person++) {
    const relation = ['户主', '配偶', '之子'][person % 3];
    const stage = person % 3 === 2 ? '小学' : '';
    const own = [`H${Math.floor(person / 3)}`, `合成${person}`, relation, stage, '因学', '否', 'A'];
    lines.push([...own, ...more.map((_, index) => `${person % (index + 7)}`)].join(','));
  }
  return chosen(name, lines.join('\n'));
}

function xlsxParts(cells: Cells, merges: readonly string[]): Record<string, Uint8Array> {
  const sheet = XLSX.utils.aoa_to_sheet(cells as (string | number | null)[][]);
  sheet['!merges'] = merges.map((range) => XLSX.utils.decode_range(range));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '花名册');
  return unzipSync(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
}
