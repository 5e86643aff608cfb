import { canonical } from '../load/digest.ts';
import type { Bearing, Path } from './comparison.ts';
import { conditionPieces } from './condition.ts';
import { type Data, type Piece, type Place, piece, same } from './piece.ts';

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

type Compared = (before: unknown, after: unknown, place: Place) => Piece[];

const whole: Compared = (before, after, place) => [piece(before, after, place)];

const condition: Compared = (before, after, place) =>
  before === undefined || after === undefined
    ? whole(before, after, place)
    : conditionPieces(before as never, after as never, place);

const record: Compared = (before, after, place) =>
  isData(before) && isData(after) ? recordPieces(before, after, place) : whole(before, after, place);

/** How the values of a key are compared; as wholes where nothing is said. */
const comparisons: Readonly<Record<string, Compared>> = {
  scope: condition,
  when: condition,
  delivered: condition,
  items: named('key'),
  grant: named('what'),
  require: named('what'),
  state: named('what'),
  reconcile: named('what'),
  reading: texts,
  anomalies: texts,
  jurisdiction: record,
  // A parameter's table, code by code.
  value: record,
};

const bearings: Readonly<Record<string, Bearing>> = {
  title: 'text',
  summary: 'text',
  reading: 'text',
  anomalies: 'text',
  computable: 'text',
  computableWhy: 'text',
  why: 'text',
  reconcile: 'text',
  issuer: 'text',
  issued: 'text',
  published: 'text',
  jurisdiction: 'text',
  clause: 'citation',
  alsoClauses: 'citation',
  quoteSha256: 'citation',
  amendedBy: 'citation',
  number: 'citation',
  sha256: 'citation',
};

/** Every difference between two records, key by key; `only` or all of their keys. */
export function recordPieces(before: Data, after: Data, place: Place, only?: readonly string[]): Piece[] {
  const keys = only ?? [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return keys.flatMap((key) => partPieces(key, before[key], after[key], deeper(place, key)));
}

/** The differences of one part. `place` is the part's own. */
export function partPieces(key: string, before: unknown, after: unknown, place: Place): Piece[] {
  if (same(before, after)) return [];
  const bears = place.bears === 'meaning' ? (bearings[key] ?? 'meaning') : place.bears;
  const within = { ...place, bears };
  const found = (comparisons[key] ?? whole)(before, after, within);
  return found.length > 0 ? found : [rewritten(before, after, within)];
}

export const rewritten = (before: unknown, after: unknown, place: Place): Piece =>
  piece(before, after, { ...place, bears: 'text' }, { change: 'rewritten' });

export const deeper = (place: Place, key: string, before: Path = [key], after: Path = [key]): Place => ({
  ...place,
  part: [...place.part, key],
  before: [...place.before, ...before],
  after: [...place.after, ...after],
});

interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
}

/** One record or a list of them, each with the name it goes by; a second one of a name is numbered. */
function entriesOf(value: unknown, key: string): Entry[] {
  if (value === undefined) return [];
  const seen = new Map<string, number>();
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  return list.map((each, index) => {
    const name = String((each as Data)[key]);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { name: count === 1 ? name : `${name}#${count}`, value: each, path: Array.isArray(value) ? [index] : [] };
  });
}

/** Lists whose entries say who they are. */
function named(key: string): Compared {
  return (before, after, place) => {
    const [old, now] = [entriesOf(before, key), entriesOf(after, key)];
    const names = [...new Set([...now, ...old].map(({ name }) => name))];
    const pieces = names.flatMap((name) => {
      const [a, b] = [old, now].map((list) => list.find((each) => each.name === name));
      const at = deeper(place, name, a?.path ?? [], b?.path ?? []);
      return a === undefined || b === undefined
        ? whole(a?.value, b?.value, at)
        : recordPieces(a.value as Data, b.value as Data, at);
    });
    const order = orderPiece(
      old.map(({ name }) => name),
      now.map(({ name }) => name),
      place,
    );
    return [...pieces, ...order];
  };
}

/** The order of what is on both sides, where it differs. */
export function orderPiece(before: readonly string[], after: readonly string[], place: Place): Piece[] {
  const old = before.filter((name) => after.includes(name));
  const now = after.filter((name) => before.includes(name));
  if (same(old, now)) return [];
  return [piece(old, now, { ...place, bears: 'text' }, { change: 'moved' })];
}

/** One text or a list of them: equal ones are set beside each other, then the rest in their order. */
function texts(before: unknown, after: unknown, place: Place): Piece[] {
  const list = (value: unknown): Entry[] => {
    const all = value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
    return all.map((each, index) => ({
      name: canonical(each),
      value: each,
      path: Array.isArray(value) ? [index] : [],
    }));
  };
  const [old, now] = [list(before), list(after)];
  const rest = (of: Entry[], other: Entry[]) => of.filter(({ name }) => !other.some((each) => each.name === name));
  const [a, b] = [rest(old, now), rest(now, old)];
  const pieces = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => {
    const paths = [a[index]?.path ?? [], b[index]?.path ?? []] as const;
    const at = { ...place, before: [...place.before, ...paths[0]], after: [...place.after, ...paths[1]] };
    return piece(a[index]?.value, b[index]?.value, at);
  });
  if (pieces.length > 0) return pieces;
  const names = (of: Entry[]) => [...new Set(of.map(({ name }) => name))];
  if (old.length !== now.length || same(names(old), names(now))) return [];
  return [piece(before, after, place, { change: 'moved' })];
}
