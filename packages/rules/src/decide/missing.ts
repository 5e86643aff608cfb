import type { CompiledFact } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { type Codes, entryAt, indexOf, look, type Node, type Partial, type Table, tablesOf } from '../compile/table.ts';
import { FALSE, TRUE, UNKNOWN } from '../compile/truth.ts';
import { unknownInputs } from './inputs.ts';
import { isDone, itemStatus, statusOf, testStatus } from './status.ts';
import type { Asked } from './subjects.ts';

/** A fact that could settle a finding, by name; or a slot whose facts depend on the case. */
export type MissingFact = string | Slot;

/** The facts that could still change an unknown finding, the one that settles most first. */
export function missingFacts(rule: CompiledRule, asked: Asked, regime: Regime): MissingFact[] {
  const { frame } = asked;
  const found = openSlots(rule, asked)
    .map((slot) => ({ slot, score: settles(slot, rule, asked) }))
    .sort((a, b) => b.score - a.score)
    .flatMap(({ slot }): MissingFact[] => {
      if (isGiven(slot)) return [(slot.facts[0] as CompiledFact).model.name];
      if (slot.ground === undefined) return [slot];
      return slot.facts.flatMap((fact) => [...unknownInputs(fact, frame, regime)]);
    });
  const dues = mattering(rule, asked).flatMap((due) => [...unknownInputs(due, frame, regime)]);
  return [...new Set([...found, ...dues])];
}

/** The due dates by facts that what fails, or may fail, is held against. */
function mattering(rule: CompiledRule, { codes, partial, frame }: Asked): CompiledFact[] {
  const items = (rule.items ?? []).filter(
    ({ scope, when }) =>
      (scope === undefined || look(scope, codes, partial) !== FALSE) && look(when, codes, partial) !== TRUE,
  );
  const dues = items.map(({ due }) => due);
  const test = testStatus(rule, codes, partial, frame);
  if (test === 'unmet' || test === 'unknown') dues.unshift(rule.due);
  return dues.filter((due) => typeof due === 'object');
}

/** Is it one fact that a case gives? Then that is what is missing, whoever is asked about. */
function isGiven({ facts }: Slot): boolean {
  return facts.length === 1 && (facts[0] as CompiledFact).model.path !== undefined;
}

/** The names of missing facts, and of those that an amount needs. */
export function missingNames(
  missing: readonly MissingFact[],
  needed: readonly string[],
  frame: Frame,
  regime: Regime,
): string[] {
  const names = new Set<string>();
  for (const each of missing) {
    if (typeof each === 'string') names.add(each);
    else for (const fact of each.facts) unknownInputs(fact, frame, regime, names);
  }
  for (const name of needed) names.add(name);
  return [...names];
}

/** The unknown slots that matter: some completion of the others is changed by them. */
function openSlots(rule: CompiledRule, { codes, partial, frame }: Asked): Slot[] {
  const nodes: Node[] = [];
  const add = (node: Node | undefined): boolean => {
    if (node === undefined) return true;
    const truth = look(node, codes, partial);
    if (truth === UNKNOWN) nodes.push(node);
    return truth !== FALSE;
  };
  if (add(rule.scope)) {
    add(rule.when);
    // Where an item has failed, only whether the rule applies at all is still open.
    const items = rule.items ?? [];
    const statuses = items.map((item) => itemStatus(item, codes, partial, frame));
    // Where one is met, it does not matter whether what is done applies.
    const isMet = statuses.includes('met');
    const mattering = items.filter((item) => !isMet || !isDone(item, codes, partial));
    if (!statuses.includes('unmet')) for (const item of mattering) if (add(item.scope)) add(item.when);
  }
  const open = new Set<Slot>();
  for (const table of nodes.flatMap(tablesOf)) {
    if (look(table, codes, partial) !== UNKNOWN) continue;
    const unknown = table.slots.filter(({ index }) => codes[index] === 0);
    for (const slot of unknown) if (matters(slot, unknown, table, codes, partial)) open.add(slot);
  }
  return rule.slots.filter((slot) => open.has(slot));
}

function matters(
  slot: Slot,
  unknown: readonly Slot[],
  table: Table,
  codes: Codes,
  partial: Partial | undefined,
): boolean {
  const complete = (depth: number): boolean => {
    const other = unknown[depth];
    if (other === slot) return complete(depth + 1);
    if (other !== undefined) return overClasses(other, codes, partial, () => complete(depth + 1));
    let first: number | undefined;
    return overClasses(slot, codes, partial, () => {
      const truth = entryAt(table, indexOf(table, codes));
      if (first === undefined) first = truth;
      return truth !== first;
    });
  };
  return complete(0);
}

/** Tries each class that an unknown slot can be in, until one answers true; leaves the slot unknown again. */
function overClasses(slot: Slot, codes: Codes, partial: Partial | undefined, test: () => boolean): boolean {
  let found = false;
  for (const code of classesOf(slot, partial)) {
    codes[slot.index] = code;
    if (test()) {
      found = true;
      break;
    }
  }
  codes[slot.index] = 0;
  return found;
}

function classesOf(slot: Slot, partial: Partial | undefined): readonly number[] {
  const known = partial?.get(slot.index);
  if (known !== undefined) return known;
  return slot.classes.representatives.slice(1).map((_, index) => index + 1);
}

/** The share of a slot's classes that would settle the finding. */
function settles(slot: Slot, rule: CompiledRule, { codes, partial, frame }: Asked): number {
  let settled = 0;
  let all = 0;
  overClasses(slot, codes, partial, () => {
    all += 1;
    if (statusOf(rule, codes, partial, frame) !== 'unknown') settled += 1;
    return false;
  });
  return settled / all;
}
