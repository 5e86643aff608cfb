import { anything } from '../values/interval.ts';
import type { NumberSql } from './number.ts';
import * as number from './number.ts';
import { atom, choice, FALSE, NULL, negated, TRUE } from './text.ts';
import { numberOf, plain, type SqlValue } from './value.ts';

/** Two values that are no numbers, compared. */
export function comparison(sign: string, a: string, b: string): string {
  return a === NULL || b === NULL ? NULL : `${atom(a)} ${sign} ${atom(b)}`;
}

/** Of two branches the one that is taken; where nobody knows which, what both have in common. */
export function branch(when: string, yes: SqlValue, no: SqlValue): SqlValue {
  if (when === TRUE) return yes;
  if (when === FALSE) return no;
  const otherwise = negated(when);
  if (yes.kind === 'plain' && no.kind === 'plain') {
    if (yes.sql === no.sql) return yes;
    const both = choice([[comparison('=', yes.sql, no.sql), yes.sql]]);
    const isConstant = [yes, no].every(({ sql }) => sql === TRUE || sql === FALSE || sql.startsWith("'"));
    return plain(
      choice(
        [
          [when, yes.sql],
          [otherwise, no.sql],
        ],
        isConstant ? NULL : both,
      ),
    );
  }
  const [a, b] = [numberOf(yes), numberOf(no)];
  const range = number.hull(a.range, b.range);
  const either = number.extreme;
  const bound = (end: 'low' | 'high'): number.Bound => {
    const hull = end === 'low' ? either('min', a, b).low : either('max', a, b).high;
    if (a[end] === b[end]) return a[end];
    const [x, y, z] = [a[end], b[end], hull].map(number.boundSql) as [string, string, string];
    return choice(
      [
        [when, x],
        [otherwise, y],
      ],
      z,
    );
  };
  const point = choice(
    [
      [when, a.point],
      [otherwise, b.point],
    ],
    a.point === b.point ? a.point : choice([[comparison('=', a.point, b.point), a.point]]),
  );
  const isPlain = ({ fill }: NumberSql): boolean => fill?.low === -Infinity && fill.high === Infinity;
  // Where one is never known, nothing is known of what both have in common; where both are, that lies between them.
  if (isPlain(a) && isPlain(b) && (a.point === NULL || b.point === NULL)) {
    const column = asHeld(a, b, (x, y) =>
      choice([
        [when, x],
        [otherwise, y],
      ]),
    );
    return { ...number.filled(point, anything, range), ...(column === undefined ? {} : { column }) };
  }
  return number.between(bound('low'), bound('high'), range, point);
}

/** What is made of two numbers of tables, or of one where the other is unknown, without turning them into steps. */
function asHeld(a: NumberSql, b: NumberSql, put: (a: string, b: string) => string): NumberSql['column'] {
  const scale = a.column?.scale ?? b.column?.scale;
  if (scale === undefined) return undefined;
  const [x, y] = [a, b].map(({ column, point }) =>
    column?.scale === scale ? column.sql : point === NULL ? NULL : undefined,
  );
  return x === undefined || y === undefined ? undefined : { sql: put(x, y), scale };
}

/** A value where it is known, else another. */
export function orElse(value: SqlValue, other: SqlValue): SqlValue {
  if (value.kind === 'plain' && other.kind === 'plain') return plain(firstOf(value.sql, other.sql));
  const [own, rest] = [numberOf(value), numberOf(other)];
  if (own.point === NULL) return rest;
  if (number.constantOf(own) !== undefined) return own;
  const range = number.hull(own.range, rest.range);
  if (rest.fill !== undefined) {
    const column = asHeld(own, rest, firstOf);
    const value = number.filled(firstOf(own.point, rest.point), rest.fill, range);
    return column === undefined ? value : { ...value, column };
  }
  const bound = (end: number.Bound): number.Bound => firstOf(own.point, number.boundSql(end));
  return number.between(bound(rest.low), bound(rest.high), range, firstOf(own.point, rest.point));
}

function firstOf(value: string, other: string): string {
  if (value === NULL) return other;
  if (value === TRUE || value === FALSE) return value;
  return other === NULL ? value : `coalesce(${value}, ${other})`;
}
