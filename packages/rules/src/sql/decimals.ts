/** How many decimals steps of 1/scale have. */
export function decimalsOf(scale: number): number {
  return Math.round(Math.log10(scale));
}

/** A whole number, or one between two, as SQL writes it. */
export function numeral(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : value.toFixed(12).replace(/\.?0+$/, '');
}

/** Steps in the unit that a column holds: 400000 fen are 4000.00 yuan. */
export function inUnits(steps: number, scale: number): string {
  if (scale === 1 || !Number.isSafeInteger(steps)) return numeral(steps / scale);
  const digits = String(Math.abs(steps)).padStart(decimalsOf(scale) + 1, '0');
  const point = digits.length - decimalsOf(scale);
  return `${steps < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
