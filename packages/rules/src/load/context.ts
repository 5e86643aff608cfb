import { Fault } from './faults.ts';
import { typeSyntax } from './formula.ts';
import type { Context } from './functions.ts';
import type { KnownFact, Registry } from './registry.ts';
import type { Typed } from './typed.ts';

/** Whose facts may be named at a place, and what was named there. */
export interface Place {
  readonly person: boolean;
  readonly item?: string;
  readonly entry?: Typed;
  /** Gathers the parameters that are used, directly or by a fact. */
  readonly parameters: Set<string>;
}

export function contextOf(registry: Registry, place: Place): Context {
  const context: Context = {
    registry,
    person: place.person,
    item: place.item,
    entry: place.entry,
    useFact: (name) => reachable(registry, name, place),
    useParameter: (name) => place.parameters.add(name),
    type: (syntax) => typeSyntax(syntax, context),
    inside: (change) => contextOf(registry, { ...place, ...change }),
  };
  return context;
}

/** The fact of a name, if it can be read from this place. */
export function reachable(registry: Registry, name: string, place: Place): KnownFact {
  const fact = registry.fact(name);
  if (fact.level === 'person' && !place.person) {
    throw new Fault(
      'no-person-here',
      `此处没有特定的人，不能直接用“${name}”：请用 count、any 等对 household.members 汇总`,
      `there is no single person here, so "${name}" cannot be named: use count, any … over household.members`,
    );
  }
  if (fact.level === 'item' && fact.model.entity !== place.item) {
    throw new Fault(
      'no-record-here',
      `“${name}”只能在对列表汇总时使用`,
      `"${name}" can only be named inside count, sum, any or every over its list`,
    );
  }
  for (const parameter of fact.parameters) place.parameters.add(parameter);
  return fact;
}
