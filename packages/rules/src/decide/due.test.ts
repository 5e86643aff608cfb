import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { day, findingOf, leaf, onePolicy, quoteSha256, rulesIn, tinyParameter, title } from '../testing/tiny-policy.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const _poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('a due date', () => {
  const policy = onePolicy({ kind: 'deadline', when: registered, due: '2017-06-30' });

  it.each<[string, unknown, string, number | undefined]>([
    ['2017-06-29', false, 'unknown', 1],
    ['2017-06-30', false, 'unknown', 0],
    ['2017-07-01', false, 'unmet', undefined],
    ['2017-06-29', true, 'met', undefined],
    ['2017-07-01', true, 'met', undefined],
    ['2017-06-01', undefined, 'unknown', 29],
    ['2017-07-01', undefined, 'unknown', undefined],
  ])('on %s with %s: %s, %s days left', (on, done, status, left) => {
    const finding = findingOf(policy, household({ registered: done }), on);
    expect(finding.status).toBe(status);
    expect(finding.due).toBe('2017-06-30');
    expect(finding.daysLeft).toBe(left);
  });

  it('asks for nothing where all is known and the day has not come', () => {
    expect(findingOf(policy, household({ registered: false }), '2017-06-01').missing).toEqual([]);
  });

  it('comes from a parameter', () => {
    const from = onePolicy(
      { kind: 'deadline', when: registered, due: 'end' },
      { parameters: { end: tinyParameter('date', '2017-06-30') } },
    );
    expect(findingOf(from, household({ registered: false }), '2017-06-30')).toMatchObject({
      status: 'unknown',
      due: '2017-06-30',
    });
    expect(findingOf(from, household({ registered: false }), '2017-07-01').status).toBe('unmet');
  });

  const byFact = onePolicy({ kind: 'deadline', when: registered, due: 'household.exitDate' });

  it.each<[Data, string, string[], number | undefined]>([
    [{ registered: false, exitDate: '2017-06-20' }, 'unknown', [], 5],
    [{ registered: false, exitDate: '2017-06-15' }, 'unknown', [], 0],
    [{ registered: false, exitDate: '2017-06-14' }, 'unmet', [], undefined],
    [{ registered: true, exitDate: '2017-06-14' }, 'met', [], undefined],
    [{ registered: true }, 'met', [], undefined],
    [{ registered: false }, 'unknown', ['household.exitDate'], undefined],
    [{ exitDate: '2017-06-20' }, 'unknown', ['household.registered'], 5],
    [{ exitDate: '2017-06-14' }, 'unknown', ['household.registered'], undefined],
    [{}, 'unknown', ['household.registered', 'household.exitDate'], undefined],
  ])('comes from a fact: %j is %s, missing %j, %s days left', (facts, status, missing, left) => {
    const finding = findingOf(byFact, household(facts));
    expect(finding.status).toBe(status);
    expect(finding.missing).toEqual(missing);
    expect(finding.due).toBe(facts.exitDate);
    expect(finding.daysLeft).toBe(left);
  });

  it('comes from an own fact, and what that follows from is missing', () => {
    const own = onePolicy(
      { kind: 'deadline', when: registered, due: 'household.end' },
      { facts: { 'household.end': { title, formula: 'addDays(latest(household.visitDates), 30)' } } },
    );
    const of = (visitDates?: string[]) => findingOf(own, household({ registered: false, visitDates }));
    expect(of(['2017-05-16', '2017-01-01'])).toMatchObject({ status: 'unknown', due: '2017-06-15', daysLeft: 0 });
    expect(of(['2017-05-15', '2017-01-01'])).toMatchObject({ status: 'unmet', due: '2017-06-14' });
    expect(of()).toMatchObject({ status: 'unknown', missing: ['household.visitDates'] });
  });

  it('by a fact is of each subject its own, though they are alike otherwise', () => {
    const each = onePolicy({
      kind: 'deadline',
      subject: 'person',
      when: leaf('person.enrolled', 'equal', true),
      due: 'person.exitDate',
    });
    const members = ['2017-06-14', '2017-06-15', undefined].map((exitDate) => ({ enrolled: false, exitDate }));
    const findings = rulesIn(decide(each, household({ members }) as Case, { on: day }));
    expect(findings.map(({ status }) => status)).toEqual(['unmet', 'unknown', 'unknown']);
    expect(findings.map(({ missing }) => missing)).toEqual([[], [], ['person.exitDate']]);
  });

  it('says nothing of days left to those outside the scope', () => {
    const scoped = onePolicy({ kind: 'deadline', scope: general, when: registered, due: '2017-06-30' });
    const finding = findingOf(scoped, household({ type: 'dibao', registered: false }), '2017-06-01');
    expect(finding.status).toBe('not-applicable');
    expect(finding.daysLeft).toBeUndefined();
  });
});

describe('an item with a due date', () => {
  const item = (key: string, fact: string, change: Data = {}) => ({
    key,
    title,
    when: leaf(fact, 'equal', true),
    ...change,
  });
  const file = item('file', 'household.hasFile', { due: '2017-06-30' });
  const card = item('card', 'household.hasAssistanceCard', { due: '2017-09-30' });
  const handbook = item('handbook', 'household.hasHandbook');
  const one = onePolicy({ kind: 'checklist', items: [file] });

  it.each<[string, unknown, string, number | undefined]>([
    ['2017-06-29', false, 'unknown', 1],
    ['2017-06-30', false, 'unknown', 0],
    ['2017-07-01', false, 'unmet', undefined],
    ['2017-06-29', true, 'met', undefined],
    ['2017-07-01', true, 'met', undefined],
    ['2017-06-29', undefined, 'unknown', 1],
    ['2017-07-01', undefined, 'unknown', undefined],
  ])('on %s, done %s: %s, %s days left', (on, done, status, left) => {
    const finding = findingOf(one, household({ hasFile: done }), on);
    expect(finding.status).toBe(status);
    expect(finding.items).toEqual([{ key: 'file', status, due: '2017-06-30' }]);
    expect(finding.daysLeft).toBe(left);
    expect(finding.due).toBe(left === undefined ? undefined : '2017-06-30');
  });

  it('asks for nothing where it has failed and the day has not come', () => {
    expect(findingOf(one, household({ hasFile: false }), '2017-06-30').missing).toEqual([]);
    expect(findingOf(one, household(), '2017-06-30').missing).toEqual(['household.hasFile']);
  });

  it('is late as soon as either day of the question is past it', () => {
    const on = (when: string, assessedOn: string) =>
      rulesIn(decide(one, household({ hasFile: false }) as Case, { on: when, assessedOn }))[0]?.status;
    expect(on('2017-06-30', '2017-06-30')).toBe('unknown');
    expect(on('2017-06-30', '2017-07-01')).toBe('unmet');
    expect(on('2017-07-01', '2017-06-01')).toBe('unmet');
  });

  const all = onePolicy({ kind: 'checklist', items: [card, file, handbook] });
  const late = { hasFile: false, hasAssistanceCard: false };

  it.each<[string, Data, string, string[], string | undefined, number | undefined]>([
    ['2017-06-20', { ...late, hasHandbook: true }, 'unknown', ['unknown', 'unknown', 'met'], '2017-06-30', 10],
    ['2017-07-01', { ...late, hasHandbook: true }, 'unmet', ['unknown', 'unmet', 'met'], '2017-09-30', undefined],
    ['2017-10-01', { ...late, hasHandbook: true }, 'unmet', ['unmet', 'unmet', 'met'], undefined, undefined],
    [
      '2017-06-20',
      { hasFile: true, hasAssistanceCard: false, hasHandbook: true },
      'unknown',
      ['unknown', 'met', 'met'],
      '2017-09-30',
      102,
    ],
    ['2017-06-20', { ...late, hasHandbook: false }, 'unmet', ['unknown', 'unknown', 'unmet'], '2017-06-30', undefined],
    [
      '2017-07-01',
      { hasAssistanceCard: false, hasHandbook: true },
      'unknown',
      ['unknown', 'unknown', 'met'],
      '2017-09-30',
      91,
    ],
    [
      '2017-06-20',
      { hasFile: true, hasAssistanceCard: true, hasHandbook: true },
      'met',
      ['met', 'met', 'met'],
      undefined,
      undefined,
    ],
  ])('beside others, on %s %j: the nearest day that is still open', (on, facts, status, items, due, left) => {
    const finding = findingOf(all, household(facts), on);
    expect(finding.status).toBe(status);
    expect(finding.items?.map((each) => each.status)).toEqual(items);
    expect(finding.items?.map((each) => each.due)).toEqual(['2017-09-30', '2017-06-30', undefined]);
    expect(finding.due).toBe(due);
    expect(finding.daysLeft).toBe(left);
  });

  it('leaves a checklist without a day where the items that are open have none', () => {
    const finding = findingOf(all, household({ hasFile: true, hasAssistanceCard: true }), '2017-06-20');
    expect(finding.items?.map(({ status }) => status)).toEqual(['met', 'met', 'unknown']);
    expect(finding.status).toBe('unknown');
    expect(finding).not.toHaveProperty('due');
    expect(finding).not.toHaveProperty('daysLeft');
  });

  it('stands back behind the due date of the rule', () => {
    const both = onePolicy({ kind: 'checklist', due: '2017-12-31', items: [file, handbook] });
    const on = (when: string, facts: Data) => findingOf(both, household(facts), when);
    expect(on('2017-06-20', { hasFile: false, hasHandbook: true })).toMatchObject({ due: '2017-12-31', daysLeft: 194 });
    // The item is late, the rule as a whole is not yet.
    expect(on('2017-12-30', { hasFile: false, hasHandbook: true })).toMatchObject({
      status: 'unknown',
      due: '2017-12-31',
      daysLeft: 1,
      items: [{ key: 'file', status: 'unmet', due: '2017-06-30' }, { status: 'met' }],
    });
    expect(on('2018-01-01', { hasFile: false, hasHandbook: true }).status).toBe('unmet');
  });

  it('takes the day from a parameter of the day that is asked about, or from a fact', () => {
    const end = {
      title,
      unit: 'date',
      values: [
        { from: '2016-01-01', value: '2017-03-31', quoteSha256 },
        { from: '2017-05-01', value: '2017-06-30', quoteSha256 },
      ],
    };
    const byParameter = onePolicy({ kind: 'checklist', items: [{ ...file, due: 'end' }] }, { parameters: { end } });
    const none = household({ hasFile: false });
    expect(findingOf(byParameter, none, '2017-03-31').items).toMatchObject([{ status: 'unknown', due: '2017-03-31' }]);
    expect(findingOf(byParameter, none, '2017-04-30').items).toMatchObject([{ status: 'unmet', due: '2017-03-31' }]);
    expect(findingOf(byParameter, none, '2017-05-01').items).toMatchObject([{ status: 'unknown', due: '2017-06-30' }]);
    const byFact = onePolicy({ kind: 'checklist', items: [{ ...file, due: 'household.exitDate' }] });
    const exits = (exitDate?: string) => findingOf(byFact, household({ hasFile: false, exitDate }));
    expect(exits('2017-06-15')).toMatchObject({ status: 'unknown', due: '2017-06-15', daysLeft: 0, missing: [] });
    expect(exits('2017-06-14').status).toBe('unmet');
    expect(exits()).toMatchObject({ status: 'unknown', missing: ['household.exitDate'] });
    expect(exits()).not.toHaveProperty('due');
    expect(exits().items).toEqual([{ key: 'file', status: 'unknown' }]);
  });

  it('is of each subject its own where it follows from facts, though they are alike otherwise', () => {
    const each = onePolicy({
      kind: 'checklist',
      subject: 'person',
      items: [item('enrolled', 'person.enrolled', { due: 'person.exitDate' })],
    });
    const members = ['2017-06-14', '2017-06-15', '2017-06-20'].map((exitDate) => ({ enrolled: false, exitDate }));
    const findings = rulesIn(decide(each, household({ members }) as Case, { on: day }));
    expect(findings.map(({ status, daysLeft }) => [status, daysLeft])).toEqual([
      ['unmet', undefined],
      ['unknown', 0],
      ['unknown', 5],
    ]);
  });
});
