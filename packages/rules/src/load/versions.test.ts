import { describe, expect, it } from 'vitest';
import { decide } from '../decide/decide.ts';
import { unpack } from '../model/packed.ts';
import {
  codesOf,
  leaf,
  loadTiny,
  quoteSha256,
  registered,
  rulesIn,
  tinyParameter,
  tinyRule,
} from '../testing/tiny-policy.ts';
import { pack } from './pack.ts';

const amendedBy = { document: '试〔2018〕1号', clause: '二' };
const grant = (amount: number) => ({ what: 'aid', amount, unit: 'yuan' });
const rule = (amended: object[]) => ({
  rules: { 'tiny.rule.one': tinyRule({ when: registered, grant: grant(1000), amended }) },
});
const later = { from: '2017-09-01', grant: grant(1200), amendedBy, quoteSha256 };
const stricter = {
  from: '2018-01-01',
  items: [{ key: 'dibao', title: { zh: '低保', en: 'dibao' }, when: leaf('household.inDibao', 'equal', true) }],
  amendedBy,
  quoteSha256,
};

describe('a rule that later documents amended', () => {
  const { policy, text } = loadTiny(rule([later, stricter]));
  const on = (day: string, of = policy) =>
    rulesIn(decide(of, { household: { registered: true, inDibao: false } }, { on: day }));

  it('reads on each day as the last amendment up to that day has it', () => {
    const amounts = ['2017-08-31', '2017-09-01', '2017-12-31'].map((day) => on(day)[0]?.outcomes[0]?.value);
    expect(amounts).toEqual([1000, 1200, 1200]);
    expect(on('2017-12-31')[0]?.status).toBe('met');
    expect(on('2018-01-01')[0]?.status).toBe('unmet');
  });

  it('gives one finding on every day, also out of force', () => {
    for (const day of ['2015-12-31', '2016-01-01', '2017-09-01', '2018-12-31', '2019-01-01']) {
      expect(on(day)).toHaveLength(1);
    }
    expect(on('2019-01-01')[0]?.status).toBe('not-in-force');
  });

  it('is cited from the document that made it so', () => {
    expect(on('2017-08-31')[0]?.cite).toMatchObject({ document: '试行文件', clause: '一' });
    expect(on('2017-09-01')[0]?.cite).toMatchObject(amendedBy);
  });

  it('names the outcomes and items of all its versions', () => {
    expect(text.sections[0]?.provisions).toHaveLength(1);
    expect(text.sections[0]?.provisions[0]?.items).toEqual({ dibao: { zh: '低保', en: 'dibao' } });
  });

  it('survives packing', () => {
    const shipped = unpack(JSON.parse(JSON.stringify(pack(policy))));
    for (const day of ['2017-08-31', '2017-09-01', '2018-01-01']) expect(on(day, shipped)).toEqual(on(day));
  });

  it('is refused where amendments stand out of order or outside its force', () => {
    expect(codesOf(rule([stricter, later]))[0]).toBe('amended-outside');
    expect(codesOf(rule([{ ...later, from: '2016-01-01' }]))[0]).toBe('amended-outside');
    expect(codesOf(rule([{ ...later, from: '2019-01-01' }]))[0]).toBe('amended-outside');
    expect(codesOf(rule([{ ...later, from: '2017-02-30' }]))[0]).toBe('wrong-value');
  });

  it('is checked in every version', () => {
    expect(codesOf(rule([{ ...later, grant: grant('nothing' as never) }]))).toEqual(['unknown-name']);
  });
});

describe('a value that a later document set', () => {
  const values = [
    { from: '2016-01-01', value: 1000, quoteSha256 },
    { from: '2017-09-01', value: 1200, amendedBy, quoteSha256 },
    { from: '2018-03-01', value: 1100, quoteSha256 },
  ];
  const { policy } = loadTiny({
    parameters: {
      aid: tinyParameter('yuan', 0, { values }),
      twice: { title: { zh: '两倍', en: 'twice' }, unit: 'yuan', derived: true, formula: 'aid * 2' },
    },
    rules: {
      'tiny.rule.one': tinyRule({ when: registered, grant: { what: 'aid', amount: 'aid', unit: 'yuan' } }),
      'tiny.rule.two': tinyRule({ when: registered, grant: { what: 'aid', amount: 'twice', unit: 'yuan' } }),
      'tiny.rule.three': tinyRule({ when: registered }),
    },
  });
  const citedOn = (day: string, of = policy) =>
    rulesIn(decide(of, { household: { registered: true } }, { on: day })).map(({ cite }) => cite.amendedBy);

  it('is cited on its days by the rules that use it, directly or through another', () => {
    const later = [{ ...amendedBy, quoteSha256 }];
    for (const day of ['2017-09-01', '2018-02-28']) expect(citedOn(day)).toEqual([later, later, undefined]);
    for (const day of ['2017-08-31', '2018-03-01']) expect(citedOn(day)).toEqual([undefined, undefined, undefined]);
  });

  it('is cited by a packed policy too', () => {
    expect(citedOn('2017-09-01', unpack(JSON.parse(JSON.stringify(pack(policy)))))).toEqual(citedOn('2017-09-01'));
  });
});
