import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

export type Keys = readonly (string | number)[];

/** An alias of a YAML document, and the anchored node that it stands for. */
export interface PlacedAlias {
  readonly path: Keys;
  readonly source: Keys;
}

/** Every alias of a document with its place and that of what it names. */
export function aliasesIn(document: Document): PlacedAlias[] {
  const aliases: { node: Node; path: Keys }[] = [];
  const places = new Map<unknown, Keys>();
  const walk = (node: unknown, path: Keys): void => {
    places.set(node, path);
    if (isAlias(node)) aliases.push({ node, path });
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isMap(node)) {
      for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : String(key)]);
    }
  };
  walk(document.contents, []);
  return aliases.flatMap(({ node, path }) => {
    const source = isAlias(node) ? places.get(node.resolve(document)) : undefined;
    return source === undefined ? [] : [{ path, source }];
  });
}

/** The closest part around a place that has lines of its own: the way there leads through maps in block style. */
export function partWithLines(document: Document, path: Keys): Keys {
  let node: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    if (!isMap(node) || node.flow) return path.slice(0, depth);
    node = node.get(key, true);
  }
  return path;
}

export const startsWith = (path: Keys, start: Keys): boolean => start.every((key, index) => path[index] === key);
