import type { Expression } from '../model/expression.ts';
import { Fault } from './faults.ts';
import { anyUnit, type Dimensions, sameUnit, unitName } from './units.ts';

/** A formula with its names resolved and its type known. */
export interface Typed {
  readonly expression: Expression;
  readonly type: 'number' | 'boolean' | 'date' | 'text' | 'list' | 'unknown';
  /** Of a number: the expression yields whole multiples of 1/scale. */
  readonly scale: number;
  /** Of a number: what it measures; `anyUnit` for a bare one. */
  readonly dimensions: Dimensions | typeof anyUnit;
  /** Of a code: its set. */
  readonly codes?: readonly string[] | undefined;
  /** Of a list of plain values: what its entries are. */
  readonly entries?: 'number' | 'date' | 'text' | undefined;
}

export function number(expression: Expression, scale: number, dimensions: Typed['dimensions']): Typed {
  return { expression, type: 'number', scale, dimensions };
}

export function truth(expression: Expression): Typed {
  return { expression, type: 'boolean', scale: 1, dimensions: anyUnit };
}

export function day(expression: Expression): Typed {
  return { expression, type: 'date', scale: 1, dimensions: anyUnit };
}

/** The formula, checked to be of the type that its place asks for. */
export function must(typed: Typed, type: Typed['type'], where: string): Typed {
  if (typed.type === type || typed.type === 'unknown') return typed;
  throw new Fault(
    'wrong-type',
    `${where}应为${names[type].zh}，却是${names[typed.type].zh}`,
    `${where} should be ${names[type].en}, not ${names[typed.type].en}`,
  );
}

export const names = {
  number: { zh: '数', en: 'a number' },
  boolean: { zh: '真假', en: 'true or false' },
  date: { zh: '日期', en: 'a date' },
  text: { zh: '代码或文本', en: 'a code or text' },
  list: { zh: '列表', en: 'a list' },
  unknown: { zh: '未知', en: 'unknown' },
} as const;

/** The one unit of two numbers that are added or compared. */
export function commonUnit(a: Typed, b: Typed, what: string): Typed['dimensions'] {
  if (a.dimensions === anyUnit) return b.dimensions;
  if (b.dimensions === anyUnit || sameUnit(a.dimensions, b.dimensions)) return a.dimensions;
  throw new Fault(
    'unit-mismatch',
    `${what}两边单位不同：${unitName(a.dimensions)} 与 ${unitName(b.dimensions)}`,
    `the two sides of ${what} differ in unit: ${unitName(a.dimensions)} and ${unitName(b.dimensions)}`,
  );
}

/** Two numbers in the same steps. */
export function aligned(a: Typed, b: Typed): { left: Expression; right: Expression; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { left: inScale(a, scale), right: inScale(b, scale), scale };
}

export function inScale({ expression, scale }: Typed, wanted: number): Expression {
  return scale === wanted || expression.op === 'unknown'
    ? expression
    : { op: 'rescale', of: expression, by: wanted / scale };
}
