import type { ConditionModel, Expression } from '@jingzhun/rules';

/** Whether an entity is in the case: for certain, certainly not, or not known yet. */
export type Presence = (entity: string) => boolean | undefined;

const prefix = 'present.';

/** What a condition comes to by whom the case is about alone; undefined where it takes more. */
export function inConditions(condition: ConditionModel, presence: Presence): boolean | undefined {
  if ('all' in condition) return all(condition.all.map((each) => inConditions(each, presence)));
  if ('any' in condition) return any(condition.any.map((each) => inConditions(each, presence)));
  if ('not' in condition) return not(inConditions(condition.not, presence));
  const { fact, operator, value } = condition;
  if (!fact.startsWith(prefix) || typeof value !== 'boolean') return undefined;
  const there = presence(fact.slice(prefix.length));
  if (there === undefined || (operator !== 'equal' && operator !== 'notEqual')) return undefined;
  return (there === value) === (operator === 'equal');
}

/** The same of a formula. */
export function inExpressions(expression: Expression, presence: Presence): boolean | undefined {
  switch (expression.op) {
    case 'present':
      return presence(expression.entity);
    case 'fact':
      return expression.fact.startsWith(prefix) ? presence(expression.fact.slice(prefix.length)) : undefined;
    case 'not':
      return not(inExpressions(expression.of, presence));
    case 'and':
      return all(expression.of.map((each) => inExpressions(each, presence)));
    case 'or':
      return any(expression.of.map((each) => inExpressions(each, presence)));
    default:
      return undefined;
  }
}

function not(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function all(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function any(truths: readonly (boolean | undefined)[]): boolean | undefined {
  return not(all(truths.map(not)));
}
