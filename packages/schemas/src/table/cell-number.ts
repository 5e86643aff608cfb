import { vocabulary } from '../vocabulary.gen.ts';
import type { FieldType, ValueType } from '../vocabulary.ts';

const pattern = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;
const powers: readonly (readonly [word: string, places: number])[] = [
  ['万', 4],
  ['亿', 8],
];
/** As most cells are written. */
const plain = /^\d{1,15}(\.\d{1,15})?$/;
/** Longer than any number a field allows, and short enough to move its point in no time. */
const longest = 40;

/** The point of a decimal moved: text in, text out, so that 1.1万 is 11000 and not 11000.000000000002. */
function moved(sign: string, whole: string, fraction: string, places: number): string {
  const digits = whole + fraction.padEnd(Math.max(places, 0), '0');
  const padded = places < 0 ? digits.padStart(digits.length - places, '0') : digits;
  const point = padded.length - (places < 0 ? fraction.length - places : Math.max(fraction.length, places) - places);
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = padded.slice(point).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

function wordsAfter(type: ValueType): readonly string[] {
  const own = type.unit === undefined ? [] : [vocabulary.units[type.unit]];
  const general: Partial<Record<FieldType, readonly string[]>> = { yuan: ['元'], months: ['个月', '月'], year: ['年'] };
  return [...own, ...(general[type.type] ?? [])].filter((word) => word !== '%');
}

/**
 * The number that a cell writes, or undefined where it writes none.
 *
 * Full-width digits, thousands commas, 万 and 亿, a currency sign and the unit's word are understood; nothing else is: no `0x10`, no
 * `1e3`, no `12abc`. Whether the number suits the field is another question.
 *
 * @example
 * numberIn('1.1万', { type: 'yuan' }) // 11000
 * numberIn('１，２３４．５０元', { type: 'yuan' }) // 1234.5
 * numberIn('45%', { type: 'ratio' }) // 0.45
 * numberIn('1e3', { type: 'number' }) // undefined
 */
export function numberIn(cell: string, type: ValueType): number | undefined {
  if (plain.test(cell)) return Number(cell);
  if (cell.length > longest) return undefined;
  let text = cell
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  if (type.type === 'yuan') text = text.replace(/^(-?)[¥￥]\s*/, '$1');
  const unit = wordsAfter(type).find((word) => word.length < text.length && text.endsWith(word));
  if (unit !== undefined) text = text.slice(0, -unit.length).trimEnd();
  let places = 0;
  if ((type.type === 'percent' || type.type === 'ratio') && text.endsWith('%')) {
    text = text.slice(0, -1).trimEnd();
    if (type.type === 'ratio') places = -2;
  } else if (type.type !== 'year' && type.type !== 'months' && type.type !== 'percent') {
    const power = powers.find(([word]) => text.endsWith(word));
    if (power !== undefined) {
      text = text.slice(0, -1).trimEnd();
      places = power[1];
    }
  }
  const [, sign, whole, fraction = ''] = pattern.exec(text) ?? [];
  if (sign === undefined || whole === undefined) return undefined;
  const value = Number(moved(sign, whole.replaceAll(',', ''), fraction, places));
  return Object.is(value, -0) ? 0 : value;
}
