import { strFromU8 } from 'fflate';

const endOfDirectory = 0x06054b50;
const entry = 0x02014b50;
const elsewhere = 0xffffffff;

/**
 * The check sums (CRC-32) of the parts of a zip file by their names, as its directory has them. Nothing where the directory is that of a
 * file of more than 4 GiB, which stands elsewhere.
 */
export function checkSums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sums = new Map<string, number>();
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end--;
  if (end < 0) return sums;
  let at = view.getUint32(end + 16, true);
  if (at === elsewhere) return sums;
  while (at + 46 <= end && view.getUint32(at, true) === entry) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    sums.set(strFromU8(bytes.subarray(at + 46, at + 46 + name), !isUtf8), view.getUint32(at + 16, true));
    at += 46 + name + extra + comment;
  }
  return sums;
}

// Signed, so that the loop below stays with machine integers.
const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/** The CRC-32 of what stands in pieces one after another. */
export function checkSumOf(pieces: readonly Uint8Array[]): number {
  let sum = -1;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at++)
      sum = (table[(sum ^ (piece[at] as number)) & 0xff] as number) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}
