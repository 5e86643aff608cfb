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
      default:
        return false;
    }
  };
  const follow = (fact: CompiledFact): boolean => {
    const { path, derive } = fact.model;
    if (path === undefined && derive !== undefined && 'formula' in derive) return walk(derive.formula.expression);
    facts.add(fact);
    return path !== undefined;
  };
  return walk(expression) ? { facts: [...facts], linear } : undefined;
}

/** What decides a formula's value, and which facts it still needs. */
export interface Sight {
  readonly facts: readonly CompiledFact[];
  /** Do these facts also decide what it needs? Not where one of them follows from the entries of a list. */
  readonly whole: boolean;
}

/** The facts that a formula looks at, with those they follow from; undefined where it goes through a list itself. */
export function sightOf(expression: Expression, scope: Scope): Sight | undefined {
  const facts = new Set<CompiledFact>();
  let whole = true;
  const look = (name: string): true => {
    const fact = scope.fact(name);
    if (facts.has(fact)) return true;
    facts.add(fact);
    const { derive } = fact.model;
    if (derive === undefined) return true;
    const parts = 'formula' in derive ? [derive.formula] : derive.cases.map(({ when }) => when);
    for (const part of parts) if (!walk(part.expression)) whole = false;
    return true;
  };
  const walk = (part: Expression): boolean => {
    switch (part.op) {
      case 'count':
      case 'sum':
      case 'any':
      case 'every':
      case 'earliest':
      case 'latest':
      case 'entry':
      case 'present':
        return false;
      case 'fact':
      case 'given':
        return look(part.fact);
      case 'ifAbsent':
        return look(part.fact) && walk(part.other);
      case 'table':
        return look(part.by);
      case 'and':
      case 'or':
        return part.of.every(walk);
      case 'if':
        return walk(part.when) && walk(part.yes) && walk(part.no);
      case 'contains':
        return walk(part.of) && walk(part.value);
      case 'value':
      case 'parameter':
      case 'unknown':
        return true;
      default:
        if ('left' in part) return walk(part.left) && walk(part.right);
        return walk(part.of) && (!('by' in part) || typeof part.by !== 'object' || part.by === null || walk(part.by));
    }
  };
  return walk(expression) ? { facts: [...facts], whole } : undefined;
}

/** Without those that follow from others among them, and from nothing else: they decide nothing more. */
export function decisive(facts: readonly CompiledFact[], scope: Scope): CompiledFact[] {
  const all = new Set(facts);
  return facts.filter(({ model }) => {
    if (model.path !== undefined || model.derive === undefined) return true;
    const { facts: seen, whole } = sightOf({ op: 'fact', fact: model.name }, scope) as Sight;
    return !whole || !seen.every((fact) => all.has(fact));
  });
}

function isConstant({ op }: Expression): boolean {
  return op === 'value' || op === 'parameter';
}
