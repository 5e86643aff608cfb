import type { CompiledFact } from '../compile/facts.ts';
import { inTerms } from '../compile/slots.ts';
import { addDays, addMonths, addYears, isDay, yearOf } from '../values/dates.ts';
import { around } from './boundary-values.ts';
import { type Constants, type Input, longestTried } from './inputs.ts';

/** Values to try for an input, those that are usual first. Undefined: not given. */
export function valuesFor(input: Input, constants: Constants, day: string, optional: boolean): readonly unknown[] {
  switch (input.kind) {
    case 'presence':
      return optional ? [true, false] : [true];
    case 'assessedOn':
      return daysAround(constants, day);
    case 'length':
      return lengths(constants);
    default:
      return [...plain(input.fact as CompiledFact, constants, day), undefined];
  }
}

/** Stands for every text that no condition names. */
export const otherText = '其他';

function plain({ model, codes, bounds }: CompiledFact, constants: Constants, day: string): readonly unknown[] {
  switch (model.kind) {
    case 'boolean':
      return [true, false];
    case 'code':
      return [...(codes ?? [])];
    case 'text':
      return [otherText, ...constants.texts, ''];
    case 'date':
      return daysAround(constants, day);
    case 'list':
      return lists(model, constants, day);
    case 'number':
      return numbers(model, constants, day, bounds);
    default:
      return [];
  }
}

const mostValues = 40;
const mostInPairs = 8;
const usual = [1, 0, 2, 3, 10, 100, 1000, 10_000, 100_000];

function numbers(
  model: CompiledFact['model'],
  constants: Constants,
  day: string,
  { low, high }: CompiledFact['bounds'],
): readonly number[] {
  const { scale, type } = model;
  const year = yearOf(day);
  if (type === 'year') {
    const years = [...constants.numbers, ...[...constants.days].map(yearOf), year].filter(
      (each) => each > 1900 && each < 2100,
    );
    return [...new Set(years.flatMap(around))]
      .filter((each): each is number => typeof each === 'number')
      .slice(0, mostValues);
  }
  // Constants of formulas are in the steps of what they are held against, which may be finer or coarser.
  const thresholds = [...constants.numbers].flatMap((value) =>
    scale === 1 ? [value] : [value, value * scale, value / scale],
  );
  const all = [
    ...usual.slice(0, 2).map((value) => value * scale),
    ...thresholds.flatMap(around),
    ...usual.map((value) => value * scale),
  ].filter((value): value is number => typeof value === 'number' && Number.isSafeInteger(value));
  const least = Math.max(low, -1e9);
  const most = Math.min(high, 1e11);
  const within = all.filter((value) => value >= least && value <= most);
  return [...new Set(within)].slice(0, mostValues).map((value) => inTerms({ model } as CompiledFact, value));
}

function daysAround({ days, numbers }: Constants, day: string): readonly string[] {
  const year = yearOf(day);
  const terms = [...numbers].filter((value) => Number.isInteger(value) && value > 0 && value <= 50);
  // Two days that are compared: one can be later than every other.
  const last = [...days, day].reduce((a, b) => (a > b ? a : b));
  const inYears = [...numbers].filter((value) => Number.isInteger(value) && value > 1950 && value < 2100).slice(0, 4);
  const yearly = [...days].flatMap((each) => inYears.map((number) => `${number}${each.slice(4)}`));
  const earlier = terms
    .flatMap((term) => [addDays(day, -term), addMonths(day, -term), addYears(day, -term)])
    .flatMap(around);
  const ends = [`${year}-01-01`, `${year}-12-31`, `${year - 1}-12-31`];
  return [
    ...new Set([
      day,
      ...[...days, day].flatMap(around),
      addDays(day, -40),
      addDays(day, -400),
      addDays(last, 40),
      ...ends,
      ...yearly,
      ...earlier,
    ]),
  ].filter(isDay) as string[];
}

function lengths({ numbers, thresholds }: Constants): readonly number[] {
  const few = [...numbers].filter((value) => value > 0 && value <= 20).flatMap(around);
  const all = [1, 0, 2, 3, ...[...thresholds], ...few] as number[];
  return [...new Set(all)].filter((value) => Number.isInteger(value) && value >= 0 && value <= longestTried);
}

function lists({ entries, codes }: CompiledFact['model'], constants: Constants, day: string): readonly unknown[] {
  const sizes = lengths(constants);
  const year = yearOf(day);
  if (entries === 'date') {
    const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-15`);
    const runs = sizes.map((size) => Array.from({ length: size }, (_, place) => addDays(day, -place)));
    const named = daysAround(constants, day);
    return [...runs, ...months.map((month) => [month]), months, named, ...named.map((each) => [each])];
  }
  if (entries === 'number') {
    const years = [...new Set([...constants.numbers, year])].filter(
      (each) => Number.isInteger(each) && each >= 1900 && each <= 2100,
    );
    return [[], ...years.map((each) => [each]), years];
  }
  const named = codes ?? [...constants.texts];
  const pairs =
    named.length > mostInPairs ? [] : named.flatMap((a, place) => named.slice(place + 1).map((b) => [a, b]));
  const runs = sizes.map((size) =>
    codes === undefined ? Array.from({ length: size }, (_, place) => `${otherText}${place + 1}`) : codes.slice(0, size),
  );
  return [
    ...runs,
    [...named],
    ...named.map((each) => [each]),
    ...pairs,
    ...named.map((each) => named.filter((other) => other !== each)),
  ];
}
