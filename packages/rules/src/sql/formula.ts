import { compileExpression } from '../compile/expression.ts';
import type { CompiledFact } from '../compile/facts.ts';
import type { Expression } from '../model/expression.ts';
import { anything } from '../values/interval.ts';
import { branch, comparison, orElse } from './branches.ts';
import { overList } from './lists.ts';
import { overMembers } from './members.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import { onDays } from './on-days.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { rounded } from './rounding.ts';
import { allOf, anyOf, atom, choice, FALSE, isGiven, isNull, NULL, negated, TRUE } from './text.ts';
import { constantValue, literal, numberOf, plain, type SqlValue, truthSql, unknown } from './value.ts';

/** A formula in SQL: in every row the value that `decide` works out, NULL and bounds where that is unknown. */
export function formulaSql(expression: Expression, place: Place, plan: Plan): SqlValue {
  const { dialect, regime } = plan;
  if (!plan.varying.expression(expression, place)) {
    return constantValue(compileExpression(expression, regime.scope)(place.frame), dialect);
  }
  const part = (each: Expression): SqlValue => formulaSql(each, place, plan);
  const truth = (each: Expression): string => truthSql(part(each));
  const quantity = (each: Expression): NumberSql => numberOf(part(each));
  switch (expression.op) {
    case 'fact':
      return readFact(regime.scope.fact(expression.fact), place, plan);
    case 'table':
      return lookUp(expression, place, plan);
    case 'add':
      return number.add(quantity(expression.left), quantity(expression.right));
    case 'subtract':
      return number.subtract(quantity(expression.left), quantity(expression.right));
    case 'multiply':
      return number.multiply(quantity(expression.left), quantity(expression.right), dialect.wide);
    case 'min':
    case 'max':
      return number.extreme(expression.op, quantity(expression.left), quantity(expression.right));
    case 'rescale':
      return number.multiply(quantity(expression.of), number.constant(expression.by), dialect.wide);
    case 'round':
      return rounded(expression, quantity, dialect);
    case 'compare':
      return plain(compared(expression, part));
    case 'in':
      return plain(among(part(expression.of), written(expression.values, plan)));
    case 'contains':
      return plain(contains(expression, place, plan));
    case 'and':
      return plain(allOf(expression.of.map(truth)));
    case 'or':
      return plain(anyOf(expression.of.map(truth)));
    case 'not':
      return plain(negated(truth(expression.of)));
    case 'given':
      return plain(given(expression.fact, place, plan));
    case 'entry':
      return place.entry ?? unknown;
    case 'count':
    case 'sum':
    case 'any':
    case 'every':
    case 'earliest':
    case 'latest':
      return expression.list === 'household.members'
        ? overMembers(expression, place, plan)
        : overList(expression, place, plan);
    case 'if':
      return branch(truth(expression.when), part(expression.yes), part(expression.no));
    case 'ifAbsent':
      return orElse(plan.fact(regime.scope.fact(expression.fact), place), part(expression.other));
    case 'addDays':
    case 'addMonths':
    case 'addYears':
    case 'firstOfNextMonth':
    case 'year':
    case 'completedYears':
    case 'daysBetween':
      return onDays(expression, part, dialect);
    default:
      return unknown;
  }
}

/** As formulas read a fact: an unknown number lies between its field's bounds. */
export function readFact(fact: CompiledFact, place: Place, plan: Plan): SqlValue {
  const value = plan.fact(fact, place);
  return fact.model.kind === 'number' ? withBounds(numberOf(value), fact) : value;
}

function withBounds(value: NumberSql, { bounds }: CompiledFact): NumberSql {
  if (bounds.low === -Infinity && bounds.high === Infinity) return value;
  if (number.constantOf(value) !== undefined) return value;
  const { point, low, high, fill, range, column } = value;
  if (fill !== undefined) {
    if (fill.low !== -Infinity || fill.high !== Infinity) return value;
    return { ...number.filled(point, bounds, range), ...(column === undefined ? {} : { column }) };
  }
  const nothing = allOf(
    [low, high].map((bound) =>
      typeof bound === 'number' && Number.isFinite(bound) ? FALSE : isNull(number.boundSql(bound)),
    ),
  );
  const bound = (own: number.Bound, field: number): number.Bound =>
    nothing === FALSE || !Number.isFinite(field) ? own : choice([[nothing, String(field)]], number.boundSql(own));
  return number.between(bound(low, bounds.low), bound(high, bounds.high), range, point);
}

function lookUp({ parameter, by }: Extract<Expression, { op: 'table' }>, place: Place, plan: Plan): SqlValue {
  const fact = plan.regime.scope.fact(by);
  const table = plan.regime.scope.parameters.get(parameter) as Readonly<Record<string, number>> | undefined;
  if (table === undefined) return number.unknownNumber;
  const all = Object.values(table);
  const range = { low: Math.min(...all), high: Math.max(...all) };
  const complete = [...(fact.codes as ReadonlySet<string>)].every((code) => Object.hasOwn(table, code));
  const code = truthSql(plan.fact(fact, place));
  const cases = Object.entries(table).map(([key, value]) => `WHEN ${plan.dialect.text(key)} THEN ${value}`);
  const point = `CASE ${atom(code)} ${cases.join(' ')} END`;
  return number.filled(point, complete ? range : anything, range);
}

function compared(
  { operator, left, right }: Extract<Expression, { op: 'compare' }>,
  part: (each: Expression) => SqlValue,
): string {
  const [a, b] = [part(left), part(right)];
  if (a.kind === 'number' || b.kind === 'number') return number.compare(operator, numberOf(a), numberOf(b));
  return comparison(operator === '!=' ? '<>' : operator, a.sql, b.sql);
}

/** Is a known value one of these, of which there is one at least, or, with `not`, none of them? */
export function among(value: SqlValue, list: readonly string[], not: boolean = false): string {
  const sql = value.kind === 'number' ? value.point : value.sql;
  if (sql === NULL) return NULL;
  if (list.length === 1) return `${atom(sql)} ${not ? '<>' : '='} ${list[0]}`;
  return `${atom(sql)} ${not ? 'NOT IN' : 'IN'} (${list.join(', ')})`;
}

const written = (values: readonly (string | number)[], { dialect }: Plan): string[] =>
  values.map((each) => (typeof each === 'string' ? literal(each, dialect) : String(each)));

function contains({ of, value }: Extract<Expression, { op: 'contains' }>, place: Place, plan: Plan): string {
  const wanted = formulaSql(value, place, plan);
  const sought = wanted.kind === 'number' ? wanted.point : wanted.sql;
  if (!plan.varying.expression(of, place)) {
    const list = compileExpression(of, plan.regime.scope)(place.frame);
    if (!Array.isArray(list)) return NULL;
    return list.length === 0 ? FALSE : among(wanted, written(list as (string | number)[], plan));
  }
  const list = truthSql(formulaSql(of, place, plan));
  const { list: lists } = plan.dialect;
  const none = `${lists.length(list)} = 0`;
  if (sought === NULL) return choice([[none, FALSE]]);
  return choice([
    [none, FALSE],
    [allOf([isGiven(list), isGiven(sought)]), lists.contains(list, sought)],
  ]);
}

function given(name: string, place: Place, plan: Plan): string {
  if (name === 'household.members') {
    const count: Expression = { op: 'count', list: name, of: null, where: null };
    return number.compare('>=', numberOf(overMembers(count, place, plan)), number.constant(1));
  }
  const fact = plan.regime.scope.fact(name);
  const value = plan.fact(fact, place);
  if (value.kind === 'number') {
    const known = anyOf([value.low, value.high].map((bound) => isGiven(number.boundSql(bound))));
    return choice([[known, TRUE]]);
  }
  if (fact.model.kind === 'list') return `${plan.dialect.list.length(value.sql)} > 0`;
  if (fact.model.kind === 'boolean' || fact.model.kind === 'date') return choice([[isGiven(value.sql), TRUE]]);
  return value.sql === NULL ? NULL : `${atom(value.sql)} <> ''`;
}
