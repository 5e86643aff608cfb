import { type Case, type Field, fieldOf, shapeFieldOf } from '@jingzhun/schemas';

/** Which personal fields may enter a record: all, or those named as the vocabulary names them. */
export type Personal = true | readonly string[];

/** A case without its personal fields. */
export interface Withheld {
  readonly facts: Case;
  /** Where something was left out: `household.members[0].name`. */
  readonly paths: readonly string[];
  /** The facts that were left out somewhere, as policies name them: `person.name`. */
  readonly names: ReadonlySet<string>;
}

/**
 * Is a field personal? Those that the vocabulary marks are; so is every text, reference and record with free keys, for
 * nobody knows what was typed there: a note can hold a name, a member's id an id number.
 */
export function isPersonal({ sensitive, type, items, keys, values }: Field): boolean {
  return (
    sensitive === true ||
    [type, items?.type, keys?.type, values?.type].some((each) => each === 'text' || each === 'reference')
  );
}

/** The field of a fact, in an entity or in a shape of a list. */
export const fieldNamed = (name: string): Field | undefined => fieldOf(name) ?? shapeFieldOf(name);

/**
 * Leaves out of a checked case what is personal and was not let in. Objects and lists stay where they are, so that
 * nobody in the case is lost; facts that are null go, for they say nothing.
 */
export function withholdFacts(input: Case, personal: Personal): Withheld {
  const paths: string[] = [];
  const names = new Set<string>();
  const isLetIn = (name: string): boolean => personal === true || personal.includes(name);

  const object = (from: object, name: string, path: string): Record<string, unknown> => {
    const kept: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(from).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (value === null || value === undefined) continue;
      const inner = name === '' ? key : `${name}.${key}`;
      const at = path === '' ? key : `${path}.${key}`;
      const field = fieldNamed(inner);
      if (field !== undefined && isPersonal(field) && !isLetIn(inner)) {
        paths.push(at);
        names.add(inner);
      } else kept[key] = inside(value, inner, at, field);
    }
    return kept;
  };
  const inside = (value: unknown, name: string, path: string, field: Field | undefined): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (!Array.isArray(value)) return object(value, field?.entity ?? name, path);
    const entry = name === 'roster' ? '' : (field?.items?.entity ?? field?.items?.shape ?? name);
    return value.map((each, index) => inside(each, entry, `${path}[${index}]`, undefined));
  };
  return { facts: object(input, '', '') as Case, paths, names };
}

/** The fact whose place in a case a path is; undefined where the vocabulary knows no such place. */
export function factAt(path: string): string | undefined {
  const [first = '', ...steps] = path.replace(/^roster\[\d+\]\./, '').split('.');
  let name = first;
  for (const step of steps) {
    const field = fieldNamed(name.replace(/\[\d+\]$/, ''));
    const isEntry = name.endsWith(']');
    const within = isEntry ? (field?.items?.entity ?? field?.items?.shape) : field?.entity;
    if (isEntry && within === undefined) return undefined;
    name = `${within ?? name}.${step}`;
  }
  return fieldNamed(name) === undefined ? undefined : name;
}
