import type { ParameterFile, SectionFile } from '@jingzhun/schemas';
import { compileExpression } from '../compile/expression.ts';
import { parametersOn } from '../compile/parameters.ts';
import type { AmendmentModel, ParameterModel } from '../model/policy.ts';
import { addDays, isDay } from '../values/dates.ts';
import { contextOf } from './context.ts';
import { Fault } from './faults.ts';
import { typeFormula } from './formula.ts';
import type { KnownParameter, Registry } from './registry.ts';
import { inScale, must } from './typed.ts';
import { anyUnit, type Dimensions, parseUnit, plain, sameUnit, unitName } from './units.ts';

type Printed = Extract<ParameterFile, { values: unknown }>;
type Derived = Extract<ParameterFile, { formula: unknown }>;

/** Registers one parameter of a section. Derived ones come after the printed ones they are made from. */
export function addParameter(
  name: string,
  file: NonNullable<SectionFile['parameters']>[string],
  registry: Registry,
): void {
  if (registry.parameters.has(name)) {
    throw new Fault('duplicate-name', `参数“${name}”重复`, `the parameter "${name}" is there twice`);
  }
  if (file.unit === 'date') {
    if ('formula' in file) throw new Fault('derived-date', '日期参数须写明日期', 'a date is given, not derived');
    const amendments = amendmentsOf(file);
    registry.parameters.set(name, { model: datesOf(file), dimensions: plain, percent: false, amendments });
    return;
  }
  const dimensions = parseUnit(file.unit);
  const percent = file.unit.includes('%');
  if ('formula' in file) {
    const { model, amendments } = derivedOf(file, dimensions, percent, registry);
    registry.parameters.set(name, { model, dimensions, percent, amendments });
  } else {
    registry.parameters.set(name, {
      model: numbersOf(name, file, registry),
      dimensions,
      percent,
      amendments: amendmentsOf(file),
    });
  }
}

/** The days of each value that a later document set. */
function amendmentsOf({ values }: Printed): AmendmentModel[] {
  return values.flatMap(({ from, to, amendedBy, quoteSha256 }, index) => {
    if (amendedBy === undefined) return [];
    const next = values[index + 1]?.from;
    const end = to ?? (next === undefined || !isDay(next) ? undefined : addDays(next, -1));
    return [{ from, ...(end === undefined ? {} : { to: end }), ...amendedBy, quoteSha256 }];
  });
}

function datesOf(file: Printed): ParameterModel {
  const values = file.values.map(({ from, to, value }) => {
    if (!isDay(value)) throw new Fault('wrong-value', `“${String(value)}”不是日期`, `"${String(value)}" is not a date`);
    return { from, ...(to === undefined ? {} : { to }), value };
  });
  return { kind: 'date', scale: 1, values: ordered(values) };
}

function numbersOf(name: string, file: Printed, registry: Registry): ParameterModel {
  const numbers = file.values.flatMap(({ value }) => (typeof value === 'object' ? Object.values(value) : [value]));
  const decimals = Math.max(0, ...numbers.map((value) => String(value).split('.')[1]?.length ?? 0));
  const scale = Math.max(10 ** decimals, registry.leastScales.get(name) ?? 1);
  if (file.values.some(({ value }) => (typeof value === 'object') !== (file.by !== undefined))) {
    throw new Fault('wrong-value', '表须同时写 by 和各代码的值', 'a table has both by and a value for each code');
  }
  const steps = (value: unknown): number => {
    if (typeof value !== 'number') {
      throw new Fault('wrong-value', `${JSON.stringify(value)} 不是数`, `${JSON.stringify(value)} is not a number`);
    }
    const whole = Math.round(value * scale);
    if (Number.isSafeInteger(whole) && whole / scale === value) return whole;
    throw new Fault('wrong-value', `${value} 太大或小数位过多`, `${value} is too large or has too many decimals`);
  };
  const values = file.values.map(({ from, to, value }) => ({
    from,
    ...(to === undefined ? {} : { to }),
    value:
      typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([code, each]) => [code, steps(each)]))
        : steps(value),
  }));
  if (file.by !== undefined) checkCodes(file.by, values, registry);
  return { kind: 'number', scale, ...(file.by === undefined ? {} : { by: file.by }), values: ordered(values) };
}

function checkCodes(by: string, values: readonly { value: unknown }[], registry: Registry): void {
  const codes = registry.fact(by).model.codes ?? [];
  for (const { value } of values) {
    for (const code of Object.keys(value as object)) {
      if (!codes.includes(code)) {
        throw new Fault('unknown-code', `“${code}”不是 ${by} 的代码`, `"${code}" is not a code of ${by}`);
      }
    }
  }
}

/** Days of the calendar, the first not after the last. */
export function checkDays({ from, to }: { from: string; to?: string | null }): void {
  for (const day of [from, to]) {
    if (typeof day === 'string' && !isDay(day)) {
      throw new Fault('wrong-value', `${day} 不是日历上的日期`, `${day} is no day of the calendar`);
    }
  }
  if (typeof to === 'string' && to < from) {
    throw new Fault('empty-force', `起止颠倒：${from} 至 ${to}`, `it ends before it begins: ${from} to ${to}`);
  }
}

function ordered<T extends { from: string; to?: string }>(values: readonly T[]): readonly T[] {
  values.forEach((value, index) => {
    checkDays(value);
    const next = values[index + 1];
    if (next !== undefined && !(value.from < next.from && (value.to === undefined || value.to < next.from))) {
      throw new Fault(
        'overlapping-values',
        `${value.from} 与 ${next.from} 起的两个值重叠或次序颠倒`,
        `the values from ${value.from} and from ${next.from} overlap or stand in the wrong order`,
      );
    }
  });
  return values;
}

/** A number that follows from printed ones: worked out anew for each day on which one of them changes. */
function derivedOf(
  file: Derived,
  dimensions: Dimensions,
  percent: boolean,
  registry: Registry,
): Pick<KnownParameter, 'model' | 'amendments'> {
  const parameters = new Set<string>();
  const context = contextOf(registry, { person: false, parameters });
  const typed = must(typeFormula(file.formula, context), 'number', 'formula');
  if (typed.dimensions !== anyUnit && !sameUnit(typed.dimensions, dimensions)) {
    const found = unitName(typed.dimensions);
    throw new Fault(
      'unit-mismatch',
      `公式的单位是 ${found}，不是 ${file.unit}`,
      `the formula gives ${found}, not ${file.unit}`,
    );
  }
  const sources = Object.fromEntries(
    [...parameters].map((name) => [name, (registry.parameter(name) as { model: ParameterModel }).model]),
  );
  const scale = percent ? 1_000_000 : typed.scale;
  const days = Object.values(sources).flatMap(({ values }) =>
    values.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)])),
  );
  const evaluateOn = (day: string) => {
    const scope = { parameters: parametersOn(sources, day), levels: noLevels, fact: noFacts };
    const value = compileExpression(inScale(typed, scale), scope);
    return scope.parameters.size < parameters.size ? undefined : value(undefined as never);
  };
  if (days.length === 0) evaluateOn('');
  const values: { from: string; to?: string; value: number }[] = [];
  for (const from of [...new Set(days)].sort()) {
    const value = evaluateOn(from);
    const last = values.at(-1);
    if (typeof value === 'number') values.push({ from, value });
    else if (last !== undefined && last.to === undefined) last.to = addDays(from, -1);
  }
  if (values.length === 0) {
    throw new Fault('not-computable', '公式算不出值', 'the formula comes to no value');
  }
  const amendments = [...parameters].flatMap((name) => registry.parameter(name)?.amendments ?? []);
  return { model: { kind: 'number', scale: percent ? scale / 100 : scale, values }, amendments };
}

const noLevel = { facts: [], values: [], codes: [], plans: new Map() };
export const noLevels = { case: noLevel, person: noLevel, item: new Map() };

export function noFacts(name: string): never {
  throw new Fault(
    'fact-in-parameter',
    `此处只能用参数，不能用事实“${name}”`,
    `only parameters can stand here, not the fact "${name}"`,
  );
}
