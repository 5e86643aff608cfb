/**
 * A number as it is read, with at most four decimals: 12345.5 → 12,345.5. As `Intl.NumberFormat` writes it, which takes a phone a tenth
 * of a second to make, before the first answer can be shown.
 */
export function digits(value: number): string {
  const [whole = '', decimals = ''] = Math.abs(value)
    .toFixed(4)
    .replace(/\.?0+$/, '')
    .split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const written = decimals === '' ? grouped : `${grouped}.${decimals}`;
  return value < 0 && written !== '0' ? `-${written}` : written;
}
