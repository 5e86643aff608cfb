import type { Regime } from '../compile/regime.ts';
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import type { ConditionModel, LeafModel } from '../model/policy.ts';

const comparisons: Readonly<Partial<Record<LeafModel['operator'], ComparisonOperator>>> = {
  equal: '=',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
};

/** A condition as a formula, numbers in steps. */
export function expressionOf(condition: ConditionModel, regime: Regime): Expression {
  const part = (each: ConditionModel): Expression => expressionOf(each, regime);
  if ('all' in condition) return { op: 'and', of: condition.all.map(part) };
  if ('any' in condition) return { op: 'or', of: condition.any.map(part) };
  if ('not' in condition) return { op: 'not', of: part(condition.not) };
  const { fact, other, expected, operator } = regime.leaf(condition);
  const left: Expression = { op: 'fact', fact: fact.model.name };
  const comparison = comparisons[operator];
  if (other !== undefined) {
    const scale = Math.max(fact.model.scale, other.model.scale);
    const inScale = (of: Expression, by: number): Expression => (by === 1 ? of : { op: 'rescale', of, by });
    const right: Expression = { op: 'fact', fact: other.model.name };
    return {
      op: 'compare',
      operator: comparison ?? '=',
      left: inScale(left, scale / fact.model.scale),
      right: inScale(right, scale / other.model.scale),
    };
  }
  const value = inSteps(expected, fact.model.kind === 'number' ? fact.model.scale : 1);
  if (operator === 'in' || operator === 'notIn') {
    const within: Expression = { op: 'in', of: left, values: value as (string | number)[] };
    return operator === 'in' ? within : { op: 'not', of: within };
  }
  if (comparison === undefined) {
    const contains: Expression = { op: 'contains', of: left, value: { op: 'value', value: value as string | number } };
    return operator === 'contains' ? contains : { op: 'not', of: contains };
  }
  return {
    op: 'compare',
    operator: comparison,
    left,
    right: { op: 'value', value: value as string | number | boolean },
  };
}

type Plain = boolean | number | string;

/** A parameter can be finer than the steps of the fact: then it stands between two of them. */
function inSteps(value: Plain | readonly (string | number)[] | undefined, scale: number): Plain | (string | number)[] {
  if (Array.isArray(value)) return value.map((each) => inSteps(each, scale) as string | number);
  if (typeof value !== 'number') return value as Plain;
  const steps = value * scale;
  return Math.abs(steps - Math.round(steps)) < 1e-6 ? Math.round(steps) : steps;
}
