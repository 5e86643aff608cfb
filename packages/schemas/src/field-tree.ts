import type { Case } from './case.gen.ts';
import { type EntityName, type ShapeName, vocabulary } from './vocabulary.gen.ts';
import type { Field, Fields } from './vocabulary.ts';

/** A key of a case object: a field, or a group that the dots of several keys share. */
export interface FieldNode {
  readonly field?: Field;
  readonly children: ReadonlyMap<string, FieldNode>;
  /** What people may write for a key below this node → the key, dots included. */
  readonly names: ReadonlyMap<string, string>;
}

interface Growing {
  field?: Field;
  children: Map<string, Growing>;
  names: Map<string, string>;
}

const grow = (): Growing => ({ children: new Map(), names: new Map() });

function nameIn(node: Growing, path: readonly string[], field: Field): void {
  const key = path.join('.');
  for (const name of [key, ...(field.aliases ?? []), field.zh, path.at(-1) ?? key]) {
    if (!node.names.has(name)) node.names.set(name, key);
  }
}

function treeOf(fields: Fields): FieldNode {
  const root = grow();
  for (const field of Object.values(fields)) {
    const path = field.key.split('.');
    let node = root;
    for (const [depth, part] of path.entries()) {
      nameIn(node, path.slice(depth), field);
      const next = node.children.get(part) ?? grow();
      node.children.set(part, next);
      node = next;
    }
    node.field = field;
  }
  return root;
}

const trees = new Map<Fields, FieldNode>();

function cached(fields: Fields): FieldNode {
  const known = trees.get(fields);
  if (known) return known;
  const tree = treeOf(fields);
  trees.set(fields, tree);
  return tree;
}

/** The fields of an entity, nested as a case nests them. */
export const entityTree = (entity: EntityName): FieldNode => cached(vocabulary.entities[entity].fields);

/** The fields of a shape, nested. */
export const shapeTree = (shape: ShapeName): FieldNode => cached(vocabulary.shapes[shape].fields);

/** The key of a case that holds its roster. */
export const rosterKey = 'roster' satisfies keyof Case;
