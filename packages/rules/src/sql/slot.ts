import type { Leaf, Slot } from '../compile/slots.ts';
import { among, readFact } from './formula.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import { orderedSlot } from './ordered-slot.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import type { SlotSql } from './slot-sql.ts';
import { choice, FALSE, isGiven, maybe, NULL, negated, TRUE } from './text.ts';
import type { Thresholds } from './thresholds.ts';
import { numberOf, type SqlValue, truthSql } from './value.ts';

/** A leaf of a condition, by itself. */
export function leafSql(leaf: Leaf, slot: SlotSql, place: Place, plan: Plan): string {
  const classes = new Set(leaf.holds.flatMap((holds, code) => (holds ? [code] : [])));
  const { kind } = leaf.fact.model;
  if (leaf.slot.test || (kind !== 'code' && kind !== 'text')) return slot.isIn(classes);
  const expected = [leaf.expected as string | readonly string[]].flat();
  const not = leaf.operator === 'notEqual' || leaf.operator === 'notIn';
  return among(plan.fact(leaf.fact, place), texts(expected, plan), not);
}

export function slotSql(slot: Slot, place: Place, plan: Plan, thresholds: Thresholds): SlotSql {
  const facts = slot.facts.some((fact) => plan.varying.fact(fact, place));
  if (!facts) return constantSlot(slot, place);
  const [fact] = slot.facts as [Slot['facts'][number]];
  if (slot.test) return truthSlot(testSql(slot, place, plan, thresholds));
  const value = plan.fact(fact, place);
  switch (fact.model.kind) {
    case 'boolean':
      return truthSlot(truthSql(value));
    case 'number':
    case 'date':
      return orderedSlot(slot, value, thresholds, plan.dialect);
    default:
      return namedSlot(slot, value, plan);
  }
}

/** The same in every row. */
function constantSlot(slot: Slot, place: Place): SlotSql {
  const value = slot.read(place.frame);
  const code = slot.classes.classify(value);
  const all = slot.classes.representatives.map((_, each) => each).slice(1);
  const left = new Set(code > 0 ? [code] : (slot.classes.spread(value) ?? all));
  const mayBeIn = (classes: ReadonlySet<number>): boolean => [...left].some((each) => classes.has(each));
  const inPart = left.size > 1 && left.size < all.length;
  return {
    isIn: (classes) => (!mayBeIn(classes) ? FALSE : [...left].every((each) => classes.has(each)) ? TRUE : NULL),
    mayBeIn: (classes) => (mayBeIn(classes) ? TRUE : FALSE),
    ranged: inPart,
    ranges: inPart ? [left] : [],
  };
}

function truthSlot(sql: string): SlotSql {
  const isIn = (classes: ReadonlySet<number>): string =>
    classes.has(1) ? (classes.has(2) ? TRUE : sql) : classes.has(2) ? negated(sql) : FALSE;
  return { isIn, mayBeIn: (classes) => maybe(isIn(classes)), ranged: false, ranges: [] };
}

/** Codes, and texts that conditions name. */
function namedSlot({ classes: { representatives }, facts }: Slot, value: SqlValue, plan: Plan): SlotSql {
  const count = representatives.length - 1;
  const others = facts[0]?.model.kind === 'code' ? 0 : count;
  const isIn = (classes: ReadonlySet<number>): string => {
    if (classes.size === count) return TRUE;
    if (classes.size === 0) return FALSE;
    const named = (wanted: boolean): string[] =>
      representatives.flatMap((each, code) => (code > 0 && classes.has(code) === wanted ? [each as string] : []));
    return classes.has(others) ? among(value, texts(named(false), plan), true) : among(value, texts(named(true), plan));
  };
  return { isIn, mayBeIn: (classes) => maybe(isIn(classes)), ranged: false, ranges: [] };
}

/** Codes and texts as they are, also those that look like a day. */
const texts = (values: readonly string[], { dialect }: Plan): string[] => values.map((each) => dialect.text(each));

/** Two facts compared, or a list searched. */
function testSql(slot: Slot, place: Place, plan: Plan, { leaf }: Thresholds): string {
  const [fact, other] = slot.facts as [Slot['facts'][number], Slot['facts'][number] | undefined];
  if (other === undefined) {
    const list = plan.fact(fact, place);
    const sql = truthSql(list);
    const sought = (leaf as Leaf).expected as string | number;
    const literal =
      typeof sought === 'number'
        ? String(sought)
        : fact.model.entries === 'date'
          ? plan.dialect.date(sought)
          : plan.dialect.text(sought);
    return choice([[isGiven(sql), plan.dialect.list.contains(sql, literal)]]);
  }
  const operator = comparisons[(leaf as Leaf).operator as keyof typeof comparisons];
  const [left, right] = [fact, other].map((each) => readFact(each, place, plan)) as [SqlValue, SqlValue];
  if (left.kind === 'plain' && right.kind === 'plain') {
    return left.sql === NULL || right.sql === NULL
      ? NULL
      : `${left.sql} ${operator === '!=' ? '<>' : operator} ${right.sql}`;
  }
  const scale = Math.max(fact.model.scale, other.model.scale);
  const inScale = (value: SqlValue, own: number): NumberSql =>
    number.multiply(numberOf(value), number.constant(scale / own), plan.dialect.wide);
  return number.compare(operator, inScale(left, fact.model.scale), inScale(right, other.model.scale));
}

const comparisons = {
  equal: '=',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const;
