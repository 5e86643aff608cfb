import { type ColumnMatch, parseCell, totals } from '@jingzhun/schemas/table';
import type { TableRow } from './table-source.ts';

/** Rows of one household may stand apart in the table, so it cannot be decided as it comes. */
export class RowsApart extends Error {}

/**
 * Cuts a table that is too large to hold into batches of whole households. That no household comes back later, and nobody in another
 * household, is known without remembering any as long as their ids ascend: as texts, or as numbers of growing length.
 */
export class WholeHouseholds {
  private readonly size: number;
  private readonly household: Key;
  private readonly person: Key;
  private readonly mayBeApart: boolean;
  /** One row is one household. */
  private readonly rowByRow: boolean;
  private batch: TableRow[] = [];

  /** @param mayBeApart whether the rows of a household may stand apart, which has to be found. */
  constructor({ columns, layout }: ColumnMatch, size: number, mayBeApart: boolean) {
    this.size = size;
    this.mayBeApart = mayBeApart;
    this.rowByRow = layout === 'household';
    this.household = new Key(columns.find(({ name }) => name === 'household.id'));
    this.person = new Key(columns.find(({ name }) => name === 'person.id'));
  }

  /**
   * Takes a row, and gives the batch before it once that is full.
   * @throws RowsApart
   */
  add(row: TableRow): readonly TableRow[] | undefined {
    const household = row.empty ? 'next' : this.household.step(row);
    const person = row.empty ? 'none' : this.person.step(row);
    if (this.mayBeApart) {
      const again = household === 'apart' || person === 'apart' || (person === 'same' && household === 'next');
      if (again) throw new RowsApart();
    }
    const starts = this.rowByRow || household === 'next' || household === 'apart';
    const full = starts && this.batch.length >= this.size ? this.batch : undefined;
    if (full !== undefined) this.batch = [];
    this.batch.push(row);
    return full;
  }

  rest(): readonly TableRow[] {
    const rest = this.batch;
    this.batch = [];
    return rest;
  }
}

/** The id in a column, from row to row. */
class Key {
  private readonly column: ColumnMatch['columns'][number] | undefined;
  private last: string | undefined;
  private asTexts = true;
  private asNumbers = true;

  constructor(column: ColumnMatch['columns'][number] | undefined) {
    this.column = column;
  }

  /** Whether the row has no id, that of the row before it, the next one, or one that may have been there. */
  step({ cells }: TableRow): 'none' | 'same' | 'next' | 'apart' {
    if (this.column === undefined) return 'none';
    const id = idIn(this.column, cells);
    if (id === undefined) return 'none';
    if (id === this.last) return 'same';
    if (this.last !== undefined) {
      this.asTexts &&= id > this.last;
      this.asNumbers &&= id.length === this.last.length ? id > this.last : id.length > this.last.length;
    }
    this.last = id;
    return this.asTexts || this.asNumbers ? 'next' : 'apart';
  }
}

/** The id that a row holds in a column. */
export function idIn({ index, field }: ColumnMatch['columns'][number], cells: readonly string[]): string | undefined {
  const reading = parseCell(field, cells[index] ?? '');
  const id = 'value' in reading ? reading.value : undefined;
  return typeof id === 'string' && !totals.has(id) ? id : undefined;
}
