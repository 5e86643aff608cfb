import type { Case } from '@jingzhun/schemas';

type Objects = Record<string, unknown>;

/** A case in which a fact has another value: of a person, that of the first member, or of the person who stands alone. */
export function withFact(input: Case, name: string, value: unknown): Case {
  const [entity = '', ...path] = name.split('.');
  // A case is JSON.
  const copy = JSON.parse(JSON.stringify(input)) as Objects;
  let object = entity === 'person' ? firstPerson(copy) : objectAt(copy, entity);
  for (const key of path.slice(0, -1)) object = objectAt(object, key);
  object[path.at(-1) as string] = value;
  return copy as Case;
}

function firstPerson(input: Objects): Objects {
  const first = (input.household as { members?: Objects[] } | undefined)?.members?.[0];
  if (first !== undefined) return first;
  if (input.person !== undefined) return objectAt(input, 'person');
  const member = {};
  objectAt(input, 'household').members = [member];
  return member;
}

function objectAt(object: Objects, key: string): Objects {
  object[key] ??= {};
  return object[key] as Objects;
}
