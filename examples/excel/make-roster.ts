// Writes roster.xlsx from the first rows of the invented roster beside: node make-roster.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';

const csv = readFileSync(new URL('../rosters/ruyuan-2016.csv', import.meta.url), 'utf8').replace('\uFEFF', '');
const { data } = Papa.parse<string[]>(csv, { preview: 21 });
const [headers = []] = data;
const [birth, income] = [headers.indexOf('出生日期'), headers.indexOf('人均可支配收入')];
// As an office keeps it: days and amounts are such, all else is text.
const rows = data.map((cells, row) =>
  cells.map((cell, column) => {
    if (row === 0 || cell === '') return cell;
    if (column === birth) return new Date(`${cell}T00:00:00Z`);
    return column === income ? Number(cell) : cell;
  }),
);
const book = utils.book_new(utils.aoa_to_sheet(rows, { cellDates: true, UTC: true, dateNF: 'yyyy/m/d' }), '花名册');
writeFileSync(
  new URL('roster.xlsx', import.meta.url),
  write(book, { type: 'buffer', bookType: 'xlsx', compression: true }),
);
