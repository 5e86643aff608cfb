import { describe, expect, it } from 'vitest';
import { asked, asks } from './testing/asked.ts';
import type { Thresholds } from './thresholds.ts';

// What conditions name of a fact, in order, and the class that a table has for each and for what lies between.

describe('thresholds', () => {
  it.each<readonly [string, object, Pick<Thresholds, 'sorted' | 'classAt'>]>([
    [
      'of numbers',
      { any: [asks('lessThan', 1), asks('in', [3, 5]), asks('greaterThan', 5)] },
      { sorted: [1, 3, 5], classAt: [1, 2, 2, 3, 2, 3, 4] },
    ],
    [
      'of a number, in the order of its conditions',
      { all: [asks('notEqual', 20), { not: asks('equal', 3) }, asks('greaterThan', 100)] },
      { sorted: [3, 20, 100], classAt: [1, 2, 1, 3, 1, 1, 4] },
    ],
    ['below which nobody is', asks('lessThan', 0), { sorted: [0], classAt: [0, 1, 1] }],
    ['in steps of the unit', asks('lessThan', 0.29, 'loan.amount'), { sorted: [29], classAt: [1, 2, 2] }],
    [
      'of days',
      { any: [asks('equal', '2017-01-01', 'exitDate'), asks('lessThan', '2016-01-01', 'exitDate')] },
      { sorted: ['2016-01-01', '2017-01-01'], classAt: [1, 2, 2, 3, 2] },
    ],
    ['of a code', asks('in', ['dibao', 'wubao'], 'type'), { sorted: [], classAt: [] }],
    ['of two facts', asks('lessThan', { fact: 'household.equity.amount' }, 'loan.amount'), { sorted: [], classAt: [] }],
  ])('%s', (_, when, thresholds) => {
    expect(asked(when)[1]).toMatchObject(thresholds);
  });
});
