/**
 * The parts of a cell that holds several values.
 *
 * @example
 * listParts('长期慢性病、残疾') // ['长期慢性病', '残疾']
 */
export function listParts(cell: string): string[] {
  const parts = cell
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 0 ? [''] : parts;
}
