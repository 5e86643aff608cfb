import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';

interface Summary {
  readonly engine?: 'duckdb';
  readonly households: number;
  readonly persons: number | null;
  readonly rowsLeftOut: number;
  readonly problems: number;
}

const csvRows = (path: string): string[][] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

async function parquetRows(files: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    const counted = await connection.runAndReadAll(`select count(*)::integer from '${files}'`);
    return Number(counted.getRows()[0]?.[0]);
  } finally {
    instance.closeSync();
  }
}

/** How many rows a result holds below its headers. */
async function resultRows(path: string): Promise<number> {
  if (path.endsWith('.parquet')) return parquetRows(path);
  if (path.endsWith('.csv')) return csvRows(path).length - 1;
  const book = read(readFileSync(path));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return utils.sheet_to_json(sheet, { header: 1, blankrows: true }).length - 1;
}

const differs = (what: string, said: number, found: number): string[] =>
  said === found ? [] : [`${what}: the summary says ${said}, the file has ${found}`];

/** What is missing of the results of `roster`, by its own summary. */
async function rosterFaults(folder: string, out: string, summary: Summary): Promise<string[]> {
  const { engine, households, persons, rowsLeftOut, problems } = summary;
  const errors = csvRows(join(folder, 'errors.csv')).slice(1);
  if (engine === 'duckdb') {
    const rows = async (level: string) =>
      existsSync(join(folder, out, level)) ? parquetRows(join(folder, out, level, '*.parquet')) : 0;
    return [
      ...differs('households', households, await rows('household')),
      ...differs('persons', persons ?? 0, await rows('person')),
      ...differs(
        'problems',
        problems,
        errors.reduce((sum, [, , , count]) => sum + Number(count), 0),
      ),
    ];
  }
  const found = await resultRows(join(folder, out));
  // A household of a pair that has nobody has a row of its own.
  const [least, most] = [(persons ?? households) + rowsLeftOut, (persons ?? 0) + households + rowsLeftOut];
  const rows = found >= least && found <= most ? [] : differs('rows', least, found);
  return [...rows, ...differs('problems', problems, errors.length)];
}

/** What an answer with exit code 0 lacks of what it says to hold. */
export async function missingOf(args: readonly string[], folder: string, text: string): Promise<string[]> {
  const [name] = args;
  const after = (option: string): string | undefined =>
    args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
  const recorded = after('--record');
  if (recorded !== undefined) JSON.parse(readFileSync(join(folder, recorded), 'utf8'));
  if (args[1]?.endsWith('.jsonl')) return lineFaults(join(folder, args[1]), text);
  if (!args.includes('--json')) return text.trim() === '' ? ['nothing was printed'] : [];
  const answer: unknown = JSON.parse(text);
  if (name === 'roster') return rosterFaults(folder, after('--out') ?? '', answer as Summary);
  if (name !== 'impact') return [];
  const { affected } = answer as { readonly affected: { readonly count: number } };
  const listed = new Set(
    csvRows(join(folder, after('--csv') ?? ''))
      .slice(1)
      .map(([first]) => first),
  );
  return [...differs('affected', affected.count, listed.size), ...chartFaults(join(folder, after('--svg') ?? ''))];
}

/** An answer for each line that is not blank. */
function lineFaults(file: string, text: string): string[] {
  const lines = (content: string): string[] => content.split('\n').filter((line) => !/^[\s\uFEFF]*$/.test(line));
  for (const answer of lines(text)) JSON.parse(answer);
  return differs('answers', lines(readFileSync(file, 'utf8')).length, lines(text).length);
}

function chartFaults(place: string): string[] {
  const files = place.endsWith('.svg') ? [place] : readdirSync(place).map((name) => join(place, name));
  return files
    .filter((file) => !readFileSync(file, 'utf8').trimEnd().endsWith('</svg>'))
    .map((file) => `${file} is no whole chart`);
}
