import type { Policy } from '../model/policy.ts';

/** What a part of a policy rests on, followed down to what a case gives. */
export interface Reads {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

const nothing: Reads = { facts: new Set(), parameters: new Set() };
const readings = new WeakMap<Policy, Readings>();

/**
 * Follows rules, conditions and formulas down to the facts and parameters that they rest on. They are plain JSON, in
 * which only names stand under `fact`, `list`, `parameter` and, of a table, `by`.
 */
export class Readings {
  private readonly derivations: ReadonlyMap<string, unknown>;
  private readonly parameters: Policy['parameters'];
  private readonly known = new WeakMap<object, Reads>();

  private constructor({ facts, parameters }: Policy) {
    this.derivations = new Map(facts.map(({ name, derive }) => [name, derive]));
    this.parameters = parameters;
  }

  /** Followed once for each policy, however many records there are. */
  static ofPolicy(policy: Policy): Readings {
    const known = readings.get(policy) ?? new Readings(policy);
    readings.set(policy, known);
    return known;
  }

  of(part: unknown): Reads {
    if (typeof part !== 'object' || part === null) return nothing;
    let reads = this.known.get(part);
    if (reads === undefined) {
      const found = { facts: new Set<string>(), parameters: new Set<string>() };
      this.collect(part, found);
      reads = found;
      this.known.set(part, reads);
    }
    return reads;
  }

  private collect(part: unknown, found: { facts: Set<string>; parameters: Set<string> }): void {
    if (typeof part !== 'object' || part === null) return;
    const fact = (name: unknown): void => {
      if (typeof name !== 'string' || found.facts.has(name)) return;
      found.facts.add(name);
      this.collect(this.derivations.get(name), found);
    };
    for (const [key, value] of Object.entries(part)) {
      if (typeof value !== 'string') this.collect(value, found);
      else if (key === 'fact' || key === 'list' || key === 'by') fact(value);
      else if (key === 'parameter' && !found.parameters.has(value)) {
        found.parameters.add(value);
        fact(this.parameters[value]?.by);
      }
    }
  }
}
