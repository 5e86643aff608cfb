/** Bytes by row, with room to the end of the last word: four rows are worked on at once. */
export function bytesFor(rows: number): Uint8Array {
  return new Uint8Array(4 * wordsFor(rows));
}

/** How many words hold a byte for each of so many rows. */
export function wordsFor(rows: number): number {
  return (rows + 3) >>> 2;
}

/** The same bytes, four rows a word. Which of them stands first in a word makes no difference to anyone. */
export function wordsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
}
