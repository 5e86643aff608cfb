import { eachRow } from './csv-rows.ts';
import { encodingName, encodingOf } from './encoding.ts';
import { sizeOf, type TableSource } from './table-source.ts';

/** About 200,000 rows of a registration export. */
const mostInMemory = 50_000_000;

export async function openCsv(file: string): Promise<TableSource> {
  const encoding = await encodingOf(file);
  const { bytes } = sizeOf(file);
  return {
    format: 'CSV',
    encoding: encodingName[encoding],
    size: bytes,
    large: bytes > mostInMemory,
    read: (taker) => eachRow(file, encoding, taker),
    close: () => {},
  };
}
