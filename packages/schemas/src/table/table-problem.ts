import type { Problem } from '../problem.ts';

/**
 * What became of what was wrong:
 *
 * | action | means |
 * | --- | --- |
 * | `cell-unknown` | the cell is taken as unknown and the rest of the row is used |
 * | `row-left-out` | the row is in no case |
 * | `household-left-out` | the household is not decided, because a member or more may be missing |
 * | `noted` | nothing is left out; please check |
 */
export type TableAction = 'cell-unknown' | 'row-left-out' | 'household-left-out' | 'noted';

/** What is wrong with a row or a cell, and what would be right. Never holds a name, a number of identity or a sensitive value. */
export interface TableProblem extends Problem {
  /** As Excel counts: the header is row 1. */
  readonly row: number;
  /** The header of the column; absent where the row as a whole is meant. */
  readonly column?: string;
  readonly action: TableAction;
}

const texts = {
  'too-many-cells': [
    '该行的单元格比列名多，可能有未加引号的逗号，已略去该行',
    'the row has more cells than there are headers, perhaps a comma without quotes; it is left out',
  ],
  'too-few-cells': [
    '该行的单元格比列名少，可能中途断开，已略去该行',
    'the row has fewer cells than there are headers, perhaps broken off; it is left out',
  ],
  'broken-quotes': [
    '引号没有成对，读不出该行，已略去。请检查双引号',
    'the quotes do not match, so the row cannot be read; it is left out. Check the double quotes',
  ],
  'no-household-id': [
    '没有户编号，已略去该行。请在每一行填写（合并单元格导出后只有首行有值）',
    'there is no household number, so the row is left out; fill it in on every row (merged cells are exported on the first row only)',
  ],
  'total-row': ['像是合计行，已略去', 'looks like a row of totals; it is left out'],
  'duplicate-household': [
    '户编号与前面的行重复。一户一行的表中每户只能有一行，已略去该行',
    'the household is there already; in a table of one row a household it has one row only, so this one is left out',
  ],
  'duplicate-person': [
    '人编号在本户内重复。请删去重复的行或更正编号',
    'the person is in this household already; delete the row or correct the id',
  ],
  'duplicate-elsewhere': ['人编号在另一户也出现，请核对', 'the person is also in another household; please check'],
  incomplete: [
    '本户有一行不能使用，家庭成员可能不全，本户不作判定。请先更正该行',
    'a row of this household cannot be used, so members may be missing and the household is not decided; correct that row first',
  ],
} as const;

export type TableProblemCode = keyof typeof texts;

/**
 * A problem of a row in the standard words.
 *
 * @example
 * rowProblem('duplicate-household', 7, 'row-left-out', { about: 3 }).en.endsWith('(see row 3)'); // true
 */
export function rowProblem(
  code: TableProblemCode,
  row: number,
  action: TableAction,
  more?: { column?: string; about?: number },
): TableProblem {
  const [zh, en] = texts[code];
  const about = more?.about;
  return {
    code,
    path: '',
    row,
    ...(more?.column === undefined ? {} : { column: more.column }),
    zh: about === undefined ? zh : `${zh}（见第 ${about} 行）`,
    en: about === undefined ? en : `${en} (see row ${about})`,
    action,
  };
}
