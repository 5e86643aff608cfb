import { expect, test } from 'vitest';
import { checkRecord, decisionRecord } from './record.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const record = {
  format: 'jingzhun-record/1',
  policy: { id: 'a-2016', release: '1.0.0', digest },
  on: '2017-09-01',
  assessedOn: '2017-09-01',
  personal: [],
  facts: { household: { registered: true } },
  findings: [
    {
      rule: 'a.b',
      kind: 'entitlement',
      subject: { entity: 'household', id: null },
      status: 'unknown',
      outcomes: [{ what: 'aid', unit: 'yuan' }],
      because: [{ fact: 'household.loan.amount', operator: 'lessThan', expected: 100 }],
      cite: { document: '合成', clause: '一', quoteSha256: '0'.repeat(64) },
    },
  ],
  totals: [{ unit: 'yuan', every: 'year' }],
  withheld: ['facts.household.loan.amount'],
  library: { name: '@jingzhun/rules', version: '0.1.0' },
  digest,
};

const placesOf = (input: unknown): string[] => checkRecord(input).problems.map(({ code, path }) => `${code} ${path}`);
const signature = { algorithm: 'Ed25519', publicKey: 'MCow', value: 'AAAA' };

test('a record may lack what is withheld, and be signed', () => {
  expect(checkRecord(record)).toEqual({ ok: true, record, problems: [] });
  expect(checkRecord({ ...record, personal: ['household.headName'], signature }).ok).toBe(true);
});

test.each<[string, unknown, string]>([
  ['nothing', null, 'not-a-record '],
  ['a list', [], 'not-a-record '],
  ['another format', { ...record, format: 'jingzhun-record/2' }, 'unknown-format format'],
  ['a missing part', { ...record, totals: undefined }, 'missing-key totals'],
  ['an unknown key', { ...record, note: '' }, 'unknown-key note'],
  [
    'an unknown key of a finding',
    { ...record, findings: [{ ...record.findings[0], note: '' }] },
    'unknown-key findings[0].note',
  ],
  [
    'a status that is none',
    { ...record, findings: [{ ...record.findings[0], status: 'maybe' }] },
    'wrong-value findings[0].status',
  ],
  [
    'no number',
    { ...record, totals: [{ unit: 'yuan', every: 'year', value: Number.POSITIVE_INFINITY }] },
    'wrong-type totals[0].value',
  ],
  ['a day of no calendar', { ...record, on: '2017-02-30' }, 'invalid-date on'],
  [
    'facts that are no case',
    { ...record, facts: { household: { registred: true } } },
    'unknown-field facts.household.registred',
  ],
  [
    'another algorithm',
    { ...record, signature: { ...signature, algorithm: 'none' } },
    'wrong-value signature.algorithm',
  ],
  [
    'a forbidden key',
    JSON.parse(JSON.stringify(record).replace('"facts":{', '"facts":{"__proto__":{},')),
    'forbidden-key facts.__proto__',
  ],
  [
    'a computed property',
    Object.defineProperty({ ...record }, 'policy', { get: () => record.policy, enumerable: true }),
    'unreadable policy',
  ],
])('refuses %s and says where', (_, input, place) => {
  expect(placesOf(input)).toContain(place);
});

test('refuses what is nested too deep or in a circle without falling over', () => {
  const circle: Record<string, unknown> = { ...record };
  circle.facts = circle;
  expect(placesOf(circle)).toEqual(['too-deep facts']);
  let deep: unknown = 1;
  for (let level = 0; level < 50_000; level++) deep = [deep];
  expect(placesOf({ ...record, withheld: deep })).toEqual(['too-deep withheld']);
});

test('lists some of very many problems', () => {
  expect(placesOf({ ...record, withheld: Array.from({ length: 5000 }, () => 1) })).toHaveLength(20);
});

test('never throws, whatever it is given', () => {
  const hostile = new Proxy(record, {
    ownKeys: () => {
      throw new Error('no');
    },
  });
  expect(placesOf(hostile)).toEqual(['unreadable ']);
});

test('has the type of its schema', () => {
  expect(decisionRecord.parse(record)).toEqual(record);
});
