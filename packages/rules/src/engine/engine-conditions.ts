import type { Problem } from '@jingzhun/schemas/problem';
import { operators } from '../model/packed.ts';
import type { ConditionModel, FactModel, LeafModel } from '../model/policy.ts';
import { isDay } from '../values/dates.ts';
import { nearestFact } from './engine-facts.ts';

type Data = Readonly<Record<string, unknown>>;

const deepest = 64;
const mostParts = 20_000;
const mostValues = 1000;
const ordering: readonly string[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

/** Reads conditions of json-rules-engine, and says of each part that lies outside the profile where it stands and what would do. */
export class EngineConditions {
  private readonly facts: ReadonlyMap<string, FactModel | undefined>;
  private readonly named: Data;
  private readonly problems: Problem[];
  private parts = 0;

  constructor(facts: ReadonlyMap<string, FactModel | undefined>, named: Data, problems: Problem[]) {
    this.facts = facts;
    this.named = named;
    this.problems = problems;
  }

  /** The condition as a policy has it; undefined where a part of it lies outside. Named ones are written out. */
  read(condition: unknown, path: string, inside: readonly string[] = [], depth = 0): ConditionModel | undefined {
    if (++this.parts > mostParts) {
      // Named conditions written out can double with every level: it is said once, and nothing more is looked at.
      if (this.parts === mostParts + 1)
        this.outside(path, 'too-many', `不超过 ${mostParts} 个部分`, `one of at most ${mostParts} parts`);
      return undefined;
    }
    if (!isObject(condition)) {
      this.outside(
        path,
        'wrong-form',
        '一个条件对象',
        'an object: all, any, not, condition, or fact with operator and value',
      );
      return undefined;
    }
    if (depth > deepest) {
      this.outside(path, 'too-deep', `不超过 ${deepest} 层`, `nested at most ${deepest} levels deep`);
      return undefined;
    }
    const kind = (['all', 'any', 'not', 'condition'] as const).find((key) => Object.hasOwn(condition, key));
    if (kind === undefined) return this.leaf(condition, path);
    this.allowOnly(condition, [kind, 'name', 'priority'], path);
    const part = condition[kind];
    if (kind === 'not') {
      const not = this.read(part, `${path}.not`, inside, depth + 1);
      return not && { not };
    }
    if (kind === 'condition') return this.byName(part, path, inside, depth);
    if (!Array.isArray(part) || part.length === 0) {
      this.outside(
        `${path}.${kind}`,
        'empty-list',
        '至少有一个条件的列表：空的 all 与 any 在该引擎中都成立，含义不明',
        'a list of at least one condition: an empty all and an empty any both hold in that engine, so nobody can tell what is meant',
      );
      return undefined;
    }
    const parts = part.map((each, index) => this.read(each, `${path}.${kind}[${index}]`, inside, depth + 1));
    if (parts.includes(undefined)) return undefined;
    return kind === 'all' ? { all: parts as ConditionModel[] } : { any: parts as ConditionModel[] };
  }

  private byName(name: unknown, path: string, inside: readonly string[], depth: number): ConditionModel | undefined {
    if (typeof name !== 'string' || !Object.hasOwn(this.named, name)) {
      this.outside(
        `${path}.condition`,
        'unknown-condition',
        ' conditions 中某个条件的名称：该引擎视缺少的条件为假，其 not 便成立',
        'the name of one of the conditions given: that engine takes a missing one for false, so that its not holds',
      );
      return undefined;
    }
    if (inside.includes(name)) {
      const round = [...inside, name].join(' → ');
      this.outside(`${path}.condition`, 'cyclic-condition', `不成环（${round}）`, `free of circles (${round})`);
      return undefined;
    }
    return this.read(this.named[name], `conditions.${name}`, [...inside, name], depth + 1);
  }

  private leaf(condition: Data, path: string): LeafModel | undefined {
    this.allowOnly(condition, ['fact', 'operator', 'value', 'name', 'priority'], path);
    const { fact: name, operator: word, value } = condition;
    const fact = this.fact(name, `${path}.fact`);
    const operator = operators.find((each) => each === word);
    if (operator === undefined) {
      const list = operators.join(', ');
      this.outside(
        `${path}.operator`,
        'unknown-operator',
        `下列之一：${list}。自定义或带修饰的运算，请先算出结果，声明为一个事实`,
        `one of ${list}; what an operator of your own, or a decorated one, would say is worked out first and declared as a fact`,
      );
    }
    if (fact === undefined || operator === undefined) return undefined;
    if (!fits(fact, operator)) {
      const list = operators.filter((each) => fits(fact, each)).join(', ');
      this.outside(
        `${path}.operator`,
        'operator-type',
        `适用于 ${fact.type} 的运算（${list}）：该引擎在此靠类型转换猜测`,
        `one that applies to ${fact.type} (${list}): that engine guesses here by converting types`,
      );
      return undefined;
    }
    if (isObject(value)) return this.reference(fact, operator, value, path);
    const wanted = Array.isArray(value) === (operator === 'in' || operator === 'notIn');
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (!wanted || values.length === 0 || values.length > mostValues || !values.every((each) => isOf(fact, each))) {
      this.outside(`${path}.value`, 'wrong-value', ...valueWanted(fact, operator));
      return undefined;
    }
    return { fact: fact.name, operator, value: value as LeafModel['value'] };
  }

  private reference(
    fact: FactModel,
    operator: LeafModel['operator'],
    value: Data,
    path: string,
  ): LeafModel | undefined {
    this.allowOnly(value, ['fact'], `${path}.value`);
    const other = this.fact(value.fact, `${path}.value.fact`);
    if (!other) return undefined;
    const alike = other.kind === fact.kind && String(other.codes) === String(fact.codes);
    if (alike && fact.kind !== 'list' && operator !== 'in' && operator !== 'notIn')
      return { fact: fact.name, operator, value: { fact: other.name } };
    this.outside(
      `${path}.value`,
      'type-mismatch',
      `与另一个类型相同的事实作 equal、notEqual 或大小比较`,
      `a fact of the same type, compared by equal, notEqual or order`,
    );
    return undefined;
  }

  private fact(name: unknown, path: string): FactModel | undefined {
    if (typeof name !== 'string') {
      this.outside(path, 'unknown-fact', ' facts 中声明的名称', 'a name declared in facts');
      return undefined;
    }
    // What is wrong with a declaration is told there.
    if (this.facts.has(name)) return this.facts.get(name);
    const near = nearestFact(name, this.facts.keys());
    const written = name.slice(0, 60);
    this.problems.push({
      code: 'unknown-fact',
      path,
      zh: `“${written}”没有在 facts 中声明${near === undefined ? '，请在那里写明它的类型' : `，是否为 ${near}？`}`,
      en: `"${written}" is not declared in facts${near === undefined ? '; declare it there, with its type' : `; did you mean ${near}?`}`,
    });
    return undefined;
  }

  /** Only these keys; a priority only where it is the usual one, which changes nothing. */
  private allowOnly(object: Data, keys: readonly string[], path: string): void {
    for (const key of Object.keys(object)) {
      if (keys.includes(key) && (key !== 'priority' || object.priority === 1)) continue;
      this.outside(`${path}.${key}`, 'outside-profile', ...(remedies.get(key) ?? otherKey));
    }
  }

  private outside(path: string, code: string, zh: string, en: string): void {
    this.problems.push({ code, path, zh: `应为${zh}`, en: `should be ${en}` });
  }
}

type Remedy = readonly [zh: string, en: string];

const otherKey: Remedy = ['空（不认识此键）', 'left out: the key is not known'];

const oneKind: Remedy = [
  '空：all、any、not、condition 在一个条件中只写一种',
  'left out: a condition has only one of all, any, not and condition',
];

/** A map: a key can be the name of what all objects have. */
const remedies: ReadonlyMap<string, Remedy> = new Map<string, Remedy>([
  [
    'path',
    [
      '空：请把所需的值声明为一个事实（JSONPath 会执行规则文件中的代码）',
      'left out: declare the value as a fact of its own (a JSONPath can run code from a rule file)',
    ],
  ],
  [
    'params',
    ['空：请把带参数的事实声明为几个事实', 'left out: declare what the parameters select as facts of their own'],
  ],
  ['priority', ['空或 1：求值没有先后，结果与次序无关', 'left out or 1: nothing here depends on order']],
  ['all', oneKind],
  ['any', oneKind],
  ['not', oneKind],
  ['condition', oneKind],
]);

function fits({ kind }: FactModel, operator: string): boolean {
  if (operator === 'contains' || operator === 'doesNotContain') return kind === 'list';
  if (ordering.includes(operator)) return kind === 'number' || kind === 'date';
  return kind !== 'list' && !(kind === 'boolean' && (operator === 'in' || operator === 'notIn'));
}

/** Is it a value that the fact, or an entry of it, can have? */
function isOf({ kind, codes, scale, entries }: FactModel, value: unknown): boolean {
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return isNumber(value) && Math.round(value * scale) / scale === value;
    case 'date':
      return isDay(value);
    case 'list':
      return entries === 'number' ? isNumber(value) : entries === 'date' ? isDay(value) : typeof value === 'string';
    default:
      return typeof value === 'string' && (codes === undefined || codes.includes(value));
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function valueWanted(fact: FactModel, operator: string): readonly [zh: string, en: string] {
  const of = entryWanted(fact);
  return operator === 'in' || operator === 'notIn'
    ? [`列表，至多 ${mostValues} 项，各项为${of.zh}`, `a list of 1 to ${mostValues} values, each ${of.en}`]
    : [`单个值：${of.zh}`, `a single value: ${of.en}`];
}

function entryWanted({ type, codes, entries, kind, scale }: FactModel): { zh: string; en: string } {
  if (codes !== undefined) return { zh: ` ${codes.join('、')} 之一`, en: `one of ${codes.join(', ')}` };
  const of = entries ?? (kind === 'list' ? 'text' : type);
  if (of === 'date') return { zh: '日期 yyyy-mm-dd', en: 'a date, yyyy-mm-dd' };
  if (of === 'boolean') return { zh: ' true 或 false', en: 'true or false' };
  if (of === 'text') return { zh: '文本', en: 'a text' };
  const decimals = kind === 'number' ? Math.round(Math.log10(scale)) : undefined;
  if (decimals === undefined) return { zh: '数', en: 'a number' };
  return decimals === 0
    ? { zh: '整数', en: 'a whole number' }
    : { zh: `最多 ${decimals} 位小数的数`, en: `a number with at most ${decimals} decimals` };
}

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
