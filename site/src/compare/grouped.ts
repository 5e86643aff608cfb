/** A whole number with commas between thousands. */
export const grouped = (value: number): string => value.toLocaleString('en-US');
