import type { Reason } from '@jingzhun/schemas';
import { type CompiledFact, factValue } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { CompiledRule, ItemLeaf } from '../compile/rule.ts';
import { inTerms, isFixed, type Leaf, type Slot } from '../compile/slots.ts';
import type { Codes, Partial } from '../compile/table.ts';

type Plain = Reason['actual'];

/** A reason, or one that still wants the actual value of its subject. */
export type ReasonFrame = Reason | { readonly leaf: ItemLeaf; readonly truth: boolean | null };

/** Every condition of a rule with what it expects, what the case has, and whether it holds. */
export function reasonsOf(rule: CompiledRule, codes: Codes, partial: Partial | undefined, frame: Frame): ReasonFrame[] {
  return rule.leaves.map((leaf) => {
    const { slot } = leaf.leaf;
    const code = codes[slot.index] as number;
    const truth = holdsAt(leaf.leaf, code, partial);
    return isFixed(slot) || (code === 0 && isBlank(slot, frame)) ? reasonOf(leaf, truth, frame) : { leaf, truth };
  });
}

/** Unknown is null whoever is asked about; of two facts that are compared, one may be known. */
function isBlank({ test, ground, facts }: Slot, frame: Frame): boolean {
  return !test || (ground !== undefined && facts.every((fact) => factValue(fact, frame) === undefined));
}

export function reasonFor(reason: ReasonFrame, frame: Frame): Reason {
  return 'holds' in reason ? reason : reasonOf(reason.leaf, reason.truth, frame);
}

function reasonOf({ leaf, item }: ItemLeaf, holds: boolean | null, frame: Frame): Reason {
  const { fact, other, operator, expected } = leaf;
  const reason: Reason = {
    fact: fact.model.name,
    operator,
    expected: other === undefined ? (expected as Plain) : actualOf(other, frame),
    actual: actualOf(fact, frame),
    holds,
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
  const value = factValue(fact, frame);
  if (value === undefined) return null;
  if (typeof value !== 'object') return inTerms(fact, value);
  return Array.isArray(value) ? (value as Plain) : null;
}
