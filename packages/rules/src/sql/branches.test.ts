import { describe, expect, it } from 'vitest';
import { anything } from '../values/interval.ts';
import { branch, comparison, orElse } from './branches.ts';
import * as number from './number.ts';
import { plain } from './value.ts';

const range = { low: 0, high: 9 };
const held = (column: string, scale = 100) => ({
  ...number.filled(`${column} * ${scale}`, anything, range),
  column: { sql: column, scale },
});
const sqlOf = (value: ReturnType<typeof branch>): string => (value.kind === 'plain' ? value.sql : value.point);

describe('a comparison', () => {
  it('with what is never known is never known', () => {
    expect(comparison('=', 'NULL', 'a')).toBe('NULL');
    expect(comparison('=', 'a', 'NULL')).toBe('NULL');
    expect(comparison('<', 'a + 1', 'b')).toBe('(a + 1) < b');
  });
});

describe('one of two values', () => {
  it('is the one that is always taken, as it is', () => {
    const [yes, no] = [held('a'), held('b')];
    expect(branch('TRUE', yes, no)).toBe(yes);
    expect(branch('FALSE', yes, no)).toBe(no);
  });

  it('is either where both are the same', () => {
    expect(sqlOf(branch('w', plain('a'), plain('a')))).toBe('a');
  });

  it('is what both say where nobody knows which', () => {
    expect(sqlOf(branch('w', plain('a'), plain('b')))).toBe(
      'CASE WHEN w THEN a WHEN NOT w THEN b ELSE CASE WHEN a = b THEN a END END',
    );
    expect(sqlOf(branch('w', plain("'a'"), plain('b')))).toBe(
      "CASE WHEN w THEN 'a' WHEN NOT w THEN b ELSE CASE WHEN 'a' = b THEN 'a' END END",
    );
  });

  it('is compared where it is a truth that tells of a text', () => {
    expect(sqlOf(branch('w', plain("a = 'x'"), plain("b = 'x'")))).toContain("ELSE CASE WHEN (a = 'x') = (b = 'x')");
  });

  it('is a number where one of them is one', () => {
    expect(branch('w', plain('NULL'), held('b'))).toMatchObject({
      kind: 'number',
      point: 'CASE WHEN w THEN NULL WHEN NOT w THEN b * 100 END',
    });
    expect(branch('w', held('a'), plain('NULL'))).toMatchObject({
      kind: 'number',
      point: 'CASE WHEN w THEN a * 100 END',
    });
  });

  it.each([
    ["'a'", "'b'"],
    ['TRUE', 'FALSE'],
    ['FALSE', 'TRUE'],
    ["'a'", 'TRUE'],
  ])('is not compared where they never are the same: %s, %s', (yes, no) => {
    expect(sqlOf(branch('w', plain(yes), plain(no)))).toBe(`CASE WHEN w THEN ${yes} WHEN NOT w THEN ${no} END`);
  });

  it('is not compared where one is never known', () => {
    expect(sqlOf(branch('w', plain('a'), plain('NULL')))).toBe('CASE WHEN w THEN a END');
    expect(sqlOf(branch('w', plain('NULL'), plain('a')))).toBe('CASE WHEN w THEN NULL WHEN NOT w THEN a END');
  });

  it('stays as the table holds it, where the other is never known', () => {
    expect(branch('w', held('a'), number.unknownNumber)).toMatchObject({
      point: 'CASE WHEN w THEN a * 100 END',
      fill: anything,
      column: { sql: 'CASE WHEN w THEN a END', scale: 100 },
    });
    expect(branch('w', number.unknownNumber, held('a'))).toMatchObject({
      point: 'CASE WHEN w THEN NULL WHEN NOT w THEN a * 100 END',
      column: { sql: 'CASE WHEN w THEN NULL WHEN NOT w THEN a END', scale: 100 },
    });
    const worked = number.filled('c', anything, range);
    expect(branch('w', worked, number.unknownNumber)).toMatchObject({
      point: 'CASE WHEN w THEN c END',
      fill: anything,
    });
    expect(branch('w', worked, number.unknownNumber)).not.toHaveProperty('column');
  });

  it('has a bound that is the same on both sides, and none where none has one', () => {
    const [a, b] = [number.between('a', Infinity, range), number.between('b', Infinity, range)];
    expect(branch('w', a, b)).toMatchObject({ high: Infinity });
    expect(branch('w', number.between(0, 'c', range), number.between(0, 'd', range))).toMatchObject({ low: 0 });
    expect(branch('w', number.between('a', 'c', range), number.between('a', 'd', range))).toMatchObject({ low: 'a' });
    const low = number.between(-Infinity, 'c', range);
    expect(branch('w', low, number.between(-Infinity, 'd', range))).toMatchObject({ low: -Infinity });
  });

  it('is known without being compared, where both are the same number', () => {
    const same = number.filled('a', { low: 0, high: 5 }, range);
    expect(sqlOf(branch('w', same, number.filled('a', { low: 0, high: 7 }, range)))).toBe('a');
  });
});

describe('a value, else another', () => {
  it('is the first that is known', () => {
    expect(sqlOf(orElse(plain('a'), plain('b')))).toBe('coalesce(a, b)');
    expect(sqlOf(orElse(plain('NULL'), plain('b')))).toBe('b');
    expect(sqlOf(orElse(plain('a'), plain('NULL')))).toBe('a');
    expect(sqlOf(orElse(plain('TRUE'), plain('b')))).toBe('TRUE');
    expect(sqlOf(orElse(plain('FALSE'), plain('b')))).toBe('FALSE');
  });

  it('is a number that is the same in every row, or the other where it never is known', () => {
    const [five, other] = [number.constant(5), held('b')];
    expect(orElse(five, other)).toBe(five);
    expect(orElse(number.unknownNumber, other)).toBe(other);
  });

  it('stays as the table holds it, where both stand in steps of one size', () => {
    expect(orElse(held('a'), held('b'))).toMatchObject({
      point: 'coalesce(a * 100, b * 100)',
      fill: anything,
      column: { sql: 'coalesce(a, b)', scale: 100 },
    });
    expect(orElse(held('a'), number.unknownNumber)).toMatchObject({ column: { sql: 'a', scale: 100 } });
    expect(orElse(held('a'), held('b', 1))).not.toHaveProperty('column');
    expect(orElse(number.filled('a', anything, range), held('b'))).not.toHaveProperty('column');
    expect(orElse(held('a'), number.constant({ low: 0, high: 5 }))).toMatchObject({ fill: { low: 0, high: 5 } });
  });

  it('is a number even where one of them is none', () => {
    expect(orElse(plain('NULL'), held('b'))).toMatchObject({ kind: 'number', point: 'b * 100' });
    expect(orElse(held('a'), plain('NULL'))).toMatchObject({ kind: 'number', point: 'a * 100' });
  });
});
