import { createReadStream, readFileSync } from 'node:fs';
import type { JingzhunError } from '@jingzhun/schemas/problem';
import { jsonFault } from './json-fault.ts';
import { fileFailure, unusable } from './unusable.ts';

const newline = 0x0a;
const longestLine = 16 * 2 ** 20;

/** One case from a file, or from standard input where the name is `-`. */
export function readCase(name: string): unknown {
  const file = name === '-' ? '<stdin>' : name;
  let bytes: Buffer;
  try {
    bytes = readFileSync(name === '-' ? 0 : name);
  } catch (error) {
    throw fileFailure(error, file);
  }
  return parseCase(bytes, file);
}

/** Reads JSON text; a byte order mark before it is passed over. */
export function parseCase(bytes: Uint8Array, file: string, line?: number): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unusable(
      'wrong-encoding',
      '不是 UTF-8 文本，请另存为 UTF-8',
      'is no UTF-8 text; save it as UTF-8',
      place(file, line),
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson(text, file, line);
  }
}

const place = (file: string, line: number | undefined) => (line === undefined ? { file } : { file, line });

function invalidJson(text: string, file: string, line: number | undefined): JingzhunError {
  if (text.trim() === '') {
    return unusable(
      'invalid-json',
      '内容为空，应为一个案例，例如 { "household": { … } }',
      'is empty; a case is an object such as { "household": { … } }',
      place(file, line),
    );
  }
  const fault = jsonFault(text);
  return unusable(
    'invalid-json',
    `第 ${line ?? fault.line} 行第 ${fault.column} 列起不是有效的 JSON`,
    `is no valid JSON from line ${line ?? fault.line}, column ${fault.column}`,
    place(file, line ?? fault.line),
  );
}

/** The lines of a file that are not blank, as bytes with their number from 1. A line of UTF-8 never holds the byte of a line end. */
export async function* linesOf(file: string): AsyncGenerator<{ readonly bytes: Uint8Array; readonly line: number }> {
  let line = 0;
  let rest: Buffer = Buffer.alloc(0);
  const ready = (bytes: Buffer): { bytes: Uint8Array; line: number }[] => {
    line++;
    return /^[\s\uFEFF]*$/.test(bytes.length < 64 ? bytes.toString('utf8') : 'x') ? [] : [{ bytes, line }];
  };
  try {
    for await (const chunk of createReadStream(file)) {
      const bytes: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      let start = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
        yield* ready(bytes.subarray(start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
      if (rest.length > longestLine)
        throw unusable('line-too-long', '一行超过 16 MB', 'a line is longer than 16 MB', { file, line: line + 1 });
    }
  } catch (error) {
    throw fileFailure(error, file);
  }
  if (rest.length > 0) yield* ready(rest);
}
