import { personFrame } from '../compile/entries.ts';
import { type CompiledFact, factValue } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import { anything } from '../values/interval.ts';
import { orElse } from './branches.ts';
import { columnName, isColumn, nameOf } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { formulaSql } from './formula.ts';
import type { Aggregate } from './members.ts';
import type { Names } from './names.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import type { Place } from './place.ts';
import { given, read, type Stored, store } from './stored.ts';
import { choice, isNull, NULL } from './text.ts';
import { constantValue, plain, type SqlValue, truthSql } from './value.ts';
import { Varying } from './varies.ts';

/** When something can be worked out: after how many rounds over the members, and how many steps into the round. */
export interface Turn {
  readonly round: number;
  readonly step: number;
}

/** Columns that are worked out in one step. */
export interface Worked {
  readonly level: Place['level'];
  readonly turn: Turn;
  readonly columns: readonly { readonly name: string; readonly sql: string }[];
  /** The fact that they hold. */
  readonly fact: string;
}

/** A column of the query over the members of each household. `empty`: what it is where there are none. */
export interface MembersColumn {
  readonly suffix: string;
  readonly sql: string;
  readonly empty: string;
}

export interface CountedMembers {
  readonly round: number;
  readonly columns: readonly { readonly name: string; readonly sql: string; readonly empty: string }[];
}

interface Known {
  readonly turn: Turn;
  readonly value: SqlValue;
  readonly stored: Stored | undefined;
}

const start: Turn = { round: 0, step: 0 };

/** What a query has to work out, and in which order: gathered while formulas and conditions are written. */
export class Plan {
  readonly regime: Regime;
  readonly dialect: Dialect;
  readonly varying: Varying;
  readonly worked: Worked[] = [];
  readonly counted: CountedMembers[] = [];
  /** Columns of the household that persons' rows need, by round: their names there. */
  readonly joined = new Map<number, Map<string, string>>();
  /** The columns of the tables that are read. */
  readonly read = new Map<CompiledFact, string>();
  private readonly prefix: string;
  private readonly names: { household: Names; person: Names };
  private readonly known = new Map<CompiledFact, Known>();
  private readonly aggregates = new Map<string, Known>();
  private readonly home: Frame;
  private readonly someone: Frame;
  private needs: Turn = start;

  constructor(
    regime: Regime,
    dialect: Dialect,
    frames: { readonly home: Frame },
    names: { household: Names; person: Names },
    prefix: string,
  ) {
    this.regime = regime;
    this.dialect = dialect;
    this.prefix = prefix;
    this.names = names;
    this.home = frames.home;
    this.someone = personFrame({}, frames.home, regime.levels, 'person');
    this.varying = new Varying(regime);
  }

  /** Where formulas of a level begin. */
  place(level: Place['level'], name: string): Place {
    return { level, frame: level === 'household' ? this.home : this.someone, name };
  }

  /** A fact's value as it is given, or else follows; an unknown number without its field's bounds. */
  fact(fact: CompiledFact, place: Place): SqlValue {
    if (!this.varying.fact(fact, place)) {
      const value = factValue(fact, place.frame);
      if (typeof value === 'string') {
        return plain(fact.model.kind === 'date' ? this.dialect.date(value) : this.dialect.text(value));
      }
      return constantValue(value, this.dialect);
    }
    const level = fact.level === 'person' ? 'person' : 'household';
    const known = this.known.get(fact) ?? this.workOut(fact, level);
    return this.seen(known, level, place);
  }

  /** Columns over the members of a household, as its row sees them; the same ones are worked out once. */
  members(
    expression: Aggregate,
    place: Place,
    write: (member: Place) => (
      | { kind: 'plain' }
      | { kind: 'number'; range: NumberSql['range']; fill?: NumberSql['fill'] }
    ) & {
      columns: readonly MembersColumn[];
    },
  ): SqlValue {
    const { item, entry } = place.frame;
    const member = { ...this.place('person', place.name), frame: { ...this.someone, item, entry } };
    // Inside a record that is gone through the same words mean something else for each.
    const aggregates = item === undefined && entry === undefined ? this.aggregates : new Map<string, Known>();
    const key = JSON.stringify(expression);
    let known = aggregates.get(key);
    if (known === undefined) {
      const name = this.names.household.take(`${this.prefix}${place.name}_of_members`);
      const [{ columns, ...kind }, needs] = this.needing(() => write(member));
      const named = columns.map(({ suffix, ...column }) => ({ ...column, name: `${name}${suffix}` }));
      this.counted.push({ round: needs.round + 1, columns: named });
      const [first, second] = named.map((column) => column.name) as [string, string | undefined];
      const stored: Stored =
        kind.kind === 'plain'
          ? { kind: 'plain', column: first }
          : second === undefined
            ? { kind: 'point', column: first, fill: kind.fill ?? anything, range: kind.range }
            : { kind: 'range', low: first, high: second, range: kind.range };
      known = { turn: { round: needs.round + 1, step: 0 }, value: read(stored, same, this.dialect), stored };
      aggregates.set(key, known);
    }
    return this.seen(known, 'household', place);
  }

  private workOut(fact: CompiledFact, level: Place['level']): Known {
    const { derive, name } = fact.model;
    // What differs from row to row, and follows from nothing, stands in the tables.
    if (derive === undefined) return { turn: start, ...this.column(fact) };
    const column = isColumn(fact.model) ? this.column(fact) : undefined;
    const place = this.place(level, nameOf(fact.model));
    const [value, needs] = this.needing(() => {
      const follows = this.follows(derive, place);
      return column === undefined ? follows : orElse(column.value, follows);
    });
    const turn = { round: needs.round, step: needs.step + 1 };
    const taken = this.names[level].take(`${this.prefix}${nameOf(fact.model)}${column === undefined ? '' : '_known'}`);
    const kept = store(taken, value);
    const known =
      kept === undefined
        ? { turn: start, value, stored: undefined }
        : { turn, value: read(kept.stored, same, this.dialect), stored: kept.stored };
    if (kept !== undefined) this.worked.push({ level, turn, columns: kept.columns, fact: name });
    this.known.set(fact, known);
    return known;
  }

  /** A formula, as it is seen from a row. */
  formula(expression: Expression, place: Place): SqlValue {
    return formulaSql(expression, place, this);
  }

  private follows(derive: NonNullable<CompiledFact['model']['derive']>, place: Place): SqlValue {
    if ('formula' in derive) return this.formula(derive.formula.expression, place);
    const cases = derive.cases.flatMap(({ is, when }): [string, string][] => {
      const truth = truthSql(this.formula(when.expression, place));
      const value = constantValue(is, this.dialect);
      const sql = value.kind === 'number' ? value.point : value.sql;
      // What comes after a condition that is unknown is not looked at.
      return [
        [truth, sql],
        [isNull(truth), NULL],
      ];
    });
    const sql = choice(cases);
    const numbers = derive.cases.map(({ is }) => is).filter((is) => typeof is === 'number');
    if (numbers.length === 0) return plain(sql);
    return number.filled(sql, anything, { low: Math.min(...numbers), high: Math.max(...numbers) });
  }

  private column(fact: CompiledFact): { value: SqlValue; stored: Stored } {
    const name = columnName(fact.model);
    this.read.set(fact, name);
    const { kind, scale } = fact.model;
    const { low, high } = fact.bounds;
    const range = { low: Math.max(low, -largest * scale), high: Math.min(high, largest * scale) };
    const stored: Stored = kind === 'number' ? given(name, range, scale) : { kind: 'plain', column: name };
    return { value: read(stored, same, this.dialect), stored };
  }

  /** As it is seen from a row: a person's row holds a copy of what it needs of the household's. */
  private seen(known: Known, level: Place['level'], place: Place): SqlValue {
    const { turn, stored, value } = known;
    if (stored === undefined) return value;
    if (level === place.level) {
      this.need(turn);
      return value;
    }
    this.need({ round: turn.round, step: 0 });
    let joined = this.joined.get(turn.round);
    if (joined === undefined) {
      joined = new Map();
      this.joined.set(turn.round, joined);
    }
    const names = joined;
    const nameOfCopy = (column: string): string => {
      let name = names.get(column);
      if (name === undefined) {
        name = this.names.person.take(`household_${column}`);
        names.set(column, name);
      }
      return name;
    };
    return read(stored, nameOfCopy, this.dialect);
  }

  private need({ round, step }: Turn): void {
    if (round > this.needs.round || (round === this.needs.round && step > this.needs.step))
      this.needs = { round, step };
  }

  private needing<T>(write: () => T): [T, Turn] {
    const outer = this.needs;
    this.needs = start;
    const written = write();
    const inner = this.needs;
    this.needs = outer;
    return [written, inner];
  }
}

const largest = 1e12;
const same = (column: string): string => column;
