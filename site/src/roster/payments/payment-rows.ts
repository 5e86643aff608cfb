import { numberIn } from '@jingzhun/schemas/table';
import type { OpenTable } from '@jingzhun/schemas/workbook';
import type { PaymentColumns } from '../protocol-payments.ts';
import { isInTenThousands } from './payment-columns.ts';

/** A row of a list of payments. */
export interface PaymentRow {
  /** As Excel counts. */
  readonly row: number;
  readonly household: string;
  readonly person: string;
  readonly name: string;
  readonly measure: string;
  /** In yuan; null where none is written, undefined where it cannot be read. */
  readonly amount: number | null | undefined;
}

const totals = /^(合计|总计|小计|共计)/;

/** The rows below the headers that are neither blank nor a total. */
export function* paymentRows(table: OpenTable, header: number, columns: PaymentColumns): Generator<PaymentRow> {
  const headers = table.rows[header - 1] ?? [];
  const isLarge = columns.amount !== null && isInTenThousands(headers[columns.amount] ?? '');
  for (let row = header + 1; row <= table.rows.length; row++) {
    const cells = table.rows[row - 1] ?? [];
    const cell = (column: number | null): string => (column === null ? '' : (cells[column]?.trim() ?? ''));
    if (cells.every((each) => each.trim() === '')) continue;
    if (cells.some((each) => totals.test(each.replace(/\s+/g, '')))) continue;
    const amount = cell(columns.amount);
    yield {
      row,
      household: cell(columns.household),
      person: cell(columns.person),
      name: cell(columns.name),
      measure: cell(columns.measure),
      amount: amount === '' ? null : numberIn(isLarge ? `${amount}万` : amount, { type: 'yuan' }),
    };
  }
}
