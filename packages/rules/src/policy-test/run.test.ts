import { expect, test } from 'vitest';
import { loadPolicy } from '../load/index.ts';
import { policyTestsFrom, runPolicyTest } from './index.ts';

const zero = '0'.repeat(64);
const both = { zh: '虚构', en: 'invented' };
const { policy } = loadPolicy({
  policy: {
    file: 'policy.yaml',
    data: {
      id: 'invented-2020',
      document: {
        title: both,
        number: null,
        issuer: both,
        published: '2020-01-01',
        jurisdiction: { province: '虚构省' },
        sha256: zero,
      },
      force: { from: '2020-01-01' },
      releases: [{ version: '1.0.0', date: '2020-01-01', changes: both }],
      sections: ['1-aid'],
    },
  },
  sections: [
    {
      file: '1-aid.yaml',
      data: {
        clause: '一',
        title: both,
        summary: both,
        rules: {
          'invented.aid': {
            kind: 'entitlement',
            subject: 'person',
            title: both,
            when: { fact: 'person.schoolStage', operator: 'equal', value: 'primary' },
            grant: { what: 'aid', amount: '1000[yuan]', unit: 'yuan', per: 'person', every: 'year' },
            quoteSha256: zero,
          },
        },
      },
    },
  ],
});

function run(expected: unknown, members: unknown[] = [{ id: 'a', schoolStage: 'primary' }, { id: 'b' }]) {
  const { tests, problems } = policyTestsFrom([
    { name: 'n', on: '2020-09-01', case: { household: { members } }, expect: { 'invented.aid': expected } },
  ]);
  expect(problems).toEqual([]);
  return tests.flatMap((each) => runPolicyTest(policy, each)).map(({ en }) => en);
}

test('what comes out as expected is no difference', () => {
  expect(
    run([
      { subject: 'a', status: 'met', value: 1000 },
      { subject: 'b', status: 'unknown', missing: ['person.schoolStage'] },
    ]),
  ).toEqual([]);
});

test('another status, value or missing fact is named with what is', () => {
  expect(run({ subject: 'a', status: 'unmet', value: { aid: 2000 }, missing: ['person.registered'] })).toEqual([
    'status should be "unmet" and is "met"',
    'missing should be ["person.registered"] and is []',
    'aid value should be 2000 and is 1000',
  ]);
});

test('without a subject every one is meant', () => {
  expect(run('met')).toEqual(['status should be "met" and is "unknown"']);
});

test('nobody found is a difference', () => {
  expect(run({ subject: 'c', status: 'met' })).toEqual(['nothing is found about c']);
});

test('a case that cannot be used is a difference', () => {
  expect(run('met', [{ schoolStgae: 'primary' }])[0]).toContain('household.members[0].schoolStgae');
});

test('a rule that is not there is a difference', () => {
  const { tests } = policyTestsFrom([{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.other': 'met' } }]);
  expect(tests.flatMap((each) => runPolicyTest(policy, each))).toMatchObject([
    { rule: 'invented.other', en: 'there is no such rule' },
  ]);
});

test.each([
  [{ name: 'n' }],
  ['text'],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: {} }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': 'mte' } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': { status: 'met', vaule: 1 } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': 'met' }, expects: 1 }]],
])('a test file that is written wrong is not run: %j', (data) => {
  const { tests, problems } = policyTestsFrom(data);
  expect(tests).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
});
