import type { Leaf, Slot } from '../compile/slots.ts';
import { anything } from '../values/interval.ts';
import { among, readFact } from './formula.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { allOf, anyOf, choice, FALSE, isGiven, maybe, NULL, negated, TRUE } from './text.ts';
import type { Thresholds } from './thresholds.ts';
import { numberOf, type SqlValue, truthSql } from './value.ts';

/** What a decision table sees of a fact, in SQL. */
export interface SlotSql {
  /** Is its class one of these? NULL where that is not known. */
  isIn(classes: ReadonlySet<number>): string;
  /** Can its class be one of these? Never NULL. */
  mayBeIn(classes: ReadonlySet<number>): string;
  /** Can it be known in part, so that some classes are out and several are left? */
  readonly ranged: boolean;
  /** The sets of classes that it can be left with; without the single ones and all together. */
  readonly ranges: readonly ReadonlySet<number>[];
}

/** A leaf of a condition, by itself. */
export function leafSql(leaf: Leaf, slot: SlotSql, place: Place, plan: Plan): string {
  const classes = new Set(leaf.holds.flatMap((holds, code) => (holds ? [code] : [])));
  if (leaf.slot.test || leaf.fact.model.kind === 'boolean') return slot.isIn(classes);
  if (leaf.fact.model.kind !== 'code' && leaf.fact.model.kind !== 'text') return slot.isIn(classes);
  const expected = leaf.expected as string | readonly string[];
  const is = among(plan.fact(leaf.fact, place), typeof expected === 'string' ? [expected] : expected, plan);
  return leaf.operator === 'equal' || leaf.operator === 'in' ? is : inverted(is);
}

function inverted(sql: string): string {
  if (sql.includes(' IN (')) return sql.replace(' IN (', ' NOT IN (');
  return / = '(?:[^']|'')*'$/.test(sql) ? sql.replace(/ = (?='(?:[^']|'')*'$)/, ' <> ') : negated(sql);
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
      return orderedSlot(slot, value, thresholds, plan);
    default:
      return namedSlot(slot, value, plan);
  }
}

/** The same in every row. */
function constantSlot(slot: Slot, place: Place): SlotSql {
  const value = slot.read(place.frame);
  const code = slot.classes.classify(value);
  const all = slot.classes.representatives.map((_, each) => each).slice(1);
  const left = new Set(code > 0 ? [code] : ((value === undefined ? undefined : slot.classes.spread(value)) ?? all));
  const mayBeIn = (classes: ReadonlySet<number>): boolean => [...left].some((each) => classes.has(each));
  return {
    isIn: (classes) => (!mayBeIn(classes) ? FALSE : [...left].every((each) => classes.has(each)) ? TRUE : NULL),
    mayBeIn: (classes) => (mayBeIn(classes) ? TRUE : FALSE),
    ranged: left.size > 1 && left.size < all.length,
    ranges: left.size > 1 && left.size < all.length ? [left] : [],
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
      representatives.flatMap((each, code) =>
        code > 0 && code !== others && classes.has(code) === wanted ? [each as string] : [],
      );
    return classes.has(others) ? inverted(among(value, named(false), plan)) : among(value, named(true), plan);
  };
  return { isIn, mayBeIn: (classes) => maybe(isIn(classes)), ranged: false, ranges: [] };
}

interface Run {
  readonly from: { readonly sign: '>=' | '>'; readonly value: number | string } | undefined;
  readonly to: { readonly sign: '<=' | '<'; readonly value: number | string } | undefined;
}

/** Numbers and days: where they lie among the thresholds. */
function orderedSlot(slot: Slot, whole: SqlValue, { sorted, classAt }: Thresholds, plan: Plan): SlotSql {
  const { classes } = slot;
  const places = classAt.flatMap((code, position) => (code > 0 ? [position] : []));
  const count = classes.representatives.length - 1;
  const runs = (wanted: ReadonlySet<number>): Run[] => {
    const found: [number, number][] = [];
    let open = false;
    for (const position of places) {
      const inside = wanted.has(classAt[position] as number);
      if (inside && open) (found.at(-1) as [number, number])[1] = position;
      else if (inside) found.push([position, position]);
      open = inside;
    }
    return found.map(([from, to]) => ({
      from:
        from === places[0]
          ? undefined
          : {
              sign: from % 2 === 1 ? '>=' : '>',
              value: sorted[from % 2 === 1 ? (from - 1) / 2 : from / 2 - 1] as number,
            },
      to:
        to === places.at(-1)
          ? undefined
          : { sign: to % 2 === 1 ? '<=' : '<', value: sorted[to % 2 === 1 ? (to - 1) / 2 : to / 2] as number },
    }));
  };
  const value = whole.kind === 'number' ? possible(whole, places, sorted) : whole;
  const ends = (end: 'point' | 'low' | 'high') => {
    const sql = value.kind === 'plain' ? value.sql : number.boundSql(value[end]);
    const native =
      end === 'point' && value.kind === 'number' && value.column !== undefined ? { column: value.column } : {};
    const plainNumber: NumberSql = {
      kind: 'number',
      point: sql,
      low: sql,
      high: sql,
      fill: anything,
      range: everything,
      ...native,
    };
    return (sign: Parameters<typeof number.compare>[0], to: number | string): string => {
      if (typeof to === 'string') return sql === NULL ? NULL : `${sql} ${sign} ${plan.dialect.date(to)}`;
      return number.compare(sign, plainNumber, number.constant(to));
    };
  };
  const point = ends('point');
  const known = (run: Run): string => {
    const { from, to } = run;
    if (from !== undefined && to !== undefined && from.value === to.value) return point('=', from.value);
    return allOf([
      from === undefined ? TRUE : point(from.sign, from.value),
      to === undefined ? TRUE : point(to.sign, to.value),
    ]);
  };
  const knownIn = (wanted: ReadonlySet<number>): string => {
    const inside = runs(wanted);
    const outside = runs(
      new Set(
        classes.representatives
          .map((_, code) => code)
          .slice(1)
          .filter((code) => !wanted.has(code)),
      ),
    );
    // Of "not 5" and "below or above 5" the first is said.
    const [only] = outside;
    return inside.length > 1 && outside.length === 1 && only !== undefined
      ? notEqual(known(only))
      : anyOf(inside.map(known));
  };
  if (value.kind === 'plain' || (value.fill?.low === -Infinity && value.fill.high === Infinity)) {
    const isIn = (wanted: ReadonlySet<number>): string =>
      wanted.size === count ? TRUE : wanted.size === 0 ? FALSE : knownIn(wanted);
    return { isIn, mayBeIn: (wanted) => maybe(isIn(wanted)), ranged: false, ranges: [] };
  }
  const ranges = rangesOf(
    places.map((position) => classAt[position] as number),
    count,
  );
  if (value.fill !== undefined) {
    const left = new Set(classes.spread(value.fill) ?? classes.representatives.map((_, code) => code).slice(1));
    const isIn = (wanted: ReadonlySet<number>): string => {
      if (wanted.size === count) return TRUE;
      if (wanted.size === 0) return FALSE;
      const inside = [...left].filter((code) => wanted.has(code)).length;
      const otherwise = inside === left.size ? TRUE : inside === 0 ? FALSE : NULL;
      const sql = knownIn(wanted);
      return otherwise === NULL ? sql : sql === NULL ? otherwise : `coalesce(${sql}, ${otherwise})`;
    };
    const mayBeIn = (wanted: ReadonlySet<number>): string => {
      const inside = [...left].some((code) => wanted.has(code));
      const sql = knownIn(wanted);
      return sql === NULL
        ? inside
          ? TRUE
          : FALSE
        : wanted.size === count
          ? TRUE
          : `coalesce(${sql}, ${inside ? TRUE : FALSE})`;
    };
    return { isIn, mayBeIn, ranged: left.size < count, ranges: left.size < count && left.size > 1 ? [left] : [] };
  }
  const [low, high] = [ends('low'), ends('high')];
  const within = ({ from, to }: Run): string =>
    allOf([from === undefined ? TRUE : low(from.sign, from.value), to === undefined ? TRUE : high(to.sign, to.value)]);
  const touches = ({ from, to }: Run): string =>
    allOf([
      from === undefined ? TRUE : maybe(high(from.sign, from.value)),
      to === undefined ? TRUE : maybe(low(to.sign, to.value)),
    ]);
  const others = (wanted: ReadonlySet<number>): Set<number> =>
    new Set(
      classes.representatives
        .map((_, code) => code)
        .slice(1)
        .filter((code) => !wanted.has(code)),
    );
  return {
    isIn: (wanted) => {
      if (wanted.size === count) return TRUE;
      if (wanted.size === 0) return FALSE;
      return choice([
        [anyOf(runs(wanted).map(within)), TRUE],
        [anyOf(runs(others(wanted)).map(within)), FALSE],
      ]);
    },
    mayBeIn: (wanted) => anyOf(runs(wanted).map(touches)),
    ranged: true,
    ranges,
  };
}

const everything = { low: -9e18, high: 9e18 };

function notEqual(sql: string): string {
  return sql.includes(' = ') && !sql.includes(' AND ') ? sql.replace(' = ', ' <> ') : negated(sql);
}

/** What follows from other facts can come to a number that its field does not have: it is then as good as unknown. */
function possible(value: NumberSql, places: readonly number[], sorted: readonly (number | string)[]): NumberSql {
  const [first, last] = [places[0] as number, places.at(-1) as number];
  const from =
    first > 0 ? number.constant(sorted[first % 2 === 1 ? (first - 1) / 2 : first / 2 - 1] as number) : undefined;
  const to =
    last < 2 * sorted.length
      ? number.constant(sorted[last % 2 === 1 ? (last - 1) / 2 : last / 2] as number)
      : undefined;
  const outside = (low: NumberSql, high: NumberSql): string =>
    anyOf([
      from === undefined ? FALSE : number.compare(first % 2 === 1 ? '<' : '<=', high, from),
      to === undefined ? FALSE : number.compare(last % 2 === 1 ? '>' : '>=', low, to),
    ]);
  const none =
    (from === undefined || value.range.low > (number.constantOf(from) as number)) &&
    (to === undefined || value.range.high < (number.constantOf(to) as number));
  if (none || value.column !== undefined) return value;
  const end = (sql: string): NumberSql => ({
    kind: 'number',
    point: sql,
    low: sql,
    high: sql,
    fill: anything,
    range: everything,
  });
  const without = outside(end(number.boundSql(value.low)), end(number.boundSql(value.high)));
  if (value.fill !== undefined) {
    const known = outside(end(value.point), end(value.point));
    return number.filled(choice([[negated(known), value.point]]), value.fill, value.range);
  }
  const keep = (bound: number.Bound): string => choice([[without, NULL]], number.boundSql(bound));
  return number.between(keep(value.low), keep(value.high), value.range);
}

/** Every stretch of neighbouring classes, but for the single ones and the whole. */
function rangesOf(inOrder: readonly number[], count: number): Set<number>[] {
  const found = new Map<string, Set<number>>();
  inOrder.forEach((_, from) => {
    for (let to = from + 1; to < inOrder.length; to++) {
      const stretch = new Set(inOrder.slice(from, to + 1));
      if (stretch.size > 1 && stretch.size < count) found.set([...stretch].sort().join(), stretch);
    }
  });
  return [...found.values()];
}

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
