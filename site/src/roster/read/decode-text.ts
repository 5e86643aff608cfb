import { refusals } from '@jingzhun/schemas/workbook';
import type { Task } from '../../worker/task.ts';

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How people know the encoding. */
export const encodingName: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 (GBK)',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
};

const slice = 2_000_000;

/**
 * A text file as text. By its mark, else UTF-8 if every byte of it is, else GB18030. In this order: GB18030 reads nearly any bytes, so
 * it can only be what is left.
 */
export async function decodeText(
  bytes: Uint8Array,
  task: Task,
): Promise<{ readonly text: string; readonly encoding: Encoding }> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: await decoded(bytes, 'utf-16le', task), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: await decoded(bytes, 'utf-16be', task), encoding: 'utf-16be' };
  if (bytes.includes(0)) throw refusals.notText();
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { text: await decoded(bytes, 'utf-8', task), encoding: 'utf-8' };
  try {
    return { text: await decoded(bytes, 'utf-8', task, true), encoding: 'utf-8' };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: await decoded(bytes, 'gb18030', task), encoding: 'gb18030' };
  }
}

/** With a sign in place of what cannot be read; or not at all, to tell UTF-8 from anything else. */
async function decoded(bytes: Uint8Array, encoding: Encoding, task: Task, fatal = false): Promise<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  let text = '';
  for (let at = 0; at < bytes.length; at += slice) {
    text += decoder.decode(bytes.subarray(at, at + slice), { stream: true });
    task.report('read', at / bytes.length);
    await task.pause();
  }
  return text + decoder.decode();
}
