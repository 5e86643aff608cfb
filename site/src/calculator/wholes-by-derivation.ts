import type { Expression, Policy } from '@jingzhun/rules';
import { factModels } from './facts-read.ts';

/** What a count counts, and the conditions on it; `by` is how many of them say that something has happened by a day. */
interface Counting {
  readonly of: string;
  readonly where: readonly Expression[];
  readonly by: number;
}

/** Part and whole, where the vocabulary counts the one among the other: registered households that are dibao among all. */
export function wholesByDerivation(policy: Policy, facts: readonly string[]): (readonly [string, string])[] {
  const counts = countsOf(policy, facts);
  return counts.flatMap(([part, narrow]) =>
    counts.flatMap(([whole, wide]) => (part !== whole && isAmong(narrow, wide) ? [[part, whole] as const] : [])),
  );
}

/** Counts of the same in which nothing is counted twice: together they are no more than what they are parts of. */
export function disjointFrom(policy: Policy, fact: string, facts: readonly string[]): readonly string[] {
  const counts = countsOf(policy, [fact, ...facts]);
  const own = counts.find(([name]) => name === fact)?.[1];
  if (own === undefined) return [];
  return counts.flatMap(([name, other]) => (name !== fact && areDisjoint(own, other) ? [name] : []));
}

function countsOf(policy: Policy, facts: readonly string[]): (readonly [string, Counting])[] {
  return facts.flatMap((fact) => {
    const derive = factModels(policy).get(fact)?.derive;
    const counting = derive !== undefined && 'formula' in derive ? countingOf(derive.formula.expression) : undefined;
    return counting === undefined ? [] : [[fact, counting] as const];
  });
}

function countingOf(expression: Expression): Counting | undefined {
  if (expression.op === 'count') return counting(expression.list, conditionsIn(expression.where));
  if (expression.op !== 'sum' || expression.of === null) return undefined;
  const { of } = expression;
  const where = conditionsIn(expression.where);
  // The members of each household are as many as its size.
  if (of.op === 'fact') return counting(of.fact === 'household.memberCount' ? 'household.members' : of.fact, where);
  return of.op === 'count' ? counting(of.list, [...where, ...conditionsIn(of.where)]) : undefined;
}

/** That something had happened by the day of the case is said of a count that is asked on that day: it narrows little. */
function counting(of: string, all: readonly Expression[]): Counting {
  const where = all.filter((each) => !isByTheDay(each));
  return { of, where, by: all.length - where.length };
}

function conditionsIn(where: Expression | null): readonly Expression[] {
  if (where === null) return [];
  return where.op === 'and' ? where.of : [where];
}

function isByTheDay(condition: Expression): boolean {
  return condition.op === 'compare' && condition.right.op === 'fact' && condition.right.fact === 'date.assessedOn';
}

function isAmong(narrow: Counting, wide: Counting): boolean {
  if (narrow.of !== wide.of) return false;
  const known = new Set(narrow.where.map((each) => JSON.stringify(each)));
  const isNarrower = wide.where.length < known.size || (wide.where.length === known.size && wide.by < narrow.by);
  return isNarrower && wide.where.every((each) => known.has(JSON.stringify(each)));
}

function areDisjoint(one: Counting, other: Counting): boolean {
  return one.of === other.of && one.where.some((each) => other.where.some((against) => excludes(each, against)));
}

function excludes(one: Expression, other: Expression): boolean {
  if (one.op === 'not') return JSON.stringify(one.of) === JSON.stringify(other);
  if (other.op === 'not') return excludes(other, one);
  if (one.op !== 'compare' || other.op !== 'compare' || one.operator !== '=' || other.operator !== '=') return false;
  const isSameFact = JSON.stringify(one.left) === JSON.stringify(other.left);
  return isSameFact && JSON.stringify(one.right) !== JSON.stringify(other.right);
}
