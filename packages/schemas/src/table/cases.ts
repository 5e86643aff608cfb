import type { Case } from '../case.gen.ts';
import type { CellFault } from './cell-fault.ts';
import { ColumnReader, type ReadCell } from './column-reader.ts';
import { type Column, type ColumnMatch, matchColumns, showHeader } from './columns.ts';
import { HouseholdRows, RowColumns } from './household-rows.ts';
import { rowProblem, type TableAction, type TableProblem, type TableProblemCode } from './table-problem.ts';

/** A household of the table, ready to be decided. */
export interface RosterHousehold {
  readonly id: string | null;
  readonly case: Case;
  /** Its rows, as Excel counts. */
  readonly rows: readonly number[];
}

/** Which case a row of the table became part of. */
export interface RosterRow {
  readonly row: number;
  /** Place in `households`; null where the row, or its household, was left out. */
  readonly household: number | null;
  /** Place in the household's members; null where one row is one household. */
  readonly member: number | null;
}

export interface Roster {
  readonly match: ColumnMatch;
  /** In the order of their first rows. */
  readonly households: readonly RosterHousehold[];
  /** Every row that is not blank. */
  readonly rows: readonly RosterRow[];
  /** Sorted by row. */
  readonly problems: readonly TableProblem[];
}

/** What stands in place of an id in a row of totals. */
export const totals: ReadonlySet<string> = new Set(['合计', '总计', '小计', '共计']);

/**
 * Makes cases of a table, row by row, so that a file can be streamed in. Rows of a household need not stand together.
 *
 * A cell that cannot be read counts as unknown and its row goes on. A row whose place is in doubt (no household id, more or fewer cells
 * than headers) is left out, and so is the household that may lack it: without a member, every count over members would be wrong.
 *
 * @example
 * const table = new CaseTable(['户编号', '人编号', '在校生状况']);
 * table.add(2, ['H1', 'P1', '小学']);
 * table.finish().households[0]?.case // { household: { id: 'H1', members: [{ id: 'P1', schoolStage: 'primary' }] } }
 */
export class CaseTable {
  readonly match: ColumnMatch;
  private readonly width: number;
  private readonly readers: readonly ColumnReader[];
  private readonly columns: RowColumns;
  private readonly key: ColumnReader | undefined;
  private readonly relation: number;
  private readonly personId: number;
  /** What the row at hand says, by place of the column. */
  private readonly cells: ReadCell[] = [];
  private readonly households: HouseholdRows[] = [];
  private readonly byId = new Map<string, HouseholdRows>();
  private readonly rows: { readonly row: number; household: number | null; readonly member: number | null }[] = [];
  /** Of each row, the household that it joined. */
  private readonly joined: (HouseholdRows | undefined)[] = [];
  private readonly problems: TableProblem[] = [];
  private readonly personIds = new Map<string, HouseholdRows>();
  private last: HouseholdRows | undefined;

  constructor(headers: readonly string[]) {
    this.match = matchColumns(headers);
    this.width = headers.length;
    const { columns } = this.match;
    this.columns = new RowColumns(columns);
    this.readers = columns.map((column) => new ColumnReader(column));
    this.key = this.readers.find(({ column }) => column.name === 'household.id');
    this.relation = columns.findIndex(({ name }) => name === 'person.relation');
    this.personId = columns.findIndex(({ name }) => name === 'person.id');
  }

  /** Adds the row that Excel counts as `row`; the header is row 1. Blank rows are passed over. */
  add(row: number, cells: readonly string[], broken?: 'broken-quotes'): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    const structure = broken ?? this.structureOf(cells);
    if (structure !== undefined) {
      this.leaveOut(row, structure, this.byId.get(this.keyIn(cells) ?? ''));
      return;
    }
    const id = this.keyIn(cells);
    if (id === undefined && cells.some((cell) => totals.has(cell.replace(/\s+/g, '')))) {
      this.leaveOut(row, 'total-row', undefined);
      return;
    }
    const sets = this.read(row, cells);
    const persons = this.match.layout === 'person';
    if (persons && id === undefined) {
      this.leaveOut(row, 'no-household-id', this.isHead() ? undefined : this.last, this.key?.column.header);
      return;
    }
    let household = id === undefined ? undefined : this.byId.get(id);
    if (household !== undefined && !persons) {
      this.leaveOut(row, 'duplicate-household', undefined, this.key?.column.header);
      return;
    }
    household ??= this.start(id ?? null, persons);
    this.join(row, household, sets);
  }

  finish(): Roster {
    const households: RosterHousehold[] = [];
    const places = new Map<HouseholdRows, number>();
    for (const household of this.households) {
      if (household.incomplete !== undefined) {
        const { row } = household.incomplete;
        for (const own of household.rows)
          this.problems.push(rowProblem('incomplete', own, 'household-left-out', { about: row }));
        continue;
      }
      places.set(household, households.length);
      households.push({ id: household.id, case: { household: household.household() } as Case, rows: household.rows });
      this.disagreements(household);
    }
    this.rows.forEach((row, index) => {
      const household = this.joined[index];
      row.household = (household && places.get(household)) ?? null;
    });
    return {
      match: this.match,
      households,
      rows: this.rows,
      problems: this.problems.sort((a, b) => a.row - b.row),
    };
  }

  private structureOf(cells: readonly string[]): 'too-many-cells' | 'too-few-cells' | undefined {
    if (cells.length < this.width) return 'too-few-cells';
    return cells.slice(this.width).some((cell) => cell.trim() !== '') ? 'too-many-cells' : undefined;
  }

  /** The household's id in a row; undefined where there is none or it cannot be trusted. */
  private keyIn(cells: readonly string[]): string | undefined {
    const cell = this.key && cells[this.key.column.index];
    if (this.key === undefined || cell === undefined) return undefined;
    const { value } = this.key.read(cell);
    return typeof value === 'string' && !totals.has(value) ? value : undefined;
  }

  private isHead(): boolean {
    return this.cells[this.relation]?.value === 'head';
  }

  private start(id: string | null, persons: boolean): HouseholdRows {
    const household = new HouseholdRows(id, this.columns, persons);
    this.households.push(household);
    if (id !== null) this.byId.set(id, household);
    return household;
  }

  private join(row: number, household: HouseholdRows, sets: boolean): void {
    const personId = this.cells[this.personId]?.value;
    const first = typeof personId === 'string' ? this.personIds.get(personId) : undefined;
    this.last = household;
    if (typeof personId === 'string') {
      if (first === household || household.elsewhere?.has(personId)) {
        this.leaveOut(row, 'duplicate-person', household);
        return;
      }
      if (first === undefined) this.personIds.set(personId, household);
      else {
        household.elsewhere ??= new Set();
        household.elsewhere.add(personId);
        this.problems.push(rowProblem('duplicate-elsewhere', row, 'noted', about(first.rows[0])));
      }
    }
    this.rows.push({ row, household: null, member: household.add(row, this.cells, sets) });
    this.joined.push(household);
  }

  /** The household that may lack the row is left out with it. */
  private leaveOut(row: number, code: TableProblemCode, household: HouseholdRows | undefined, column?: string): void {
    if (household !== undefined) household.incomplete ??= { row };
    this.rows.push({ row, household: null, member: null });
    this.joined.push(undefined);
    this.problems.push(
      rowProblem(code, row, 'row-left-out', column === undefined ? {} : { column: showHeader(column) }),
    );
  }

  /** Reads a row into `cells`, and says whether one of them settles other fields. */
  private read(row: number, cells: readonly string[]): boolean {
    let sets = false;
    for (let place = 0; place < this.readers.length; place++) {
      const reader = this.readers[place] as ColumnReader;
      const cell = reader.read(cells[reader.column.index] ?? '');
      this.cells[place] = cell;
      if (cell.fault !== undefined) this.cellProblem(row, reader.column, cell.fault);
      if (cell.sets !== undefined) sets = true;
    }
    return sets;
  }

  private cellProblem(
    row: number,
    column: Column,
    { code, zh, en }: CellFault,
    action: TableAction = 'cell-unknown',
  ): void {
    this.problems.push({ code, path: column.name, row, column: showHeader(column.header), zh, en, action });
  }

  private disagreements({ disagreements }: HouseholdRows): void {
    for (const { row, column, kind, otherRow } of disagreements) {
      const fault: CellFault =
        kind === 'rows-disagree'
          ? {
              fault: true,
              code: kind,
              zh: `与同户第 ${otherRow} 行不一致，本户该项按未知处理。请改为一致`,
              en: `differs from row ${otherRow} of the same household, so it counts as unknown; make them agree`,
            }
          : {
              fault: true,
              code: kind,
              zh: `与第 ${otherRow} 行另一列所填不一致，以该列为准，请核对`,
              en: `contradicts another column of row ${otherRow}, which was used; please check`,
            };
      this.cellProblem(row, column, fault, kind === 'rows-disagree' ? 'cell-unknown' : 'noted');
    }
  }
}

const about = (row: number | undefined): { about?: number } => (row === undefined ? {} : { about: row });

/**
 * A whole table to cases: the first row holds the headers. See `CaseTable`.
 *
 * @example
 * casesFrom([['户编号', '人编号', '在校生状况'], ['H1', 'P1', '小学']]).households.length // 1
 */
export function casesFrom(rows: Iterable<readonly string[]>): Roster {
  let table: CaseTable | undefined;
  let row = 0;
  for (const cells of rows) {
    row++;
    if (table === undefined) table = new CaseTable(cells);
    else table.add(row, cells);
  }
  return (table ?? new CaseTable([])).finish();
}
