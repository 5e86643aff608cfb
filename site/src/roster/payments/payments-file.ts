import { byteOrderMark, csvRow } from '@jingzhun/schemas/table';
import type { FindingWriter } from '../../card/finding-words.ts';
import type { Language } from '../../language.ts';
import { rosterOutWords } from '../../words/roster-out.ts';
import type { PaymentCase } from '../protocol-payments.ts';

/** The differences as a CSV that Excel opens, with names and ids in full: it is for whoever has to look into them. */
export function paymentsFile(cases: readonly PaymentCase[], writer: FindingWriter, language: Language): Blob {
  const { payments } = rosterOutWords[language];
  const text = (value: number | string | null): string => (value === null ? '' : String(value));
  const rows = cases.map(({ kind, rule, id, name, village, rosterRow, listRows, paid, due }) =>
    csvRow([
      payments.kinds[kind].name,
      writer.title(rule),
      text(id),
      text(name),
      text(village),
      text(rosterRow),
      listRows.join(' '),
      text(due),
      text(paid),
    ]),
  );
  return new Blob([byteOrderMark, csvRow(payments.fileHeaders), ...rows], { type: 'text/csv;charset=utf-8' });
}
