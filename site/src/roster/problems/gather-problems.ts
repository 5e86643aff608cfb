import type { Roster, TableProblem } from '@jingzhun/schemas/table';
import type { CellNote, OpenTable } from '@jingzhun/schemas/workbook';
import { dataRows, rowKind } from '@jingzhun/schemas/workbook';
import { say } from '../../calculator/say.ts';
import type { Doubt } from '../doubts/doubt.ts';
import { doubtTexts } from '../doubts/doubt-texts.ts';
import { maskCell } from '../mask.ts';
import type { Reading, RosterProblem, Sentence } from '../protocol.ts';
import { effects, kinds, noEffect } from './effects.ts';
import { hintsAbout } from './hints.ts';
import { splitText } from './split-text.ts';

const noted: Readonly<
  Record<Extract<CellNote, 'no-result' | 'formula-error' | 'digits-lost'>, readonly [Sentence, Sentence]>
> = {
  'no-result': [
    { zh: '公式没有保存结果', en: 'The file does not hold the result of the formula' },
    { zh: '请在 Excel 中打开，重新计算后保存', en: 'Open it in Excel, let it recalculate and save it' },
  ],
  'formula-error': [
    { zh: '公式出错，没有值', en: 'The formula ends in an error and has no value' },
    { zh: '请改正公式，或直接填写', en: 'Correct the formula, or write the value' },
  ],
  'digits-lost': [
    { zh: '数字超过 15 位，Excel 已丢失末尾数位', en: 'Excel keeps 15 digits of a number; the last ones are lost' },
    { zh: '请把该列设为文本后重新填写', en: 'Make the column text and enter it again' },
  ],
};

const none: Sentence = { zh: '', en: '' };
const totalRow = {
  code: 'total-row',
  reason: { zh: '像是合计行', en: 'This looks like a row of totals' },
  suggestion: none,
};
const noteRow = {
  code: 'note-row',
  reason: {
    zh: '像是附注或签字行，没有可核对的内容',
    en: 'This looks like a note or signatures; nothing in it can be checked',
  },
  suggestion: none,
};

/** Everything that is to be said about a table as it was read: errors first, then by row. */
export function gatherProblems(
  table: OpenTable,
  headers: readonly string[],
  { fields, place }: Reading,
  roster: Roster,
  doubts: readonly Doubt[],
): RosterProblem[] {
  const columns = new Map<string, number>();
  for (const [index, field] of fields.entries()) if (field !== null && !columns.has(field)) columns.set(field, index);
  const columnOf = (field: string | null | undefined) => (field == null ? undefined : columns.get(field));
  const at = (row: number | null, index: number | undefined) => {
    const header = index === undefined ? null : (headers[index] ?? '');
    if (row === null || index === undefined) return { row, column: header, value: null };
    const text = table.rows[row - 1]?.[index] ?? '';
    return {
      row,
      column: header,
      value: text === '' ? null : clipped(maskCell(text, fields[index] ?? null, header ?? '')),
    };
  };
  const fromTable = (problem: TableProblem): RosterProblem => {
    const { code, row, path, column, action } = problem;
    if (code === 'total-row') return nobodys(row);
    const { reason, suggestion } = splitText(problem);
    const index = columnOf(path === '' ? column : path);
    return { kind: kinds[action], code, ...at(row, index), reason, suggestion, effect: effects[action] };
  };
  const nobodys = (row: number): RosterProblem => {
    const isTotal = rowKind(table.rows[row - 1] ?? []) === 'total';
    const place = { row, column: null, value: null };
    const text = isTotal ? totalRow : noteRow;
    return { kind: 'hint', ...text, ...place, effect: effects['row-left-out'] };
  };
  const fromDoubt = ({ code, row, field, about }: Doubt): RosterProblem => {
    const { reason, suggestion } = doubtTexts[code];
    return {
      kind: 'doubt',
      code,
      ...at(row, columnOf(field)),
      reason: filled(reason, about),
      suggestion,
      effect: effects.noted,
    };
  };
  const problems = [...roster.problems.map(fromTable), ...doubts.map(fromDoubt)];
  for (const { row } of dataRows(table, place)) {
    for (const [index, note] of table.notes.get(row) ?? []) {
      const field = fields[index];
      // A key that has lost digits was refused as a key already; a column that is not used needs no word.
      if (field == null || note === 'broken-quotes' || (note === 'digits-lost' && keyFields.has(field))) continue;
      const [reason, suggestion] = noted[note];
      const effect = note === 'digits-lost' ? effects.noted : effects['cell-unknown'];
      problems.push({ kind: 'doubt', code: note, ...at(row, index), reason, suggestion, effect });
    }
  }
  problems.sort((a, b) => order[a.kind] - order[b.kind] || (a.row ?? 0) - (b.row ?? 0));
  return [...problems, ...hintsAbout(table, headers, fields, place).map((hint) => ({ ...hint, effect: noEffect }))];
}

const clipped = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const order = { error: 0, doubt: 1, hint: 2 };
const keyFields: ReadonlySet<string> = new Set(['household.id', 'person.id', 'person.idNumber']);

function filled({ zh, en }: Sentence, about: Doubt['about'] = {}): Sentence {
  return { zh: say(zh, about), en: say(en, about.stageEn === undefined ? about : { ...about, stage: about.stageEn }) };
}
