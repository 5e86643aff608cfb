import { describe, expect, it } from 'vitest';
import { regimeOn } from '../compile/regime.ts';
import { leaf, onePolicy, quoteSha256, title } from '../testing/tiny-policy.ts';
import { asked, asks } from './testing/asked.ts';
import { type Thresholds, thresholdsOf } from './thresholds.ts';

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
    [
      'of days, and between them',
      { any: [asks('lessThan', '2016-01-01', 'exitDate'), asks('greaterThan', '2017-01-01', 'exitDate')] },
      { sorted: ['2016-01-01', '2017-01-01'], classAt: [1, 2, 2, 2, 3] },
    ],
    ['of a code', asks('in', ['dibao', 'wubao'], 'type'), { sorted: [], classAt: [] }],
    ['of two facts', asks('lessThan', { fact: 'household.equity.amount' }, 'loan.amount'), { sorted: [], classAt: [] }],
  ])('%s', (_, when, thresholds) => {
    expect(asked(when)[1]).toMatchObject(thresholds);
  });
});

describe('thresholds that are parameters', () => {
  const thresholdsIn = (rule: object) => {
    const values = [{ from: '2016-01-01', value: 5.5, quoteSha256 }];
    const deadline = [{ from: '2016-01-01', value: '2017-12-31', quoteSha256 }];
    const policy = onePolicy(rule as never, {
      parameters: { line: { title, unit: 'yuan', values }, deadline: { title, unit: 'date', values: deadline } },
    });
    return [...thresholdsOf(regimeOn(policy, '2017-06-15')).values()].map(({ sorted }) => sorted);
  };
  const amount = (value: unknown) => leaf('household.loan.amount', 'lessThan', value);

  it('are in the steps of the fact that is held against them', () => {
    expect(thresholdsIn({ when: { any: [amount({ parameter: 'line' }), amount(7.25)] } })).toEqual([[550, 725]]);
  });

  it('are days as they are', () => {
    const when = leaf('household.exitDate', 'lessThan', { parameter: 'deadline' });
    expect(thresholdsIn({ when })).toEqual([['2017-12-31']]);
  });

  it('are gathered from all that a rule asks', () => {
    const items = [{ key: 'a', title, scope: amount(2), when: { not: amount(1) } }];
    const state = [{ what: 'priority', value: true, when: amount(5) }];
    expect(thresholdsIn({ scope: { all: [amount(3)] }, items, delivered: amount(4), state })).toEqual([
      [100, 200, 300, 400, 500],
    ]);
  });

  it('are none of a rule that is not in force', () => {
    expect(thresholdsIn({ when: amount(1), force: { from: '2017-06-16' } })).toEqual([]);
  });
});
