import { strFromU8 } from 'fflate';
import { refusals } from './refused.ts';

/** What a file is by its first bytes; its name may say anything. */
export type FileKind = 'zip' | 'compound' | 'text';

const others: readonly (readonly [start: readonly number[], zh: string, en: string])[] = [
  [[0x25, 0x50, 0x44, 0x46], ' PDF 文件', 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], '图片', 'a picture'],
  [[0xff, 0xd8, 0xff], '图片', 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], '图片', 'a picture'],
  [[0x42, 0x4d], '图片', 'a picture'],
  [[0x52, 0x61, 0x72, 0x21], ' RAR 压缩包', 'a RAR archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], ' 7z 压缩包', 'a 7z archive'],
  [[0x1f, 0x8b], '压缩包', 'an archive'],
  [[0x50, 0x41, 0x52, 0x31], ' Parquet 文件', 'a Parquet file'],
];

const zip = [0x50, 0x4b, 0x03, 0x04];
const emptyZip = [0x50, 0x4b, 0x05, 0x06];
const compound = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/**
 * What a file is by its first bytes.
 *
 * @throws Refused where it is no table, or empty.
 * @example
 * fileKind(Uint8Array.of(0x50, 0x4b, 0x03, 0x04)) // 'zip'
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw refusals.empty();
  if (begins(bytes, zip)) return 'zip';
  if (begins(bytes, emptyZip)) throw refusals.empty();
  if (begins(bytes, compound)) return 'compound';
  for (const [start, zh, en] of others) {
    // Two letters may begin a text as well; a picture goes on with bytes that no text holds.
    if (begins(bytes, start) && (start.length > 2 || bytes.subarray(0, 64).includes(0)))
      throw refusals.otherKind(zh, en);
  }
  const first = strFromU8(bytes.subarray(0, 512), true).replace(/^[\s\u00ef\u00bb\u00bf]+/, '');
  if (/^<(!doctype\s+html|html|table|head|\?xml|meta|style)/i.test(first)) throw refusals.webPage();
  return 'text';
}
