import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import type { RuleModel } from '../model/policy.ts';

/**
 * Every number and day that a formula holds a given fact against: in the outcomes of a rule, and in the policy's own
 * facts that it rests on. By fact; numbers in its steps.
 */
export function formulaLines(
  rule: RuleModel,
  { facts, scope }: Regime,
): ReadonlyMap<string, ReadonlySet<number | string>> {
  const lines = new Map<string, Set<number | string>>();
  const seen = new Set<string>();
  /** A part that is a given fact, and what one step of it is worth there. */
  const factIn = (part: Expression): { name: string; worth: number } | undefined => {
    if (part.op === 'fact') return { name: part.fact, worth: 1 };
    if (part.op !== 'rescale') return undefined;
    const of = factIn(part.of);
    return of && { ...of, worth: of.worth * part.by };
  };
  const constantIn = (part: Expression): unknown => {
    if (part.op === 'value') return part.value;
    if (part.op === 'parameter') return scope.parameters.get(part.parameter);
    const of = part.op === 'rescale' ? constantIn(part.of) : undefined;
    return typeof of === 'number' && part.op === 'rescale' ? of * part.by : undefined;
  };
  const note = (one: Expression, other: Expression): void => {
    const fact = factIn(one);
    const known = fact && facts.get(fact.name);
    if (fact === undefined || known?.model.path === undefined) return;
    const { kind } = known.model;
    const line = constantIn(other);
    if (kind === 'number' && typeof line === 'number') add(fact.name, line / fact.worth);
    else if (kind === 'date' && typeof line === 'string') add(fact.name, line);
  };
  const add = (name: string, line: number | string): void => {
    lines.set(name, (lines.get(name) ?? new Set()).add(line));
  };
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const expression = part as Expression;
    if (expression.op === 'compare' || expression.op === 'min' || expression.op === 'max') {
      note(expression.left, expression.right);
      note(expression.right, expression.left);
    }
    for (const [key, value] of Object.entries(part)) {
      if (key !== 'fact' || typeof value !== 'string') walk(value);
      else if (!seen.has(value)) {
        seen.add(value);
        const model = facts.get(value)?.model;
        if (model !== undefined && model.path === undefined) walk(model.derive);
      }
    }
  };
  walk([rule.scope, rule.when, rule.items, rule.outcomes]);
  return lines;
}
