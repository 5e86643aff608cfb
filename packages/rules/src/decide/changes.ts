import type { Change } from '@jingzhun/schemas';
import type { CompiledFact } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { inTerms, isFixed, type Slot } from '../compile/slots.ts';
import { type Codes, look, type Node, type Partial } from '../compile/table.ts';
import { TRUE } from '../compile/truth.ts';
import { actualOf } from './reasons.ts';

type Plain = Change['actual'];

/** A change, or one that still wants the actual value of its subject. */
export type ChangeFrame = Change | { readonly fact: CompiledFact; readonly to: Target };

interface Target {
  readonly operator: string;
  readonly wanted: Plain | CompiledFact;
}

/** For an unmet finding: each change of one fact that alone would make it met. */
export function changesToMeet(
  rule: CompiledRule,
  codes: Codes,
  partial: Partial | undefined,
  frame: Frame,
): ChangeFrame[] {
  const node = failedNode(rule, codes, partial);
  if (node === undefined) return [];
  const changes: ChangeFrame[] = [];
  for (const slot of rule.slots) {
    const now = codes[slot.index] as number;
    const fact = slot.facts[0] as CompiledFact;
    if (now === 0 || fact.model.entity === 'date') continue;
    const meeting: number[] = [];
    for (let code = 1; code < slot.width; code++) {
      codes[slot.index] = code;
      if (code !== now && look(node, codes, partial) === TRUE) meeting.push(code);
    }
    codes[slot.index] = now;
    if (meeting.length === 0) continue;
    const change = { fact, to: targetOf(slot, meeting, rule) };
    changes.push(isFixed(slot) ? changeFor(change, frame) : change);
  }
  return changes;
}

export function changeFor(change: ChangeFrame, frame: Frame): Change {
  if ('value' in change) return change;
  const { fact, to } = change;
  const value = typeof to.wanted === 'object' && to.wanted !== null && 'model' in to.wanted ? actualOf(to.wanted, frame) : to.wanted;
  return { fact: fact.model.name, actual: actualOf(fact, frame), operator: to.operator, value };
}

/** The condition that failed: the test, or the one item of a checklist that is not met. */
function failedNode(rule: CompiledRule, codes: Codes, partial: Partial | undefined): Node | undefined {
  if (rule.items === undefined) return rule.when;
  const failing = rule.items.filter(
    ({ scope, when }) =>
      (scope === undefined || look(scope, codes, partial) === TRUE) && look(when, codes, partial) !== TRUE,
  );
  return failing.length === 1 ? failing[0]?.when : undefined;
}

function targetOf(slot: Slot, meeting: readonly number[], rule: CompiledRule): Target {
  // Said in the words of the rule's own condition where that covers exactly these classes.
  for (const { leaf } of rule.leaves) {
    if (leaf.slot === slot && leaf.holds.every((holds, code) => holds === meeting.includes(code))) {
      return { operator: leaf.operator, wanted: leaf.other ?? (leaf.expected as Plain) };
    }
  }
  const values = meeting.map((code) => inTerms(slot.facts[0] as CompiledFact, slot.classes.representatives[code]));
  return values.length === 1
    ? { operator: 'equal', wanted: values[0] as Plain }
    : { operator: 'in', wanted: values as Plain };
}
