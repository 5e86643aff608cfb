import type { Leaf, Slot } from '../compile/slots.ts';
import { agreement, FALSE, join, negate, TRUE, type Truth, UNKNOWN } from '../compile/truth.ts';

/** A condition whose leaves can be both true and false. */
export type OpenTree =
  | { readonly leaf: Leaf }
  | { readonly not: OpenTree }
  | { readonly all: boolean; readonly parts: readonly OpenTree[] };

/** That, or what is the same for everybody. */
export type ExactTree = boolean | OpenTree;

/** Past so many combinations it is not looked for: the condition is then taken apart. */
const mostCombinations = 20_000;

/**
 * Does Kleene's logic come to what all completions agree on, whatever is unknown? `ranges` gives the classes that a
 * slot can be left with when it is known in part.
 */
export function isKleeneExact(tree: OpenTree, ranges: (slot: Slot) => readonly ReadonlySet<number>[]): boolean {
  const leaves = leavesIn(tree);
  const slots = [...new Set(leaves.map(({ slot }) => slot))];
  if (slots.length === leaves.length) return true;
  const states = slots.map((slot) => statesOf(slot, leaves, ranges(slot)));
  const combinations = states.reduce((product, { length }) => product * length, 1);
  if (combinations > mostCombinations) return false;
  const chosen = new Map<Slot, readonly number[]>();
  const agrees = (place: number): boolean => {
    const slot = slots[place];
    if (slot === undefined) return kleene(tree, chosen) === completed(tree, chosen, slots);
    return (states[place] as readonly (readonly number[])[]).every((classes) => {
      chosen.set(slot, classes);
      return agrees(place + 1);
    });
  };
  return agrees(0);
}

/** What can be known of a slot: one class for each that the leaves tell apart, a range of them, or none. */
function statesOf(slot: Slot, leaves: readonly Leaf[], ranges: readonly ReadonlySet<number>[]): number[][] {
  const own = leaves.filter((leaf) => leaf.slot === slot);
  const groupOf = new Map<string, number>();
  const first = (code: number): number => {
    const answers = own.map(({ holds }) => (holds[code] ? '1' : '0')).join('');
    if (!groupOf.has(answers)) groupOf.set(answers, code);
    return groupOf.get(answers) as number;
  };
  const all = Array.from({ length: slot.width - 1 }, (_, place) => first(place + 1));
  const states = [...new Set(all)].map((code) => [code]);
  const several = [new Set(all), ...ranges.map((codes) => new Set([...codes].map(first)))];
  const distinct = new Map(several.map((codes) => [[...codes].sort().join(), [...codes]]));
  return [...states, ...[...distinct.values()].filter(({ length }) => length > 1)];
}

function kleene(tree: OpenTree, chosen: ReadonlyMap<Slot, readonly number[]>): Truth {
  if ('not' in tree) return negate(kleene(tree.not, chosen));
  if ('parts' in tree)
    return join(
      tree.all,
      tree.parts.map((part) => kleene(part, chosen)),
    );
  const { slot, holds } = tree.leaf;
  return (chosen.get(slot) as readonly number[]).map((code) => (holds[code] ? TRUE : FALSE) as Truth).reduce(agreement);
}

function completed(tree: OpenTree, chosen: ReadonlyMap<Slot, readonly number[]>, slots: readonly Slot[]): Truth {
  const single = new Map<Slot, readonly number[]>();
  const over = (place: number): Truth => {
    const slot = slots[place];
    if (slot === undefined) return kleene(tree, single);
    let truth: Truth | undefined;
    for (const code of chosen.get(slot) as readonly number[]) {
      single.set(slot, [code]);
      const each = over(place + 1);
      truth = truth === undefined ? each : agreement(truth, each);
      if (truth === UNKNOWN) break;
    }
    return truth ?? UNKNOWN;
  };
  return over(0);
}

export function leavesIn(tree: OpenTree): Leaf[] {
  if ('leaf' in tree) return [tree.leaf];
  return 'not' in tree ? leavesIn(tree.not) : tree.parts.flatMap(leavesIn);
}
