import type { Subject } from '@jingzhun/schemas';

/** One value that is not as recorded. Where there is none, it is undefined. */
export interface Difference {
  /** Where in the record, such as `findings[3].outcomes[0].value`; of a finding that is not recorded, empty. */
  readonly path: string;
  /** Of a finding: the rule, whom it is about, and which part of it, such as `status`; empty for the whole. */
  readonly rule?: string;
  readonly subject?: Subject;
  readonly field: string;
  readonly recorded?: unknown;
  readonly now?: unknown;
}

interface Found {
  readonly rule: string;
  readonly subject: Subject;
}

/** Differences of two lists of findings, each held against the one of the same rule and subject. */
export function findingDifferences(
  recorded: readonly Found[],
  now: readonly Found[],
  places: readonly number[] = recorded.map((_, index) => index),
): Difference[] {
  const others = keyed(now);
  const differences: Difference[] = [];
  for (const [key, { found, index }] of keyed(recorded)) {
    const other = others.get(key)?.found;
    others.delete(key);
    const path = `findings[${places[index]}]`;
    const whose = { rule: found.rule, subject: found.subject };
    if (other === undefined) differences.push({ path, ...whose, field: '', recorded: found });
    else
      for (const each of valueDifferences(found, other))
        differences.push({ ...each, path: join(path, each.field), ...whose });
  }
  for (const { found } of others.values()) {
    differences.push({ path: '', rule: found.rule, subject: found.subject, field: '', now: found });
  }
  return differences;
}

/** The same rule can speak of the same subject more than once. */
function keyed<F extends Found>(findings: readonly F[]): Map<string, { readonly found: F; readonly index: number }> {
  const byKey = new Map<string, { found: F; index: number }>();
  for (const [index, found] of findings.entries()) {
    const { entity, id, index: place } = found.subject;
    const name = JSON.stringify([found.rule, entity, id, place ?? null]);
    let key = name;
    for (let again = 2; byKey.has(key); again++) key = `${name} ${again}`;
    byKey.set(key, { found, index });
  }
  return byKey;
}

const join = (path: string, field: string): string =>
  path === '' || field === '' || field.startsWith('[') ? path + field : `${path}.${field}`;

/** Every leaf in which two values of JSON differ, by its path in them. */
export function valueDifferences(recorded: unknown, now: unknown, field = ''): Difference[] {
  if (Object.is(recorded, now)) return [];
  const list = Array.isArray(recorded);
  if (!isObject(recorded) || !isObject(now) || list !== Array.isArray(now)) {
    return [{ path: field, field, ...given('recorded', recorded), ...given('now', now) }];
  }
  const keys = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return keys.flatMap((key) => {
    return valueDifferences(own(recorded, key), own(now, key), join(field, list ? `[${key}]` : key));
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const given = <K extends string>(key: K, value: unknown): { [P in K]?: unknown } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: unknown });
