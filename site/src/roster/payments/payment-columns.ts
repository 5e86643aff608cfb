import { plainHeader } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import type { PaymentColumns, PaymentField } from '../protocol-payments.ts';

/** How lists of payments call their columns. */
const headers: Readonly<Record<PaymentField, readonly string[]>> = {
  household: ['户编号', '户号', '户编码', '家庭编号', 'household', 'household id', 'household number'],
  person: [
    '人编号',
    '人口编号',
    '人员编号',
    '身份证号',
    '身份证号码',
    '证件号码',
    '公民身份号码',
    'person',
    'person id',
  ],
  name: ['姓名', '户主', '户主姓名', '领取人', '收款人', '受助人', 'name'],
  measure: [
    ...[
      '项目',
      '项目名称',
      '政策',
      '政策名称',
      '措施',
      '待遇',
      '补贴项目',
      '补助项目',
      '发放项目',
      '资助项目',
      '资金名称',
    ],
    ...['measure', 'rule', 'programme'],
  ],
  amount: [
    ...['金额', '发放金额', '实发金额', '补贴金额', '补助金额', '资助金额', '已发金额', '实付金额', '发放标准'],
    ...['amount', 'paid'],
  ],
};

const fields = Object.keys(headers) as PaymentField[];
const plain = new Map(fields.flatMap((field) => headers[field].map((header) => [plainHeader(header), field] as const)));

/** A unit in brackets belongs to the amounts: 金额（元）, 金额（万元）. */
const unit = /\((元|万元|yuan)\)$/;

const fieldOf = (header: string): PaymentField | undefined => plain.get(plainHeader(header).replace(unit, ''));

/** Are the amounts under this header in ten thousands of yuan? */
export const isInTenThousands = (header: string): boolean => plainHeader(header).endsWith('(万元)');

/** Titles and notes above the headers; nobody writes more lines of them. */
const mostAbove = 30;

/** The row of the headers, as Excel counts: the one with most headers of payments in it. */
export function paymentHeaderRow({ rows }: OpenTable): number {
  let best = { row: rows.findIndex((cells) => cells.length > 0) + 1, known: 0 };
  for (const [place, cells] of rows.slice(0, mostAbove).entries()) {
    const known = new Set(cells.flatMap((cell) => fieldOf(cell) ?? [])).size;
    if (known > best.known) best = { row: place + 1, known };
  }
  return Math.max(1, best.row);
}

/** The column of each field, and the fields for which there are several: of those none is taken. */
export function paymentColumns(names: readonly string[]): { columns: PaymentColumns; open: readonly PaymentField[] } {
  const found = names.map(fieldOf);
  const places = (field: PaymentField): number[] => found.flatMap((each, place) => (each === field ? [place] : []));
  const column = (field: PaymentField): number | null => {
    const [first, ...more] = places(field);
    return first !== undefined && more.length === 0 ? first : null;
  };
  const columns = Object.fromEntries(fields.map((field) => [field, column(field)])) as unknown as PaymentColumns;
  return { columns, open: fields.filter((field) => places(field).length > 1) };
}
