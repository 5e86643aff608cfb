import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { fileFailure, unusable } from '../unusable.ts';
import { type Encoding, notText } from './encoding.ts';
import type { RowTaker } from './table-source.ts';

const most = 512;
/** Chunks of 64 kB without the end of a row: a quote that never closes, and reading on would take ever longer. */
const mostBarren = 64;

/** Reads a CSV row by row; the first holds the headers. */
export async function eachRow(file: string, encoding: Encoding, taker: RowTaker): Promise<void> {
  const source = createReadStream(file);
  let bytes = 0;
  source.on('data', (chunk) => {
    bytes += chunk.length;
    taker.progress?.(bytes);
  });
  const text = source.pipe(iconv.decodeStream(encoding));
  text.setEncoding?.('utf8');
  let doubtful = false;
  let zeros = false;
  text.on('data', (chunk: string) => {
    doubtful ||= chunk.includes('\ufffd');
    zeros ||= chunk.includes('\u0000');
  });
  let row = 0;
  let barren = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      source.on('error', reject);
      const stop = (error: unknown, parser?: Papa.Parser) => {
        // First of all: aborting ends in `complete`, which would settle the promise as if all were well.
        reject(error);
        parser?.abort();
        source.destroy();
      };
      Papa.parse<string[]>(text as unknown as NodeJS.ReadableStream, {
        delimitersToGuess: [',', '\t', ';'],
        chunk: ({ data, errors }, parser) => {
          try {
            // Of UTF-16 alone: in other encodings they were found with the encoding.
            if (zeros) throw notText(file);
            const broken = new Set<number>();
            for (const error of errors) {
              if (error.type !== 'Quotes') continue;
              if (error.code === 'MissingQuotes') throw unclosed(file, row + (error.row ?? 0) + 1);
              broken.add(error.row ?? -1);
            }
            barren = data.length === 0 ? barren + 1 : 0;
            if (barren > mostBarren) throw unclosed(file, row + 1);
            for (const [index, cells] of data.entries()) {
              row++;
              if (doubtful && cells.some((cell) => cell.includes('\ufffd'))) throw undecodable(file, row);
              if (cells.length > most) throw tooWide(file, row);
              if (row === 1) taker.headers(cells, row);
              else taker.row(broken.has(index) ? { row, cells, broken: 'broken-quotes' } : { row, cells });
            }
            const waiting = taker.pause?.();
            if (waiting === undefined) return;
            parser.pause();
            waiting.then(
              () => parser.resume(),
              (error: unknown) => stop(error, parser),
            );
          } catch (error) {
            stop(error, parser);
          }
        },
        complete: () => resolve(),
        error: reject,
      });
    });
  } catch (error) {
    throw fileFailure(error, file);
  }
}

const unclosed = (file: string, line: number) =>
  unusable(
    'unclosed-quotes',
    `第 ${line} 行起有一个双引号没有成对，其后各行无法读取。请补上或删去它`,
    `a double quote opened in row ${line} is never closed, so no row after it can be read; close it or delete it`,
    { file },
  );

const undecodable = (file: string, line: number) =>
  unusable(
    'wrong-encoding',
    `第 ${line} 行有无法识别的字符，文件既不是 UTF-8、UTF-16，也不是 GB18030。请另存为“CSV UTF-8”`,
    `row ${line} has characters that are neither UTF-8, UTF-16 nor GB18030; save the file as "CSV UTF-8"`,
    { file },
  );

const tooWide = (file: string, line: number) =>
  unusable('too-many-columns', `第 ${line} 行超过 ${most} 列`, `row ${line} has more than ${most} columns`, { file });
