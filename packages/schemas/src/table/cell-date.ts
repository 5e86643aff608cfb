import { isDay } from '../case-value.ts';

const patterns = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const midnight = /[ T]0?0:00(:00(\.0+)?)?$/;

/**
 * The day that a cell writes, as yyyy-mm-dd, or undefined where it writes none of the calendar. Year first, always: 3/4/2016 could be
 * two days and is not guessed.
 *
 * @example
 * dayIn('2016年11月9日') // '2016-11-09'
 * dayIn('2016/2/30') // undefined
 */
export function dayIn(cell: string): string | undefined {
  if (isDay(cell)) return cell;
  if (cell.length > 40) return undefined;
  const text = cell.normalize('NFKC').trim().replace(midnight, '').replace(/\s+/g, '');
  for (const pattern of patterns) {
    const [, year, month, day] = pattern.exec(text) ?? [];
    if (year === undefined || month === undefined || day === undefined) continue;
    const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDay(iso) ? iso : undefined;
  }
  return undefined;
}
