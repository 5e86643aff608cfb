import type { Expression } from '../model/expression.ts';
import type { Scope } from './expression.ts';
import type { CompiledFact } from './facts.ts';

/** What a formula rests on in the end: given facts, those of the policy's own followed down to theirs. */
export interface Ground {
  readonly facts: readonly CompiledFact[];
  /** One unknown fact makes the whole unknown: sums, differences and shares, no branch and no product of facts. */
  readonly linear: boolean;
}

/** The ground of a formula; undefined where it goes through a list, whose entries are no facts of the case. */
export function groundOf(expression: Expression, scope: Scope): Ground | undefined {
  const facts = new Set<CompiledFact>();
  let linear = true;
  const walk = (part: Expression): boolean => {
    switch (part.op) {
      case 'value':
      case 'parameter':
        return true;
      case 'fact':
        return follow(scope.fact(part.fact));
      case 'add':
      case 'subtract':
        return walk(part.left) && walk(part.right);
      case 'rescale':
        return walk(part.of);
      case 'round':
        linear &&= part.by === null;
        return walk(part.of) && (part.by === null || walk(part.by));
      case 'firstOfNextMonth':
      case 'year':
        return walk(part.of);
      case 'multiply':
        linear &&= isConstant(part.left) || isConstant(part.right);
        return walk(part.left) && walk(part.right);
      case 'min':
      case 'max':
      case 'compare':
        linear = false;
        return walk(part.left) && walk(part.right);
      case 'if':
        linear = false;
        return walk(part.when) && walk(part.yes) && walk(part.no);
    }
    return false;
  };
  const follow = (fact: CompiledFact): boolean => {
    const formula = ownFormula(fact);
    if (formula !== undefined) return walk(formula);
    facts.add(fact);
    return fact.model.path !== undefined;
  };
  return walk(expression) ? { facts: [...facts], linear } : undefined;
}

function isConstant({ op }: Expression): boolean {
  return op === 'value' || op === 'parameter';
}

/** What a fact of the policy's own follows from; undefined where a case can give it. */
export function ownFormula({ model: { path, derive } }: CompiledFact): Expression | undefined {
  return path === undefined && derive !== undefined && 'formula' in derive ? derive.formula.expression : undefined;
}
