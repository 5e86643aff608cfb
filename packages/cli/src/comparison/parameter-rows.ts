import type { Difference } from '@jingzhun/rules/compare';
import type { ParameterFile, ParameterValue } from '@jingzhun/schemas';
import type { PolicyWords } from '../wording/policy-words.ts';
import { type BothWords, usedByText } from './difference-text.ts';

/** One value of a parameter, before and after, and the days between which it differs. */
export interface ParameterRow {
  readonly title: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly after: string;
  /** The clause, and the later document where it is one. */
  readonly source: string;
  readonly usedBy: string;
}

/** The rows of one difference: one; of a parameter added or taken away as a whole, one for each of its values. */
export function parameterRows(difference: Difference, words: BothWords): ParameterRow[] {
  const { name, part, clause = '', amendedBy, from = '', to = '', before, after, side } = difference;
  const own = words[side];
  const file = own.parameter(name);
  const source = (by: ParameterValue['amendedBy']): string =>
    by === undefined ? clause : `${by.document} ${by.clause}`;
  const row = { title: titleOf(difference, own), name, usedBy: usedByText(difference, words) };
  if (part.length > 0) {
    const shown = (value: unknown, of: PolicyWords) => valueText(value, of.parameter(name) ?? file, of);
    return [
      {
        ...row,
        from,
        to,
        before: shown(before, words.before),
        after: shown(after, words.after),
        source: source(amendedBy),
      },
    ];
  }
  const whole = (after ?? before) as ParameterFile;
  if (!('values' in whole)) return [];
  return whole.values.map((entry) => {
    const value = valueText(entry.value, whole, own);
    const sides = side === 'after' ? { before: '—', after: value } : { before: value, after: '—' };
    return { ...row, from: entry.from, to: entry.to ?? '', ...sides, source: source(entry.amendedBy) };
  });
}

function titleOf({ title, name, part }: Difference, words: PolicyWords): string {
  const own = title === undefined ? name : words.say(title);
  const code = part[1];
  const file = words.parameter(name);
  if (code === undefined || file === undefined || !('by' in file) || file.by === undefined) return own;
  const label = words.value(file.by, code);
  return words.say({ zh: `${own}（${label}）`, en: `${own} (${label})` });
}

function valueText(value: unknown, file: ParameterFile | undefined, words: PolicyWords): string {
  return value === undefined ? '—' : words.parameterValue(value, file);
}
