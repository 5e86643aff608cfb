import { itemFrames } from '../compile/entries.ts';
import { type CompiledFact, homeOf, valueOf } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import { isInterval } from '../values/interval.ts';

/** The facts that have to be given before a fact is known: itself, or, if the policy derives it, those it follows from. */
export function unknownInputs(fact: CompiledFact, frame: Frame, regime: Regime): string[] {
  const value = valueOf(fact, frame);
  if (value !== undefined && !isInterval(value)) return [];
  if (fact.model.path !== undefined || fact.model.derive === undefined) return [fact.model.name];
  const { derive } = fact.model;
  const home = homeOf(fact, frame) ?? frame;
  const expressions =
    'formula' in derive ? [derive.formula.expression] : derive.cases.map(({ when }) => when.expression);
  return expressions.flatMap((expression) => unknownIn(expression, home, regime));
}

/** The facts that have to be given before a formula is known. */
export function unknownIn(expression: Expression, frame: Frame, regime: Regime): string[] {
  const inside = (part: Expression | null): string[] => (part === null ? [] : unknownIn(part, frame, regime));
  const named = (name: string): string[] => unknownInputs(regime.facts.get(name) as CompiledFact, frame, regime);
  switch (expression.op) {
    case 'value':
    case 'unknown':
    case 'parameter':
      return [];
    case 'fact':
    case 'given':
      return named(expression.fact);
    case 'table':
      return named(expression.by);
    case 'ifAbsent': {
      const own = named(expression.fact);
      return own.length === 0 ? [] : inside(expression.else);
    }
    case 'and':
    case 'or':
      return expression.of.flatMap(inside);
    case 'if':
      // A branch that says "unknown" is what the condition's facts lead to: they are what would have to be otherwise.
      if (expression.then.op === 'unknown' || expression.else.op === 'unknown') {
        return [...factsOf(expression.when), ...inside(expression.then), ...inside(expression.else)];
      }
      return [...inside(expression.when), ...inside(expression.then), ...inside(expression.else)];
    case 'count':
    case 'sum':
    case 'any':
    case 'every':
      return unknownEntries(expression, frame, regime);
    case 'round':
      return [...inside(expression.of), ...inside(expression.by)];
    case 'addDays':
    case 'addMonths':
    case 'addYears':
      return [...inside(expression.of), ...inside(expression.by)];
    default:
      return 'left' in expression
        ? [...inside(expression.left), ...inside(expression.right)]
        : inside(expression.of);
  }
}

function unknownEntries(
  expression: Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>,
  frame: Frame,
  regime: Regime,
): string[] {
  const scope = {
    parameters: new Map(),
    levels: regime.levels,
    fact: (name: string) => regime.facts.get(name) as CompiledFact,
  };
  const entries = itemFrames(expression.list, scope)(frame);
  if (entries === undefined) return [expression.list];
  const parts = [expression.of, expression.where].filter((part) => part !== null);
  return entries.flatMap((entry) => parts.flatMap((part) => unknownIn(part, entry, regime)));
}

function factsOf(expression: Expression): string[] {
  if (expression.op === 'fact') return [expression.fact];
  if ('left' in expression) return [...factsOf(expression.left), ...factsOf(expression.right)];
  if (expression.op === 'and' || expression.op === 'or') return expression.of.flatMap(factsOf);
  if (expression.op === 'not' || expression.op === 'in') return factsOf(expression.of);
  return [];
}
