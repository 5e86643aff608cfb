import { CaseTable, type ColumnMatch, type Roster, type RosterHousehold } from '@jingzhun/schemas/table';
import type { TableRow } from './table-source.ts';

/** Makes cases of rows, also of households that are known to be without members. These come after all others. */
export class RosterBuilder {
  readonly match: ColumnMatch;
  private readonly headers: readonly string[];
  private readonly peopled: CaseTable;
  private empty: CaseTable | undefined;

  constructor(headers: readonly string[]) {
    this.headers = headers;
    this.peopled = new CaseTable(headers);
    this.match = this.peopled.match;
  }

  add({ row, cells, broken, empty }: TableRow): void {
    if (empty) {
      this.empty ??= new CaseTable(withoutPersons(this.headers, this.match));
      this.empty.add(row, cells);
    } else this.peopled.add(row, cells, broken);
  }

  finish(): Roster {
    const roster = this.peopled.finish();
    if (this.empty === undefined) return roster;
    const { households, rows, problems } = this.empty.finish();
    const before = roster.households.length;
    return {
      match: this.match,
      households: [...roster.households, ...households.map(memberless)],
      rows: [
        ...roster.rows,
        ...rows.map((row) => ({ ...row, household: row.household === null ? null : before + row.household })),
      ],
      problems: [...roster.problems, ...problems].sort((a, b) => a.row - b.row),
    };
  }
}

function withoutPersons(headers: readonly string[], { columns }: ColumnMatch): string[] {
  const persons = new Set(columns.filter(({ entity }) => entity === 'person').map(({ index }) => index));
  return headers.map((header, index) => (persons.has(index) ? '' : header));
}

const memberless = (household: RosterHousehold): RosterHousehold => ({
  ...household,
  case: { ...household.case, household: { ...household.case.household, members: [] } },
});
