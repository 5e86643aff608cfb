import type { Value } from '../values/interval.ts';
import { isInterval } from '../values/interval.ts';
import type { Dialect } from './dialect.ts';
import { constant, type NumberSql } from './number.ts';
import { FALSE, NULL, TRUE } from './text.ts';

/** A value in SQL that is no number: NULL where it is unknown. */
export interface PlainSql {
  readonly kind: 'plain';
  readonly sql: string;
}

export type SqlValue = PlainSql | NumberSql;

export function plain(sql: string): PlainSql {
  return { kind: 'plain', sql };
}

export const unknown = plain(NULL);

/** A value that is the same in every row. */
export function constantValue(value: Value, dialect: Dialect): SqlValue {
  if (typeof value === 'boolean') return plain(value ? TRUE : FALSE);
  if (typeof value === 'string') return plain(literal(value, dialect));
  if (typeof value === 'number' || isInterval(value)) return constant(value);
  // Nothing is known of it; or it is a list, which is only gone through or searched, and needs no SQL of its own.
  return unknown;
}

/** A day or a text. */
export function literal(value: string, dialect: Dialect): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dialect.date(value) : dialect.text(value);
}

/** Three-valued truth; a number is none. */
export function truthSql(value: SqlValue): string {
  return value.kind === 'plain' ? value.sql : NULL;
}

export function numberOf(value: SqlValue): NumberSql {
  return value.kind === 'number' ? value : constant(undefined);
}
