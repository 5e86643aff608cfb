import { type CellValue, parseCell } from './cell.ts';
import type { CellFault, Sets } from './cell-fault.ts';
import type { Column } from './columns.ts';

/** What a cell says; nothing where all is undefined. */
export interface ReadCell {
  readonly value: CellValue | undefined;
  /** Fields that a label settles beside its own. */
  readonly sets: Sets | undefined;
  readonly fault: CellFault | undefined;
}

/** A column with more different texts than this (names, numbers of identity) is not worth remembering. */
const mostRemembered = 2000;

/** Reads the cells of one column. Cells of most columns are much alike: the same text is read once, and gives the same object. */
export class ColumnReader {
  readonly column: Column;
  private known: Map<string, ReadCell> | undefined = new Map();
  private lastText = '';
  private last: ReadCell;

  constructor(column: Column) {
    this.column = column;
    this.last = this.parsed(this.lastText);
  }

  read(text: string): ReadCell {
    // The rows of a household say the same of it, one after another.
    if (text === this.lastText) return this.last;
    this.lastText = text;
    this.last = this.known?.get(text) ?? this.remembered(text);
    return this.last;
  }

  private remembered(text: string): ReadCell {
    const cell = this.parsed(text);
    this.known?.set(text, cell);
    if (this.known !== undefined && this.known.size > mostRemembered) this.known = undefined;
    return cell;
  }

  private parsed(text: string): ReadCell {
    const reading = parseCell(this.column.field, text);
    return 'fault' in reading
      ? { value: undefined, sets: undefined, fault: reading }
      : { value: reading.value, sets: reading.sets, fault: undefined };
  }
}
