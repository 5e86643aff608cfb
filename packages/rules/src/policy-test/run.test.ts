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
          'invented.list': {
            kind: 'checklist',
            subject: 'household',
            title: both,
            items: [
              {
                key: 'file',
                title: both,
                when: { fact: 'household.hasFile', operator: 'equal', value: true },
                due: '2020-12-31',
              },
              {
                key: 'fibre',
                title: both,
                asks: 'village',
                when: { fact: 'village.hasFibre', operator: 'equal', value: true },
              },
            ],
            state: [
              { what: 'rank', value: 1, when: { fact: 'household.registered', operator: 'equal', value: true } },
              { what: 'priority', value: true },
            ],
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

function runList(expected: Record<string, unknown>, household: unknown, on = '2020-12-26') {
  const { tests, problems } = policyTestsFrom([
    { name: 'n', on, case: { household }, expect: { 'invented.list': expected } },
  ]);
  expect(problems).toEqual([]);
  return tests.flatMap((each) => runPolicyTest(policy, each)).map(({ en }) => en);
}

test('an outcome that must not be there, items, due date and days left are compared', () => {
  const items = { file: 'unknown', fibre: 'not-applicable' };
  const open = { status: 'unknown', items, due: '2020-12-31', daysLeft: 5 };
  expect(runList({ ...open, absent: ['rank', 'aid'] }, { hasFile: false, registered: false })).toEqual([]);
  expect(runList({ ...open, absent: ['rank', 'priority'] }, { hasFile: false, registered: true })).toEqual([
    'rank should be undefined and is "rank"',
    'priority should be undefined and is "priority"',
  ]);
  const wrong = { file: 'unmet', fibre: 'not-applicable', card: 'met' };
  expect(
    runList({ status: 'unknown', items: wrong, due: '2020-12-30', daysLeft: 4 }, { hasFile: false }).toSorted(),
  ).toEqual([
    'daysLeft should be 4 and is 5',
    'due should be "2020-12-30" and is "2020-12-31"',
    'item card should be "met" and is undefined',
    'item file should be "unmet" and is "unknown"',
  ]);
});

test('days left that a finding no longer has are a difference', () => {
  expect(runList({ status: 'unmet', due: '2020-12-31', daysLeft: 0 }, { hasFile: false }, '2021-01-01')).toEqual([
    'due should be "2020-12-31" and is undefined',
    'daysLeft should be 0 and is undefined',
  ]);
  expect(runList({ status: 'unknown', daysLeft: 0 }, { hasFile: false }, '2020-12-31')).toEqual([]);
});

test('items of a rule that has none are a difference', () => {
  expect(run({ subject: 'a', status: 'met', items: { file: 'met' } })).toEqual([
    'item file should be "met" and is undefined',
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
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': [] } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': 'mte' } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': { status: 'met', vaule: 1 } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': 'met' }, expects: 1 }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': { status: 'met', absent: 'rank' } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.aid': { status: 'met', absent: [1] } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.list': { status: 'met', items: ['file'] } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.list': { status: 'met', items: { file: 'mte' } } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.list': { status: 'met', due: 20201231 } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.list': { status: 'met', daysLeft: '5' } } }]],
  [[{ name: 'n', on: '2020-09-01', case: {}, expect: { 'invented.list': { items: { file: 'met' } } } }]],
])('a test file that is written wrong is not run: %j', (data) => {
  const { tests, problems } = policyTestsFrom(data);
  expect(tests).toEqual([]);
  expect(problems.length).toBeGreaterThan(0);
});
