let codes: Map<string, readonly [number, number]> | undefined;

/** Two bytes a character, as GBK has them: what the browser decodes, the other way round. */
function table(): Map<string, readonly [number, number]> {
  if (codes !== undefined) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !codes.has(character))
        codes.set(character, [lead, trail]);
    }
  }
  return codes;
}

/** A text as old programs save it. Browsers only decode GBK, so tests make their files with this. */
export function gbkBytes(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      if (code < 0x80) return [code];
      const bytes = table().get(character);
      if (bytes === undefined) throw new RangeError(`GBK has no ${character}`);
      return [...bytes];
    }),
  );
}
