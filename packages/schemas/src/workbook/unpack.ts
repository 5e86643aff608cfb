import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import type { Caps } from './caps.ts';
import { checkSumOf, checkSums } from './check-sums.ts';
import type { ReadingTask } from './reading.ts';
import { Refused, refusals } from './refused.ts';

/** Small enough that what one push may unpack, a thousand times as much, stays harmless. */
const piece = 16_384;

/**
 * The wanted parts of a zip file. One whose own directory says that it is too much is refused before anything is unpacked; one that
 * lies is stopped when it goes too far. A part that is lost, or is not what the directory says, makes the file a damaged one.
 */
export async function unpack(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  caps: Caps,
  task: ReadingTask,
): Promise<ReadonlyMap<string, Uint8Array>> {
  refuseDeclared(bytes, wanted, caps);
  const parts = new Map<string, Uint8Array[]>();
  let total = 0;
  const unzip = new Unzip((file) => {
    if (!wanted(file.name) || parts.has(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (error, data) => {
      // What is thrown below comes back here.
      if (error) throw error instanceof Refused ? error : refusals.damaged();
      total += data.length;
      if (total > caps.inflated) throw refusals.inflatesTooFar(caps.inflated);
      chunks.push(data);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += piece) {
    try {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    } catch (error) {
      throw error instanceof Refused ? error : refusals.damaged();
    }
    if (!task.due) continue;
    task.report('unpack', at / bytes.length);
    await task.pause();
  }
  for (const [name, sum] of checkSums(bytes)) {
    if (wanted(name) && checkSumOf(parts.get(name) ?? []) !== sum) throw refusals.damaged();
  }
  return new Map([...parts].map(([name, chunks]) => [name, joined(chunks)]));
}

function refuseDeclared(bytes: Uint8Array, wanted: (name: string) => boolean, caps: Caps): void {
  let declared = 0;
  let parts = 0;
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        if (parts > caps.parts) throw refusals.inflatesTooFar(caps.inflated);
        if (names.length < 200) names.push(name);
        if (wanted(name)) declared += originalSize;
        return false;
      },
    });
  } catch (error) {
    throw error instanceof Refused ? error : refusals.damaged();
  }
  if (declared > caps.inflated) throw refusals.inflatesTooFar(caps.inflated);
  refuseOthers(names);
}

/** Other files are zip files too. */
function refuseOthers(names: readonly string[]): void {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('xl/')) return;
  if (has('word/')) throw refusals.otherKind(' Word 文件', 'a Word file');
  if (has('ppt/')) throw refusals.otherKind(' PowerPoint 文件', 'a PowerPoint file');
  if (names.includes('content.xml')) throw refusals.otherKind(' OpenDocument 文件', 'an OpenDocument file');
  throw refusals.otherKind('压缩包', 'an archive');
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
