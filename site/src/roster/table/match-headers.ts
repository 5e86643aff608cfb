import { matchColumns } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import { joinedHeaders, meaningOf } from '@jingzhun/schemas/workbook';
import { maskCell } from '../mask.ts';
import type { HeaderMatch, SheetHeaders } from '../protocol.ts';

const mostSamples = 3;
const mostPreview = 12;
/** Rows that are looked at for samples. */
const sampled = 200;

/** What each column of the table seems to hold. */
export function matchHeaders(table: OpenTable, place: SheetHeaders['place']): SheetHeaders {
  const headers = joinedHeaders(table, place.row, place.rows);
  const meant = headers.map(meaningOf);
  const match = matchColumns(meant);
  const columns = new Map(match.columns.map((column) => [column.index, column]));
  const nearest = new Map(match.unmatched.map(({ index, meantName }) => [index, meantName]));
  const matches = headers.map((header, index): HeaderMatch => {
    const column = columns.get(index);
    const field = column?.name ?? nearest.get(index) ?? null;
    const samples = samplesOf(table, place, index).map((sample) => maskCell(sample, field, header));
    if (column !== undefined) {
      const confidence = meant[index] === header ? column.confidence : 'part';
      return { index, header, field, confidence, samples };
    }
    return { index, header, field, confidence: field === null ? 'none' : 'nearest', samples };
  });
  return {
    place,
    preview: preview(table, place, matches),
    fingerprint: fingerprint(headers),
    columns: matches.filter(({ header, samples }) => header !== '' || samples.length > 0),
    rows: Math.max(0, table.rows.length - (place.row + place.rows - 1)),
  };
}

function samplesOf(table: OpenTable, { row, rows }: SheetHeaders['place'], index: number): string[] {
  const samples = new Set<string>();
  for (const cells of table.rows.slice(row + rows - 1, row + rows - 1 + sampled)) {
    const cell = cells[index]?.trim();
    if (cell) samples.add(cell.length > 24 ? `${cell.slice(0, 24)}…` : cell);
    if (samples.size === mostSamples) break;
  }
  return [...samples];
}

/** The rows around the headers, so that people can see whether the right one was taken. */
function preview(table: OpenTable, { row, rows }: SheetHeaders['place'], matches: readonly HeaderMatch[]): string[][] {
  return table.rows.slice(0, Math.max(mostPreview, row + rows + 2)).map((cells, index) => {
    const isData = index >= row + rows - 1;
    return cells.map((cell, place) => {
      const match = matches[place];
      return isData ? maskCell(cell, match?.field ?? null, match?.header ?? '') : cell;
    });
  });
}

/** A short digest of the headers alone (FNV-1a over their characters): equal tables, equal digest. */
export function fingerprint(headers: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of headers.map((header) => header.replace(/\s+/g, '')).join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `${headers.length}-${hash.toString(16).padStart(8, '0')}`;
}
