import { describe, expect, it } from 'vitest';
import { decimalsOf, inUnits, numeral } from './decimals.ts';
import { Names, snakeCase } from './names.ts';

describe('names', () => {
  it('are made of the words of policies', () => {
    expect(snakeCase('household.perCapitaNetIncome')).toBe('household_per_capita_net_income');
    expect(snakeCase('ruyuan.housing.new-build-10000')).toBe('ruyuan_housing_new_build_10000');
    expect(snakeCase('a2B --c')).toBe('a2_b_c');
  });

  it('are given out once, and none that is taken', () => {
    const names = new Names(['member']);
    expect(['member', 'a.b', 'a-b', 'a_b'].map((words) => names.take(words))).toEqual([
      'member_2',
      'a_b',
      'a_b_2',
      'a_b_3',
    ]);
  });

  it('have room for what is added to them', () => {
    const names = new Names();
    const long = 'x'.repeat(60);
    expect(names.take(long)).toBe('x'.repeat(52));
    expect(names.take(long)).toBe(`${'x'.repeat(48)}_2`);
    expect(names.take(long)).toBe(`${'x'.repeat(48)}_3`);
  });
});

describe('figures', () => {
  it('are written whole, or with the decimals that they have', () => {
    expect([0, 12, -3, 1200].map(numeral)).toEqual(['0', '12', '-3', '1200']);
    expect([0.5, -0.25, 10.5, 100.0625].map(numeral)).toEqual(['0.5', '-0.25', '10.5', '100.0625']);
    expect(numeral(2 ** 60)).toBe('1152921504606846976');
    expect(numeral(1 / 3)).toBe('0.333333333333');
  });

  it('are written in the unit of a column', () => {
    expect([400_000, 5, -5, -12_345, 0].map((steps) => inUnits(steps, 100))).toEqual([
      '4000.00',
      '0.05',
      '-0.05',
      '-123.45',
      '0.00',
    ]);
    expect(inUnits(7, 1)).toBe('7');
    expect(inUnits(0.5, 1)).toBe('0.5');
    expect(inUnits(50.5, 100)).toBe('0.505');
    expect([1, 10, 100, 10_000].map(decimalsOf)).toEqual([0, 1, 2, 4]);
  });
});
