import type { ParameterFile, SectionFile } from '@jingzhun/schemas';
import { compileExpression } from '../compile/expression.ts';
import { parametersOn } from '../compile/parameters.ts';
import type { ParameterModel } from '../model/policy.ts';
import { addDays, isDay } from '../values/dates.ts';
import { contextOf } from './context.ts';
import { Fault } from './faults.ts';
import { typeFormula } from './formula.ts';
import type { Registry } from './registry.ts';
import { inScale, must } from './typed.ts';
import { anyUnit, type Dimensions, parseUnit, plain, sameUnit, stepsPerUnit, unitName } from './units.ts';

type Printed = Extract<ParameterFile, { values: unknown }>;
type Derived = Extract<ParameterFile, { formula: unknown }>;

/** Registers one parameter of a section. Derived ones come after the printed ones they are made from. */
export function addParameter(name: string, file: NonNullable<SectionFile['parameters']>[string], registry: Registry): void {
  if (registry.parameters.has(name)) {
    throw new Fault('duplicate-name', `参数“${name}”重复`, `the parameter "${name}" is there twice`);
  }
  if (file.unit === 'date') {
    if ('formula' in file) throw new Fault('derived-date', '日期参数须写明日期', 'a date is given, not derived');
    registry.parameters.set(name, { model: datesOf(file), dimensions: plain, percent: false });
    return;
  }
  const dimensions = parseUnit(file.unit);
  const percent = file.unit.includes('%');
  const model = 'formula' in file ? derivedOf(file, dimensions, percent, registry) : numbersOf(file, registry);
  registry.parameters.set(name, { model, dimensions, percent });
}

function datesOf(file: Printed): ParameterModel {
  const values = file.values.map(({ from, to, value }) => {
    if (!isDay(value)) throw new Fault('wrong-value', `“${String(value)}”不是日期`, `"${String(value)}" is not a date`);
    return { from, ...(to === undefined ? {} : { to }), value };
  });
  return { kind: 'date', scale: 1, values: ordered(values) };
}

function numbersOf(file: Printed, registry: Registry): ParameterModel {
  const numbers = file.values.flatMap(({ value }) => (typeof value === 'object' ? Object.values(value) : [value]));
  const decimals = Math.max(0, ...numbers.map((value) => String(value).split('.')[1]?.length ?? 0));
  const scale = file.unit.includes('%') ? 10_000 : Math.max(10 ** decimals, stepsPerUnit(parseUnit(file.unit)));
  const steps = (value: unknown): number => {
    if (typeof value === 'number' && Number.isFinite(value)) return Math.round(value * scale);
    throw new Fault('wrong-value', `${JSON.stringify(value)} 不是数`, `${JSON.stringify(value)} is not a number`);
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

function ordered<T extends { from: string; to?: string }>(values: readonly T[]): readonly T[] {
  values.forEach((value, index) => {
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
function derivedOf(file: Derived, dimensions: Dimensions, percent: boolean, registry: Registry): ParameterModel {
  const parameters = new Set<string>();
  const context = contextOf(registry, { person: false, parameters });
  const typed = must(typeFormula(file.formula, context), 'number', 'formula');
  if (typed.dimensions !== anyUnit && !sameUnit(typed.dimensions, dimensions)) {
    const found = unitName(typed.dimensions);
    throw new Fault('unit-mismatch', `公式的单位是 ${found}，不是 ${file.unit}`, `the formula gives ${found}, not ${file.unit}`);
  }
  const sources = Object.fromEntries(
    [...parameters].map((name) => [name, (registry.parameter(name) as { model: ParameterModel }).model]),
  );
  const scale = percent ? 1_000_000 : typed.scale;
  const days = Object.values(sources).flatMap(({ values }) =>
    values.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)])),
  );
  const values = [...new Set(days)].sort().flatMap((from) => {
    const scope = { parameters: parametersOn(sources, from), levels: noLevels, fact: noFacts };
    if (scope.parameters.size < parameters.size) return [];
    const value = compileExpression(inScale(typed, scale), scope)(undefined as never);
    return typeof value === 'number' ? [{ from, value }] : [];
  });
  if (values.length === 0) {
    throw new Fault('not-computable', '公式算不出值', 'the formula comes to no value');
  }
  return { kind: 'number', scale: percent ? scale / 100 : scale, values };
}

export const noLevels = { case: [], person: [], item: new Map() };

export function noFacts(name: string): never {
  throw new Fault('fact-in-parameter', `此处只能用参数，不能用事实“${name}”`, `only parameters can stand here, not the fact "${name}"`);
}
