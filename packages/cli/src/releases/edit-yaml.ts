import { canonical } from '@jingzhun/rules/load';
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parse,
  parseDocument,
  stringify,
  YAMLMap,
} from 'yaml';
import { aliasesIn, type Keys, partWithLines, startsWith } from './yaml-aliases.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The text of a YAML file that says `after` instead of `before`. Only what differs is written anew, in the style of what
 * stands beside it; every other line stays as it was.
 */
export function editYaml(text: string, before: Data, after: Data): string {
  const edited = inPlace(text, before, after);
  return same(parse(edited), after) ? edited : stringify(after, { lineWidth: 120 });
}

function inPlace(text: string, before: Data, after: Data): string {
  const document = parseDocument(text);
  const changed = changedParts(document.contents, before, after);
  // What is named in one place and meant in another is written out there before it changes in the first.
  const unfolded = aliasesIn(document)
    .filter(
      ({ path, source }) =>
        !same(valueAt(before, source), valueAt(after, source)) && same(valueAt(before, path), valueAt(after, path)),
    )
    .map(({ path }) => path);
  const parts = [...changed, ...unfolded.map((path) => partWithLines(document, path))];
  const outermost = parts.filter(
    (path, index) =>
      !parts.some((other, place) => startsWith(path, other) && (other.length < path.length || place < index)),
  );
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  // From the end, so that places further up stay where they are.
  const edits = outermost
    .map((path) => {
      const inside = unfolded.filter((alias) => startsWith(alias, path));
      const edit = editOf(text, document, path, valueAt(after, path), valueAt(before, path), () => {
        for (const alias of inside)
          document.setIn(alias, nodeLike(document, alias.slice(0, -1), valueAt(after, alias)));
      });
      return { ...edit, text: edit.text.replace(/\r?\n/g, lineEnd) };
    })
    .sort((a, b) => b.start - a.start);
  return edits.reduce((edited, { start, end, text: part }) => edited.slice(0, start) + part + edited.slice(end), text);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The smallest parts that differ and have lines of their own. */
function changedParts(node: unknown, before: Data, after: Data): Keys[] {
  return keysOf(before, after).flatMap((key): Keys[] => {
    const [a, b] = [before[key], after[key]];
    if (same(a, b)) return [];
    const below = isMap(node) ? node.get(key, true) : undefined;
    const inside = isMap(below) && !below.flow && isData(a) && isData(b) && Object.keys(b).length > 0;
    return inside ? changedParts(below, a, b).map((path) => [key, ...path]) : [[key]];
  });
}

function editOf(
  text: string,
  document: Document,
  path: Keys,
  after: unknown,
  before: unknown,
  unfold: () => void,
): Edit {
  const holder = (path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)) as YAMLMap;
  const key = path.at(-1) as string;
  const pair = holder.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) {
    // After the last of those beside it.
    const end = endOf(holder);
    const lead = text[end - 1] === '\n' ? '' : '\n';
    const indent = columnOf(text, startOf(holder.items[0]?.key as Node));
    return { start: end, end, text: `${lead}${written(document.createPair(key, after), indent)}` };
  }
  const start = startOf(pair.key as Node);
  const indent = columnOf(text, start);
  const end = Math.max(endOf(pair.value as Node), endOf(pair.key as Node));
  const from = start - indent;
  if (after === undefined) return { start: from, end, text: '' };
  unfold();
  change(document, path, before, after);
  const changed = holder.items.find((item) => isScalar(item.key) && item.key.value === key);
  const old = text.slice(from, end);
  const now = written(changed as never, indent);
  return { start: from, end, text: old.endsWith('\n') ? now + trailing(old) : now.trimEnd() };
}

/** Empty lines and comments behind a value belong to its range. */
const trailing = (text: string): string => /\n(\s*\n)+$/.exec(text)?.[1] ?? '';

/** Changes a node in place, as little as makes it say what it should. */
function change(document: Document, path: Keys, before: unknown, after: unknown): void {
  if (same(before, after)) return;
  if (isAlias(document.getIn(path, true))) {
    document.setIn(path, nodeLike(document, path.slice(0, -1), after));
    return;
  }
  if (isData(before) && isData(after)) {
    for (const key of keysOf(before, after)) {
      if (after[key] === undefined) document.deleteIn([...path, key]);
      else if (before[key] === undefined) document.setIn([...path, key], nodeLike(document, path, after[key]));
      else change(document, [...path, key], before[key], after[key]);
    }
    return;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = Math.min(before.length, after.length);
    for (let place = 0; place < kept; place++) change(document, [...path, place], before[place], after[place]);
    for (let place = before.length - 1; place >= kept; place--) document.deleteIn([...path, place]);
    const list = document.getIn(path, true);
    for (const value of after.slice(kept)) if (isSeq(list)) list.add(nodeLike(document, [...path, 0], value));
    return;
  }
  const node = document.getIn(path, true);
  if (isScalar(node) && !isData(after) && !Array.isArray(after)) node.value = after;
  else document.setIn(path, nodeLike(document, path.slice(0, -1), after));
}

/** A new node in the style of those beside it. */
function nodeLike(document: Document, beside: Keys, value: unknown): Node {
  const node = document.createNode(value);
  const like = document.getIn(beside, true);
  const fits = JSON.stringify(value).length < 90;
  if (fits && isCollection(node) && isCollection(like) && like.flow) node.flow = true;
  return node;
}

function written(pair: { key: unknown; value: unknown }, indent: number): string {
  const map = new YAMLMap();
  map.items.push(pair as never);
  const alone = parseDocument('{}');
  alone.contents = map as never;
  return alone
    .toString({ lineWidth: 120 - indent, verifyAliasOrder: false })
    .replace(/^(?=.)/gm, ' '.repeat(indent))
    .replace(/\[ ([^[\]{}'"\n]*) \]/g, '[$1]');
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;
const endOf = (node: Node | null | undefined): number => node?.range?.[2] ?? 0;
const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

function valueAt(data: Data, path: Keys): unknown {
  let value: unknown = data;
  for (const key of path) value = (value as Data | undefined)?.[key];
  return value;
}

const keysOf = (a: Data, b: Data): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
const same = (a: unknown, b: unknown): boolean =>
  (a === undefined) === (b === undefined) && canonical(a) === canonical(b);
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
