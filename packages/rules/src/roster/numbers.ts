import type { CompiledFact } from '../compile/facts.ts';
import type { Expression } from '../model/expression.ts';
import type { Derivation } from '../model/policy.ts';
import { type Interval, toInterval, type Value } from '../values/interval.ts';
import { membersList } from './columns.ts';
import { combine } from './combine.ts';
import { casesOf, factOperand } from './fact-operand.ts';
import { type Finite, finiteOf, truthOfFormula } from './formula.ts';
import { givenNumbers } from './given.ts';
import { combinationsOf } from './keys.ts';
import { knownLimited, knownQuotients } from './known-numbers.ts';
import { counted } from './members.ts';
import { largestExact, type NumberOperand, numbersFrom, type Work } from './number-vector.ts';
import { rounded } from './rounded.ts';
import type { Operand, Sheet } from './sheet.ts';
import { type ClassVector, constant, isConstant, NotInColumns } from './vectors.ts';

/**
 * A formula that comes to a number, by row.
 *
 * @param asGiven leaves a fact that is unknown without bounds, where it would lie in the range of its field.
 */
export function numbersOf(expression: Expression, sheet: Sheet, asGiven = false): NumberOperand {
  const finite = finiteOf(expression, sheet);
  if (finite !== undefined) return numbersOfFinite(finite, sheet);
  const of = (part: Expression): NumberOperand => numbersOf(part, sheet);
  switch (expression.op) {
    case 'fact': {
      const fact = sheet.regime.scope.fact(expression.fact);
      const operand = factOperand(fact, sheet) as NumberOperand;
      return asGiven ? operand : within(operand, fact.bounds, sheet);
    }
    case 'ifAbsent': {
      const fact = sheet.regime.scope.fact(expression.fact);
      return firstKnownNumbers(factOperand(fact, sheet) as NumberOperand, of(expression.other), sheet);
    }
    case 'add':
    case 'subtract':
    case 'multiply':
      return numbersFrom([of(expression.left), of(expression.right)], sheet, arithmetic[expression.op]);
    case 'min':
    case 'max': {
      const { op } = expression;
      const operands = [of(expression.left), of(expression.right)] as const;
      const known = knownLimited(op, arithmetic[op], operands, sheet);
      return { ...numbersFrom(operands, sheet, arithmetic[op]), known };
    }
    case 'rescale':
      return numbersFrom([of(expression.of), constant(expression.by)], sheet, arithmetic.multiply);
    case 'round': {
      const { of: dividend } = expression;
      const [above, times] =
        dividend.op === 'multiply' ? [of(dividend.left), of(dividend.right)] : [of(dividend), constant(1)];
      const below = expression.by === null ? constant(1) : of(expression.by);
      const work = rounded(expression);
      const known = knownQuotients(expression, work, [above, times, below], sheet);
      return { ...numbersFrom([above, times, below], sheet, work), known };
    }
    case 'if': {
      const when = truthOfFormula(expression.when, sheet);
      if (isConstant(when)) {
        if (typeof when.value === 'boolean') return of(when.value ? expression.yes : expression.no);
        return numbersFrom([constant(0), of(expression.yes), of(expression.no)], sheet, chosen);
      }
      const truths = truthNumbers(when as ClassVector, sheet);
      return numbersFrom([truths, of(expression.yes), of(expression.no)], sheet, chosen);
    }
    case 'count':
    case 'sum':
      if (expression.list === membersList) return counted(expression, sheet);
      throw new NotInColumns(`numbers inside ${expression.list}`);
    default:
      throw new NotInColumns(expression.op);
  }
}

/** A number that is one of a few values, case by case. */
export function numbersOfCases(
  fact: CompiledFact,
  cases: Extract<Derivation, { cases: unknown }>['cases'],
  sheet: Sheet,
): NumberOperand {
  const finite = casesOf({ cases }, sheet);
  if (finite === undefined) throw new NotInColumns(fact.model.name);
  return numbersOfFinite(finite, sheet);
}

/** Where the first is not known, the second. */
export function firstKnownNumbers(first: NumberOperand, other: Operand, sheet: Sheet): NumberOperand {
  if (isConstant(first)) return typeof first.value === 'number' ? first : (other as NumberOperand);
  return numbersFrom([first, other as NumberOperand], sheet, ([own, rest], low, high, rows) => {
    for (let row = 0; row < rows; row++) {
      const from = own.low[row] === own.high[row] ? own : rest;
      low[row] = from.low[row] as number;
      high[row] = from.high[row] as number;
    }
  });
}

function numbersOfFinite(finite: Finite, sheet: Sheet): NumberOperand {
  if (finite.inputs.length === 0) return constant(finite.evaluate([]));
  const ids = new Map<string, number>();
  const lows: number[] = [];
  const highs: number[] = [];
  const idOf = (value: Value): number => {
    const range = toInterval(value);
    const key = `${range.low} ${range.high}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = lows.push(range.low) - 1;
      highs.push(range.high);
      ids.set(key, id);
    }
    return id;
  };
  const vector = combine(finite.inputs, sheet, (classes) => idOf(finite.evaluate(classes)), {
    // Where there are few combinations there are at most as many ranges.
    width: Math.min(combinationsOf(finite.inputs) + 1, manyRanges),
    meaning: (of) => ({ low: lows[of] as number, high: highs[of] as number }),
  });
  const low = new Float64Array(sheet.most[vector.level]);
  const high = new Float64Array(sheet.most[vector.level]);
  return {
    level: vector.level,
    inputs: [vector],
    low,
    high,
    fill: (block) => {
      const { classes } = vector;
      const rows = vector.level === 'case' ? block.households : block.persons;
      for (let row = 0; row < rows; row++) {
        const id = classes[row] as number;
        low[row] = lows[id] as number;
        high[row] = highs[id] as number;
      }
    },
  };
}

/** How many ranges come is not known beforehand. */
const manyRanges = 2 ** 31;

/** What is not known lies in the range of its field. */
function within(operand: NumberOperand, range: Interval, sheet: Sheet): NumberOperand {
  if (range.low === Number.NEGATIVE_INFINITY && range.high === Number.POSITIVE_INFINITY) return operand;
  if (isConstant(operand)) return operand.value === undefined ? constant(range) : operand;
  if (operand.plain !== undefined) return givenNumbers({ ...operand.plain, range }, operand.level, sheet);
  return numbersFrom([operand], sheet, ([of], low, high, rows) => {
    for (let row = 0; row < rows; row++) {
      const [from, to] = [of.low[row] as number, of.high[row] as number];
      const isOpen = from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
      low[row] = isOpen ? range.low : from;
      high[row] = isOpen ? range.high : to;
    }
  });
}

/** Truth as a number, so that it can be one of the operands: its class. */
function truthNumbers(vector: ClassVector, sheet: Sheet): NumberOperand {
  const low = new Float64Array(sheet.most[vector.level]);
  return {
    level: vector.level,
    inputs: [vector],
    low,
    high: low,
    fill: () => low.set(vector.classes.subarray(0, low.length)),
  };
}

/** By the class of the first operand: the second, the third, or what either can be. */
const chosen: Work = ([when, yes, no], low, high, rows) => {
  for (let row = 0; row < rows; row++) {
    const truth = when.low[row] as number;
    const [a, b] = [yes.low[row] as number, no.low[row] as number];
    const [c, d] = [yes.high[row] as number, no.high[row] as number];
    low[row] = truth === 1 ? a : truth === 2 ? b : Math.min(a, b);
    high[row] = truth === 1 ? c : truth === 2 ? d : Math.max(c, d);
  }
};

const arithmetic: Readonly<Record<'add' | 'subtract' | 'multiply' | 'min' | 'max', Work>> = {
  add: ([a, b], low, high, rows, watch) => {
    for (let row = 0; row < rows; row++) {
      const from = (a.low[row] as number) + (b.low[row] as number);
      const to = (a.high[row] as number) + (b.high[row] as number);
      low[row] = from;
      high[row] = to;
      if (from === to && !isExact(from)) watch(row);
    }
  },
  subtract: ([a, b], low, high, rows, watch) => {
    for (let row = 0; row < rows; row++) {
      const from = (a.low[row] as number) - (b.high[row] as number);
      const to = (a.high[row] as number) - (b.low[row] as number);
      low[row] = from;
      high[row] = to;
      if (from === to && !isExact(from)) watch(row);
    }
  },
  min: ([a, b], low, high, rows) => {
    for (let row = 0; row < rows; row++) {
      low[row] = Math.min(a.low[row] as number, b.low[row] as number);
      high[row] = Math.min(a.high[row] as number, b.high[row] as number);
    }
  },
  max: ([a, b], low, high, rows) => {
    for (let row = 0; row < rows; row++) {
      low[row] = Math.max(a.low[row] as number, b.low[row] as number);
      high[row] = Math.max(a.high[row] as number, b.high[row] as number);
    }
  },
  multiply: ([a, b], low, high, rows, watch) => {
    for (let row = 0; row < rows; row++) {
      const [from, to] = [a.low[row] as number, a.high[row] as number];
      const [least, most] = [b.low[row] as number, b.high[row] as number];
      if (from === to && least === most) {
        const whole = from * least;
        low[row] = high[row] = whole;
        if (!isExact(whole)) watch(row);
        continue;
      }
      const [p, q, r, s] = [product(from, least), product(from, most), product(to, least), product(to, most)];
      low[row] = Math.min(p, q, r, s);
      high[row] = Math.max(p, q, r, s);
    }
  },
};

/** Zero times anything is zero, however unknown the other side. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

function isExact(value: number): boolean {
  return value <= largestExact && value >= -largestExact;
}
