import { extname } from 'node:path';
import { unusable } from '../unusable.ts';
import { isCsvName } from './new-file.ts';
import { CsvResult, type ResultColumns, type ResultFile } from './result-file.ts';

const kinds = ['.csv', '.xlsx', '.parquet'] as const;
type ResultKind = (typeof kinds)[number];

/** The kind of result that a file's name asks for: without an ending a CSV. */
function resultKind(path: string): ResultKind {
  const ending = extname(path).toLowerCase();
  const kind = kinds.find((each) => each === ending);
  if (kind !== undefined) return kind;
  if (isCsvName(path)) return '.csv';
  throw unusable(
    'result-kind',
    `不能写成 ${ending}，请用 .csv、.xlsx 或 .parquet`,
    `cannot be written as ${ending}; use .csv, .xlsx or .parquet`,
    { path: '--out' },
  );
}

/** What makes the result, with all that it needs already imported. */
export async function resultMaker(path: string): Promise<(columns: ResultColumns) => ResultFile> {
  const kind = resultKind(path);
  if (kind === '.parquet') {
    const { ParquetResult } = await import('./parquet-result.ts');
    return (columns) => new ParquetResult(path, columns);
  }
  if (kind === '.xlsx') {
    const [{ WorkbookResult }, reader] = await Promise.all([import('./workbook-result.ts'), import('@e965/xlsx')]);
    return (columns) => new WorkbookResult(path, columns, reader);
  }
  return ({ headers }) => new CsvResult(path, headers);
}
