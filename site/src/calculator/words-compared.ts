import type { Expression, LeafModel, Policy } from '@jingzhun/rules';

const known = new WeakMap<Policy, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * The words with which the rules of a policy compare a fact, in the order in which it names them: 大专, 本科. A text that
 * says the same otherwise, 专科, is none of them.
 */
export function wordsCompared(policy: Policy, fact: string): readonly string[] {
  let words = known.get(policy);
  if (words === undefined) {
    const found = new Map<string, Set<string>>();
    gather([policy.facts, policy.rules], (name, values) => {
      const texts = values.filter((value) => typeof value === 'string' && value !== '') as string[];
      found.set(name, new Set([...(found.get(name) ?? []), ...texts]));
    });
    words = found;
    known.set(policy, words);
  }
  return [...(words.get(fact) ?? [])];
}

type Found = (fact: string, values: readonly unknown[]) => void;

/** Every comparison of a fact with constants, however deep it stands in conditions and formulas. */
function gather(part: unknown, found: Found): void {
  if (typeof part !== 'object' || part === null) return;
  if ('operator' in part && 'fact' in part) leaf(part as LeafModel, found);
  else if ('op' in part) expression(part as Expression, found);
  for (const inner of Object.values(part)) gather(inner, found);
}

function leaf({ fact, value }: LeafModel, found: Found): void {
  if (typeof value !== 'object' || Array.isArray(value)) found(fact, [value].flat());
}

function expression(of: Expression, found: Found): void {
  if (of.op === 'in') constants(of.of, of.values, found);
  else if (of.op === 'contains') constants(of.of, constantIn(of.value), found);
  else if (of.op === 'compare') {
    constants(of.left, constantIn(of.right), found);
    constants(of.right, constantIn(of.left), found);
  }
}

function constants(of: Expression, values: readonly unknown[], found: Found): void {
  if (of.op === 'fact' || of.op === 'ifAbsent') found(of.fact, values);
}

const constantIn = (of: Expression): readonly unknown[] => (of.op === 'value' ? [of.value] : []);
