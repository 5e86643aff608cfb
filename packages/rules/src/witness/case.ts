import type { Case } from '@jingzhun/schemas';
import { type Chosen, longestTried, ownEntries, type Path } from './inputs.ts';

/** The case that these choices make. Those who are asked are there even where nothing of them is given. */
export function caseOf(chosen: Chosen, asked: string): Case {
  const input: Record<string, unknown> = {};
  if (asked === 'person') input.household = { members: [{}] };
  else input[asked] = {};
  const inOrder = [...chosen]
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a.path.length - b.path.length);
  const long: { list: unknown[]; length: number }[] = [];
  for (const [{ kind, path }, value] of inOrder) {
    if (kind !== 'length') continue;
    const length = asked === 'person' && isMembers(path) ? Math.max(1, value as number) : (value as number);
    const list = Array.from({ length: Math.min(length, ownEntries) }, () => ({}));
    if (write(input, path, list) && length > ownEntries) long.push({ list, length });
  }
  for (const [{ kind, path }, value] of inOrder) {
    if (kind === 'field') write(input, path, value);
    else if (kind === 'presence' && value === true) input[path[0] as string] ??= {};
  }
  for (const { list, length } of long) while (list.length < length) list.push(structuredCopy(list[ownEntries - 1]));
  for (const [{ kind, path }, value] of inOrder) {
    if (kind === 'presence' && value === false) delete input[path[0] as string];
  }
  return input as Case;
}

const isMembers = (path: Path): boolean => path.join('.') === 'household.members';

/** Puts a value at a path; false where it leads through a list that is not so long. */
function write(into: Record<string, unknown>, path: Path, value: unknown): boolean {
  let object: Record<string | number, unknown> = into;
  for (const key of path.slice(0, -1)) {
    if (Array.isArray(object) && Number(key) >= object.length) return false;
    object[key] ??= {};
    object = object[key] as Record<string | number, unknown>;
  }
  const last = path.at(-1) as string | number;
  if (Array.isArray(object) && Number(last) >= object.length) return false;
  object[last] = value;
  return true;
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Every place in a case at which something can be left out, the deepest first; long lists are left as they are. */
export function partsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > longestTried) return [];
  const keys: (string | number)[] = Array.isArray(value)
    ? value.map((_, index) => index).reverse()
    : Object.keys(value);
  return keys.flatMap((key) => {
    const inside = (value as Record<string | number, unknown>)[key];
    // A list of plain values is one fact.
    const isPlain = Array.isArray(inside) && inside.every((entry) => typeof entry !== 'object');
    return [...(isPlain ? [] : partsOf(inside, [...path, key])), [...path, key]];
  });
}

/** The case without what stands at a path. */
export function without(input: Case, path: Path): Case {
  const copy = structuredCopy(input) as Record<string | number, unknown>;
  let object = copy;
  for (const key of path.slice(0, -1)) object = object[key] as Record<string | number, unknown>;
  const last = path.at(-1) as string | number;
  if (Array.isArray(object)) object.splice(Number(last), 1);
  else delete object[last];
  return copy as Case;
}
