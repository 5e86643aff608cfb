import { type Case, JingzhunError } from '@jingzhun/schemas';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { type Dates, open } from '../decide/question.ts';
import type { Value } from '../values/interval.ts';
import { caseOf } from './case.ts';
import type { Chosen, Given, Input, Inputs } from './inputs.ts';
import { withLongLists } from './long-lists.ts';
import { valuesFor } from './values.ts';

export interface Around {
  readonly rules: readonly CompiledRule[];
  readonly regime: Regime;
  readonly on: string;
  readonly asked: string;
  readonly given: Given;
}

/** A row of classes of a group's slots, and choices that lead to it. */
export interface Reached {
  readonly codes: readonly number[];
  /** What the slots read. */
  readonly values: readonly Value[];
  readonly chosen: Chosen;
}

/** The most cases that are tried for a group, and for one row of it. */
const mostTries = 1500;
const startsForOne = 2;
const longStarts = 3;
const mostTriesForOne = 800;
const mostTriesInAll = 12_000;

/** Where two inputs have to change together, one at a time leads nowhere: so many chance choices are made first. */
const chanceStarts = 200;

/**
 * Slots that rest on the same inputs. Which of their rows of classes a case can have is found by trying: values around
 * every threshold, one input at a time, from every row found so far.
 */
export class Bound {
  readonly slots: readonly Slot[];
  readonly inputs: readonly Input[];
  /** Every way to fill in the inputs was tried: a row that was not reached cannot be. */
  complete = false;
  private readonly values: ReadonlyMap<Input, readonly unknown[]>;
  private readonly finite: boolean;
  private readonly around: Around;
  private readonly found = new Map<string, Reached>();
  private readonly missed = new Set<string>();
  private readonly thresholds: ReadonlySet<number>;
  private long: readonly Reached[] | undefined;
  private explored = false;
  private left = mostTriesInAll;

  constructor({ slots, inputs }: { slots: readonly Slot[]; inputs: Inputs }, around: Around) {
    this.slots = slots;
    this.around = around;
    this.inputs = [...inputs.all.values()];
    this.finite = inputs.finite;
    this.thresholds = inputs.constants.thresholds;
    this.values = new Map(this.inputs.map((input) => [input, valuesOf(input, inputs, around)]));
  }

  /** The rows reached, explored when first asked for. */
  rows(): readonly Reached[] {
    if (!this.explored) this.explore();
    return [...this.found.values()];
  }

  /**
   * Choices that lead to a row, sought from the rows that are nearest by changes that lead no further away: in a chain of
   * days, each can be moved before the one that has to be.
   */
  reach(wanted: readonly (number | undefined)[]): Reached | undefined {
    const far = ({ codes, values }: Reached): number =>
      this.slots.reduce((all, { classes }, place) => {
        const code = wanted[place];
        if (code === undefined || code === codes[place]) return all;
        return all + 1 + nearness(values[place], classes.representatives[code]);
      }, 0);
    const key = wanted.join();
    if (this.missed.has(key)) return undefined;
    const starts = [...this.rows()].sort((a, b) => far(a) - far(b)).slice(0, startsForOne);
    const roll = dice(wanted.length);
    for (const start of starts) {
      let best = start;
      for (let tries = 0; tries < mostTriesForOne && far(best) > 0 && this.left > 0; tries++) {
        this.left--;
        const input = this.inputs[roll(this.inputs.length)] as Input;
        const values = this.values.get(input) as readonly unknown[];
        const value = values[roll(values.length)];
        const changed = new Map(best.chosen).set(input, value);
        if (tries % 2 === 1)
          for (const each of this.inputs) if (kindOf(each) === kindOf(input)) changed.set(each, value);
        const next = this.note(changed);
        if (next !== undefined && far(next) <= far(best)) best = next;
      }
      if (far(best) === 0) return best;
    }
    const long = this.longRows().find((row) => far(row) === 0);
    if (long === undefined) this.missed.add(key);
    return long;
  }

  /** Rows that only a list too long to be tried by the way leads to. */
  private longRows(): readonly Reached[] {
    if (this.long === undefined) {
      const starts = this.rows()
        .map((row) => ({ chosen: row.chosen, counted: row.values.reduce<number>(plus, 0) }))
        .sort((a, b) => b.counted - a.counted)
        .slice(0, longStarts);
      const choices = withLongLists(
        starts.map(({ chosen }) => chosen),
        this.thresholds,
      );
      this.long = [...choices].flatMap((chosen) => this.rowOf(chosen) ?? []);
    }
    return this.long;
  }

  private explore(): void {
    this.explored = true;
    const first = new Map(this.inputs.map((input) => [input, this.values.get(input)?.[0]]));
    const empty = new Map(this.inputs.map((input) => [input, input.kind === 'field' ? undefined : first.get(input)]));
    const sizes = [...this.values.values()].map(({ length }) => length);
    if (this.finite && sizes.reduce((all, size) => all * size, 1) <= mostTries) {
      this.complete = true;
      this.everything(0, first);
      return;
    }
    const open = [this.note(first), this.note(empty)].filter((each) => each !== undefined);
    const before = this.found.size;
    const roll = dice(this.inputs.length);
    for (let start = 0; start < chanceStarts; start++) {
      // Every other time, the entries of a list are alike.
      const alike = new Map<string, unknown>();
      const choose = ([input, values]: [Input, readonly unknown[]]): [Input, unknown] => {
        const kind = start % 2 === 0 ? input.key : kindOf(input);
        if (!alike.has(kind)) alike.set(kind, values[roll(values.length)]);
        return [input, alike.get(kind)];
      };
      this.note(new Map([...this.values].map(choose)));
    }
    open.push(...[...this.found.values()].slice(before));
    let tries = 0;
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const known = this.found.size;
      for (const _ of this.neighbours(next)) {
        if (++tries > mostTries) return;
      }
      open.push(...[...this.found.values()].slice(known));
    }
  }

  private everything(place: number, chosen: Map<Input, unknown>): void {
    const input = this.inputs[place];
    if (input === undefined) {
      this.note(new Map(chosen));
      return;
    }
    for (const value of this.values.get(input) ?? []) this.everything(place + 1, chosen.set(input, value));
  }

  /** Rows that another value of one input leads to. */
  private *neighbours({ chosen }: Reached): Generator<Reached> {
    for (const input of this.inputs) {
      for (const value of this.values.get(input) ?? []) {
        if (value === chosen.get(input)) continue;
        const row = this.note(new Map(chosen).set(input, value));
        if (row !== undefined) yield row;
      }
    }
  }

  private note(chosen: Chosen): Reached | undefined {
    const row = this.rowOf(chosen);
    if (row === undefined) return undefined;
    const key = row.codes.join();
    if (!this.found.has(key)) this.found.set(key, row);
    return row;
  }

  private rowOf(chosen: Chosen): Reached | undefined {
    const { regime, on, asked } = this.around;
    const values = readIn(this.slots, caseOf(chosen, asked), datesOf(chosen, on), asked, regime);
    if (values === undefined) return undefined;
    const codes = this.slots.map(({ classes }, place) => classes.classify(values[place]));
    return { codes, values, chosen };
  }
}

const plus = (sum: number, value: Value): number => sum + (typeof value === 'number' ? value : 0);

/** How far a number is from the one it should be, as a share of one: less is nearer. */
function nearness(is: Value, wanted: Value): number {
  if (typeof is !== 'number' || typeof wanted !== 'number') return 1;
  const distance = Math.abs(is - wanted);
  return distance / (1 + distance);
}

/** The classes of some slots in a case, seen from the first who is asked; undefined where it cannot be decided. */
export function classesOf(
  slots: readonly Slot[],
  input: Case,
  dates: Dates,
  asked: string,
  regime: Regime,
): readonly number[] | undefined {
  const values = readIn(slots, input, dates, asked, regime);
  return values && slots.map(({ classes }, place) => classes.classify(values[place]));
}

function readIn(
  slots: readonly Slot[],
  input: Case,
  dates: Dates,
  asked: string,
  { policy }: Regime,
): readonly Value[] | undefined {
  if (asked !== 'person' && (input as Record<string, unknown>)[asked] === undefined) return undefined;
  try {
    const { home, persons, question } = open(policy, input, dates);
    const frame = asked === 'person' ? persons[0] : home;
    if (frame === undefined) return undefined;
    const values = slots.map((slot) => slot.read(frame));
    return question.problems.length > 0 ? undefined : values;
  } catch (error) {
    // Numbers that are each in range can multiply to one that is not.
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}

/** The same field of every entry of a list is of one kind. */
function kindOf({ key }: Input): string {
  return key.replace(/\.\d+(?=\.)/g, '');
}

/** Always the same numbers from 0 up to a bound. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

export function datesOf(chosen: Chosen, on: string): Dates {
  for (const [{ kind }, value] of chosen)
    if (kind === 'assessedOn' && value !== on) return { on, assessedOn: value as string };
  return { on };
}

function valuesOf(input: Input, { constants }: Inputs, { on, asked, given }: Around): readonly unknown[] {
  const fixed = input.fact && given[input.fact.model.name];
  if (fixed !== undefined) return [fixed];
  return valuesFor(input, constants, on, input.path[0] !== asked);
}
