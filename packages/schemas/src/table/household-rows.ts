import type { CellValue } from './cell.ts';
import type { Column } from './columns.ts';

/** What a row says, cell by cell. */
export interface ReadRow {
  readonly row: number;
  readonly values: readonly { readonly column: Column; readonly value: CellValue }[];
  /** Fields that labels settle beside their own: field name → value, and the column that says so. */
  readonly sets: readonly { readonly name: string; readonly value: string; readonly column: Column }[];
}

/** A disagreement between two rows, or between two columns of a row. */
export interface Disagreement {
  readonly row: number;
  readonly column: Column;
  readonly kind: 'rows-disagree' | 'columns-disagree';
  readonly otherRow: number;
}

const same = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'object' && typeof b === 'object'
    ? a.length === b.length && a.every((each, place) => each === b[place])
    : a === b;

type Target = Record<string, unknown>;

/** Sets a field of a case object; dots nest. Keys come from the vocabulary, never from the table. */
function put(object: Target, key: string, value: unknown): void {
  const nested = key.lastIndexOf('.');
  if (nested < 0) {
    object[key] = value;
    return;
  }
  const path = key.slice(0, nested).split('.');
  const last = key.slice(nested + 1);
  let place = object;
  for (const part of path) {
    place[part] ??= {};
    place = place[part] as Target;
  }
  place[last] = value;
}

/** The rows of one household as they come, made into one object. */
export class HouseholdRows {
  readonly id: string | null;
  readonly rows: number[] = [];
  readonly disagreements: Disagreement[] = [];
  /** The first reason why it cannot be decided: a row of it is missing. */
  incomplete: { readonly row: number } | undefined;
  private readonly members: Target[] = [];
  private readonly memberIds = new Set<string>();
  private readonly own = new Map<string, { value: CellValue; row: number; open: boolean; column: Column }>();
  private readonly settled = new Map<string, { value: string; row: number; column: Column }>();
  private readonly persons: boolean;

  constructor(id: string | null, persons: boolean) {
    this.id = id;
    this.persons = persons;
  }

  /** Adds a row, or says that the person is there already. The place of the person among the members. */
  add({ row, values, sets }: ReadRow): { readonly member: number | null } | 'duplicate-person' {
    const person: Target = {};
    for (const { column, value } of values) {
      if (column.entity !== 'person') continue;
      put(person, column.field.key, value);
    }
    const personId = person.id;
    if (typeof personId === 'string') {
      if (this.memberIds.has(personId)) return 'duplicate-person';
      this.memberIds.add(personId);
    }
    this.rows.push(row);
    for (const { column, value } of values) {
      if (column.entity === 'household') this.agree(row, column, value);
    }
    for (const { name, value, column } of sets) {
      if (!this.settled.has(name)) this.settled.set(name, { value, row, column });
    }
    if (!this.persons) return { member: null };
    this.members.push(person);
    return { member: this.members.length - 1 };
  }

  /** Where two rows differ nobody knows which is right: the field is left unknown. */
  private agree(row: number, column: Column, value: CellValue): void {
    const known = this.own.get(column.name);
    if (known === undefined) this.own.set(column.name, { value, row, open: false, column });
    else if (!same(known.value, value)) {
      known.open = true;
      this.disagreements.push({ row, column, kind: 'rows-disagree', otherRow: known.row });
    }
  }

  /** The `household` of its case. */
  household(): Record<string, unknown> {
    const household: Target = {};
    for (const { value, open, column } of this.own.values()) if (!open) put(household, column.field.key, value);
    for (const [name, { value, row, column }] of this.settled) {
      const [entity, ...key] = name.split('.');
      if (entity !== 'household') continue;
      const known = this.own.get(name);
      if (known === undefined) put(household, key.join('.'), value);
      else if (!same(known.value, value)) {
        this.disagreements.push({ row, column, kind: 'columns-disagree', otherRow: known.row });
      }
    }
    if (this.persons) household.members = this.members;
    return household;
  }
}
