import type { Case } from './case.gen.ts';
import { excesses, tooManyEntries, unreadable } from './case-limits.ts';
import { type CaseProblem, caseLimits, pathOf, showKey } from './case-problem.ts';
import { checkScalar, isCode, unknownCode, wrongType } from './case-value.ts';
import { entityTree, type FieldNode, rosterKey, shapeTree } from './field-tree.ts';
import { nearestName } from './nearest-name.ts';
import { type EntityName, vocabulary } from './vocabulary.gen.ts';
import type { ValueType } from './vocabulary.ts';

/** A case that can be used, or everything that is wrong with it. */
export type CaseCheck =
  | { readonly ok: true; readonly case: Case; readonly problems: readonly [] }
  | { readonly ok: false; readonly problems: readonly [CaseProblem, ...CaseProblem[]] };

type Keys = readonly (string | number)[];

const record: ValueType = { type: 'record' };
const list: ValueType = { type: 'list' };
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const absent = (value: unknown): boolean => value === null || value === undefined;

/** Objects of JSON, also those of another window or worker; no dates, maps or instances of classes. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const entityNames = new Map<string, string>();

function topNames(): ReadonlyMap<string, string> {
  if (entityNames.size > 0) return entityNames;
  for (const [name, { zh }] of Object.entries(vocabulary.entities)) {
    entityNames.set(name, name).set(zh.replace(/（.*/, ''), name);
  }
  return entityNames.set(rosterKey, rosterKey).set('花名册', rosterKey);
}

/** One walk over one input. It goes only where the vocabulary goes, so that neither depth nor cycles can harm it. */
class CaseWalk {
  readonly problems: CaseProblem[] = [];

  private add(keys: Keys, { code, zh, en }: Omit<CaseProblem, 'path'>): void {
    this.problems.push({ code, path: pathOf(keys), zh, en });
  }

  private unknownField(keys: Keys, key: string, names: ReadonlyMap<string, string>): void {
    const meant = nearestName(key, names);
    const all = [...new Set(names.values())];
    const list = all.length <= 25 ? all.join(', ') : '';
    this.add([...keys, key], {
      code: 'unknown-field',
      zh: `没有名为“${showKey(key)}”的字段。${meant ? `是否为 ${meant}？` : list && `可用：${list}。`}`,
      en: `there is no field ${JSON.stringify(showKey(key))}${meant ? `; did you mean ${meant}?` : list && `; there are ${list}`}`,
    });
  }

  /** The own keys and what they hold. Forbidden ones are reported. */
  private entries(object: Record<string, unknown>, keys: Keys): [string, unknown][] {
    const entries: [string, unknown][] = [];
    for (const key of Object.keys(object)) {
      if (forbidden.has(key)) {
        this.add([...keys, key], {
          code: 'forbidden-key',
          zh: `不允许使用键 ${key}。`,
          en: `the key ${key} is not allowed`,
        });
        continue;
      }
      entries.push([key, object[key]]);
    }
    return entries;
  }

  private tree(object: unknown, node: FieldNode, keys: Keys, sensitive: boolean): void {
    if (!isPlainObject(object)) {
      this.add(keys, wrongType(object, record, { hidden: true }));
      return;
    }
    for (const [key, value] of this.entries(object, keys)) {
      const next = node.children.get(key);
      if (next === undefined) this.unknownField(keys, key, node.names);
      else if (absent(value)) continue;
      else if (next.field === undefined) this.tree(value, next, [...keys, key], sensitive);
      else this.value(value, next.field, [...keys, key], sensitive || next.field.sensitive === true);
    }
  }

  private value(value: unknown, type: ValueType, keys: Keys, sensitive: boolean): void {
    if (type.type === 'list') this.list(value, type.items ?? type, keys, sensitive);
    else if (type.type !== 'record') {
      const fault = checkScalar(value, type, sensitive);
      if (fault) this.add(keys, fault);
    } else if (type.shape !== undefined) this.tree(value, shapeTree(type.shape), keys, sensitive);
    else if (type.entity !== undefined) this.tree(value, entityTree(type.entity), keys, sensitive);
    else this.keyed(value, type, keys, sensitive);
  }

  private list(value: unknown, items: ValueType, keys: Keys, sensitive: boolean): void {
    if (!Array.isArray(value)) {
      this.add(keys, wrongType(value, list, { hidden: true }));
      return;
    }
    const most = items.entity === 'person' ? caseLimits.members : caseLimits.entries;
    if (value.length > most) {
      this.problems.push(tooManyEntries(pathOf(keys), value.length, most));
      return;
    }
    for (let index = 0; index < value.length; index++) this.value(value[index], items, [...keys, index], sensitive);
    if (items.entity !== undefined) this.distinctIds(value, keys);
  }

  private distinctIds(objects: readonly unknown[], keys: Keys): void {
    const first = new Map<unknown, number>();
    for (const [index, object] of objects.entries()) {
      const id = isPlainObject(object) && Object.hasOwn(object, 'id') ? object.id : undefined;
      if (typeof id !== 'string') continue;
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, index);
      else {
        const other = pathOf([...keys, earlier, 'id']);
        this.add([...keys, index, 'id'], {
          code: 'duplicate-id',
          zh: `与 ${other} 重复，编号不得相同。`,
          en: `is the same as ${other}; ids must differ`,
        });
      }
    }
  }

  private keyed(value: unknown, type: ValueType, keys: Keys, sensitive: boolean): void {
    if (!isPlainObject(value)) {
      this.add(keys, wrongType(value, record, { hidden: true }));
      return;
    }
    const set = type.keys?.enum;
    for (const [key, entry] of this.entries(value, keys)) {
      if (set !== undefined && !isCode(key, set)) {
        this.add([...keys, key], unknownCode(key, set, { hidden: false }));
      } else if (type.values && !absent(entry)) this.value(entry, type.values, [...keys, key], sensitive);
    }
  }

  /** A whole case, or one of a roster. */
  case(input: Record<string, unknown>, keys: Keys): void {
    for (const [key, value] of this.entries(input, keys)) {
      const known = key === rosterKey || Object.hasOwn(vocabulary.entities, key);
      if (!known) this.unknownField(keys, key, topNames());
      else if (absent(value)) continue;
      else if (key === rosterKey) this.roster(value, [...keys, key]);
      else this.tree(value, entityTree(key as EntityName), [...keys, key], false);
    }
  }

  private roster(value: unknown, keys: Keys): void {
    if (keys.length > 1) {
      this.add(keys, {
        code: 'nested-roster',
        zh: '花名册中的案例不能再有花名册。',
        en: 'a case inside a roster has no roster of its own',
      });
      return;
    }
    if (!Array.isArray(value)) {
      this.add(keys, wrongType(value, list, { hidden: true }));
      return;
    }
    for (let index = 0; index < value.length; index++) {
      const entry: unknown = value[index];
      if (isPlainObject(entry)) this.case(entry, [...keys, index]);
      else this.add([...keys, index], wrongType(entry, record, { hidden: true }));
    }
  }
}

function problemsOf(input: unknown): CaseProblem[] {
  if (!isPlainObject(input)) {
    const zh = '案例应为一个对象，例如 { "household": { … } }。';
    return [{ code: 'not-a-case', path: '', zh, en: 'a case is an object such as { "household": { … } }' }];
  }
  const tooMuch = excesses(input);
  if (tooMuch.length > 0) return tooMuch;
  const walk = new CaseWalk();
  walk.case(input, []);
  return walk.problems;
}

/**
 * Checks a case from outside and reports everything that is wrong with it at once. Never throws, whatever the input.
 *
 * The case returned is the input itself, unchanged. A fact that is null or left out is unknown.
 * Where a limit on size is broken, only the limits are reported.
 *
 * @example
 * checkCase({ household: { registered: true } }).ok // true
 * checkCase({ household: { registered: '是' } }).problems[0]?.path // 'household.registered'
 */
export function checkCase(input: unknown): CaseCheck {
  let problems: CaseProblem[];
  try {
    problems = problemsOf(input);
  } catch {
    // Only an object that runs code when it is read, such as a proxy, gets here.
    problems = [unreadable('')];
  }
  const [first, ...others] = problems;
  return first === undefined
    ? { ok: true, case: input as Case, problems: [] }
    : { ok: false, problems: [first, ...others] };
}
