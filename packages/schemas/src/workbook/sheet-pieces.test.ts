import { expect, it } from 'vitest';
import { sheetPieces } from './sheet-pieces.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (markup: string) => new TextEncoder().encode(markup);

it('cuts between rows; what stands after the rows is in the first piece', () => {
  const sheet = bytes(
    '<worksheet a="b"><sheetData><row r="1">1</row><row r="2">2</row><row r="3">3</row></sheetData><mergeCells/></worksheet>',
  );
  expect(sheetPieces(sheet, 20).map(text)).toEqual([
    '<worksheet a="b"><sheetData><row r="1">1</row><row r="2">2</row></sheetData><mergeCells/></worksheet>',
    '<worksheet a="b"><sheetData><row r="3">3</row></sheetData></worksheet>',
  ]);
});

it.each([
  '<worksheet><sheetData><row>1</row><row>2</row><row>3</row></sheetData></worksheet>',
  '<x:worksheet><x:sheetData><x:row r="1">1</x:row><x:row r="2">2</x:row></x:sheetData></x:worksheet>',
  '<worksheet><sheetData/></worksheet>',
])('leaves whole what is written in another way: %s', (markup) => {
  expect(sheetPieces(bytes(markup), 5).map(text)).toEqual([markup]);
});
