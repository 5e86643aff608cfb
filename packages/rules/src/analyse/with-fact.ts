import type { Case } from '@jingzhun/schemas';

/** A case in which a fact has another value: of a person, that of the first member. */
export function withFact(input: Case, name: string, value: string | number | boolean): Case {
  const [entity = '', ...path] = name.split('.');
  const copy = JSON.parse(JSON.stringify(input)) as Record<string, unknown>;
  const keys = entity === 'person' ? ['household', 'members', '0', ...path] : [entity, ...path];
  let object = copy;
  for (const key of keys.slice(0, -1)) {
    object[key] ??= {};
    object = object[key] as Record<string, unknown>;
  }
  object[keys.at(-1) as string] = value;
  return copy as Case;
}
