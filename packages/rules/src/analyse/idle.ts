import type { CompiledRule } from '../compile/rule.ts';
import { FALSE, TRUE, type Truth, UNKNOWN } from '../compile/truth.ts';
import { assess } from '../decide/assess.ts';
import type { ConditionModel, LeafModel } from '../model/policy.ts';
import { ask, both, type Goal, isFalse, isTrue, leafModels } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import type { Space } from '../witness/space.ts';
import { truthsOf, type Witness, witnessOf } from '../witness/witness.ts';
import type { Claim } from './analysis.ts';
import { headOf } from './finding-head.ts';
import { type Bench, report, type Stretch, spacesFor } from './period.ts';
import { type Place, placesOf } from './place.ts';
import { nameOf } from './reach.ts';
import { shown } from './shown.ts';

/**
 * Conditions that never matter: that could be taken to hold, or to fail, and no case would come out otherwise (the
 * opposite of an independence pair of MC/DC). Gives how many there are, and how many matter both ways.
 */
export function idleIn(stretch: Stretch, dead: ReadonlySet<string>, bench: Bench): { all: number; decisive: number } {
  const [rule] = stretch.rules as [CompiledRule];
  const spaces = spacesFor([rule], stretch.period);
  let all = 0;
  let decisive = 0;
  for (const place of placesOf(rule)) {
    if (dead.has(place.part)) continue;
    leafModels(place.condition).forEach((leaf, seat) => {
      all++;
      const id = `${rule.model.id}:${place.part === '' ? '' : `${place.part}:`}${leaf.fact}${seatOf(place.condition, leaf, seat)}`;
      const answers = ([TRUE, FALSE] as const).map((truth) => findAny(spaces, matters(place, leaf, truth)));
      if (answers.every(({ found }) => found)) {
        decisive++;
        return;
      }
      const never = answers.findIndex((answer) => !answer.found && answer.why === 'impossible');
      if (never < 0) {
        const what = bench.words.leaf(leaf, stretch.period.from);
        bench.undecided.push({
          id: `idle-condition:${id}`,
          zh: `没有找到“${what.zh}”起作用的案例，也不能证明没有`,
          en: `no case in which "${what.en}" matters was found, nor proven not to exist`,
        });
        return;
      }
      report(bench, idle(id, place, leaf, never === 1, rule, spaces, stretch, bench));
    });
  }
  return { all, decisive };
}

/** One fact can be named more than once in a condition: the later ones are numbered. */
function seatOf(condition: ConditionModel, { fact }: LeafModel, seat: number): string {
  const before = leafModels(condition)
    .slice(0, seat)
    .filter((each) => each.fact === fact).length;
  return before === 0 ? '' : `:${before + 1}`;
}

/** The leaf is so, and the condition would come out otherwise if it were not. */
function matters({ condition, guards }: Place, leaf: LeafModel, truth: Truth): (space: Space) => Goal {
  return ({ regime }) => {
    const leaves = leafModels(condition);
    const is: Goal = truth === TRUE ? isTrue(leaf, regime) : isFalse(leaf, regime);
    const other = new Map([[leaf, truth !== TRUE]]);
    const differs: Goal = (classes) => {
      const [as, otherwise] = [ask(condition, classes, regime), ask(condition, classes, regime, other)];
      // Of a case that does not give a fact, the unknown is what comes out; of a row that is still open, nothing yet.
      const isWhole = leaves.every((each) => classes.has(regime.leaf(each).slot));
      if (as === UNKNOWN || (otherwise === UNKNOWN && !isWhole)) return UNKNOWN;
      return as === otherwise ? FALSE : TRUE;
    };
    return both(...guards.map((guard) => isTrue(guard, regime)), is, differs);
  };
}

function idle(
  id: string,
  place: Place,
  leaf: LeafModel,
  heldTrue: boolean,
  rule: CompiledRule,
  spaces: readonly Space[],
  { period, to }: Stretch,
  bench: Bench,
): Claim {
  const { regime } = period;
  const guards = place.guards.map((guard) => isTrue(guard, regime));
  const plain = (goal: Goal) =>
    findAny(spaces, () =>
      both(...guards, goal, (classes) => (ask(place.condition, classes, regime) === UNKNOWN ? UNKNOWN : TRUE)),
    );
  // Where it fails, and what comes out is as if it held; or the other way round; or, where it is always one of them, any case.
  const wanted = [
    heldTrue ? isFalse(leaf, regime) : isTrue(leaf, regime),
    heldTrue ? isTrue(leaf, regime) : isFalse(leaf, regime),
  ];
  const search = wanted.map(plain).find(({ found }) => found);
  const witness = search?.found
    ? witnessOf(search.chosen, search.space, {
        isWanted: () => true,
        sign: truthsOf([leaf, place.condition], search.space),
      })
    : undefined;
  const what = bench.words.leaf(leaf, period.from);
  const name = nameOf(rule, place, bench);
  return {
    ...headOf('idle-condition', id, rule, bench),
    from: period.from,
    to,
    zh: `${name.zh}中的条件“${what.zh}”不起作用：${heldTrue ? '去掉它' : '当作它不成立'}，任何案例的结果都一样。`,
    en: `The condition "${what.en}" in ${name.en} never matters: ${heldTrue ? 'without it' : 'if it were taken to fail'}, every case comes out the same.`,
    witness: witness === undefined ? [] : [shown(bench, witness, [rule.model.id])],
    confirmed: witness !== undefined && comesOutSame(rule, leaf, heldTrue, witness, bench),
  };
}

/** Decides the witness once more, by a policy in which the condition is replaced. */
function comesOutSame(
  { model }: CompiledRule,
  leaf: LeafModel,
  by: boolean,
  { case: input, status, member: _, ...dates }: Witness,
  { policy }: Bench,
): boolean {
  const replaced = <T>(part: T): T => {
    if ((part as unknown) === leaf) return (by ? { any: [leaf, { not: leaf }] } : { all: [leaf, { not: leaf }] }) as T;
    if (Array.isArray(part)) return part.map(replaced) as T;
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, replaced(each)])) as T;
  };
  const { outcomes, ...rest } = model;
  const rules = [
    {
      ...replaced(rest),
      outcomes: outcomes.map(({ when, ...outcome }) => ({
        ...outcome,
        ...(when === undefined ? {} : { when: replaced(when) }),
      })),
    },
  ];
  return assess({ ...policy, rules }, input, dates).find(({ member }) => member <= 0)?.status === status;
}
