import type { TableColumn } from '@jingzhun/rules/sql';
import type { Field } from '@jingzhun/schemas';
import { matchColumns } from '@jingzhun/schemas/table';
import { unusable } from '../../unusable.ts';

export type Level = 'household' | 'person';
export const levels: readonly Level[] = ['household', 'person'];

/** A column that the rules read, as it stands in a table. */
export interface TypedColumn {
  readonly name: string;
  readonly field: Field;
  /** As the rules want it. */
  readonly type: string;
  /** Its text as a cell would hold it. */
  readonly text: string;
  /** Its value in that type; NULL where it is none. */
  readonly value: string;
  /** True in the rows whose value cannot be used; undefined where every value can. */
  readonly isBad: string | undefined;
  /** Over all rows, where that is cheaper than to ask value by value: is there one that cannot be used? */
  readonly hasBad: string | undefined;
  /** A list of these entries. */
  readonly list: (entries: readonly string[]) => string;
}

/** The table of the households or that of the persons. */
export interface TypedTable {
  readonly level: Level;
  /** As SQL reads it. */
  readonly from: string;
  readonly headers: readonly string[];
  /** The type of its column household_id. */
  readonly key: string;
  readonly hasPersonId: boolean;
  /** Of a person: the place in the household, as SQL. */
  readonly member: string;
  /** What the rules read and the table holds. */
  readonly columns: readonly TypedColumn[];
  /** What the rules read and the table does not hold: unknown. */
  readonly absent: readonly TableColumn[];
}

export interface TypedTables<Table extends TypedTable = TypedTable> {
  readonly household: Table;
  readonly person: Table;
  /** The type that household_id has in both. */
  readonly key: string;
  /** The database's type of texts. */
  readonly text: string;
  /** Columns that are not read. */
  readonly match: ReturnType<typeof matchColumns>;
}

/** The type of the column that says who lives with whom. */
export function householdKey(
  types: ReadonlyMap<string, string>,
  table: { readonly file: string } | { readonly path: string },
): string {
  const key = types.get('household_id');
  if (key !== undefined) return key;
  throw unusable(
    'no-household-column',
    '缺少 household_id 列，不知道谁与谁同户',
    'there is no column household_id, so nobody knows who lives with whom',
    table,
  );
}

export function together<Table extends TypedTable>(
  household: Table,
  person: Table,
  text = 'VARCHAR',
): TypedTables<Table> {
  const key = household.key === person.key && isWhole(person.key) ? person.key : text;
  const headers = [...household.headers, ...person.headers.filter((header) => header !== 'household.id')];
  const match = matchColumns(headers);
  // Columns inside records are no headers of rosters, and the rules read them all the same.
  const read = new Set([...household.columns, ...person.columns].map(({ name }) => name));
  const unmatched = match.unmatched.filter(({ header }) => !read.has(header.slice(header.indexOf('.') + 1)));
  return { household, person, key, text, match: { ...match, unmatched } };
}

const isWhole = (type: string): boolean => /INT$|^INTEGER$/i.test(type);

/** The rows that are in a household. A blank id is none. */
export const hasHousehold = ({ key, text }: TypedTables): string =>
  isWhole(key) ? 'household_id IS NOT NULL' : `CAST(household_id AS ${text}) <> ''`;
