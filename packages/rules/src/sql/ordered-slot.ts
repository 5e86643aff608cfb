import type { Slot } from '../compile/slots.ts';
import { anything } from '../values/interval.ts';
import type { Dialect } from './dialect.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import type { SlotSql } from './slot-sql.ts';
import { allOf, anyOf, atom, choice, FALSE, maybe, NULL, negated, TRUE } from './text.ts';
import type { Thresholds } from './thresholds.ts';
import type { SqlValue } from './value.ts';

interface Run {
  readonly from: { readonly sign: '>=' | '>'; readonly value: number | string } | undefined;
  readonly to: { readonly sign: '<=' | '<'; readonly value: number | string } | undefined;
}

/** Numbers and days: where they lie among the thresholds. */
export function orderedSlot(slot: Slot, whole: SqlValue, { sorted, classAt }: Thresholds, dialect: Dialect): SlotSql {
  const { classes } = slot;
  const places = classAt.flatMap((code, position) => (code > 0 ? [position] : []));
  const inOrder = places.map((position) => classAt[position] as number);
  const count = classes.representatives.length - 1;
  const runs = (wanted: ReadonlySet<number>): Run[] => {
    const found: [number, number][] = [];
    let open = false;
    places.forEach((position, place) => {
      const inside = wanted.has(inOrder[place] as number);
      if (inside && open) (found.at(-1) as [number, number])[1] = position;
      else if (inside) found.push([position, position]);
      open = inside;
    });
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
  const follows = slot.facts.some(({ model }) => model.derive !== undefined);
  const value = whole.kind === 'number' && follows ? possible(whole, places, sorted) : whole;
  const ends = (end: 'point' | 'low' | 'high') => {
    const sql = value.kind === 'plain' ? value.sql : number.boundSql(value[end]);
    const native = value.kind === 'number' && value.column !== undefined ? { column: value.column } : {};
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
      if (typeof to === 'string')
        return sql === NULL ? NULL : `${atom(sql)} ${sign === '!=' ? '<>' : sign} ${dialect.date(to)}`;
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
  const others = (wanted: ReadonlySet<number>): Set<number> => new Set(inOrder.filter((code) => !wanted.has(code)));
  const knownIn = (wanted: ReadonlySet<number>): string => {
    const inside = runs(wanted);
    const outside = runs(others(wanted));
    // Of "not 5" and "below or above 5" the first is said.
    const [only] = outside;
    const single = outside.length === 1 && only?.from !== undefined && only.from.value === only.to?.value;
    return single ? point('!=', only.from.value) : anyOf(inside.map(known));
  };
  if (value.kind === 'plain' || (value.fill?.low === -Infinity && value.fill.high === Infinity)) {
    return { isIn: knownIn, mayBeIn: (wanted) => maybe(knownIn(wanted)), ranged: false, ranges: [] };
  }
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
  return {
    isIn: (wanted) =>
      choice([
        [anyOf(runs(wanted).map(within)), TRUE],
        [anyOf(runs(others(wanted)).map(within)), FALSE],
      ]),
    mayBeIn: (wanted) => anyOf(runs(wanted).map(touches)),
    ranged: true,
    ranges: rangesOf(inOrder, count),
  };
}

const everything = { low: -9e18, high: 9e18 };

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
  if (none) return value;
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
