import { checkScalar, wrongType } from '../case-value.ts';
import type { CodeSetName } from '../vocabulary.gen.ts';
import type { Field, ValueType } from '../vocabulary.ts';
import { blankCode, codeIn, plainLabel } from './cell-code.ts';
import { dayIn } from './cell-date.ts';
import type { CellFault, Sets } from './cell-fault.ts';
import { numberIn } from './cell-number.ts';

/** What a cell holds once it is read. Numbers are in the field's unit, dates yyyy-mm-dd, codes as in the vocabulary. */
export type CellValue = boolean | number | string | readonly (boolean | number | string)[];

/** A cell as read. `value` is undefined where the cell says nothing: the fact is unknown. */
export type CellReading = { readonly value: CellValue | undefined; readonly sets?: Sets } | CellFault;

const unknown: CellReading = { value: undefined };
const unknownWords = new Set(['不清楚', '未知', '不详', '不明']);
const truths = new Set(['是', '有', '√', '✓', 'true', 'yes', 'y', '1']);
const falsehoods = new Set(['否', '无', '没有', '×', 'false', 'no', 'n', '0']);
const numberTypes: ReadonlySet<string> = new Set(['integer', 'number', 'yuan', 'percent', 'ratio', 'year', 'months']);

const fault = (code: string, zh: string, en: string): CellFault => ({ fault: true, code, zh, en });

const rightForm: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  integer: ['整数，例如 4', 'a whole number such as 4'],
  number: ['数字，例如 12.5', 'a number such as 12.5'],
  yuan: ['以元为单位的数字，例如 3600 或 1.2万', 'a number of yuan such as 3600 or 1.2万'],
  percent: ['百分数，例如 45 或 45%', 'a percent such as 45 or 45%'],
  ratio: ['比率，例如 0.45 或 45%', 'a ratio such as 0.45 or 45%'],
  year: ['四位年份，例如 2015', 'a year of four digits such as 2015'],
  months: ['整月数，例如 6', 'a whole number of months such as 6'],
};

const isText = ({ type }: ValueType): boolean => type === 'text' || type === 'reference';

function single(cell: string, type: ValueType, sensitive: boolean): CellReading {
  if (isText(type)) return checked(cell, type, sensitive);
  if (type.type === 'boolean') {
    const word = plainLabel(cell);
    if (truths.has(word)) return { value: true };
    if (falsehoods.has(word)) return { value: false };
    return fault('wrong-type', '应写“是”或“否”', 'write 是 (yes) or 否 (no)');
  }
  if (type.enum !== undefined) {
    const reading = codeIn(cell, type.enum as CodeSetName, sensitive);
    if ('fault' in reading) return reading;
    return reading.sets === undefined ? { value: reading.code } : { value: reading.code, sets: reading.sets };
  }
  if (type.type === 'date') {
    const day = dayIn(cell);
    if (day !== undefined) return checked(day, type, sensitive);
    const serial = /^\d{5}$/.test(cell.trim());
    return fault(
      'invalid-date',
      `不是日历上的日期${serial ? '，像是 Excel 的日期序号' : ''}，请写成 2016-11-29 的形式`,
      `is no day of the calendar${serial ? '; it looks like a serial number of Excel' : ''}; write it like 2016-11-29`,
    );
  }
  if (numberTypes.has(type.type)) {
    const number = numberIn(cell, type);
    if (number !== undefined) return checked(number, type, sensitive);
    const [zh, en] = rightForm[type.type] ?? ['数字', 'a number'];
    return fault('wrong-type', `不是数字，应为${zh}`, `is no number; write ${en}`);
  }
  return checked(cell, type, sensitive);
}

function checked(value: string | number, type: ValueType, sensitive: boolean): CellReading {
  const wrong = checkScalar(value, type, sensitive);
  return wrong === undefined ? { value } : fault(wrong.code, wrong.zh, wrong.en);
}

function list(cell: string, items: ValueType, sensitive: boolean): CellReading {
  const values: (boolean | number | string)[] = [];
  const parts = cell.split(/[、,，;；\n]/).map((part) => part.trim());
  for (const part of parts) {
    if (part === '') continue;
    const reading = single(part, items, sensitive);
    // One part that cannot be read leaves the list open: a shorter list would look complete.
    if ('fault' in reading) return part === '无' && parts.length === 1 ? { value: [] } : reading;
    const { value } = reading;
    if (value !== undefined && typeof value !== 'object' && !values.includes(value)) values.push(value);
  }
  return { value: values };
}

/** A key as Excel exports it to keep it a text: with an apostrophe before it, or as ="…". */
const asKey = (cell: string): string =>
  /^[=']/.test(cell) ? cell.replace(/^="(.*)"$/s, '$1').replace(/^'/, '') : cell;

const digitsLost = /^\d(\.\d+)?e\+?\d+$/i;

/**
 * Reads one cell as the value of a field.
 *
 * - Blank means unknown, or the code that an empty cell means in the field's set (在校生状况: 不在校); 不清楚, 未知, 不详 mean unknown.
 * - Truth: 是 有 √ true yes y 1, or 否 无 没有 × false no n 0.
 * - Numbers: see `numberIn`. Dates: year first, with - / . or 年月日 between, or eight digits.
 * - Codes: the code, its Chinese name or another known label. A label that leaves several codes open is a fault that names them.
 * - Lists: parts with 、 , ， ; ； between; 无 is the empty list.
 *
 * @example
 * parseCell(fieldOf('person.schoolStage'), '高一') // { value: 'senior-secondary' }
 * parseCell(fieldOf('household.rural'), '') // { value: undefined }
 */
export function parseCell(field: Field, text: string): CellReading {
  const cell = text.trim();
  const sensitive = field.sensitive === true;
  if (cell === '') {
    const blank = field.enum === undefined ? undefined : blankCode(field.enum);
    return blank === undefined ? unknown : { value: blank };
  }
  if (!isText(field) && unknownWords.has(cell)) return unknown;
  if (field.type === 'list') return list(cell, field.items ?? { type: 'text' }, sensitive);
  if (field.type === 'record') {
    const wrong = wrongType(cell, field, { hidden: true });
    return fault(wrong.code, wrong.zh, wrong.en);
  }
  const isKey = field.for === 'identity' || field.key === 'idNumber';
  if (isKey && digitsLost.test(cell)) {
    return fault(
      'digits-lost',
      '编号被存成了数字，已丢失末尾数位。请把该列设为文本后重新填写',
      'the number was stored as a floating-point number and has lost digits; make the column text and enter it again',
    );
  }
  return single(isKey ? asKey(cell) : cell, field, sensitive);
}
