import { compare } from '../compile/compare.ts';
import type { ComparisonOperator } from '../model/expression.ts';
import type { Value } from '../values/interval.ts';
import { bytesFor } from './byte-rows.ts';
import { type NumberOperand, onLevel } from './number-vector.ts';
import { classesOfPlain } from './plain-classes.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import { type ClassVector, isConstant, type NumberVector, truthClass, truthValue } from './vectors.ts';

type Truths = (a: NumberVector, b: NumberVector, into: Uint8Array, rows: number) => void;

/** Two numbers compared, as far as their ranges tell. */
export function compared(operator: ComparisonOperator, a: NumberOperand, b: NumberOperand, sheet: Sheet): ClassVector {
  switch (operator) {
    case '>':
      return compared('<', b, a, sheet);
    case '>=':
      return compared('<=', b, a, sheet);
    default:
      return comparedPlainly(operator, a, b, sheet) ?? truthsOf(a, b, sheet, comparisons[operator]);
  }
}

/** A column beside one number: whether a known value lies below, at or above it settles the answer. */
function comparedPlainly(
  operator: '=' | '!=' | '<' | '<=',
  a: NumberOperand,
  b: NumberOperand,
  sheet: Sheet,
): ClassVector | undefined {
  const [numbers, other] = isConstant(a) ? [b, a] : [a, b];
  if (isConstant(numbers) || !isConstant(other) || numbers.plain === undefined) return undefined;
  const { value } = other;
  if (typeof value !== 'number') return undefined;
  const { range } = numbers.plain;
  const answer = (of: Value): number =>
    truthClass(numbers === a ? compare(operator, of, value) : compare(operator, value, of));
  const answers = Uint8Array.of(answer(value - 1), answer(value), answer(value + 1));
  const { level } = numbers;
  const classes = bytesFor(sheet.most[level]);
  const fill = classesOfPlain(numbers.plain, level, [value], answers, answer(range), classes);
  return { level, width: 3, inputs: [], classes, meaning: truthValue, fill };
}

// Of an answer, 1 is true, 2 is false and 0 neither: added up from both, nothing branches on a row.

const comparisons: Readonly<Record<'=' | '!=' | '<' | '<=', Truths>> = {
  '<': (a, b, into, rows) => {
    const [lows, highs, least, most] = [a.low, a.high, b.low, b.high];
    for (let row = 0; row < rows; row++) {
      const isLess = Number((highs[row] as number) < (least[row] as number));
      into[row] = isLess | (Number((lows[row] as number) >= (most[row] as number)) << 1);
    }
  },
  '<=': (a, b, into, rows) => {
    const [lows, highs, least, most] = [a.low, a.high, b.low, b.high];
    for (let row = 0; row < rows; row++) {
      const isNotMore = Number((highs[row] as number) <= (least[row] as number));
      into[row] = isNotMore | (Number((lows[row] as number) > (most[row] as number)) << 1);
    }
  },
  '=': (a, b, into, rows) => equal(a, b, into, rows, 1, 2),
  '!=': (a, b, into, rows) => equal(a, b, into, rows, 2, 1),
};

function equal(a: NumberVector, b: NumberVector, into: Uint8Array, rows: number, alike: number, other: number): void {
  const [lows, highs, leasts, mosts] = [a.low, a.high, b.low, b.high];
  for (let row = 0; row < rows; row++) {
    const [low, high] = [lows[row] as number, highs[row] as number];
    const [least, most] = [leasts[row] as number, mosts[row] as number];
    if (high < least || low > most) into[row] = other;
    else into[row] = low === high && least === most ? alike : 0;
  }
}

/** Is the number one of these? Not known for one that is only known to lie in a range. */
export function isAnyOf(a: NumberOperand, values: readonly (string | number)[], sheet: Sheet): ClassVector {
  const wanted = new Set<unknown>(values);
  return truthsOf(a, a, sheet, ({ low, high }, _, into, rows) => {
    for (let row = 0; row < rows; row++) into[row] = low[row] !== high[row] ? 0 : wanted.has(low[row]) ? 1 : 2;
  });
}

/** True where anything is known, never false. */
export function isKnown(a: NumberOperand, sheet: Sheet): ClassVector {
  return truthsOf(a, a, sheet, ({ low, high }, _, into, rows) => {
    for (let row = 0; row < rows; row++) {
      const isOpen = low[row] === Number.NEGATIVE_INFINITY && high[row] === Number.POSITIVE_INFINITY;
      into[row] = isOpen ? 0 : 1;
    }
  });
}

function truthsOf(a: NumberOperand, b: NumberOperand, sheet: Sheet, work: Truths): ClassVector {
  const level = a.level === 'person' || b.level === 'person' ? 'person' : 'case';
  const [first, second] = [onLevel(a, level, sheet), onLevel(b, level, sheet)];
  const classes = bytesFor(sheet.most[level]);
  return {
    level,
    width: 3,
    inputs: [first, second],
    classes,
    meaning: truthValue,
    fill: (block) => work(first, second, classes, rowsIn(block, level)),
  };
}
