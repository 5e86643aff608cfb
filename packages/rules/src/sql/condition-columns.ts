import type { Leaf } from '../compile/slots.ts';
import { type Level, type LevelNames, nameOf } from './columns.ts';
import { expectedOf, expectedText } from './expected.ts';
import type { ColumnSql } from './stages.ts';
import type { Wording } from './wording.ts';

/** A column for every condition, whatever the rules that name it: databases work out again what is written again. */
export class ConditionColumns {
  readonly columns: Readonly<Record<Level, ColumnSql[]>> = { household: [], person: [] };
  private readonly known = new Map<string, string>();
  private readonly names: LevelNames;
  private readonly wording: Wording;

  constructor(names: LevelNames, wording: Wording) {
    this.names = names;
    this.wording = wording;
  }

  /** The name of its column; or what is written of it, where that is no more than a name or a constant. */
  of(leaf: Leaf, level: Level, write: () => string): string {
    const key = `${level} ${leaf.slot.index} ${leaf.holds.map(Number).join('')}`;
    let name = this.known.get(key);
    if (name === undefined) {
      const sql = write();
      name = /^\w+$/.test(sql) ? sql : this.column(leaf, level, sql);
      this.known.set(key, name);
    }
    return name;
  }

  private column(leaf: Leaf, level: Level, sql: string): string {
    const { fact, operator } = leaf;
    const { model } = fact;
    const name = this.names[level].take(`${model.entity === level ? nameOf(model) : model.name}_${operator}`);
    const said = `${this.wording.fact(model.name)} ${operator} ${expectedText(expectedOf(leaf))}`;
    this.columns[level].push({ name, sql, comment: said });
    return name;
  }
}
