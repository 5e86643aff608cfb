import type { ItemLeaf } from '../compile/rule.ts';
import { type Codes, type Node, type Partial, tablesOf } from '../compile/table.ts';
import { type Combination, combinationOf } from './combination.ts';
import { combinationsOf } from './keys.ts';
import type { Sheet } from './sheet.ts';
import { type SlotClasses, slotClasses } from './slot-classes.ts';
import { NotInColumns } from './vectors.ts';

/** Asks tables about the classes of a row, as they are asked about those of a case. */
export type Asking = (codes: Codes, partial: Partial | undefined) => number;

/** The slots that some conditions look at, by row. */
export class Seen {
  /** How many combinations of their classes there can be. */
  readonly size: number;
  private readonly slots: readonly SlotClasses[];

  constructor(nodes: readonly (Node | undefined)[], leaves: readonly ItemLeaf[], sheet: Sheet) {
    const tables = nodes.flatMap((node) => (node === undefined ? [] : tablesOf(node)));
    const slots = new Set(tables.flatMap((table) => table.slots));
    this.slots = [...slots].map((slot) => {
      const found = leaves.find(({ leaf }) => leaf.slot === slot);
      if (found === undefined) throw new NotInColumns('a slot that no leaf looks at');
      return slotClasses(found.leaf, sheet);
    });
    this.size = combinationsOf([
      ...new Set(this.slots.flatMap(({ classes }) => (typeof classes === 'number' ? [] : [classes]))),
    ]);
  }

  /** What the conditions come to by the classes of their slots. */
  combination(ask: Asking): Combination {
    const { slots } = this;
    const codes: Codes = [];
    const open = new Map<number, readonly number[]>();
    return combinationOf(
      slots.map(({ classes }) => classes),
      (parts) => {
        open.clear();
        slots.forEach(({ slot, spreads }, place) => {
          const of = parts[place] as number;
          const isOpen = of >= slot.width;
          codes[slot.index] = isOpen ? 0 : of;
          if (isOpen) open.set(slot.index, spreads[of - slot.width] as readonly number[]);
        });
        return ask(codes, open.size > 0 ? open : undefined);
      },
    );
  }
}
