import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { quoteSha256, tinyPolicyFile, title } from '../testing/tiny-policy.ts';
import { canonical, digestOf } from './digest.ts';
import { loadPolicy } from './load.ts';

type Data = Record<string, unknown>;

describe('the digest', () => {
  const yaml = `
clause: 一
title: { zh: 试, en: test }
summary: { zh: 试, en: test }
parameters:
  aid:
    title: { zh: 试, en: test }
    unit: yuan
    values:
      - { from: "2016-01-01", value: 5000, quoteSha256: ${quoteSha256} }
rules:
  tiny.rule.one:
    kind: entitlement
    subject: household
    title: { zh: 试, en: test }
    grant: { what: aid, amount: aid, unit: yuan }
    quoteSha256: ${quoteSha256}
`;
  const digest = (text: string, change: Data = {}) =>
    loadPolicy({
      policy: { file: 'policy.yaml', data: tinyPolicyFile(change) },
      sections: [{ file: '1-only.yaml', data: parse(text) }],
    }).policy.digest;
  const reference = digest(yaml);

  it('is a SHA-256', () => {
    expect(reference).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('does not change with comments, quotes, spaces or the order of keys', () => {
    expect(digest(yaml.replaceAll('{ zh: 试, en: test }', '{ en: "test",   zh: \'试\' }'))).toBe(reference);
    expect(digest(`# a comment\n${yaml}\n\n# another`)).toBe(reference);
    expect(
      digest(
        yaml.replace('    kind: entitlement\n    subject: household', '    subject: household\n    kind: entitlement'),
      ),
    ).toBe(reference);
    expect(digest(yaml, Object.fromEntries(Object.entries(tinyPolicyFile()).reverse()))).toBe(reference);
  });

  it.each([
    ['an amount', '5000', '5001'],
    ['a date', '2016-01-01', '2015-12-31'],
    ['a title', 'en: test }\nsummary', 'en: Test }\nsummary'],
    ['a kind', 'entitlement', 'incentive'],
    ['a citation', `quoteSha256: ${quoteSha256}\n`, `quoteSha256: ${'f'.repeat(64)}\n`],
    ['an id', 'tiny.rule.one', 'tiny.rule.two'],
    ['a name', 'aid', 'help'],
    ['the clause', 'clause: 一', 'clause: 二'],
  ])('changes with %s', (_, from, to) => {
    expect(yaml).toContain(from);
    expect(digest(yaml.replaceAll(from, to))).not.toBe(reference);
  });

  it('changes with the policy file', () => {
    expect(digest(yaml, { force: { from: '2016-01-01', to: '2018-12-30' } })).not.toBe(reference);
    expect(digest(yaml, { releases: [{ version: '1.0.1', date: '2026-01-01', changes: title }] })).not.toBe(reference);
  });

  it('tells values apart that print alike', () => {
    const values: unknown[] = [
      null,
      'null',
      0,
      '0',
      false,
      'false',
      [],
      {},
      '',
      [null],
      { a: null },
      [0],
      ['0'],
      { a: { b: 1 } },
      { 'a":{"b': 1 },
    ];
    expect(new Set(values.map(digestOf)).size).toBe(values.length);
  });

  it('is the SHA-256 of the canonical text', async () => {
    const { createHash } = await import('node:crypto');
    const value = { b: [1, '试', null], a: { d: true, c: undefined } };
    expect(canonical(value)).toBe('{"a":{"d":true},"b":[1,"试",null]}');
    expect(digestOf(value)).toBe(`sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`);
  });
});
