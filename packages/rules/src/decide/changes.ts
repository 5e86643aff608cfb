import type { Change } from '@jingzhun/schemas';
import type { CompiledFact } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { inTerms, isFixed, type Leaf, type Slot } from '../compile/slots.ts';
import type { Codes, Partial } from '../compile/table.ts';
import type { Operator } from '../model/policy.ts';
import { actualOf } from './reasons.ts';
import { statusOf } from './status.ts';

type Plain = Change['actual'];

/** A change, or one that still wants the actual value of its subject. */
export type ChangeFrame = Change | { readonly fact: CompiledFact; readonly to: Target };

interface Target {
  readonly operator: string;
  readonly wanted: Plain;
  /** The fact whose value is wanted, if it is one's. */
  readonly other: CompiledFact | undefined;
}

/**
 * For an unmet finding: each change of one fact that alone would make it met. Facts that only say whom the rule or an
 * item speaks of are left alone: to make a demand not apply is no way to meet it.
 */
export function changesToMeet(
  rule: CompiledRule,
  codes: Codes,
  partial: Partial | undefined,
  frame: Frame,
): ChangeFrame[] {
  const changes: ChangeFrame[] = [];
  for (const slot of rule.tested) {
    const now = codes[slot.index] as number;
    const fact = slot.facts[0] as CompiledFact;
    if (now === 0 || fact.model.entity === 'date' || fact.model.entity === 'present') continue;
    const meeting: number[] = [];
    for (let code = 1; code < slot.width; code++) {
      codes[slot.index] = code;
      // Scope and all: a change that leaves the scope, or makes another item fail, helps nobody.
      if (statusOf(rule, codes, partial, frame) === 'met') meeting.push(code);
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
  const value = to.other === undefined ? to.wanted : actualOf(to.other, frame);
  return { fact: fact.model.name, actual: actualOf(fact, frame), operator: to.operator, value };
}

const opposites: Readonly<Record<Operator, Operator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

/** Of a test that must not hold: the rule's own comparison, turned round. */
function opposite(slot: Slot, rule: CompiledRule): Target {
  const { leaf } = rule.leaves.find((each) => each.leaf.slot === slot) as CompiledRule['leaves'][number];
  return targetAt(leaf, opposites[leaf.operator]);
}

function targetAt({ expected, other }: Leaf, operator: Operator): Target {
  return { operator, wanted: expected as Plain, other };
}

function targetOf(slot: Slot, meeting: readonly number[], rule: CompiledRule): Target {
  // Said in the words of the rule's own condition where that covers exactly these classes.
  for (const { leaf } of rule.leaves) {
    if (leaf.slot === slot && leaf.holds.every((holds, code) => holds === meeting.includes(code))) {
      return targetAt(leaf, leaf.operator);
    }
  }
  if (slot.test) return opposite(slot, rule);
  const values = meeting.map((code) => inTerms(slot.facts[0] as CompiledFact, slot.classes.representatives[code]));
  return values.length === 1
    ? { operator: 'equal', wanted: values[0] as Plain, other: undefined }
    : { operator: 'in', wanted: values as Plain, other: undefined };
}
