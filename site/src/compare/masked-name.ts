/**
 * A name as it may stand on a screen that others see: its first character.
 *
 * @example
 * maskedName('张小明') // '张**'
 */
export function maskedName(name: string | null | undefined): string {
  const characters = [...(name ?? '').trim()];
  const [first] = characters;
  return first === undefined ? '—' : first + '*'.repeat(Math.min(2, Math.max(1, characters.length - 1)));
}
