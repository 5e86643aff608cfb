import type { RosterColumns } from '../../packages/rules/src/roster/index.ts';

/** Picks the plain arrays out of columns. A fact without a column has one that says nothing. */
export class Input {
  readonly columns: RosterColumns;

  constructor(columns: RosterColumns) {
    this.columns = columns;
  }

  get persons(): number {
    return this.columns.offsets.at(-1) as number;
  }

  classes(fact: string): Uint8Array {
    const column = this.columns.facts[fact];
    return column !== undefined && 'classes' in column ? column.classes : new Uint8Array(this.rows(fact));
  }

  /** Steps, with `nothing` where they are unknown. */
  steps(fact: string): Int32Array {
    const column = this.columns.facts[fact];
    if (column === undefined) return new Int32Array(this.rows(fact)).fill(nothing);
    if (column.kind !== 'number' || !(column.steps instanceof Int32Array) || column.unknown !== nothing) {
      throw new TypeError(`${fact} is not held in 32 bits`);
    }
    return column.steps;
  }

  days(fact: string): Int32Array {
    const column = this.columns.facts[fact];
    return column?.kind === 'date' ? column.days : new Int32Array(this.rows(fact)).fill(nothing);
  }

  places(fact: string): { readonly places: Uint32Array; readonly lengths: Int32Array } {
    const column = this.columns.facts[fact];
    if (column === undefined || !('places' in column)) {
      return { places: new Uint32Array(this.rows(fact)), lengths: Int32Array.of(nothing) };
    }
    return { places: column.places, lengths: Int32Array.from([nothing, ...column.values.map(({ length }) => length)]) };
  }

  private rows(fact: string): number {
    return fact.startsWith('person.') ? this.persons : this.columns.households;
  }
}

export const nothing = -2_147_483_648;
