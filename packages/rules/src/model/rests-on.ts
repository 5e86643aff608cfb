import type { Policy, RuleModel } from './policy.ts';

/** What a rule rests on, through the policy's own facts and the vocabulary's derivations. */
export interface Ground {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
}

const factKeys = new Set(['fact', 'by', 'list']);

/** The facts and parameters that a rule, or any part of one, names or rests on. */
export function groundOf(part: unknown, policy: Policy): Ground {
  const models = new Map(policy.facts.map((fact) => [fact.name, fact]));
  const facts = new Set<string>();
  const parameters = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inside] of Object.entries(value)) {
      if (key === 'parameter' && typeof inside === 'string') parameters.add(inside);
      else if (factKeys.has(key) && typeof inside === 'string') follow(inside);
      else walk(inside);
    }
  };
  const follow = (name: string): void => {
    if (facts.has(name)) return;
    facts.add(name);
    walk(models.get(name)?.derive);
  };
  walk(part);
  for (const name of parameters) {
    const by = policy.parameters[name]?.by;
    if (by !== undefined) follow(by);
  }
  return { facts, parameters };
}

const grounds = new WeakMap<RuleModel, Ground>();

export function groundOfRule(rule: RuleModel, policy: Policy): Ground {
  let ground = grounds.get(rule);
  if (ground === undefined) {
    ground = groundOf(rule, policy);
    grounds.set(rule, ground);
  }
  return ground;
}
