import type { Regime } from '../compile/regime.ts';
import type { Leaf, Slot } from '../compile/slots.ts';
import type { ConditionModel, LeafModel, RuleModel } from '../model/policy.ts';

/** What the rules in force ask of a slot. */
export interface Thresholds {
  /** The numbers or days that conditions name, in the fact's steps. */
  readonly sorted: readonly (number | string)[];
  /** The class at each place: 2j+1 is threshold j, the even ones lie before, between and after; 0: no value stands there. */
  readonly classAt: readonly number[];
  /** Of a test: any of its leaves. */
  readonly leaf: Leaf;
}

/** The thresholds of every slot of a regime. */
export function thresholdsOf(regime: Regime): ReadonlyMap<Slot, Thresholds> {
  const leaves = new Map<Slot, Leaf[]>();
  for (const { model, inForce } of regime.rules) {
    if (!inForce) continue;
    for (const leafModel of leavesOfRule(model)) {
      const leaf = regime.leaf(leafModel);
      const known = leaves.get(leaf.slot);
      if (known === undefined) leaves.set(leaf.slot, [leaf]);
      else known.push(leaf);
    }
  }
  return new Map([...leaves].map(([slot, all]) => [slot, thresholds(slot, all, regime)]));
}

function thresholds(slot: Slot, leaves: readonly Leaf[], regime: Regime): Thresholds {
  const [leaf] = leaves as [Leaf];
  const kind = leaf.fact.model.kind;
  if (slot.test || (kind !== 'number' && kind !== 'date')) return { sorted: [], classAt: [], leaf };
  const values = leaves.flatMap((each) => valuesOf(each, regime));
  const sorted = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const classAt = [slot.classes.classify(below(sorted[0] as number | string))];
  sorted.forEach((threshold, place) => {
    const next = sorted[place + 1] ?? Number.POSITIVE_INFINITY;
    classAt.push(slot.classes.classify(threshold));
    classAt.push(slot.classes.classify(amid(threshold, next)));
  });
  return { sorted, classAt, leaf };
}

/** The values a leaf names, in the steps of its fact. */
function valuesOf({ model, fact }: Leaf, { scope }: Regime): (number | string)[] {
  const { value } = model;
  const { scale } = fact.model;
  if (typeof value === 'object' && 'parameter' in value) {
    const of = scope.parameters.get(value.parameter) as number | string;
    return [typeof of === 'number' ? (of * scale) / (scope.scaleOf?.(value.parameter) ?? scale) : of];
  }
  const listed = (Array.isArray(value) ? value : [value]) as (number | string)[];
  return scale === 1 ? listed : listed.map((each) => Math.round((each as number) * scale));
}

// Text between two days is none, but it stands between them; classes only ask where a value stands.
const below = (value: number | string): number | string => (typeof value === 'number' ? value - 1 : '');
const amid = (value: number | string, next: number | string): number | string =>
  typeof value === 'number' ? (value + (next as number)) / 2 : `${value}~`;

function leavesOfRule({ scope, when, delivered, items = [], outcomes }: RuleModel): LeafModel[] {
  const conditions = [
    scope,
    when,
    delivered,
    ...items.flatMap((item) => [item.scope, item.when]),
    ...outcomes.map((outcome) => outcome.when),
  ];
  return conditions.flatMap((condition) => (condition === undefined ? [] : leavesOf(condition)));
}

function leavesOf(condition: ConditionModel): LeafModel[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  return 'not' in condition ? leavesOf(condition.not) : [condition];
}
