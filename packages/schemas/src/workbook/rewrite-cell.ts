import { type Field, fieldOf } from '../index.ts';
import { listParts } from './list-parts.ts';
import type { CellNote } from './open-table.ts';
import type { FieldChoices, ValueChoices } from './reading.ts';

/** What every column can say for "not known". */
const notKnown = '不清楚';

interface ReadColumn {
  readonly field: Field;
  readonly isList: boolean;
  readonly chosen: ReadonlyMap<string, string>;
}

/**
 * Puts the user's choices in place of the values that were matched, and what cannot be known in place of what a formula left out.
 *
 * @example
 * const rewriter = new CellRewriter(['person.schoolStage'], { 0: { 读小学: '小学' } });
 * rewriter.rewritten(0, '读小学', undefined); // '小学'
 */
export class CellRewriter {
  private readonly columns: readonly (ReadColumn | undefined)[];

  private readonly dayZero: string | undefined;

  constructor(fields: FieldChoices, values: ValueChoices, dayZero?: string) {
    this.dayZero = dayZero;
    this.columns = fields.map((name, index) => {
      const field = name === null ? undefined : fieldOf(name);
      if (field === undefined) return undefined;
      const chosen = Object.entries(values[index] ?? {}).map(([text, code]) => [text, code ?? notKnown] as const);
      return { field, isList: field.type === 'list', chosen: new Map(chosen) };
    });
  }

  rewritten(index: number, cell: string, note: CellNote | undefined): string {
    const column = this.columns[index];
    if (column === undefined) return cell;
    const { field, isList, chosen } = column;
    if (note === 'no-result' || note === 'formula-error') {
      return field.type === 'text' || field.type === 'reference' ? '' : notKnown;
    }
    if (note === 'digits-lost') return isKey(field) ? exponent(cell) : cell;
    if (field.type === 'date' && this.dayZero !== undefined && serial.test(cell))
      return dayOf(Number(cell), this.dayZero);
    if (chosen.size === 0) return cell;
    if (!isList) return chosen.get(cell.trim()) ?? cell;
    const parts = listParts(cell).map((part) => chosen.get(part) ?? part);
    // A part that is not known leaves the whole list open: a shorter list would look complete.
    return parts.includes(notKnown) ? notKnown : parts.join('、');
  }
}

/** A day of the twentieth or twenty-first century, as a sheet counts days. */
const serial = /^[1-7]\d{4}$/;

const dayOf = (days: number, dayZero: string): string =>
  new Date(Date.parse(`${dayZero}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const isKey = (field: Field): boolean => field.for === 'identity' || field.key === 'idNumber';

/** As a spreadsheet shows a number of too many digits: so it is refused as an id. */
const exponent = (digits: string): string => Number(digits).toExponential(14).replace('e+', 'E+');
