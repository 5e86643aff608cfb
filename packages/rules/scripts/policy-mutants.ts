import type { Policy, RuleModel } from '../src/model/policy.ts';
import { addDays, isDay } from '../src/values/dates.ts';

type Path = readonly (string | number)[];
type Data = Record<string, unknown>;

/** A policy changed in one place. */
export interface Mutant {
  readonly kind: 'constant' | 'operator' | 'left out' | 'date' | 'rounding';
  /** The rule, parameter or fact that is changed. */
  readonly of: string;
  readonly what: string;
  readonly path: Path;
  /** undefined: removed. */
  readonly value: unknown;
}

const turned: Readonly<Record<string, readonly string[]>> = {
  equal: ['notEqual'],
  notEqual: ['equal'],
  in: ['notIn'],
  notIn: ['in'],
  contains: ['doesNotContain'],
  doesNotContain: ['contains'],
  lessThan: ['lessThanInclusive', 'greaterThanInclusive'],
  lessThanInclusive: ['lessThan', 'greaterThan'],
  greaterThan: ['greaterThanInclusive', 'lessThanInclusive'],
  greaterThanInclusive: ['greaterThan', 'lessThan'],
  '=': ['!='],
  '!=': ['='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  add: ['subtract'],
  subtract: ['add'],
  min: ['max'],
  max: ['min'],
  any: ['every'],
  every: ['any'],
};

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same data with one part replaced, or removed. */
export function changed(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) {
    if (rest.length === 0 && value === undefined) return data.filter((_, index) => index !== key);
    return data.map((part, index) => (index === key ? changed(part, rest, value) : part));
  }
  const { [key]: part, ...others } = data as Data;
  return rest.length === 0 && value === undefined ? others : { ...others, [key]: changed(part, rest, value) };
}

/** Every change of a policy, one place each. */
export function mutantsOf(policy: Policy): Mutant[] {
  const mutants: Mutant[] = [];
  const codesOf = new Map(policy.facts.map(({ name, codes }) => [name, codes ?? []]));
  const own = (of: string) => {
    const add = (kind: Mutant['kind'], what: string, path: Path, value: unknown): void => {
      mutants.push({ kind, of, what, path, value });
    };
    return { add, constant: constantsOf(add, codesOf) };
  };
  policy.rules.forEach((rule, index) => {
    const { add, constant } = own(rule.id);
    const path = ['rules', index];
    for (const key of ['from', 'to'] as const) {
      const day = rule.force[key];
      if (day !== null) constant(`force ${key}`, [...path, 'force', key], day);
    }
    if (typeof rule.due === 'string') constant('due', [...path, 'due'], rule.due);
    for (const key of ['scope', 'when', 'items', 'delivered', 'outcomes'] as const)
      walk(rule[key], [...path, key], key, add, constant);
  });
  for (const [name, { values }] of Object.entries(policy.parameters)) {
    const { constant } = own(name);
    values.forEach((period, index) => {
      const path = ['parameters', name, 'values', index];
      constant('from', [...path, 'from'], period.from);
      if (period.to !== undefined) constant('to', [...path, 'to'], period.to);
      if (typeof period.value !== 'object') constant('value', [...path, 'value'], period.value);
      else for (const [code, value] of Object.entries(period.value)) constant(code, [...path, 'value', code], value);
    });
  }
  policy.facts.forEach((fact, index) => {
    if (fact.path !== undefined || fact.derive === undefined) return;
    const { add, constant } = own(fact.name);
    walk(fact.derive, ['facts', index, 'derive'], 'formula', add, constant);
  });
  return mutants;
}

type Add = (kind: Mutant['kind'], what: string, path: Path, value: unknown) => void;
type Constant = (what: string, path: Path, value: unknown, fact?: string) => void;

/** A number one step up and down, a day one day, a truth turned, a code for another one, a list without one entry. */
function constantsOf(add: Add, codesOf: ReadonlyMap<string, readonly string[]>): Constant {
  const constant: Constant = (what, path, value, fact = '') => {
    if (typeof value === 'number') {
      for (const by of [-1, 1]) add('constant', `${what} ${value} ${by < 0 ? '−' : '+'} 1 step`, path, value + by);
    } else if (isDay(value)) {
      for (const by of [-1, 1]) add('date', `${what} ${value} ${by < 0 ? '−' : '+'} 1 day`, path, addDays(value, by));
    } else if (typeof value === 'boolean') add('constant', `${what} not ${value}`, path, !value);
    else if (typeof value === 'string') {
      const other = codesOf.get(fact)?.find((code) => code !== value) ?? `not-${value}`;
      add('constant', `${what} ${value} → ${other}`, path, other);
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        if (typeof entry === 'number') constant(what, [...path, index], entry);
        if (value.length > 1) add('constant', `${what} without ${entry}`, [...path, index], undefined);
      });
    }
  };
  return constant;
}

/** Walks a condition, an outcome or a formula. `place` is where it stands, for the reader. */
function walk(node: unknown, path: Path, place: string, add: Add, constant: Constant): void {
  if (Array.isArray(node)) {
    node.forEach((part, index) => {
      const name = isRecord(part) && (typeof part.key === 'string' ? part.key : part.what);
      walk(part, [...path, index], typeof name === 'string' ? `${place} ${name}` : place, add, constant);
    });
    return;
  }
  if (!isRecord(node)) return;
  if (typeof node.operator === 'string' && typeof node.fact === 'string') {
    const text = `${place}: ${node.fact} ${node.operator} ${JSON.stringify(node.value)}`;
    for (const operator of turned[node.operator] ?? [])
      add('operator', `${text} → ${operator}`, [...path, 'operator'], operator);
    constant(text, [...path, 'value'], node.value, node.fact);
    leaveOut(text, node, path, add);
    return;
  }
  if (typeof node.op === 'string') {
    formula(node, path, place, add, constant);
    return;
  }
  for (const [key, part] of Object.entries(node))
    walk(
      part,
      [...path, key],
      key === 'scope' || key === 'when' || key === 'not' ? `${place} ${key}` : place,
      add,
      constant,
    );
}

/** A leaf in a list is taken out; one that stands alone is replaced by what always holds. */
function leaveOut(text: string, node: Data, path: Path, add: Add): void {
  const alone = typeof path.at(-1) !== 'number';
  if (alone && path.length === 3 && path[2] !== 'items') add('left out', `${text} left out`, path, undefined);
  else add('left out', `${text} left out`, path, alone ? { any: [node, { not: node }] } : undefined);
}

function formula(node: Data, path: Path, place: string, add: Add, constant: Constant): void {
  const text = `${place}: ${JSON.stringify(node).replaceAll('"', '').slice(0, 90)}`;
  if (node.op === 'value') constant(text, [...path, 'value'], node.value);
  if (node.op === 'in') constant(text, [...path, 'values'], node.values);
  if (node.op === 'not') add('operator', `${text} without not`, path, node.of);
  if (node.op === 'round' && node.mode !== undefined)
    add(
      'rounding',
      `${text} ${node.mode} → ${node.mode === 'down' ? 'up' : 'down'}`,
      [...path, 'mode'],
      node.mode === 'down' ? 'up' : 'down',
    );
  for (const key of ['operator', 'op']) {
    for (const other of turned[String(node[key])] ?? [])
      if (key === 'operator' || node.op !== 'in') add('operator', `${text} → ${other}`, [...path, key], other);
  }
  if ((node.op === 'and' || node.op === 'or') && Array.isArray(node.of)) {
    node.of.forEach((part, index) => {
      add(
        'left out',
        `${text} without ${JSON.stringify(part).replaceAll('"', '').slice(0, 90)}`,
        [...path, 'of', index],
        undefined,
      );
    });
  }
  if (node.where !== undefined && node.where !== null)
    add('left out', `${text} without its condition`, [...path, 'where'], null);
  for (const [key, part] of Object.entries(node)) {
    if (key !== 'values' && key !== 'value') walk(part, [...path, key], place, add, constant);
  }
}

/** The rules that a mutant can show in: the rule itself, or all that read the parameter or fact, by way of others too. */
export function readersOf(policy: Policy): (name: string) => readonly RuleModel[] {
  const named = (data: unknown): Set<string> =>
    new Set(
      [...JSON.stringify(data).matchAll(/"(?:fact|parameter|by|list)":"([^"]+)"/g)].map(([, name]) => name as string),
    );
  const inside = new Map(policy.facts.map(({ name, derive }) => [name, named(derive ?? null)]));
  const reach = (names: Set<string>): Set<string> => {
    for (const name of names) for (const other of inside.get(name) ?? []) names.add(other);
    return names;
  };
  const reads = new Map(policy.rules.map((rule) => [rule.id, reach(named(rule))]));
  return (name) => policy.rules.filter(({ id }) => id === name || reads.get(id)?.has(name));
}
