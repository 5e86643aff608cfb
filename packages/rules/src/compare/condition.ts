import type { Condition, ConditionLeaf } from '@jingzhun/schemas';
import { canonical } from '../load/digest.ts';
import type { Within } from './comparison.ts';
import { type Piece, type Place, piece, same } from './piece.ts';

type Join = 'all' | 'any';

interface Child {
  readonly condition: Condition;
  readonly path: readonly (string | number)[];
}

/**
 * What differs between two conditions, leaf by leaf. Two groups are set side by side: equal parts first, then leaves on
 * the same fact, then groups of the same kind; what is left was added or removed.
 */
export function conditionPieces(before: Condition, after: Condition, place: Place, within: Within = []): Piece[] {
  if (same(before, after)) return [];
  if ('not' in before && 'not' in after) {
    return conditionPieces(before.not, after.not, deeperBy(place, ['not'], ['not']), [...within, 'not']);
  }
  const [old, now] = [joinOf(before), joinOf(after)];
  const join = now ?? old;
  if (join === undefined) return [conditionPiece(before, after, place, within)];
  const [a, b] = [childrenOf(before), childrenOf(after)];
  // One condition to which others were added is a group of one; so is what is left when others were taken away.
  if ((old === undefined || now === undefined) && !a.some((each) => b.some((other) => alike(each, other)))) {
    return [conditionPiece(before, after, place, within)];
  }
  const joins = old !== undefined && now !== undefined && old !== now;
  const joined = joins ? [piece({ join: old }, { join: now }, place, withinOf(within))] : [];
  return [...joined, ...childPieces(a, b, place, [...within, join])];
}

function childPieces(before: readonly Child[], after: readonly Child[], place: Place, within: Within): Piece[] {
  const pairs = pairsOf(before, after);
  const pieces = after.flatMap((child) => {
    const partner = pairs.get(child);
    const at = deeperBy(place, partner?.path ?? [], child.path);
    return partner === undefined
      ? [conditionPiece(undefined, child.condition, at, within)]
      : conditionPieces(partner.condition, child.condition, at, within);
  });
  const kept = new Set(pairs.values());
  const removed = before
    .filter((child) => !kept.has(child))
    .map((child) => conditionPiece(child.condition, undefined, deeperBy(place, child.path, []), within));
  return [...pieces, ...removed];
}

/** Each later part with the earlier one it is set beside. */
function pairsOf(before: readonly Child[], after: readonly Child[]): Map<Child, Child> {
  const pairs = new Map<Child, Child>();
  const free = new Set(before);
  const pair = (fits: (a: Child, b: Child) => boolean): void => {
    for (const child of after) {
      if (pairs.has(child)) continue;
      const partner = [...free].find((each) => fits(each, child));
      if (partner === undefined) continue;
      free.delete(partner);
      pairs.set(child, partner);
    }
  };
  pair((a, b) => same(a.condition, b.condition));
  pair((a, b) => isLeaf(a.condition) && isLeaf(b.condition) && sameTest(a.condition, b.condition));
  pair((a, b) => isLeaf(a.condition) && isLeaf(b.condition) && a.condition.fact === b.condition.fact);
  pair((a, b) => sharesLeaf(a.condition, b.condition));
  pair((a, b) => joinOf(a.condition) !== undefined && joinOf(a.condition) === joinOf(b.condition));
  return pairs;
}

const sameTest = (a: ConditionLeaf, b: ConditionLeaf): boolean => a.fact === b.fact && a.operator === b.operator;

const isLeaf = (condition: Condition): condition is ConditionLeaf => 'fact' in condition;

const joinOf = (condition: Condition): Join | undefined =>
  'all' in condition ? 'all' : 'any' in condition ? 'any' : undefined;

/** The parts of a group; of anything else, the one part that it is. */
function childrenOf(condition: Condition): Child[] {
  const join = joinOf(condition);
  if (join === undefined) return [{ condition, path: [] }];
  const list = (condition as Readonly<Record<string, Condition[]>>)[join] ?? [];
  return list.map((child, index) => ({ condition: child, path: [join, index] }));
}

const alike = (a: Child, b: Child): boolean =>
  same(a.condition, b.condition) ||
  (isLeaf(a.condition) && isLeaf(b.condition) && a.condition.fact === b.condition.fact);

function sharesLeaf(a: Condition, b: Condition): boolean {
  const leaves = new Set(leavesOf(a).map(canonical));
  return leavesOf(b).some((leaf) => leaves.has(canonical(leaf)));
}

function leavesOf(condition: Condition): Condition[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}

const withinOf = (within: Within): Pick<Piece, 'within'> => (within.length === 0 ? {} : { within });

function conditionPiece(before: unknown, after: unknown, place: Place, within: Within): Piece {
  return piece(before, after, place, withinOf(within));
}

const deeperBy = (place: Place, before: Child['path'], after: Child['path']): Place => ({
  ...place,
  before: [...place.before, ...before],
  after: [...place.after, ...after],
});
