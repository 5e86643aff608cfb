import type { Change, Reason } from '@jingzhun/schemas';
import { type CompiledFact, valueOf } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { CompiledRule, ItemLeaf } from '../compile/rule.ts';
import { inTerms, type Leaf, type Slot } from '../compile/slots.ts';
import { type Codes, look, type Node, type Partial } from '../compile/table.ts';
import { TRUE } from '../compile/truth.ts';

type Plain = Reason['actual'];

/** Every condition of a rule with what it expects, what the case has, and whether it holds. */
export function reasonsOf(rule: CompiledRule, codes: Codes, partial: Partial | undefined, frame: Frame): Reason[] {
  return rule.leaves.map((each) => reasonOf(each, codes, partial, frame));
}

function reasonOf({ leaf, item }: ItemLeaf, codes: Codes, partial: Partial | undefined, frame: Frame): Reason {
  const { fact, other, operator, expected } = leaf;
  const reason: Reason = {
    fact: fact.model.name,
    operator,
    expected: other === undefined ? (expected as Plain) : actualOf(other, frame),
    actual: actualOf(fact, frame),
    holds: holdsAt(leaf, codes[leaf.slot.index] as number, partial),
  };
  if (item !== undefined) reason.item = item;
  return reason;
}

function holdsAt({ slot, holds }: Leaf, code: number, partial: Partial | undefined): boolean | null {
  if (code > 0) return holds[code] as boolean;
  const classes = partial?.get(slot.index);
  if (classes === undefined) return null;
  const first = holds[classes[0] as number] as boolean;
  return classes.every((each) => holds[each] === first) ? first : null;
}

/** A fact's value in the terms in which a case gives it; null where it is not known exactly. */
export function actualOf(fact: CompiledFact, frame: Frame): Plain {
  const value = valueOf(fact, frame);
  if (value === undefined) return null;
  if (typeof value !== 'object') return inTerms(fact, value);
  return Array.isArray(value) && fact.model.kind === 'list' ? (value as Plain) : null;
}

/** For an unmet finding: each change of one fact that alone would make it met. */
export function changesToMeet(
  rule: CompiledRule,
  codes: Codes,
  partial: Partial | undefined,
  frame: Frame,
): Change[] {
  const node = openNode(rule, codes, partial);
  if (node === undefined) return [];
  const changes: Change[] = [];
  for (const slot of rule.slots) {
    const now = codes[slot.index] as number;
    const fact = slot.facts[0] as CompiledFact;
    if (now === 0 || fact.model.entity === 'date') continue;
    const meeting: number[] = [];
    for (let code = 1; code < slot.classes.representatives.length; code++) {
      codes[slot.index] = code;
      if (code !== now && look(node, codes, partial) === TRUE) meeting.push(code);
    }
    codes[slot.index] = now;
    if (meeting.length > 0) changes.push({ fact: fact.model.name, actual: actualOf(fact, frame), ...to(slot, meeting, rule, frame) });
  }
  return changes;
}

/** The condition that failed: the test, or the one item of a checklist that is not met. */
function openNode(rule: CompiledRule, codes: Codes, partial: Partial | undefined): Node | undefined {
  if (rule.items === undefined) return rule.when;
  const failing = rule.items.filter(
    ({ scope, when }) =>
      (scope === undefined || look(scope, codes, partial) === TRUE) && look(when, codes, partial) !== TRUE,
  );
  return failing.length === 1 ? failing[0]?.when : undefined;
}

function to(slot: Slot, meeting: readonly number[], rule: CompiledRule, frame: Frame): Pick<Change, 'operator' | 'value'> {
  // Say it in the words of the rule's own condition where one covers exactly these classes.
  for (const { leaf } of rule.leaves) {
    if (leaf.slot !== slot) continue;
    const value = leaf.other === undefined ? (leaf.expected as Plain) : actualOf(leaf.other, frame);
    if (meeting.every((code) => leaf.holds[code])) return { operator: leaf.operator, value };
  }
  const values = meeting.map((code) => inTerms(slot.facts[0] as CompiledFact, slot.classes.representatives[code]));
  return values.length === 1
    ? { operator: 'equal', value: values[0] as Plain }
    : { operator: 'in', value: values as Plain };
}
