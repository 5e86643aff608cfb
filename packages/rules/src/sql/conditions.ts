import type { Leaf, Slot } from '../compile/slots.ts';
import { groups, mostEntries, pushDown, regroup } from '../compile/table.ts';
import type { ConditionModel } from '../model/policy.ts';
import { type ExactTree, isKleeneExact, leavesIn, type OpenTree } from './exactness.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { leafSql, slotSql } from './slot.ts';
import type { SlotSql } from './slot-sql.ts';
import { allOf, anyOf, choice, FALSE, negated, TRUE } from './text.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * Conditions in SQL, as exact as decision tables are. Where SQL's own logic of three values already comes to the same,
 * it is used; where a fact comes back, so that it would not, the condition is taken apart by that fact's classes.
 */
export class Conditions {
  private readonly plan: Plan;
  private readonly thresholds: ReadonlyMap<Slot, Thresholds>;

  constructor(plan: Plan, thresholds: ReadonlyMap<Slot, Thresholds>) {
    this.plan = plan;
    this.thresholds = thresholds;
  }

  sql(condition: ConditionModel, place: Place): string {
    const slots = new Set(this.leaves(condition).map(({ slot }) => slot));
    const size = [...slots].reduce((product, { width }) => product * width, 1);
    if (size <= mostEntries) return this.exact(this.tree(condition), place);
    if ('not' in condition) return this.sql(pushDown(condition.not), place);
    const all = 'all' in condition;
    const parts = all ? condition.all : 'any' in condition ? condition.any : [];
    const table = { leaf: (model: Leaf['model']) => this.plan.regime.leaf(model) };
    const sqls = groups(parts, table).map((group) => this.sql(regroup(all, group), place));
    return all ? allOf(sqls) : anyOf(sqls);
  }

  /** Does a single condition hold, whatever its fact: unknown as long as nothing is known of that, even if it holds for every value. */
  truth(leaf: Leaf, place: Place): string {
    const slot = this.slot(leaf.slot, place);
    const sql = leafSql(leaf, slot, place, this.plan);
    if ((sql !== TRUE && sql !== FALSE) || leaf.slot.width === 2) return sql;
    const isOut = (code: number): string => negated(slot.mayBeIn(new Set([code])));
    return choice([[anyOf(leaf.holds.slice(1).map((_, place) => isOut(place + 1))), sql]]);
  }

  /** The same as it stands in a condition. */
  single(leaf: Leaf, place: Place): string {
    return this.exact({ leaf }, place);
  }

  /** The single conditions, each of another fact, that a condition joins by AND; undefined where it is more than that. */
  conjuncts(condition: ConditionModel): readonly Leaf[] | undefined {
    const parts = joinedByAnd(this.tree(condition));
    const leaves = parts.flatMap((part) => (typeof part === 'object' && 'leaf' in part ? [part.leaf] : []));
    return new Set(leaves.map(({ slot }) => slot)).size === parts.length ? leaves : undefined;
  }

  private leaves(condition: ConditionModel): Leaf[] {
    if ('all' in condition) return condition.all.flatMap((part) => this.leaves(part));
    if ('any' in condition) return condition.any.flatMap((part) => this.leaves(part));
    if ('not' in condition) return this.leaves(condition.not);
    return [this.plan.regime.leaf(condition)];
  }

  private tree(condition: ConditionModel): ExactTree {
    if ('all' in condition)
      return joined(
        true,
        condition.all.map((part) => this.tree(part)),
      );
    if ('any' in condition)
      return joined(
        false,
        condition.any.map((part) => this.tree(part)),
      );
    if ('not' in condition) return inverse(this.tree(condition.not));
    const leaf = this.plan.regime.leaf(condition);
    const [first, ...others] = leaf.holds.slice(1);
    return others.every((each) => each === first) && first !== undefined ? first : { leaf };
  }

  /** True or false exactly where all completions of what is unknown agree. */
  private exact(tree: ExactTree, place: Place): string {
    if (typeof tree === 'boolean') return tree ? TRUE : FALSE;
    if ('leaf' in tree) return leafSql(tree.leaf, this.slot(tree.leaf.slot, place), place, this.plan);
    if ('not' in tree) return negated(this.exact(tree.not, place));
    const apart = independent(tree.parts);
    if (apart.length > 1) {
      const sqls = apart.map((group) => this.exact(joined(tree.all, group), place));
      return tree.all ? allOf(sqls) : anyOf(sqls);
    }
    if (isKleeneExact(tree, (slot) => this.slot(slot, place).ranges)) return this.plainly(tree, place);
    return this.bySlot(tree, mostSeen(tree), place);
  }

  private plainly(tree: OpenTree, place: Place): string {
    if ('leaf' in tree) return this.exact(tree, place);
    if ('not' in tree) return negated(this.plainly(tree.not, place));
    const sqls = tree.parts.map((part) => this.plainly(part, place));
    return tree.all ? allOf(sqls) : anyOf(sqls);
  }

  /** One case for each group of classes that the condition treats alike. */
  private bySlot(tree: OpenTree, slot: Slot, place: Place): string {
    const seen = this.slot(slot, place);
    const cases = classGroups(tree, slot).map((classes) => {
      const [code] = classes as [number];
      return { classes: new Set(classes), sql: this.exact(assume(tree, slot, code), place) };
    });
    if (seen.ranged) {
      const left = cases.map(({ classes, sql }) => ({ out: negated(seen.mayBeIn(classes)), sql }));
      return choice([
        [allOf(left.map(({ out, sql }) => anyOf([out, sql]))), TRUE],
        [allOf(left.map(({ out, sql }) => anyOf([out, negated(sql)]))), FALSE],
      ]);
    }
    const agreed = choice([
      [allOf(cases.map(({ sql }) => sql)), TRUE],
      [allOf(cases.map(({ sql }) => negated(sql))), FALSE],
    ]);
    return choice(
      cases.map(({ classes, sql }) => [seen.isIn(classes), sql]),
      agreed,
    );
  }

  private slot(slot: Slot, place: Place): SlotSql {
    return slotSql(slot, place, this.plan, this.thresholds.get(slot) as Thresholds);
  }
}

function joined(all: boolean, parts: readonly ExactTree[]): ExactTree {
  if (parts.includes(!all)) return !all;
  const open = parts.filter((part) => typeof part !== 'boolean');
  if (open.length === 0) return all;
  return open.length === 1 ? (open[0] as OpenTree) : { all, parts: open };
}

function joinedByAnd(tree: ExactTree): ExactTree[] {
  if (tree === true) return [];
  return typeof tree === 'object' && 'all' in tree && tree.all ? tree.parts.flatMap(joinedByAnd) : [tree];
}

function inverse(tree: ExactTree): ExactTree {
  return typeof tree === 'boolean' ? !tree : { not: tree };
}

/** The tree as it is where a slot has a class. */
function assume(tree: OpenTree, slot: Slot, code: number): ExactTree {
  if ('leaf' in tree) return tree.leaf.slot === slot ? tree.leaf.holds[code] === true : tree;
  if ('not' in tree) return inverse(assume(tree.not, slot, code));
  return joined(
    tree.all,
    tree.parts.map((part) => assume(part, slot, code)),
  );
}

/** Parts that share no slot do not depend on each other. */
function independent(parts: readonly OpenTree[]): OpenTree[][] {
  const found: { slots: Set<Slot>; parts: OpenTree[] }[] = [];
  for (const part of parts) {
    const merged = { slots: new Set(leavesIn(part).map(({ slot }) => slot)), parts: [part] };
    for (const group of found.filter((each) => [...each.slots].some((slot) => merged.slots.has(slot)))) {
      for (const slot of group.slots) merged.slots.add(slot);
      merged.parts.unshift(...group.parts);
      found.splice(found.indexOf(group), 1);
    }
    found.push(merged);
  }
  return found.map((group) => group.parts);
}

function mostSeen(tree: OpenTree): Slot {
  const counts = new Map<Slot, number>();
  for (const { slot } of leavesIn(tree)) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/** The classes of a slot, those together that a tree treats alike. */
function classGroups(tree: OpenTree, slot: Slot): number[][] {
  const leaves = leavesIn(tree).filter((leaf) => leaf.slot === slot);
  const byAnswers = new Map<string, number[]>();
  for (let code = 1; code < slot.width; code++) {
    const answers = leaves.map(({ holds }) => (holds[code] ? '1' : '0')).join('');
    const known = byAnswers.get(answers);
    if (known === undefined) byAnswers.set(answers, [code]);
    else known.push(code);
  }
  return [...byAnswers.values()];
}
