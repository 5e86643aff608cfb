import { describe, expect, it } from 'vitest';
import { dialects } from './dialects.ts';
import * as number from './number.ts';
import { constantValue, literal, numberOf, plain, truthSql, unknown } from './value.ts';

const { duckdb } = dialects;

describe('a value that is the same in every row', () => {
  it.each([
    [undefined, unknown],
    [true, plain('TRUE')],
    [false, plain('FALSE')],
    ['general', plain("'general'")],
    ['2017-06-15', plain("DATE '2017-06-15'")],
    [['a', 'b'], unknown],
  ])('%j', (value, expected) => {
    expect(constantValue(value, duckdb)).toEqual(expected);
  });

  it('is a number, or lies in a range', () => {
    expect(constantValue(5, duckdb)).toEqual(number.constant(5));
    expect(constantValue({ low: 0, high: 5 }, duckdb)).toEqual(number.constant({ low: 0, high: 5 }));
  });
});

describe('a literal', () => {
  it.each([
    '2017-06-1x',
    '2017-06-150',
    '12017-06-15',
    'day 2017-06-15',
    '2017-06-15 or later',
    '2-06-15',
    '201x-06-15',
    '2017-x6-15',
    '2017-0x-15',
    '2017-06-x5',
    'abcd-06-15',
  ])('is a text unless it is a day as a whole: %s', (text) => {
    expect(literal(text, duckdb)).toBe(duckdb.text(text));
  });

  it('is a day', () => {
    expect(literal('2017-06-15', duckdb)).toBe(duckdb.date('2017-06-15'));
  });
});

it('a number is no truth, and what is no number is not known as one', () => {
  expect(truthSql(plain('a'))).toBe('a');
  expect(truthSql(number.constant(5))).toBe('NULL');
  expect(numberOf(plain('a'))).toEqual(number.unknownNumber);
  expect(numberOf(number.constant(5))).toEqual(number.constant(5));
});
