import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { fileFailure } from '../unusable.ts';
import type { TableSource } from './table-source.ts';

/**
 * Opens a table by what it is: a workbook or a Parquet file by its first bytes, whatever its name; a folder as a pair of Parquet files;
 * anything else as CSV. What reads each is imported when it is needed, so that the command starts at once.
 *
 * @param room a folder on whose disk there is room to sort; that for temporary files by default.
 */
export async function openTable(file: string, room = tmpdir()): Promise<TableSource> {
  const kind = kindOf(file);
  if (kind === 'parquet') return (await import('./parquet-source.ts')).openParquet(file, room);
  if (kind === 'pair') return (await import('./parquet-source.ts')).openPair(file, room);
  if (kind === 'workbook') return (await import('./workbook-source.ts')).openWorkbook(file);
  return (await import('./csv-source.ts')).openCsv(file);
}

type Kind = 'csv' | 'workbook' | 'parquet' | 'pair';

function kindOf(file: string): Kind {
  try {
    if (statSync(file).isDirectory()) return 'pair';
    const first = Buffer.alloc(4);
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, first);
    } finally {
      closeSync(descriptor);
    }
    if (first.toString('latin1') === 'PAR1' || extname(file).toLowerCase() === '.parquet') return 'parquet';
    const begins = first.toString('hex');
    return begins === '504b0304' || begins === 'd0cf11e0' ? 'workbook' : 'csv';
  } catch (error) {
    throw fileFailure(error, file);
  }
}
