import { describe, expect, it } from 'vitest';
import { findingOf, findingsOf, leaf, loadTiny, quoteSha256, tinyRule, title } from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';
import { changeDays, regimeOn } from './regime.ts';

const policy = loadTiny({
  parameters: {
    aid: {
      title,
      unit: 'yuan',
      values: [
        { from: '2016-01-01', value: 100, quoteSha256 },
        { from: '2017-01-01', value: 200, quoteSha256 },
        { from: '2018-03-01', value: 300, quoteSha256 },
      ],
    },
    line: {
      title,
      unit: 'yuan/person/year',
      values: [
        { from: '2016-01-01', to: '2016-12-31', value: 3000, quoteSha256 },
        { from: '2017-01-01', value: 4000, quoteSha256 },
      ],
    },
  },
  facts: { 'household.twice': { title, unit: 'yuan', formula: 'aid * 2' } },
  rules: {
    'tiny.rule.aid': tinyRule({
      grant: { what: 'aid', amount: 'aid', unit: 'yuan' },
      require: { what: 'twice', value: 'household.twice', unit: 'yuan' },
    }),
    'tiny.rule.line': tinyRule({
      when: leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' }),
      force: { from: '2016-06-01', to: '2017-06-30' },
    }),
  },
}).policy;

describe('a regime', () => {
  const amounts = (on: string) => findingOf(policy, { household: {} }, on).outcomes.map(({ value }) => value);

  it.each([
    ['2016-12-31', 100],
    ['2017-01-01', 200],
    ['2017-01-02', 200],
    ['2018-02-28', 200],
    ['2018-03-01', 300],
    ['2018-03-02', 300],
  ])('on %s has the parameter of that day: %d', (on, amount) => {
    expect(amounts(on)).toEqual([amount, 2 * amount]);
  });

  it.each([
    ['2016-05-31', 'not-in-force'],
    ['2016-06-01', 'unmet'],
    ['2016-12-31', 'unmet'],
    ['2017-01-01', 'met'],
    ['2017-06-30', 'met'],
    ['2017-07-01', 'not-in-force'],
  ])('on %s has the rules of that day: %s', (on, status) => {
    expect(findingsOf(policy, { household: { perCapitaNetIncome: 3500 } }, on)[1]?.status).toBe(status);
  });

  it('changes on the days on which a rule or a parameter does', () => {
    expect(changeDays(policy)).toEqual([
      '2016-01-01',
      '2016-06-01',
      '2017-01-01',
      '2017-07-01',
      '2018-03-01',
      '2019-01-01',
    ]);
  });

  it('is one from a change to the day before the next', () => {
    const days = changeDays(policy);
    days.forEach((start, index) => {
      const end = addDays(days[index + 1] ?? '2030-01-01', -1);
      expect(regimeOn(policy, end)).toBe(regimeOn(policy, start));
      expect(regimeOn(policy, addDays(start, -1))).not.toBe(regimeOn(policy, start));
    });
  });

  it('does not depend on which day was asked first', () => {
    const copy = structuredClone(policy);
    const input = { household: { perCapitaNetIncome: 3500 } };
    const on = ['2018-12-31', '2016-01-01', '2017-03-01', '2016-07-07', '1999-01-01', '2018-03-01'];
    const first = on.map((day) => findingsOf(copy, input, day));
    const again = on.toReversed().map((day) => findingsOf(structuredClone(policy), input, day));
    expect(again.reverse()).toEqual(first);
  });

  it('an identical value on both sides of a day gives identical results', () => {
    const same = loadTiny({
      parameters: {
        aid: {
          title,
          unit: 'yuan',
          values: [
            { from: '2016-01-01', value: 100, quoteSha256 },
            { from: '2017-01-01', value: 100, quoteSha256 },
          ],
        },
      },
      rules: {
        'tiny.rule.aid': tinyRule({
          when: leaf('household.registered', 'equal', true),
          grant: { what: 'aid', amount: 'aid', unit: 'yuan' },
        }),
      },
    }).policy;
    for (const household of [{}, { registered: true }, { registered: false }]) {
      expect(findingsOf(same, { household }, '2017-01-01')).toEqual(findingsOf(same, { household }, '2016-12-31'));
    }
  });
});
