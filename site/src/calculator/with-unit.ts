/** A number with its unit behind it. */
export function withUnit(number: string, unit: string): string {
  if (unit === '') return number;
  if (/^[%‰/]/.test(unit)) return `${number}${unit}`;
  // Units in English are plurals: 1 item, 2 items.
  return `${number} ${number === '1' ? unit.replace(/^([a-z-]+)s\b/, '$1') : unit}`;
}

/** English asks for a thing at least once, not one time. */
export const onceFor = (figure: string): string => (figure === '1 time' ? 'once' : figure);
