import type { NestedCondition } from 'json-rules-engine';
import { parametersOn } from '../../packages/rules/src/compile/parameters.ts';
import { ruleCondition } from '../../packages/rules/src/engine/conditions.ts';
import type { Policy } from '../../packages/rules/src/index.ts';

/** A rule's scope and test in json-rules-engine's JSON, parameters written in. */
export interface PlainRule {
  readonly id: string;
  readonly entity: 'household' | 'person';
  readonly condition: { readonly all: NestedCondition[] };
}

/** The rules in force on a day that are asked of a household or a person, as they stand for a household that comes alone. */
export function plainRules(policy: Policy, day: string): PlainRule[] {
  const wording = {
    parameters: parametersOn(policy.parameters, day),
    scaleOf: (name: string) => policy.parameters[name]?.scale ?? 1,
  };
  return policy.rules.flatMap((rule) => {
    const entity = rule.asks.find((asked) => asked === 'household' || asked === 'person');
    if (entity === undefined) return [];
    if (rule.force.from > day || (rule.force.to !== null && day > rule.force.to)) return [];
    const condition = settled(ruleCondition(rule, wording) as NestedCondition);
    if (typeof condition === 'boolean') return [];
    return [{ id: rule.id, entity, condition: 'all' in condition ? condition : { all: [condition] } }];
  });
}

/**
 * Who is there is settled beforehand: whoever is asked, the household, and no county, town or village. What follows from that
 * alone is left out, so that no engine has more to do than the rule says of a household.
 */
function settled(part: NestedCondition): NestedCondition | boolean {
  if ('all' in part) return joined(part.all, false, (all) => ({ all }));
  if ('any' in part) return joined(part.any, true, (any) => ({ any }));
  if ('not' in part) {
    const inside = settled(part.not);
    return typeof inside === 'boolean' ? !inside : { not: inside };
  }
  if (!('fact' in part)) return part;
  if (part.fact.endsWith(' is there')) return true;
  return part.fact.startsWith('present.') ? part.value === (part.fact === 'present.household') : part;
}

/** `decisive`: the answer of one part that is the answer of all. */
function joined(
  parts: readonly NestedCondition[],
  decisive: boolean,
  join: (parts: NestedCondition[]) => NestedCondition,
): NestedCondition | boolean {
  const left: NestedCondition[] = [];
  for (const part of parts) {
    const inside = settled(part);
    if (inside === decisive) return decisive;
    if (typeof inside !== 'boolean') left.push(inside);
  }
  if (left.length === 0) return !decisive;
  return left.length === 1 ? (left[0] as NestedCondition) : join(left);
}
