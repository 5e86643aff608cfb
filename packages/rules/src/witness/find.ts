import type { Slot } from '../compile/slots.ts';
import { FALSE, TRUE, UNKNOWN } from '../compile/truth.ts';
import type { Bound, Reached } from './bound.ts';
import type { Goal } from './condition.ts';
import type { Chosen } from './inputs.ts';
import type { Space } from './space.ts';

/** A row of classes for which a goal holds, with choices that lead to it; or why there is none. */
export type Search =
  | { readonly found: true; readonly chosen: Chosen; readonly classes: ReadonlyMap<Slot, number> }
  /** `impossible`: no classes at all would do. `unreached`: some would, but no case with them was found. */
  | { readonly found: false; readonly why: 'impossible' | 'unreached' };

/** What was found in one of several spaces, and in which. */
export type SearchAny =
  | (Extract<Search, { found: true }> & { readonly space: Space })
  | Extract<Search, { found: false }>;

/** How many rows that no case was found for are tried before it is left. */
const mostRows = 12;

/** How many classes are set in all before a search is left. */
const mostSteps = 200_000;

/** Looks for a case for which a goal holds: first among the rows reached so far, then by aiming at others. */
function find(space: Space, goal: Goal): Search {
  const classes = new Map<Slot, number>();
  const rows: Reached[] = [];
  let steps = 0;
  const fromRows = (place: number): boolean => {
    const truth = goal(classes);
    if (truth === TRUE) return true;
    const group = space.bound[place];
    if (truth === FALSE || ++steps > mostSteps) return false;
    if (group === undefined) return free(0);
    for (const row of group.rows()) {
      group.slots.forEach((slot, seat) => void classes.set(slot, row.codes[seat] as number));
      rows[place] = row;
      if (fromRows(place + 1)) return true;
    }
    for (const slot of group.slots) classes.delete(slot);
    rows.length = place;
    return false;
  };
  const free = (place: number): boolean => {
    const truth = goal(classes);
    const each = space.free[place];
    if (truth !== UNKNOWN || each === undefined || ++steps > mostSteps) return truth === TRUE;
    for (let code = 1; code < each.values.length; code++) {
      if (each.values[code] === undefined) continue;
      classes.set(each.slot, code);
      if (free(place + 1)) return true;
    }
    classes.delete(each.slot);
    return false;
  };
  if (fromRows(0)) return { found: true, chosen: choices(space, classes, rows), classes };
  classes.clear();
  return aim(space, goal, classes);
}

/** Looks in one space after another: rules that ask one of several kinds of entity have one for each. */
export function findAny(spaces: readonly Space[], goalFor: (space: Space) => Goal): SearchAny {
  let why: 'impossible' | 'unreached' = 'impossible';
  for (const space of spaces) {
    const search = find(space, goalFor(space));
    if (search.found) return { ...search, space };
    if (search.why === 'unreached') why = 'unreached';
  }
  return { found: false, why };
}

/** Goes through the rows that tables allow, and tries to reach each. */
function aim(space: Space, goal: Goal, classes: Map<Slot, number>): Search {
  const slots = [...space.free.map(({ slot }) => slot), ...space.bound.flatMap((group) => group.slots)];
  const values = new Map(space.free.map(({ slot, values }) => [slot, values]));
  let rows = 0;
  let steps = 0;
  let result: Search = { found: false, why: 'impossible' };
  const next = (place: number): boolean => {
    const truth = goal(classes);
    if (truth === FALSE) return false;
    const slot = slots[place];
    if (truth !== TRUE && ++steps > mostSteps) {
      result = { found: false, why: 'unreached' };
      return true;
    }
    if (truth === TRUE || slot === undefined) {
      if (truth !== TRUE) return false;
      const needed = neededOf(goal, classes);
      const reached = space.bound.map((group) => reach(group, needed));
      // What was tried in full and not reached cannot be.
      if (reached.some((row, group) => row === undefined && space.bound[group]?.complete)) return false;
      result = { found: false, why: 'unreached' };
      if (reached.every((row) => row !== undefined)) {
        result = { found: true, chosen: choices(space, classes, reached), classes };
        return true;
      }
      return ++rows >= mostRows;
    }
    for (let code = 1; code < slot.width; code++) {
      if (values.has(slot) && values.get(slot)?.[code] === undefined) continue;
      classes.set(slot, code);
      if (next(place + 1)) return true;
    }
    classes.delete(slot);
    return false;
  };
  next(0);
  return result;
}

/** The classes without those that the goal holds without. */
function neededOf(goal: Goal, classes: ReadonlyMap<Slot, number>): ReadonlyMap<Slot, number> {
  const needed = new Map(classes);
  for (const [slot, code] of classes) {
    needed.delete(slot);
    if (goal(needed) !== TRUE) needed.set(slot, code);
  }
  return needed;
}

/** A row of the group with these classes; slots that are open may be in any. */
function reach(group: Bound, classes: ReadonlyMap<Slot, number>): Reached | undefined {
  const wanted = group.slots.map((slot) => classes.get(slot));
  const fits = ({ codes }: Reached): boolean =>
    wanted.every((code, place) => code === undefined || code === codes[place]);
  const known = group.rows().find(fits);
  if (known !== undefined || group.complete) return known;
  return group.reach(wanted);
}

function choices(
  { free, bound }: Space,
  classes: ReadonlyMap<Slot, number>,
  rows: readonly (Reached | undefined)[],
): Chosen {
  const chosen = new Map(
    free.flatMap(({ slot, input, values }) => {
      const code = classes.get(slot);
      return code === undefined ? [] : [[input, values[code]] as const];
    }),
  );
  bound.forEach((_, place) => {
    for (const [input, value] of rows[place]?.chosen ?? []) chosen.set(input, value);
  });
  return chosen;
}
