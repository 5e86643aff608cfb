import { expect, it } from 'vitest';
import { findingOf, onePolicy, quoteSha256, tinyParameter } from '../testing/tiny-policy.ts';

const other = 'fedcba9876543210'.repeat(4);
const amendedBy = { document: '试〔2018〕1号', clause: '二' };

it('a finding is cited by its clause and quote, with the other clauses it rests on', () => {
  expect(findingOf(onePolicy({}), { household: {} }).cite).toStrictEqual({
    document: '试行文件',
    clause: '一',
    quoteSha256,
  });
  const several = onePolicy({ alsoClauses: ['二', '三'], quoteSha256: [quoteSha256, other] });
  const { cite } = findingOf(several, { household: {} });
  expect(cite).toStrictEqual({
    document: '试行文件',
    clause: '一',
    alsoClauses: ['二', '三'],
    quoteSha256: [quoteSha256, other],
  });
  // Every finding holds the same one: nobody can change it for the others.
  for (const part of [cite, cite?.alsoClauses, cite?.quoteSha256]) expect(Object.isFrozen(part)).toBe(true);
});

it('a later document that set a value is cited on the days on which that value holds', () => {
  const values = [
    { from: '2016-01-01', to: '2016-12-31', value: 5, quoteSha256 },
    { from: '2017-01-01', to: '2017-12-31', value: 6, quoteSha256: other, amendedBy },
    { from: '2018-01-01', value: 7, quoteSha256: [quoteSha256, other], amendedBy },
  ];
  const policy = onePolicy(
    { grant: { what: 'aid', amount: 'aid', unit: 'yuan' } },
    { parameters: { aid: tinyParameter('yuan', 5, { values }) } },
  );
  const amended = (on: string) => findingOf(policy, { household: {} }, on).cite?.amendedBy;
  expect(amended('2016-12-31')).toBeUndefined();
  expect(amended('2017-01-01')).toStrictEqual([{ ...amendedBy, quoteSha256: other }]);
  expect(amended('2017-12-31')).toStrictEqual([{ ...amendedBy, quoteSha256: other }]);
  expect(amended('2018-01-01')).toStrictEqual([{ ...amendedBy, quoteSha256: [quoteSha256, other] }]);
  expect(Object.isFrozen(amended('2017-01-01'))).toBe(true);
  expect(Object.isFrozen(amended('2017-01-01')?.[0])).toBe(true);
});
