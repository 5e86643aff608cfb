import { itemFrames } from '../compile/entries.ts';
import { compileExpression, type Evaluate } from '../compile/expression.ts';
import { type CompiledFact, factValue } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import { ownFormula } from '../compile/ground.ts';
import { keptAt } from '../compile/kept.ts';
import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import { isInterval, type Value } from '../values/interval.ts';

/** The facts that have to be given before a fact is known: itself, or, if the policy derives it, those it follows from. */
export function unknownInputs(
  fact: CompiledFact,
  frame: Frame,
  regime: Regime,
  names = new Set<string>(),
): Set<string> {
  const value = factValue(fact, frame);
  if (isKnown(value)) return names;
  const formula = ownFormula(fact);
  return formula === undefined ? names.add(fact.model.name) : unknownIn(formula, frame, regime, names);
}

/** The days of the question, and what stands in the case, are nothing to ask for. */
function isAsked(name: string, regime: Regime): boolean {
  const { entity } = regime.scope.fact(name).model;
  return entity !== 'date' && entity !== 'present';
}

function isKnown(value: Value): boolean {
  return value !== undefined && !isInterval(value);
}

/** The facts that have to be given before a formula is known. */
export function unknownIn(
  expression: Expression,
  frame: Frame,
  regime: Regime,
  names = new Set<string>(),
): Set<string> {
  const inside = (...parts: (Expression | null)[]): void => {
    for (const part of parts) if (part !== null) unknownIn(part, frame, regime, names);
  };
  const named = (name: string): void => {
    unknownInputs(regime.scope.fact(name), frame, regime, names);
  };
  switch (expression.op) {
    case 'value':
    case 'unknown':
    case 'parameter':
    case 'entry':
    case 'present':
      break;
    case 'fact':
    case 'given':
      named(expression.fact);
      break;
    case 'table':
      named(expression.by);
      break;
    case 'ifAbsent':
      if (!isKnown(factValue(regime.scope.fact(expression.fact), frame))) {
        named(expression.fact);
        inside(expression.other);
      }
      break;
    case 'and':
    case 'or':
      inside(...expression.of);
      break;
    case 'if': {
      // Only the branch that is taken counts; one that says "unknown" is what the condition's facts lead to.
      const { when, yes, no } = expression;
      const holds = conditionOf(when, regime)(frame);
      if (holds === undefined) inside(when);
      for (const branch of holds === undefined ? [yes, no] : [holds ? yes : no]) {
        if (branch.op !== 'unknown') inside(branch);
        else for (const name of factsOf(when)) if (isAsked(name, regime)) names.add(name);
      }
      break;
    }
    case 'count':
    case 'sum':
    case 'any':
    case 'every':
    case 'earliest':
    case 'latest': {
      const { list, of, where } = expression;
      const entries = itemFrames(list, regime.scope)(frame);
      if (entries === undefined) names.add(list);
      for (const entry of entries ?? []) {
        for (const part of [of, where]) if (part !== null) unknownIn(part, entry, regime, names);
      }
      break;
    }
    case 'contains':
      inside(expression.of, expression.value);
      break;
    case 'round':
    case 'addDays':
    case 'addMonths':
    case 'addYears':
      inside(expression.of, expression.by);
      break;
    default:
      if ('left' in expression) inside(expression.left, expression.right);
      else inside(expression.of);
  }
  return names;
}

const conditions = new WeakMap<Regime, Map<Expression, Evaluate>>();

/** The condition of a branch as a function, made once for each regime. */
function conditionOf(when: Expression, regime: Regime): Evaluate {
  const known = keptAt(conditions, regime, () => new Map<Expression, Evaluate>());
  return keptAt(known, when, () => compileExpression(when, regime.scope));
}

function factsOf(expression: Expression): string[] {
  if (expression.op === 'fact') return [expression.fact];
  if ('left' in expression) return [...factsOf(expression.left), ...factsOf(expression.right)];
  if (expression.op === 'and' || expression.op === 'or') return expression.of.flatMap(factsOf);
  return expression.op === 'not' || expression.op === 'in' ? factsOf(expression.of) : [];
}
