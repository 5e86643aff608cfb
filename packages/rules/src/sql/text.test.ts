import { describe, expect, it } from 'vitest';
import { allOf, anyOf, atom, choice, FALSE, isGiven, isNull, maybe, NULL, negated, TRUE } from './text.ts';

describe('all of, any of', () => {
  it('leave out what decides nothing', () => {
    expect(allOf(['a', TRUE, 'b'])).toBe('a AND b');
    expect(anyOf(['a', FALSE, 'b'])).toBe('a OR b');
    expect(allOf([TRUE, 'a'])).toBe('a');
    expect(allOf([TRUE, 'a OR b'])).toBe('a OR b');
    expect(allOf([])).toBe(TRUE);
    expect(anyOf([FALSE])).toBe(FALSE);
  });

  it('are decided by one that decides, and say nothing twice', () => {
    expect(allOf(['a', FALSE])).toBe(FALSE);
    expect(anyOf(['a', TRUE])).toBe(TRUE);
    expect(anyOf(['a', 'b', 'a'])).toBe('a OR b');
  });

  it('keep an unknown part, which may decide', () => {
    expect(allOf(['a', NULL])).toBe('a AND NULL');
    expect(anyOf([NULL])).toBe(NULL);
  });

  it('put the other of the two in parentheses, where it stands open', () => {
    expect(allOf(['a OR b', 'c'])).toBe('(a OR b) AND c');
    expect(anyOf(['a AND b', 'c'])).toBe('(a AND b) OR c');
    expect(allOf(['a AND b', 'c'])).toBe('a AND b AND c');
    expect(anyOf(['a OR b', 'c'])).toBe('a OR b OR c');
    expect(allOf(['[1, 2] = a OR b', 'c'])).toBe('([1, 2] = a OR b) AND c');
    expect(allOf(['f(a OR b)', "x = ' OR '", 'CASE WHEN a OR b THEN c END', 'len([a OR b]) = 1'])).toBe(
      "f(a OR b) AND x = ' OR ' AND CASE WHEN a OR b THEN c END AND len([a OR b]) = 1",
    );
  });
});

describe('negated', () => {
  it.each([
    [TRUE, FALSE],
    [FALSE, TRUE],
    [NULL, NULL],
    ['rural', 'NOT rural'],
    ['a = 1', 'NOT (a = 1)'],
    ['NOT rural', 'rural'],
    ['NOT (a = 1)', 'a = 1'],
    ['NOT a AND b', 'NOT (NOT a AND b)'],
    ['NOT a OR b', 'NOT (NOT a OR b)'],
    ['NOT (a) = (b)', '(a) = (b)'],
    ['NOT CASE WHEN a THEN b END', 'CASE WHEN a THEN b END'],
    ['NOT f(a)', 'f(a)'],
  ])('%s', (sql, not) => {
    expect(negated(sql)).toBe(not);
  });
});

describe('known or not', () => {
  it.each([
    [NULL, TRUE, FALSE, TRUE],
    [TRUE, FALSE, TRUE, TRUE],
    [FALSE, FALSE, TRUE, FALSE],
    ['a', 'a IS NULL', 'a IS NOT NULL', 'coalesce(a, TRUE)'],
    ['a + b', '(a + b) IS NULL', '(a + b) IS NOT NULL', 'coalesce(a + b, TRUE)'],
  ])('%s', (sql, missing, given, possible) => {
    expect([isNull(sql), isGiven(sql), maybe(sql)]).toEqual([missing, given, possible]);
  });
});

describe('a choice', () => {
  it('has no branch that is never taken, and none after one that always is', () => {
    expect(
      choice([
        [FALSE, '1'],
        [NULL, '2'],
        ['a', '3'],
      ]),
    ).toBe('CASE WHEN a THEN 3 END');
    expect(
      choice(
        [
          ['a', '1'],
          [TRUE, '2'],
          ['b', '3'],
        ],
        '4',
      ),
    ).toBe('CASE WHEN a THEN 1 ELSE 2 END');
  });

  it('is what it comes to, where every branch says the same', () => {
    expect(choice([['a', '1']], '1')).toBe('1');
    expect(choice([['a', NULL]])).toBe(NULL);
    expect(choice([[TRUE, '1']])).toBe('1');
    expect(choice([], '1')).toBe('1');
    expect(
      choice(
        [
          ['a', '1'],
          ['b', '2'],
        ],
        '2',
      ),
    ).toBe('CASE WHEN a THEN 1 ELSE 2 END');
  });
});

describe('parentheses', () => {
  it.each([
    ['a', 'a'],
    ['12', '12'],
    ['-1', '(-1)'],
    ['f(a, b)', 'f(a, b)'],
    ['a + b', '(a + b)'],
    ['(a) + (b)', '((a) + (b))'],
    ["'two words'", "'two words'"],
    ["'it''s so'", "'it''s so'"],
    ["'a' = b", "('a' = b)"],
    ['[1, 2]', '[1, 2]'],
    ['CASE WHEN a THEN b END', 'CASE WHEN a THEN b END'],
    ['CASE WHEN a THEN\n b END', 'CASE WHEN a THEN\n b END'],
    ['CASE WHEN a THEN CASE WHEN b THEN c END END', 'CASE WHEN a THEN CASE WHEN b THEN c END END'],
    ["CASE WHEN a = 'END' THEN b END", "CASE WHEN a = 'END' THEN b END"],
    ["CASE WHEN a = 'CASE' THEN b END", "CASE WHEN a = 'CASE' THEN b END"],
    ["CASE WHEN a = 'it''s END' THEN b END", "CASE WHEN a = 'it''s END' THEN b END"],
    ['CASE WHEN a THEN b END + CASE WHEN c THEN d END', '(CASE WHEN a THEN b END + CASE WHEN c THEN d END)'],
    ['CASE WHEN a THEN b END + WEEKEND', '(CASE WHEN a THEN b END + WEEKEND)'],
    ['CASE WHEN a THEN b END + 1', '(CASE WHEN a THEN b END + 1)'],
    ['1 + CASE WHEN a THEN b END', '(1 + CASE WHEN a THEN b END)'],
    ['CASES + WEEKEND', '(CASES + WEEKEND)'],
  ])('%s', (sql, safe) => {
    expect(atom(sql)).toBe(safe);
  });
});
