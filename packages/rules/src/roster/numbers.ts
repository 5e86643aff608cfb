import type { CompiledFact } from '../compile/facts.ts';
import type { Expression } from '../model/expression.ts';
import type { Derivation } from '../model/policy.ts';
import { type Interval, toInterval, type Value } from '../values/interval.ts';
import { membersList } from './columns.ts';
import { combine } from './combine.ts';
import { casesOf, factOperand } from './fact-operand.ts';
import { finiteOf, truthOfFormula } from './formula.ts';
import type { Finite } from './formula-frame.ts';
import { givenNumbers } from './given.ts';
import { combinationsOf } from './keys.ts';
import { knownLimited, knownQuotients } from './known-numbers.ts';
import { counted } from './members.ts';
import { isExact, type NumberOperand, numbersFrom, type Work } from './number-vector.ts';
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
    const [ownLow, ownHigh, restLow, restHigh] = [own.low, own.high, rest.low, rest.high];
    for (let row = 0; row < rows; row++) {
      const value = ownLow[row] as number;
      const isKnown = value === ownHigh[row];
      low[row] = isKnown ? value : (restLow[row] as number);
      high[row] = isKnown ? value : (restHigh[row] as number);
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
    const [least, most] = [of.low, of.high];
    for (let row = 0; row < rows; row++) {
      const [from, to] = [least[row] as number, most[row] as number];
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

// Arrays are taken out of their vectors before a loop: vectors have many shapes, and looking one up takes longer than the work.

/** By the class of the first operand: the second, the third, or what either can be. */
const chosen: Work = ([{ low: truths }, yes, no], low, high, rows) => {
  const [a, b, c, d] = [yes.low, no.low, yes.high, no.high];
  for (let row = 0; row < rows; row++) {
    const truth = truths[row] as number;
    const [least, other] = [a[row] as number, b[row] as number];
    const [most, another] = [c[row] as number, d[row] as number];
    low[row] = truth === 1 ? least : truth === 2 ? other : Math.min(least, other);
    high[row] = truth === 1 ? most : truth === 2 ? another : Math.max(most, another);
  }
};

const arithmetic: Readonly<Record<'add' | 'subtract' | 'multiply' | 'min' | 'max', Work>> = {
  add: ([a, b], low, high, rows, watch) => {
    const [aLow, aHigh, bLow, bHigh] = [a.low, a.high, b.low, b.high];
    for (let row = 0; row < rows; row++) {
      const from = (aLow[row] as number) + (bLow[row] as number);
      const to = (aHigh[row] as number) + (bHigh[row] as number);
      low[row] = from;
      high[row] = to;
      if (!isExact(from) && from === to) watch(row);
    }
  },
  subtract: ([a, b], low, high, rows, watch) => {
    const [aLow, aHigh, bLow, bHigh] = [a.low, a.high, b.low, b.high];
    for (let row = 0; row < rows; row++) {
      const from = (aLow[row] as number) - (bHigh[row] as number);
      const to = (aHigh[row] as number) - (bLow[row] as number);
      low[row] = from;
      high[row] = to;
      if (!isExact(from) && from === to) watch(row);
    }
  },
  min: ([a, b], low, high, rows) => {
    smaller(a.low, b.low, low, rows);
    smaller(a.high, b.high, high, rows);
  },
  max: ([a, b], low, high, rows) => {
    larger(a.low, b.low, low, rows);
    larger(a.high, b.high, high, rows);
  },
  multiply: ([a, b], low, high, rows, watch) => {
    const [aLow, aHigh, bLow, bHigh] = [a.low, a.high, b.low, b.high];
    for (let row = 0; row < rows; row++) {
      const [from, to] = [aLow[row] as number, aHigh[row] as number];
      const [least, most] = [bLow[row] as number, bHigh[row] as number];
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

function smaller(a: Float64Array, b: Float64Array, into: Float64Array, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = Math.min(a[row] as number, b[row] as number);
}

function larger(a: Float64Array, b: Float64Array, into: Float64Array, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = Math.max(a[row] as number, b[row] as number);
}

/** Zero times anything is zero, however unknown the other side. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
