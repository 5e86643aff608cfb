import type { Scope } from '../compile/expression.ts';
import type { CompiledFact } from '../compile/facts.ts';
import type { CompiledOutcome, CompiledRule } from '../compile/rule.ts';
import type { Expression, Formula } from '../model/expression.ts';

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

/**
 * The facts whose values, beyond the classes of the rule's slots, count for status and amounts; undefined where a grant goes through a
 * list. What a finding shows beyond that makes no difference here.
 */
export function factsThatCount(
  { due, items = [], grants, outcomes }: CompiledRule,
  scope: Scope,
): readonly CompiledFact[] | undefined {
  const dues = [due, ...items.map((item) => item.due)].filter((each) => typeof each === 'object');
  const sights = grants.map(({ place }) =>
    sightOf(((outcomes[place] as CompiledOutcome).model.value as Formula).expression, scope),
  );
  return sights.includes(undefined) ? undefined : [...dues, ...sights.flatMap((sight) => sight?.facts ?? [])];
}
