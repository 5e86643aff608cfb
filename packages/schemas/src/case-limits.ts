import { type CaseProblem, caseLimits, pathOf } from './case-problem.ts';
import { rosterKey } from './field-tree.ts';

interface Frame {
  readonly value: object;
  readonly depth: number;
  readonly key: string | number;
  readonly parent?: Frame;
}

function keysTo(frame: Frame | undefined): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at = frame; at?.parent; at = at.parent) keys.unshift(at.key);
  return keys;
}

const tooDeep = (path: string): CaseProblem => ({
  code: 'too-deep',
  path,
  zh: `嵌套超过 ${caseLimits.depth} 层，请减少层数。`,
  en: `is nested deeper than ${caseLimits.depth} levels; a case needs far fewer`,
});

const tooManyValues = (path: string): CaseProblem => ({
  code: 'too-many-values',
  path,
  zh: `一个案例的数据项超过 ${caseLimits.values} 个，请拆分或删减。`,
  en: `holds more than ${caseLimits.values} values; split the case or leave some out`,
});

/** A list that is longer than it may be. */
export const tooManyEntries = (path: string, length: number, most: number): CaseProblem => ({
  code: 'too-many-entries',
  path,
  zh: `列表有 ${length} 项，最多 ${most} 项。`,
  en: `has ${length} entries; at most ${most} are allowed`,
});

/** A property that is computed, or that fails when it is read. */
export const unreadable = (path: string): CaseProblem => ({
  code: 'unreadable',
  path,
  zh: '该属性是计算得出的或无法读取，案例只能是纯数据（JSON）。',
  en: 'is computed or cannot be read; a case is plain data as in JSON',
});

/**
 * The first limit that one case breaks, found without recursion, so that nothing after it can overflow. A cyclic object is too deep.
 * Computed properties are not called.
 */
function firstExcess(root: object, keys: readonly (string | number)[], skip?: string): CaseProblem | undefined {
  const stack: Frame[] = [{ value: root, depth: 1, key: '' }];
  const path = (frame: Frame | undefined, ...more: string[]) => pathOf([...keys, ...keysTo(frame), ...more]);
  let values = 0;
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    if (frame.depth > caseLimits.depth) return tooDeep(pathOf(keys));
    const { value } = frame;
    if (Array.isArray(value) && value.length > caseLimits.entries) {
      return tooManyEntries(path(frame), value.length, caseLimits.entries);
    }
    const names = Object.keys(value);
    if (names.length === 0) values++;
    if (names.length > caseLimits.values) return tooManyValues(pathOf(keys));
    for (const name of names) {
      if (frame.parent === undefined && name === skip) continue;
      const property = Object.getOwnPropertyDescriptor(value, name);
      if (property === undefined || !('value' in property)) return unreadable(path(frame, name));
      if (typeof property.value === 'object' && property.value !== null) {
        const key = Array.isArray(value) ? Number(name) : name;
        stack.push({ value: property.value, depth: frame.depth + 1, key, parent: frame });
      } else values++;
    }
    if (values > caseLimits.values || stack.length > caseLimits.values) return tooManyValues(pathOf(keys));
  }
  return undefined;
}

/** Every limit that the case, or a case of its roster, breaks: at most one for each. */
export function excesses(input: object): CaseProblem[] {
  const own = firstExcess(input, [], rosterKey);
  const roster = Object.getOwnPropertyDescriptor(input, rosterKey);
  if (roster && !('value' in roster)) return [...(own ? [own] : []), unreadable(rosterKey)];
  if (!Array.isArray(roster?.value)) {
    const held = roster?.value;
    const inRoster = typeof held === 'object' && held !== null ? firstExcess(held, [rosterKey]) : undefined;
    return [own, inRoster].filter((problem) => problem !== undefined);
  }
  const cases: readonly unknown[] = roster.value;
  if (cases.length > caseLimits.roster) {
    return [...(own ? [own] : []), tooManyEntries(rosterKey, cases.length, caseLimits.roster)];
  }
  const problems = own ? [own] : [];
  for (const [index, entry] of cases.entries()) {
    if (typeof entry !== 'object' || entry === null) continue;
    const excess = firstExcess(entry, [rosterKey, index]);
    if (excess) problems.push(excess);
  }
  return problems;
}
