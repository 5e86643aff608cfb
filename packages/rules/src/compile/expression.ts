import type { ComparisonOperator, Expression } from '../model/expression.ts';
import { mulDivRound } from '../values/exact.ts';
import {
  add,
  anything,
  fromBounds,
  type Interval,
  isInterval,
  multiply,
  subtract,
  toInterval,
  type Value,
} from '../values/interval.ts';
import { safe } from '../values/safe-whole.ts';
import { aggregate, extremeDay } from './aggregate.ts';
import { compare } from './compare.ts';
import type { Levels } from './entries.ts';
import { type CompiledFact, factValue } from './facts.ts';
import type { Frame } from './frame.ts';
import { onDays } from './on-days.ts';
import type { ParameterValues } from './parameters.ts';
import { isRecord } from './read.ts';

export type Evaluate = (frame: Frame) => Value;

/** What formulas refer to by name. */
export interface Scope {
  readonly fact: (name: string) => CompiledFact;
  readonly parameters: ParameterValues;
  /** In how many steps to the unit a parameter's value is kept. */
  readonly scaleOf?: (parameter: string) => number;
  readonly levels: Levels;
}

/** Turns a checked formula into a function. What is unknown comes out unknown, unless the known parts settle it. */
export function compileExpression(expression: Expression, scope: Scope): Evaluate {
  const compile = (part: Expression): Evaluate => compileExpression(part, scope);
  switch (expression.op) {
    case 'value': {
      const { value } = expression;
      return () => value;
    }
    case 'unknown':
      return () => undefined;
    case 'fact':
      return readFact(scope.fact(expression.fact));
    case 'parameter': {
      const value = scope.parameters.get(expression.parameter) as number | string;
      return () => value;
    }
    case 'table':
      return lookUp(expression, scope);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'min':
    case 'max':
      return arithmetic(expression.op, compile(expression.left), compile(expression.right));
    case 'rescale': {
      const of = compile(expression.of);
      const by = { low: expression.by, high: expression.by };
      return (frame) => {
        const value = of(frame);
        return typeof value === 'number' ? safe(value * by.low) : multiply(toInterval(value), by);
      };
    }
    case 'round':
      return rounding(expression, compile);
    case 'compare':
      return comparison(expression.operator, compile(expression.left), compile(expression.right));
    case 'in': {
      const of = compile(expression.of);
      const values = new Set<unknown>(expression.values);
      return (frame) => {
        const value = of(frame);
        return value === undefined || isInterval(value) ? undefined : values.has(value);
      };
    }
    case 'contains': {
      const of = compile(expression.of);
      const value = compile(expression.value);
      return (frame) => {
        const list = of(frame);
        if (!Array.isArray(list)) return undefined;
        const wanted = value(frame);
        if (wanted === undefined || isInterval(wanted)) return list.length === 0 ? false : undefined;
        return list.includes(wanted);
      };
    }
    case 'and':
    case 'or':
      return junction(expression.op === 'and', expression.of.map(compile));
    case 'not': {
      const of = compile(expression.of);
      return (frame) => {
        const value = of(frame);
        return typeof value === 'boolean' ? !value : undefined;
      };
    }
    case 'given': {
      const fact = scope.fact(expression.fact);
      return (frame) => {
        const value = factValue(fact, frame);
        if (typeof value === 'string' || Array.isArray(value)) return value.length > 0;
        return value === undefined ? undefined : true;
      };
    }
    case 'entry':
      return ({ entry }) => entry;
    case 'present':
      return (frame) => isRecord(frame.case.objects[expression.entity]);
    case 'earliest':
    case 'latest':
      return extremeDay(expression, scope, compile);
    case 'count':
    case 'sum':
    case 'any':
    case 'every':
      return aggregate(expression, scope, compile);
    case 'if': {
      const when = compile(expression.when);
      const yes = compile(expression.yes);
      const no = compile(expression.no);
      return (frame) => {
        const holds = when(frame);
        if (typeof holds === 'boolean') return holds ? yes(frame) : no(frame);
        return either(yes(frame), no(frame));
      };
    }
    case 'ifAbsent': {
      const fact = scope.fact(expression.fact);
      const other = compile(expression.other);
      return (frame) => {
        const value = factValue(fact, frame);
        // A range is no value that was given.
        return value === undefined || isInterval(value) ? other(frame) : value;
      };
    }
    case 'addDays':
    case 'addMonths':
    case 'addYears':
    case 'firstOfNextMonth':
    case 'year':
    case 'completedYears':
    case 'daysBetween':
      return onDays(expression, compile);
  }
}

function junction(all: boolean, parts: readonly Evaluate[]): Evaluate {
  return (frame) => {
    let open = false;
    for (const part of parts) {
      const value = part(frame);
      if (value === !all) return !all;
      if (value !== all) open = true;
    }
    return open ? undefined : all;
  };
}

function readFact(fact: CompiledFact): Evaluate {
  if (fact.model.kind !== 'number') return (frame) => factValue(fact, frame);
  return (frame) => factValue(fact, frame) ?? fact.bounds;
}

function lookUp(expression: Extract<Expression, { op: 'table' }>, scope: Scope): Evaluate {
  const fact = scope.fact(expression.by);
  const table = scope.parameters.get(expression.parameter) as Readonly<Record<string, number>> | undefined;
  if (table === undefined) return () => undefined;
  const all = Object.values(table);
  // A code that the table lacks has no value: then an unknown code tells nothing.
  const complete = [...(fact.codes as ReadonlySet<string>)].every((code) => Object.hasOwn(table, code));
  const range = complete ? fromBounds(Math.min(...all), Math.max(...all)) : anything;
  return (frame) => {
    const code = factValue(fact, frame);
    return typeof code === 'string' ? (Object.hasOwn(table, code) ? table[code] : anything) : range;
  };
}

function arithmetic(op: 'add' | 'subtract' | 'multiply' | 'min' | 'max', left: Evaluate, right: Evaluate): Evaluate {
  const exact = {
    add: (a: number, b: number) => a + b,
    subtract: (a: number, b: number) => a - b,
    multiply: (a: number, b: number) => a * b,
    min: Math.min,
    max: Math.max,
  }[op];
  const ranged = {
    add,
    subtract,
    multiply,
    min: (a: Interval, b: Interval) => fromBounds(Math.min(a.low, b.low), Math.min(a.high, b.high)),
    max: (a: Interval, b: Interval) => fromBounds(Math.max(a.low, b.low), Math.max(a.high, b.high)),
  }[op];
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (typeof a !== 'number' || typeof b !== 'number') return ranged(toInterval(a), toInterval(b));
    return safe(exact(a, b));
  };
}

function rounding(
  { of, by, numerator, denominator, mode, step }: Extract<Expression, { op: 'round' }>,
  compile: (part: Expression) => Evaluate,
): Evaluate {
  // A product is taken apart: as a whole it may be too large for a double, though the quotient is not.
  const dividend = compile(of.op === 'multiply' ? of.left : of);
  const factor = of.op === 'multiply' ? compile(of.right) : undefined;
  const divisor = by === null ? undefined : compile(by);
  return (frame) => {
    const above = dividend(frame);
    const times = factor === undefined ? 1 : factor(frame);
    const below = divisor === undefined ? 1 : divisor(frame);
    // Dividing by what may be zero, or by an unknown, tells nothing; zero by zero neither.
    if (typeof below !== 'number' || below === 0) return undefined;
    const round = (value: number, by: number): number =>
      Number.isFinite(value)
        ? mulDivRound(value, product(by, numerator), product(denominator, below * step), mode) * step
        : value;
    if (typeof above === 'number' && typeof times === 'number') return safe(round(above, times));
    const { low, high } = toInterval(multiply(toInterval(above), toInterval(times)));
    return below > 0 ? fromBounds(round(low, 1), round(high, 1)) : undefined;
  };
}

/** Exact, whatever its size. */
function product(a: number, b: number): number | bigint {
  const small = a * b;
  return Number.isSafeInteger(small) ? small : BigInt(a) * BigInt(b);
}

function comparison(operator: ComparisonOperator, left: Evaluate, right: Evaluate): Evaluate {
  return (frame) => compare(operator, left(frame), right(frame));
}

/** Between two numbers; what is no number makes it a range without bounds, which says nothing. */
function either(a: Value, b: Value): Value {
  if (a === b) return a;
  const x = toInterval(a);
  const y = toInterval(b);
  return fromBounds(Math.min(x.low, y.low), Math.max(x.high, y.high));
}
