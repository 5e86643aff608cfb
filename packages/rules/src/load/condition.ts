import { type Condition, fieldOf } from '@jingzhun/schemas';
import type { ConditionModel, FactModel, LeafModel, Operator } from '../model/policy.ts';
import { isDay } from '../values/dates.ts';
import { type Place, reachable } from './context.ts';
import { Fault } from './faults.ts';
import type { KnownFact, Registry } from './registry.ts';
import { sameUnit, unitName } from './units.ts';

type Leaf = Extract<Condition, { operator: unknown }>;

const ordering: readonly Operator[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const searching: readonly Operator[] = ['contains', 'doesNotContain'];
const listing: readonly Operator[] = ['in', 'notIn'];

/** Checks a condition and writes named ones out in full: they can multiply with every level, so the parts are counted. */
export function checkCondition(
  condition: Condition,
  registry: Registry,
  place: Place,
  named: ReadonlyMap<string, Condition>,
  inside: readonly string[] = [],
): ConditionModel {
  registry.countPart();
  const check = (part: Condition): ConditionModel => checkCondition(part, registry, place, named, inside);
  if ('all' in condition) return { all: condition.all.map(check) };
  if ('any' in condition) return { any: condition.any.map(check) };
  if ('not' in condition) return { not: check(condition.not) };
  if ('condition' in condition) {
    const { condition: name } = condition;
    const target = named.get(name);
    if (target === undefined) {
      throw new Fault('unknown-condition', `没有名为“${name}”的条件`, `there is no condition named "${name}"`);
    }
    if (inside.includes(name)) {
      const round = [...inside, name].join(' → ');
      throw new Fault(
        'cyclic-condition',
        `条件互相引用成环：${round}`,
        `conditions refer to each other in a circle: ${round}`,
      );
    }
    return checkCondition(target, registry, place, named, [...inside, name]);
  }
  return checkLeaf(condition, registry, place);
}

function checkLeaf({ fact: name, operator, value }: Leaf, registry: Registry, place: Place): LeafModel {
  const fact = reachable(registry, name, place);
  const { kind } = fact.model;
  if (kind === 'records') {
    throw new Fault(
      'record-list',
      `“${name}”是记录的列表：请先用 count、any 汇总`,
      `"${name}" is a list of records: derive a fact with count, any … first`,
    );
  }
  const fits =
    kind === 'list'
      ? searching.includes(operator)
      : ordering.includes(operator)
        ? kind === 'number' || kind === 'date'
        : !searching.includes(operator) && !(listing.includes(operator) && kind === 'boolean');
  if (!fits) {
    throw new Fault(
      'operator-type',
      `${operator} 不能用于“${name}”（${fact.model.type}）`,
      `${operator} does not apply to "${name}", which is ${fact.model.type}`,
    );
  }
  if (typeof value === 'object' && !Array.isArray(value))
    return { fact: name, operator, value: reference(fact, operator, value, registry, place) };
  if (listing.includes(operator) !== Array.isArray(value)) {
    throw listing.includes(operator)
      ? new Fault('list-wanted', `${operator} 须写列表`, `${operator} takes a list`)
      : new Fault('single-wanted', `${operator} 须写单个值`, `${operator} takes a single value`);
  }
  for (const each of Array.isArray(value) ? value : [value]) checkValue(fact.model, each);
  return { fact: name, operator, value: value as LeafModel['value'] };
}

function reference(
  fact: KnownFact,
  operator: Operator,
  value: { fact: string } | { parameter: string },
  registry: Registry,
  place: Place,
): LeafModel['value'] {
  if (listing.includes(operator) || searching.includes(operator)) {
    throw new Fault(
      'no-reference',
      `${operator} 不能与其他事实比较`,
      `${operator} cannot refer to another fact or parameter`,
    );
  }
  if ('parameter' in value) {
    const parameter = registry.parameter(value.parameter);
    if (parameter === undefined) {
      throw new Fault('unknown-name', `没有参数“${value.parameter}”`, `there is no parameter "${value.parameter}"`);
    }
    place.parameters.add(value.parameter);
    if (parameter.model.kind !== fact.model.kind || parameter.model.by !== undefined)
      throw mismatch(fact.model.name, value.parameter);
    checkUnits(fact, parameter.dimensions, value.parameter);
    return { parameter: value.parameter };
  }
  const other = reachable(registry, value.fact, place);
  const sameCodes = String(other.model.codes) === String(fact.model.codes);
  if (other.model.kind !== fact.model.kind || other.percent !== fact.percent || !sameCodes) {
    throw mismatch(fact.model.name, value.fact);
  }
  checkUnits(fact, other.dimensions, value.fact);
  return { fact: value.fact };
}

function checkUnits(fact: KnownFact, dimensions: KnownFact['dimensions'], other: string): void {
  if (fact.model.kind !== 'number' || sameUnit(fact.dimensions, dimensions)) return;
  const units = [unitName(fact.dimensions), unitName(dimensions)];
  throw new Fault(
    'unit-mismatch',
    `“${fact.model.name}”与“${other}”单位不同：${units.join(' 与 ')}`,
    `"${fact.model.name}" and "${other}" differ in unit: ${units.join(' and ')}`,
  );
}

function mismatch(a: string, b: string): Fault {
  return new Fault(
    'type-mismatch',
    `“${a}”与“${b}”类型不同，不能比较`,
    `"${a}" and "${b}" are of different types and cannot be compared`,
  );
}

/** Is it a value that the entries of a list of texts, days or years can have? */
function isEntry(list: string, value: unknown): boolean {
  switch (fieldOf(list)?.items?.type) {
    case 'year':
    case 'integer':
      return Number.isInteger(value);
    case 'date':
      return isDay(value);
    case undefined:
      return typeof value === 'string' || Number.isInteger(value);
    default:
      return typeof value === 'string';
  }
}

function checkValue(model: FactModel, value: unknown): void {
  const { kind, codes, scale } = model;
  const good =
    kind === 'boolean'
      ? typeof value === 'boolean'
      : kind === 'number'
        ? typeof value === 'number' && Number.isFinite(value) && Math.round(value * scale) / scale === value
        : kind === 'date'
          ? isDay(value)
          : codes !== undefined
            ? codes.includes(value as string)
            : kind === 'list'
              ? isEntry(model.name, value)
              : typeof value === 'string';
  if (good) return;
  const wanted = codes === undefined ? model.type : codes.join(', ');
  throw new Fault(
    'wrong-value',
    `“${model.name}”不能与 ${JSON.stringify(value)} 比较：应为 ${wanted}`,
    `"${model.name}" cannot be compared with ${JSON.stringify(value)}: it takes ${wanted}`,
  );
}
