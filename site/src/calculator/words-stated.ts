import type { Expression, Policy } from '@jingzhun/rules';

/** The words that a policy gives a text fact which it works out itself: one of them is its value. */
export function wordsStated(policy: Policy, fact: string): readonly string[] {
  const derive = policy.facts.find(({ name }) => name === fact)?.derive;
  return derive !== undefined && 'formula' in derive ? chosen(derive.formula.expression) : [];
}

function chosen(of: Expression): readonly string[] {
  if (of.op === 'if') return [...chosen(of.yes), ...chosen(of.no)];
  return of.op === 'value' && typeof of.value === 'string' ? [of.value] : [];
}
