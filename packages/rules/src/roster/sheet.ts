import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { Slot } from '../compile/slots.ts';
import type { RosterColumns } from './columns.ts';
import type { KeyVector } from './keys.ts';
import type { SlotClasses } from './slot-classes.ts';
import type { Block, ClassVector, Constant, Level, NumberVector, Vector } from './vectors.ts';

/** What vectors are made from, and those that were made before. */
export interface Sheet {
  readonly regime: Regime;
  readonly columns: RosterColumns;
  /** A case without a household: what holds for all. */
  readonly shared: Frame;
  /** The most rows that a block has. */
  readonly most: Readonly<Record<Level, number>>;
  /** Where each household's persons begin in the block, filled before the vectors; one entry more at the end. */
  readonly starts: Uint32Array;
  /** Where the members of each household end; -1 where nobody knows who belongs to it. */
  readonly ends: Int32Array;
  /** By person of the block, its household's place in the block. */
  readonly homes: Uint32Array;
  /** By person of the block, the household it is a member of; the one past the most where it stands outside the list. */
  readonly memberOf: Uint32Array;
  /** By household: 1 where columns cannot answer for it, so that it is decided by itself. */
  readonly odd: Uint8Array;
  readonly facts: Map<string, Operand>;
  /** Facts that are being made: one that comes back to itself depends on who asks first. */
  readonly making: Set<string>;
  readonly slots: Map<Slot, SlotClasses>;
  readonly keys: KeyVector[];
  readonly byPerson: Map<Vector, ClassVector | NumberVector>;
}

export type Operand = Constant | ClassVector | NumberVector;

export function newSheet(regime: Regime, columns: RosterColumns, shared: Frame, households: number): Sheet {
  const most = { case: Math.min(households, columns.households), person: 0 };
  for (let first = 0; first < columns.households; first += households) {
    const last = Math.min(first + households, columns.households);
    const persons = (columns.offsets[last] as number) - (columns.offsets[first] as number);
    if (persons > most.person) most.person = persons;
  }
  const homes = new Uint32Array(most.person);
  return {
    regime,
    columns,
    shared,
    most,
    starts: new Uint32Array(most.case + 1),
    ends: new Int32Array(most.case),
    homes,
    memberOf: columns.alone === undefined ? homes : new Uint32Array(most.person),
    odd: new Uint8Array(columns.households),
    facts: new Map(),
    making: new Set(),
    slots: new Map(),
    keys: [],
    byPerson: new Map(),
  };
}

/** The blocks of a roster, in order; `starts`, `ends` and `homes` of the sheet are those of the block that was given last. */
export function* blocksOf({ columns, most, starts, ends, homes, memberOf }: Sheet): Generator<Block> {
  const { households: all, offsets, listed, present, alone } = columns;
  for (let first = 0; first < all; first += most.case) {
    const households = Math.min(most.case, all - first);
    const firstPerson = offsets[first] as number;
    for (let row = 0; row <= households; row++) starts[row] = (offsets[first + row] as number) - firstPerson;
    for (let row = 0; row < households; row++) {
      const end = starts[row + 1] as number;
      for (let person = starts[row] as number; person < end; person++) homes[person] = row;
      const isListed = listed?.[first + row] !== 0 && present?.[first + row] !== 0;
      ends[row] = isListed ? end - (alone?.[first + row] === 1 ? 1 : 0) : -1;
    }
    if (alone !== undefined) {
      memberOf.set(homes);
      for (let row = 0; row < households; row++) {
        if (alone[first + row] === 1) memberOf[(starts[row + 1] as number) - 1] = most.case;
      }
    }
    yield { first, households, firstPerson, persons: starts[households] as number };
  }
}

export function rowsIn(block: Block, level: Level): number {
  return level === 'case' ? block.households : block.persons;
}

export function firstIn(block: Block, level: Level): number {
  return level === 'case' ? block.first : block.firstPerson;
}
