import type { ConditionModel } from '../model/policy.ts';
import type { Leaf, Slot, SlotTable } from './slots.ts';
import { agreement, FALSE, join, negate, TRUE, type Truth, UNKNOWN } from './truth.ts';

/**
 * A condition as a complete decision table over the classes of the facts it sees, unknown among them. An entry with an
 * unknown in it is definite where all its completions agree: exact, not merely Kleene.
 */
export interface Table {
  readonly slots: readonly Slot[];
  /** Where each slot's code stands among all codes. */
  readonly places: readonly number[];
  readonly strides: readonly number[];
  /** What was asked before: see `entryAt`. */
  readonly entries: Uint8Array;
  /** Asks the condition about an entry without an unknown. What has all its entries needs none. */
  readonly holds?: (index: number) => Truth;
}

/** A condition too wide for one table, split at its top `all` or `any`. */
export interface Split {
  readonly all: boolean;
  readonly parts: readonly Node[];
}

export type Node = Table | Split;

/** Classes a subject's facts fall in, by slot; 0 is unknown. */
export type Codes = number[];

/** Of slots whose value is partly known: the classes it can still be in. */
export type Partial = ReadonlyMap<number, readonly number[]>;

const notAsked = 3;

export const mostEntries = 65_536;

export function compileCondition(condition: ConditionModel, table: SlotTable): Node {
  const slots = [...new Set(leavesOf(condition, table).map(({ slot }) => slot))];
  if (sizeOf(slots) <= mostEntries) return tableOf(condition, slots, table);
  if ('not' in condition) return compileCondition(pushDown(condition.not), table);
  const all = 'all' in condition;
  // A single comparison sees one slot, and is never too wide.
  const parts = all ? condition.all : (condition as Extract<ConditionModel, { any: unknown }>).any;
  return { all, parts: groups(parts, table).map((group) => compileCondition(regroup(all, group), table)) };
}

/** The leaves of a condition, in reading order. */
export function leavesOf(condition: ConditionModel, table: Pick<SlotTable, 'leaf'>): Leaf[] {
  if ('all' in condition) return condition.all.flatMap((part) => leavesOf(part, table));
  if ('any' in condition) return condition.any.flatMap((part) => leavesOf(part, table));
  if ('not' in condition) return leavesOf(condition.not, table);
  return [table.leaf(condition)];
}

function sizeOf(slots: readonly Slot[]): number {
  return slots.reduce((size, { width }) => size * width, 1);
}

function tableOf(condition: ConditionModel, slots: readonly Slot[], table: SlotTable): Table {
  const strides: number[] = [];
  let size = 1;
  for (const { width } of slots) {
    strides.push(size);
    size *= width;
  }
  const entries = new Uint8Array(size).fill(notAsked);
  return {
    slots,
    places: slots.map(({ index }) => index),
    strides,
    entries,
    holds: (index) => ask(condition, (slot) => codeAt(slots.indexOf(slot), index, slots, strides), table),
  };
}

function codeAt(dimension: number, index: number, slots: readonly Slot[], strides: readonly number[]): number {
  return Math.floor(index / (strides[dimension] as number)) % (slots[dimension] as Slot).width;
}

/** What a table says at an entry. Most cases come to few, so each is worked out when it is first asked. */
export function entryAt(table: Table, index: number): Truth {
  const { entries } = table;
  if (entries[index] === notAsked) entries[index] = workOut(table, index);
  return entries[index] as Truth;
}

function workOut(table: Table, index: number): Truth {
  const { slots, strides } = table;
  const open = slots.findIndex((_, dimension) => codeAt(dimension, index, slots, strides) === 0);
  if (open < 0) return table.holds?.(index) ?? UNKNOWN;
  const stride = strides[open] as number;
  let truth = entryAt(table, index + stride);
  for (let code = 2; code < (slots[open] as Slot).width && truth !== UNKNOWN; code++) {
    truth = agreement(truth, entryAt(table, index + code * stride));
  }
  return truth;
}

function ask(condition: ConditionModel, codeOf: (slot: Slot) => number, table: SlotTable): Truth {
  const part = (each: ConditionModel): Truth => ask(each, codeOf, table);
  if ('all' in condition) return join(true, condition.all.map(part));
  if ('any' in condition) return join(false, condition.any.map(part));
  if ('not' in condition) return negate(part(condition.not));
  const { slot, holds } = table.leaf(condition);
  return holds[codeOf(slot)] ? TRUE : FALSE;
}

/** Parts that share a slot stay together: between groups nothing is correlated, so splitting them loses nothing. */
export function groups(parts: readonly ConditionModel[], table: Pick<SlotTable, 'leaf'>): ConditionModel[][] {
  const found: { slots: Set<Slot>; parts: ConditionModel[] }[] = [];
  for (const part of parts) {
    const slots = new Set(leavesOf(part, table).map(({ slot }) => slot));
    const merged = { slots, parts: [part] };
    for (const group of found.filter((each) => [...each.slots].some((slot) => slots.has(slot)))) {
      for (const slot of group.slots) merged.slots.add(slot);
      merged.parts.unshift(...group.parts);
      found.splice(found.indexOf(group), 1);
    }
    found.push(merged);
  }
  // One group that is still too wide is split all the same, Kleene's way: sound, if not exact.
  if (found.length === 1) return parts.map((part) => [part]);
  return found.map((group) => group.parts);
}

export function regroup(all: boolean, parts: ConditionModel[]): ConditionModel {
  if (parts.length === 1) return parts[0] as ConditionModel;
  return all ? { all: parts } : { any: parts };
}

/** `not` moved inwards by De Morgan, so that the top is an `all` or an `any`. */
export function pushDown(condition: ConditionModel): ConditionModel {
  if ('all' in condition) return { any: condition.all.map((not) => ({ not })) };
  if ('any' in condition) return { all: condition.any.map((not) => ({ not })) };
  if ('not' in condition) return condition.not;
  return { not: condition };
}

/** What a condition comes to for the classes found. */
export function look(node: Node, codes: Codes, partial: Partial | undefined): Truth {
  if ('all' in node) {
    return join(
      node.all,
      node.parts.map((part) => look(part, codes, partial)),
    );
  }
  const truth = entryAt(node, indexOf(node, codes));
  return truth === UNKNOWN && partial !== undefined ? narrow(node, codes, partial) : truth;
}

export function indexOf({ places, strides }: Table, codes: Codes): number {
  let index = 0;
  for (let dimension = 0; dimension < places.length; dimension++) {
    index += (codes[places[dimension] as number] as number) * (strides[dimension] as number);
  }
  return index;
}

/** Asks only the completions that a partly known value allows. */
function narrow(node: Table, codes: Codes, partial: Partial): Truth {
  const slot = node.slots.find(({ index }) => codes[index] === 0 && partial.has(index));
  if (slot === undefined) return entryAt(node, indexOf(node, codes));
  let truth: Truth | undefined;
  for (const code of partial.get(slot.index) as readonly number[]) {
    codes[slot.index] = code;
    const each = narrow(node, codes, partial);
    truth = truth === undefined ? each : agreement(truth, each);
    if (truth === UNKNOWN) break;
  }
  codes[slot.index] = 0;
  return truth ?? UNKNOWN;
}

/** The tables of a condition, one where it was not split. */
export function tablesOf(node: Node): readonly Table[] {
  return 'all' in node ? node.parts.flatMap(tablesOf) : [node];
}
