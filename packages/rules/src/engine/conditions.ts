import type { ConditionProperties, NestedCondition, TopLevelCondition } from 'json-rules-engine';
import type { ParameterValues } from '../compile/parameters.ts';
import type { ConditionModel, LeafModel, RuleModel } from '../model/policy.ts';

/** What the conditions of a rule are written out with. */
export interface Wording {
  readonly parameters: ParameterValues;
  /** In how many steps to the unit a parameter's value is kept. */
  readonly scaleOf: (parameter: string) => number;
}

/** The fact that says whether whoever a rule is asked of is there: without it, a `not` would hold for nobody. */
export function presenceOf({ asks }: RuleModel): string {
  return `${asks.join(' or ')} is there`;
}

/** A rule's scope and test as one condition of json-rules-engine, parameters replaced by their values on the day. */
export function ruleCondition(rule: RuleModel, wording: Wording): TopLevelCondition {
  const parts = [rule.scope, rule.when].flatMap((part) => (part === undefined ? [] : [nested(part, wording)]));
  if (rule.items !== undefined) parts.push(checklist(rule, wording));
  return { all: [{ fact: presenceOf(rule), operator: 'equal', value: true }, ...parts] };
}

/** Every item that applies is done, and at least one applies. */
function checklist({ items = [] }: RuleModel, wording: Wording): NestedCondition {
  const done = items.map(({ scope, when }): NestedCondition => {
    const test = nested(when, wording);
    return scope === undefined ? test : { any: [{ not: nested(scope, wording) }, test] };
  });
  const scopes = items.map(({ scope }) => scope);
  if (scopes.includes(undefined)) return { all: done };
  return { all: [...done, { any: (scopes as ConditionModel[]).map((scope) => nested(scope, wording)) }] };
}

function nested(condition: ConditionModel, wording: Wording): NestedCondition {
  if ('all' in condition) return { all: condition.all.map((part) => nested(part, wording)) };
  if ('any' in condition) return { any: condition.any.map((part) => nested(part, wording)) };
  if ('not' in condition) return { not: nested(condition.not, wording) };
  return leaf(condition, wording);
}

function leaf({ fact, operator, value }: LeafModel, { parameters, scaleOf }: Wording): ConditionProperties {
  if (typeof value !== 'object' || Array.isArray(value) || !('parameter' in value)) return { fact, operator, value };
  const steps = parameters.get(value.parameter);
  return { fact, operator, value: typeof steps === 'number' ? steps / scaleOf(value.parameter) : steps };
}
