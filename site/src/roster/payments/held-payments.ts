import type { OpenTable } from '@jingzhun/schemas/workbook';
import type { PaymentComparison } from './compare-payments.ts';

/** A list of payments that was opened beside the roster, and what came of holding it against what was decided. */
export interface HeldPayments {
  readonly name: string;
  readonly table: OpenTable;
  /** The row of the headers, as Excel counts. */
  readonly header: number;
  comparison?: PaymentComparison | undefined;
}
