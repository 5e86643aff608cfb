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

/** The rules in force on a day that are asked of a household or a person. */
export function plainRules(policy: Policy, day: string): PlainRule[] {
  const wording = {
    parameters: parametersOn(policy.parameters, day),
    scaleOf: (name: string) => policy.parameters[name]?.scale ?? 1,
  };
  return policy.rules.flatMap((rule) => {
    const entity = rule.asks[0];
    if (entity !== 'household' && entity !== 'person') return [];
    if (rule.force.from > day || (rule.force.to !== null && day > rule.force.to)) return [];
    // Whoever is asked is there: that condition is left out, so that no engine has more to do than the rule says.
    const { all } = ruleCondition(rule, wording) as { all: NestedCondition[] };
    return [{ id: rule.id, entity, condition: { all: all.filter((part) => !isPresence(part)) } }];
  });
}

function isPresence(part: NestedCondition): boolean {
  return 'fact' in part && part.fact.endsWith(' is there');
}
