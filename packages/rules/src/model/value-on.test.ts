import { expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { codesOf, loadTiny, quoteSha256, registered, tinyParameter, tinyRule } from '../testing/tiny-policy.ts';

const closed = (rule: object): object => ({
  parameters: {
    aid: tinyParameter('yuan', 1, {
      values: [
        { from: '2016-01-01', value: 1, quoteSha256 },
        { from: '2017-01-01', to: '2017-12-31', value: 2, quoteSha256 },
      ],
    }),
    twice: { title: { zh: '倍', en: 'twice' }, unit: 'yuan', derived: true, formula: '2 * aid' },
  },
  rules: {
    'tiny.rule.one': tinyRule({ when: registered, grant: { what: 'aid', amount: 'twice', unit: 'yuan' }, ...rule }),
  },
});

it('a value that another took the place of does not come back when that one ends', () => {
  const { policy } = loadTiny(closed({ force: { from: '2016-01-01', to: '2017-12-31' } }) as never);
  const amount = (on: string) => {
    const [finding] = decide(policy, { household: { registered: true } }, { on }).findings;
    return finding?.kind === 'contradiction' ? undefined : finding?.outcomes[0]?.value;
  };
  expect(['2016-12-31', '2017-01-01', '2017-12-31'].map(amount)).toEqual([2, 4, 4]);
});

it('a rule in force after the last value has closed does not load', () => {
  expect(codesOf(closed({}) as never)).toEqual(['uncovered-day']);
});
