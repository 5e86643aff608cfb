import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, quoteSha256, registered, tinyParameter, tinyRule, title } from '../testing/tiny-policy.ts';
import { timeline } from './timeline.ts';

const amendedBy = { document: '试〔2018〕1号', clause: '二' };

describe('a timeline', () => {
  const { regimes, force } = timeline(
    loadTiny({
      parameters: {
        base: tinyParameter('yuan', 1, {
          values: [
            { from: '2016-01-01', value: 1, quoteSha256 },
            { from: '2017-01-01', to: '2018-12-31', value: 2, amendedBy, quoteSha256 },
          ],
        }),
        twice: { title, unit: 'yuan', derived: true, formula: '2 * base' },
      },
      rules: {
        'tiny.rule.one': tinyRule({
          when: registered,
          grant: { what: 'aid', amount: 'twice', unit: 'yuan' },
          amended: [{ from: '2017-06-01', when: leaf('household.inDibao', 'equal', true), amendedBy, quoteSha256 }],
        }),
        'tiny.rule.early': tinyRule({ when: registered, force: { to: '2016-12-31' } }),
      },
    }),
  );

  it('has a regime between any two days on which something changes, without gap or overlap', () => {
    expect(force).toEqual({ from: '2016-01-01', to: '2018-12-31' });
    expect(regimes.map(({ from, to, inForce }) => [from, to, inForce])).toEqual([
      ['2016-01-01', '2016-12-31', 2],
      ['2017-01-01', '2017-05-31', 1],
      ['2017-06-01', '2018-12-31', 1],
      ['2019-01-01', null, 0],
    ]);
  });

  it('says which rules start and end', () => {
    expect(regimes.map(({ starts, ends }) => [starts, ends])).toEqual([
      [['tiny.rule.one', 'tiny.rule.early'], []],
      [[], ['tiny.rule.early']],
      [[], []],
      [[], ['tiny.rule.one']],
    ]);
  });

  it('says what else changes: printed and derived values with their source, and rules that read otherwise', () => {
    expect(regimes[1]?.changes).toMatchObject([
      { name: 'base', part: ['value'], before: 1, after: 2, clause: '一', amendedBy },
      { name: 'twice', part: ['value'], before: 2, after: 4 },
    ]);
    expect(regimes[2]?.changes).toMatchObject([{ of: 'rule', name: 'tiny.rule.one', part: ['when'], amendedBy }]);
    expect(regimes[3]?.changes.map(({ name, change }) => [name, change])).toEqual([
      ['base', 'removed'],
      ['twice', 'removed'],
    ]);
  });
});
