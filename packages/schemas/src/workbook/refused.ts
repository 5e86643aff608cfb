import type { Sentence } from './reading.ts';

/**
 * A file that cannot be used, in words for whoever chose it: what it is, and what would be right.
 *
 * @example
 * refusals.tooManyRows(300_000) instanceof Refused; // true
 */
export class Refused extends Error {
  readonly code: string;
  readonly sentences: readonly Sentence[];

  constructor(code: string, ...sentences: readonly Sentence[]) {
    super(code);
    this.code = code;
    this.sentences = sentences;
  }
}

const count = (number: number): string => number.toLocaleString('en-US');
const megabytes = (bytes: number): string => count(Math.round(bytes / 1_000_000));

const refusal = (code: string, zh: string, en: string): Refused => new Refused(code, { zh, en });

export const refusals = {
  empty: () => refusal('empty', '文件是空的，请另选一个', 'The file is empty; choose another one'),
  headersOnly: () =>
    refusal(
      'headers-only',
      '表中只有列名，没有数据行。请确认导出时选中了数据',
      'The table has headers and no rows below them; check that the data was exported too',
    ),
  emptySheet: () =>
    refusal('empty-sheet', '工作表里没有内容，请另选一个', 'There is nothing in the sheet; choose another one'),
  tooLarge: (bytes: number, most: number) =>
    refusal(
      'too-large',
      `文件有 ${megabytes(bytes)} MB，最多读取 ${megabytes(most)} MB。请按乡镇或村拆分`,
      `The file has ${megabytes(bytes)} MB; at most ${megabytes(most)} MB are read. Split it by township or village`,
    ),
  inflatesTooFar: (most: number) =>
    refusal(
      'inflates-too-far',
      `解压后超过 ${megabytes(most)} MB，已停止读取。请删去多余的工作表和图片，或另存为 CSV`,
      `Unpacked it is over ${megabytes(most)} MB, so reading stopped. Delete sheets and pictures that are not needed, or save it as CSV`,
    ),
  tooManyRows: (most: number) =>
    refusal(
      'too-many-rows',
      `超过 ${count(most)} 行。请按乡镇拆分`,
      `There are more than ${count(most)} rows; split the table by township`,
    ),
  tooManyColumns: (most: number) =>
    refusal(
      'too-many-columns',
      `超过 ${count(most)} 列。请只保留需要的列`,
      `There are more than ${count(most)} columns; keep those that are needed`,
    ),
  tooManyCells: (most: number) =>
    refusal(
      'table-too-large',
      `超过 ${count(most)} 个单元格。请拆分，或删去不用的列`,
      `There are more than ${count(most)} cells; split the table or delete columns that are not used`,
    ),
  password: () =>
    refusal(
      'password',
      '文件有密码。请在 Excel 中打开，去掉密码后另存，再选择',
      'The file has a password. Open it in Excel, save it without one and choose it again',
    ),
  damaged: () =>
    refusal(
      'damaged',
      '文件已损坏，读不出来。请在 Excel 中打开后另存为 .xlsx，再选择',
      'The file is damaged and cannot be read. Open it in Excel, save it as .xlsx and choose it again',
    ),
  otherKind: (zh: string, en: string) =>
    refusal(
      'other-kind',
      `这是${zh}，不是表格。请选择 .xlsx 或 .csv 文件`,
      `This is ${en}, no table. Choose an .xlsx or .csv file`,
    ),
  webPage: () =>
    refusal(
      'web-page',
      '这是网页存成的表格。请在 Excel 中打开，另存为“Excel 工作簿（.xlsx）”，再选择',
      'This is a web page saved as a table. Open it in Excel, save it as an Excel workbook (.xlsx) and choose it again',
    ),
  notText: () =>
    refusal('not-text', '不是表格文件。请选择 .xlsx 或 .csv 文件', 'This is no table. Choose an .xlsx or .csv file'),
  undecodable: (row: number) =>
    refusal(
      'wrong-encoding',
      `第 ${count(row)} 行有无法识别的字符，文件既不是 UTF-8、UTF-16，也不是 GB18030。请另存为“CSV UTF-8”`,
      `Row ${count(row)} has characters that are neither UTF-8, UTF-16 nor GB18030. Save the file as "CSV UTF-8"`,
    ),
  unclosedQuotes: (row: number) =>
    refusal(
      'unclosed-quotes',
      `第 ${count(row)} 行起有一个双引号没有成对，其后各行无法读取。请补上或删去它`,
      `A double quote opened in row ${count(row)} is never closed, so no row after it can be read. Close it or delete it`,
    ),
  noHeaders: () =>
    refusal(
      'no-headers',
      '没有找到列名。表中应有一行写着 户编号、姓名、在校生状况 等列名',
      'No headers were found. One row should hold headers such as 户编号 (household number), 姓名 (name), 在校生状况 (school stage)',
    ),
} as const;
