import type { Choice } from './conditions-of.ts';

/** Rows in their order. Those of several ways, of which one is enough, stand together, each way by itself. */
export type ByChoice<Row> = readonly (Row | { readonly ways: readonly ByChoice<Row>[] })[];

/** Puts rows that belong to one choice together. A choice of which one way alone is told is none. */
export function byChoice<Row extends object>(
  rows: readonly Row[],
  choicesOf: (row: Row) => readonly Choice[] | undefined,
  depth = 0,
): ByChoice<Row> {
  const at = (row: Row): Choice | undefined => choicesOf(row)?.[depth];
  return [...Map.groupBy(rows, (row) => at(row)?.choice ?? row)].flatMap(([choice, same]) => {
    if (typeof choice === 'object') return same;
    const ways = [...Map.groupBy(same, (row) => at(row)?.way).values()].map((way) =>
      byChoice(way, choicesOf, depth + 1),
    );
    return ways.length === 1 ? (ways[0] ?? []) : [{ ways }];
  });
}

/** The same ways, of other rows. */
export function mapChoices<Row extends object, Other>(
  rows: ByChoice<Row>,
  otherOf: (row: Row) => Other,
): ByChoice<Other> {
  return rows.map((row) => ('ways' in row ? { ways: row.ways.map((way) => mapChoices(way, otherOf)) } : otherOf(row)));
}
