import type { Regime } from '../compile/regime.ts';
import type { CompiledRule, Due } from '../compile/rule.ts';
import type { Leaf, Slot } from '../compile/slots.ts';
import { FALSE, join, negate, TRUE, type Truth, UNKNOWN } from '../compile/truth.ts';
import type { ConditionModel, LeafModel, RuleModel } from '../model/policy.ts';

/** The class that each slot is in; 0, or none at all, is unknown. */
export type Classes = ReadonlyMap<Slot, number>;

/** What is asked of a row of classes: true, false, or not settled by those that are known. */
export type Goal = (classes: Classes) => Truth;

/** Leaves taken for true or false, whatever the classes say. */
export type Taken = ReadonlyMap<LeafModel, boolean>;

const none: Taken = new Map();

/** A condition asked of classes, some of which may still be open. */
export function ask(condition: ConditionModel, classes: Classes, regime: Regime, taken: Taken = none): Truth {
  const part = (each: ConditionModel): Truth => ask(each, classes, regime, taken);
  if ('all' in condition) return join(true, condition.all.map(part));
  if ('any' in condition) return join(false, condition.any.map(part));
  if ('not' in condition) return negate(part(condition.not));
  const fixed = taken.get(condition);
  if (fixed !== undefined) return fixed ? TRUE : FALSE;
  return holds(regime.leaf(condition), classes);
}

function holds({ slot, holds: answers }: Leaf, classes: Classes): Truth {
  const code = classes.get(slot) ?? 0;
  if (code === 0) return UNKNOWN;
  return answers[code] ? TRUE : FALSE;
}

/** The leaves of a condition, in reading order. */
export function leafModels(condition: ConditionModel | undefined): readonly LeafModel[] {
  if (condition === undefined) return [];
  if ('all' in condition) return condition.all.flatMap(leafModels);
  if ('any' in condition) return condition.any.flatMap(leafModels);
  if ('not' in condition) return leafModels(condition.not);
  return [condition];
}

/** The leaves of all conditions of a rule. */
export function leavesOfRule({ scope, when, delivered, items = [], outcomes }: RuleModel): readonly LeafModel[] {
  const own = [scope, when, delivered];
  return [...own, ...items.flatMap((item) => [item.scope, item.when]), ...outcomes.map((each) => each.when)].flatMap(
    leafModels,
  );
}

export function both(...goals: readonly Goal[]): Goal {
  return (classes) => {
    let result: Truth = TRUE;
    for (const goal of goals) {
      const truth = goal(classes);
      if (truth === FALSE) return FALSE;
      if (truth === UNKNOWN) result = UNKNOWN;
    }
    return result;
  };
}

export function isTrue(condition: ConditionModel | undefined, regime: Regime, taken?: Taken): Goal {
  return condition === undefined ? () => TRUE : (classes) => ask(condition, classes, regime, taken);
}

export function isFalse(condition: ConditionModel | undefined, regime: Regime, taken?: Taken): Goal {
  return condition === undefined ? () => FALSE : (classes) => negate(ask(condition, classes, regime, taken));
}

export type Wanted = 'met' | 'unmet' | 'not-applicable';

/** Has a due date passed? What has none can always fail. */
export type Past = (due: Due | undefined) => Goal;

/** A rule's status as a question to its classes. */
export function statusGoal({ model, due, items }: CompiledRule, wanted: Wanted, regime: Regime, past: Past): Goal {
  const applies = isTrue(model.scope, regime);
  if (model.items === undefined) {
    if (wanted === 'not-applicable') return isFalse(model.scope, regime);
    return wanted === 'met'
      ? both(applies, isTrue(model.when, regime))
      : both(applies, isFalse(model.when, regime), past(due));
  }
  const all = model.items.map(({ scope, when }, place) => ({
    scope: isTrue(scope, regime),
    fails: both(isTrue(scope, regime), isFalse(when, regime)),
    past: past(items?.[place]?.due),
  }));
  const failing = (classes: Classes): Truth =>
    join(
      false,
      all.map((item) => item.fails(classes)),
    );
  const some: Goal = (classes) =>
    join(
      false,
      all.map((item) => item.scope(classes)),
    );
  switch (wanted) {
    case 'unmet': {
      const late: Goal = (classes) =>
        join(
          false,
          all.map((item) => both(item.fails, item.past)(classes)),
        );
      return both(applies, late, past(due));
    }
    case 'met':
      return both(applies, (classes) => negate(failing(classes)), some);
    default:
      return (classes) => negate(join(true, [applies(classes), some(classes)]));
  }
}
