import { expect, it } from 'vitest';
import { csvRow } from './csv-row.ts';

it('leaves numbers and plain text as they are', () => {
  expect(csvRow(['户主', '-3.5', '12', ''])).toBe('户主,-3.5,12,\r\n');
});

it('keeps a spreadsheet from running a text, whichever way it begins', () => {
  for (const begin of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    expect(csvRow([`${begin}x`])).toMatch(/^"?'/);
  }
});

it('keeps digits that are too many for a number a text', () => {
  expect(csvRow(['440232199001010013'])).toBe('"440232199001010013\t"\r\n');
  expect(csvRow(['123456789012345'])).toBe('123456789012345\r\n');
});

it('quotes what would part or end a cell', () => {
  expect(csvRow(['a"b', 'a,b', 'a\nb', 'a;b'])).toBe('"a""b","a,b","a\nb","a;b"\r\n');
});
