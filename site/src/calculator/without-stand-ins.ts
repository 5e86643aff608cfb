import type { Policy } from '@jingzhun/rules';

/**
 * A policy to which these facts are given and not known: nothing stands in for them. An answer that cannot be used is no
 * answer that was never given, in whose place others may be taken.
 */
export function withoutStandIns(policy: Policy, facts: ReadonlySet<string>): Policy {
  const key = [...facts].sort().join(' ');
  const known = last.get(policy);
  if (known?.key === key) return known.made;
  const made = { ...(given(policy, facts) as Policy), facts: policy.facts.map((fact) => underived(fact, facts)) };
  last.set(policy, { key, made });
  return made;
}

/** One answer after the other is mended: only the present ones are kept. */
const last = new WeakMap<Policy, { readonly key: string; readonly made: Policy }>();

function underived(fact: Policy['facts'][number], facts: ReadonlySet<string>): Policy['facts'][number] {
  const { derive, ...rest } = fact;
  if (derive === undefined || facts.has(fact.name)) return rest;
  return { ...rest, derive: given(derive, facts) as typeof derive };
}

/** Of a policy, which is plain JSON: formulas that ask whether one of the facts is given find that it is. */
function given(part: unknown, facts: ReadonlySet<string>): unknown {
  if (Array.isArray(part)) return part.map((each) => given(each, facts));
  if (typeof part !== 'object' || part === null) return part;
  const { op, fact } = part as { op?: unknown; fact?: unknown };
  if (typeof fact === 'string' && facts.has(fact)) {
    if (op === 'given') return { op: 'value', value: true };
    if (op === 'ifAbsent') return { op: 'fact', fact };
  }
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, given(inner, facts)]));
}
