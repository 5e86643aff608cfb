import { truthClasses } from '../compile/classes.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule, Due } from '../compile/rule.ts';
import { inTerms, type Slot } from '../compile/slots.ts';
import { dueDay } from '../decide/status.ts';
import type { Value } from '../values/interval.ts';
import { Bound } from './bound.ts';
import { leavesOfRule } from './condition.ts';
import { type Given, type Input, Inputs } from './inputs.ts';
import { otherText } from './values.ts';

/** A slot whose every class a case can have, whatever classes other slots are in: its fact is simply given. */
export interface Free {
  readonly slot: Slot;
  readonly input: Input;
  /** By class, in the terms of a case. */
  readonly values: readonly unknown[];
}

/**
 * The classes that cases can have, seen through the slots of some rules: free ones, and groups of slots that rest on
 * the same inputs, such as a count and a test over one list.
 */
export interface Space {
  readonly rules: readonly CompiledRule[];
  readonly regime: Regime;
  readonly on: string;
  readonly asked: string;
  readonly free: readonly Free[];
  readonly bound: readonly Bound[];
  /** By rule, and by item where it has items: has its due date passed? */
  readonly dues: ReadonlyMap<Due, Slot>;
}

/** A space for each kind of entity that all of these rules can be asked of. */
export function spacesOf(
  rules: readonly CompiledRule[],
  regime: Regime,
  on: string,
  given: Given = {},
): readonly Space[] {
  const [first, ...others] = rules;
  const asked = (first?.model.asks ?? []).filter((entity) => others.every(({ model }) => model.asks.includes(entity)));
  return (asked.length > 0 ? asked : (first?.model.asks.slice(0, 1) ?? [])).map((entity) =>
    spaceOf(rules, regime, on, entity, given),
  );
}

function spaceOf(rules: readonly CompiledRule[], regime: Regime, on: string, asked: string, given: Given = {}): Space {
  const dues = duesOf(rules);
  const slots = [...new Set(rules.flatMap((rule) => rule.slots))];
  const groups: { slots: Slot[]; inputs: Inputs }[] = [];
  const free: Free[] = [];
  const bound = slots.filter((slot) => !isGiven(slot));
  const leaves = rules.flatMap(({ model }) => leavesOfRule(model));
  for (const slot of [...bound, ...dues.values()]) {
    const inputs = new Inputs(regime);
    inputs.slot(slot);
    for (const leaf of leaves) if (slot.test && regime.leaf(leaf).slot === slot) inputs.leaf(leaf);
    groups.push({ slots: [slot], inputs });
  }
  const dated = [...dues.keys()];
  [...dues.values()].forEach((slot, place) => {
    const due = dated[place];
    groups
      .find((group) => group.slots.includes(slot))
      ?.inputs.due(typeof due === 'string' ? due : due && { fact: due.model.name });
  });
  // A fact that is given and that something else rests on as well belongs to that group.
  for (const slot of slots) {
    if (!isGiven(slot)) continue;
    const inputs = new Inputs(regime);
    inputs.slot(slot);
    const [input] = inputs.all.values();
    if (input === undefined) continue;
    if (groups.some((group) => touches(group.inputs, input))) groups.push({ slots: [slot], inputs });
    else free.push({ slot, input, values: valuesOf(slot, given) });
  }
  return {
    rules,
    regime,
    on,
    asked,
    free,
    dues,
    bound: merged(groups).map((group) => new Bound(group, { rules, regime, on, asked, given })),
  };
}

function isGiven({ test, facts }: Slot): boolean {
  const model = facts[0]?.model;
  return !test && model?.path !== undefined && model.entity !== 'present' && model.entity !== 'date';
}

/** Whose presence is chosen decides about all its facts. */
function touches(inputs: Inputs, { key, path }: Input): boolean {
  return inputs.all.has(key) || inputs.all.has(`present.${path[0]}`);
}

function merged(groups: readonly { slots: Slot[]; inputs: Inputs }[]): { slots: Slot[]; inputs: Inputs }[] {
  const found: { slots: Slot[]; inputs: Inputs }[] = [];
  for (const group of groups) {
    const near = found.filter(
      (each) =>
        [...group.inputs.all.values()].some((input) => touches(each.inputs, input)) ||
        [...each.inputs.all.values()].some((input) => touches(group.inputs, input)),
    );
    for (const each of near) {
      group.slots.push(...each.slots);
      group.inputs.take(each.inputs);
      found.splice(found.indexOf(each), 1);
    }
    found.push(group);
  }
  return found;
}

/** A value of each class. Where the fact is fixed beforehand, only its own class has one. */
function valuesOf({ facts, classes }: Slot, given: Given): readonly unknown[] {
  const [fact] = facts;
  if (fact === undefined) return [];
  const fixed = given[fact.model.name];
  const values = classes.representatives.map((value) =>
    value === '\u0000' ? otherText : inTerms(fact, value as unknown),
  );
  if (fixed === undefined) return values;
  const steps = typeof fixed === 'number' ? Math.round(fixed * fact.model.scale) : fixed;
  const code = classes.classify(steps);
  return values.map((_, place) => (place === code ? fixed : undefined));
}

/** For each due date of these rules and their items, whether it has passed: a test like any other. */
function duesOf(rules: readonly CompiledRule[]): ReadonlyMap<Due, Slot> {
  const all = rules.flatMap(({ due, items = [] }) => [due, ...items.map((item) => item.due)]);
  return new Map(
    [...new Set(all)].flatMap((due, place): [Due, Slot][] =>
      due === undefined ? [] : [[due, dueSlot(due, -1 - place)]],
    ),
  );
}

function dueSlot(due: Due, index: number): Slot {
  const read = (frame: Frame): Value => {
    const day = dueDay(due, frame);
    return day === undefined ? undefined : frame.question.latest > day;
  };
  return { index, level: 'case', classes: truthClasses, width: 3, facts: [], test: true, ground: undefined, read };
}
