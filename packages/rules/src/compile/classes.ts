import { addDays } from '../values/dates.ts';
import { type Interval, isInterval, type Value } from '../values/interval.ts';
import type { CompiledFact } from './facts.ts';

/**
 * The classes into which the conditions of a policy split a fact's range. Class 0 is *unknown*; every other class is
 * one in which all conditions answer alike. Each has a representative, on which they can be asked.
 */
export interface Classes {
  readonly representatives: readonly Value[];
  /** Of numbers and days: the values at which one class can give way to another, in order. */
  readonly thresholds?: readonly (number | string)[];
  /** The class of a value: 0 where it is unknown or spread over several. */
  classify(value: Value): number;
  /** Of a value that is partly known: the classes it can be in; undefined where it says nothing. */
  spread(value: Value): readonly number[] | undefined;
}

/** What one condition asks of a fact: does it hold for a value of the fact's range? */
export type Question = (value: Value) => boolean;

const nothing = (): undefined => undefined;

/** True and false. */
export const truthClasses: Classes = {
  representatives: [undefined, true, false],
  classify: (value) => (value === true ? 1 : value === false ? 2 : 0),
  spread: nothing,
};

/** One class a code: what the case has and what was expected stay visible in the reasons. */
export function codeClasses(codes: readonly string[]): Classes {
  const classOf = new Map<unknown, number>(codes.map((code, index) => [code, index + 1]));
  return {
    representatives: [undefined, ...codes],
    classify: (value) => classOf.get(value) ?? 0,
    spread: nothing,
  };
}

/** The texts that conditions name, and all others. */
export function textClasses(named: readonly string[]): Classes {
  const classOf = new Map<unknown, number>(named.map((text, index) => [text, index + 1]));
  return {
    representatives: [undefined, ...named, '\u0000'],
    classify: (value) => (value === undefined ? 0 : (classOf.get(value) ?? named.length + 1)),
    spread: nothing,
  };
}

/** Numbers and days: below, at and above each threshold, those treated alike put together. */
export function orderedClasses(
  fact: CompiledFact,
  thresholds: readonly (number | string)[],
  questions: readonly Question[],
): Classes {
  const sorted = [...new Set(thresholds)].sort((a, b) => (a < b ? -1 : 1));
  const representatives: Value[] = [undefined];
  const byAnswers = new Map<string, number>();
  // Position 2j+1 is threshold j, the even ones lie before, between and after. 0: no value can stand there.
  const classAt = positions(fact, sorted).map((representative) => {
    if (representative === undefined) return 0;
    const answers = questions.map((question) => (question(representative) ? '1' : '0')).join('');
    const known = byAnswers.get(answers);
    if (known !== undefined) return known;
    byAnswers.set(answers, representatives.length);
    representatives.push(representative);
    return representatives.length - 1;
  });
  const onlyOne = representatives.length === 2 ? 1 : 0;
  const between = spreads(classAt, representatives.length - 1);
  const spread = (value: Value): readonly number[] | undefined =>
    isInterval(value) ? between(position(sorted, value.low), position(sorted, value.high)) : undefined;
  return {
    representatives,
    thresholds: sorted,
    classify(value) {
      if (value === undefined) return onlyOne;
      if (typeof value === 'object') {
        const classes = spread(value);
        return classes?.length === 1 ? (classes[0] as number) : onlyOne;
      }
      return classAt[position(sorted, value as number)] as number;
    },
    spread,
  };
}

/** By first and last position: the classes that stand between, undefined where those are all. Each pair is worked out once, when it is asked for: there are many. */
function spreads(
  classAt: readonly number[],
  count: number,
): (low: number, high: number) => readonly number[] | undefined {
  const known = new Map<number, readonly number[] | undefined>();
  return (low, high) => {
    const pair = low * classAt.length + high;
    if (known.has(pair)) return known.get(pair);
    const classes = [...new Set(classAt.slice(low, high + 1).filter((code) => code > 0))];
    const told = classes.length > 0 && classes.length < count ? classes : undefined;
    known.set(pair, told);
    return told;
  };
}

function position(sorted: readonly (number | string)[], value: number | string): number {
  for (let index = 0; index < sorted.length; index++) {
    const threshold = sorted[index] as number | string;
    if (value < threshold) return 2 * index;
    if (value === threshold) return 2 * index + 1;
  }
  return 2 * sorted.length;
}

/** A value for each position, or undefined where the fact's range has none there. */
function positions(fact: CompiledFact, sorted: readonly (number | string)[]): Value[] {
  // Numbers are whole steps: none is a threshold that lies between two, as a parameter that is finer can.
  const inRange = (value: number | string, { low, high }: Interval): Value =>
    typeof value === 'string' || (Number.isInteger(value) && value >= low && value <= high) ? value : undefined;
  // The nearest value that the range has on that side of a threshold, even where the threshold lies outside the range.
  const { low, high } = fact.bounds;
  const before = (threshold: number | string): number | string =>
    typeof threshold === 'number' ? Math.min(Math.ceil(threshold) - 1, high) : addDays(threshold, -1);
  const after = (threshold: number | string): number | string =>
    typeof threshold === 'number' ? Math.max(Math.floor(threshold) + 1, low) : addDays(threshold, 1);
  const values: Value[] = [];
  sorted.forEach((threshold, index) => {
    const value = before(threshold);
    const previous = sorted[index - 1];
    values.push(previous !== undefined && value <= previous ? undefined : inRange(value, fact.bounds));
    values.push(inRange(threshold, fact.bounds));
  });
  values.push(inRange(after(sorted.at(-1) as number | string), fact.bounds));
  return values;
}
