import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { day, findingOf, leaf, onePolicy, quoteSha256, rulesIn, tinyParameter, title } from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('status', () => {
  const scoped = onePolicy({ scope: registered, when: poor });

  it.each<[unknown, unknown, string]>([
    [true, 3999.99, 'met'],
    [true, 4000, 'unmet'],
    [true, 4000.01, 'unmet'],
    [true, undefined, 'unknown'],
    [false, 3999, 'not-applicable'],
    [false, undefined, 'not-applicable'],
    [undefined, 3999, 'unknown'],
    [undefined, 4000, 'unknown'],
    [null, null, 'unknown'],
  ])('with scope %s and income %s: %s', (is, income, status) => {
    expect(findingOf(scoped, household({ registered: is, perCapitaNetIncome: income })).status).toBe(status);
  });

  it('is met for a rule without a test, wherever its subject is in the case', () => {
    expect(findingOf(onePolicy({}), household()).status).toBe('met');
  });

  it('is settled where every completion agrees, though each part is unknown', () => {
    const always = onePolicy({
      when: { any: [poor, leaf('household.perCapitaNetIncome', 'greaterThanInclusive', 4000)] },
    });
    expect(findingOf(always, household()).status).toBe('met');
    const never = onePolicy({ when: { all: [general, leaf('household.type', 'in', ['dibao', 'wubao'])] } });
    expect(findingOf(never, household()).status).toBe('unmet');
  });

  it('reads 0 and negative amounts as given, not as missing', () => {
    expect(findingOf(scoped, household({ registered: true, perCapitaNetIncome: 0 })).status).toBe('met');
    expect(findingOf(scoped, household({ registered: true, perCapitaNetIncome: -12.5 })).status).toBe('met');
  });

  it('keeps a value apart from all others also beyond the least and greatest that conditions name', () => {
    // The condition names a number outside what the field can hold: every household lies on one side of it.
    const policy = onePolicy({ when: leaf('household.memberCount', 'greaterThan', -5) });
    expect(findingOf(policy, household({ memberCount: 3 })).status).toBe('met');
    const months = onePolicy({ subject: 'person', when: leaf('person.monthsWorked', 'lessThan', 24) });
    expect(findingOf(months, household({ members: [{ monthsWorked: 6 }] })).status).toBe('met');
  });
});

describe('a checklist', () => {
  const item = (key: string, when: unknown, scope?: unknown) => ({
    key,
    title,
    when,
    ...(scope === undefined ? {} : { scope }),
  });
  const policy = onePolicy({
    kind: 'checklist',
    items: [
      item('file', leaf('household.hasFile', 'equal', true)),
      item('card', leaf('household.hasAssistanceCard', 'equal', true), registered),
    ],
  });

  it.each<[Data, string, string[]]>([
    [{ hasFile: true, hasAssistanceCard: true, registered: true }, 'met', ['met', 'met']],
    [{ hasFile: true, hasAssistanceCard: false, registered: true }, 'unmet', ['met', 'unmet']],
    [{ hasFile: true, hasAssistanceCard: false, registered: false }, 'met', ['met', 'not-applicable']],
    [{ hasFile: true, hasAssistanceCard: false }, 'unknown', ['met', 'unknown']],
    [{ hasFile: false }, 'unmet', ['unmet', 'unknown']],
    [{ hasAssistanceCard: true, registered: true }, 'unknown', ['unknown', 'met']],
  ])('%j is %s', (facts, status, items) => {
    const finding = findingOf(policy, household(facts));
    expect(finding.status).toBe(status);
    expect(finding.items?.map((each) => each.status)).toEqual(items);
  });

  it('is not applicable where no item is', () => {
    const none = onePolicy({
      kind: 'checklist',
      items: [item('card', leaf('household.hasAssistanceCard', 'equal', true), registered)],
    });
    expect(findingOf(none, household({ registered: false })).status).toBe('not-applicable');
  });

  it('tells of each reason to which item it belongs', () => {
    const { because } = findingOf(policy, household({ hasFile: true }));
    expect(because.map(({ fact, item: key }) => [fact, key])).toEqual([
      ['household.hasFile', 'file'],
      ['household.registered', 'card'],
      ['household.hasAssistanceCard', 'card'],
    ]);
  });

  it('with a due date cannot be missed before it has passed', () => {
    const due = onePolicy({
      kind: 'checklist',
      due: '2017-06-30',
      items: [item('file', leaf('household.hasFile', 'equal', true))],
    });
    const on = (when: string) => findingOf(due, household({ hasFile: false }), when);
    expect(on('2017-06-30')).toMatchObject({ status: 'unknown', daysLeft: 0 });
    expect(on('2017-07-01').status).toBe('unmet');
    expect(on('2017-07-01').daysLeft).toBeUndefined();
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

describe('an item about another entity', () => {
  const fibre = { key: 'fibre', title, asks: 'village', when: leaf('village.hasFibre', 'equal', true) };
  const file = { key: 'file', title, when: leaf('household.hasFile', 'equal', true) };
  const policy = onePolicy({ kind: 'checklist', items: [file, fibre] });
  const of = (input: unknown, of = policy) => {
    const { status, items, missing } = findingOf(of, input);
    return [status, items?.map((each) => each.status), missing];
  };

  it('does not apply where that is not in the case, and asks for nothing of it', () => {
    expect(of({ household: { hasFile: true } })).toEqual(['met', ['met', 'not-applicable'], []]);
    expect(of({ household: { hasFile: true }, village: null })).toEqual(['met', ['met', 'not-applicable'], []]);
    expect(of({ household: {} })).toEqual(['unknown', ['unknown', 'not-applicable'], ['household.hasFile']]);
  });

  it('applies where it is', () => {
    expect(of({ household: { hasFile: true }, village: {} })).toEqual([
      'unknown',
      ['met', 'unknown'],
      ['village.hasFibre'],
    ]);
    expect(of({ household: { hasFile: true }, village: { hasFibre: true } })).toEqual(['met', ['met', 'met'], []]);
    expect(of({ household: { hasFile: true }, village: { hasFibre: false } })).toEqual(['unmet', ['met', 'unmet'], []]);
  });

  it('applies only within its own scope, too', () => {
    const scoped = onePolicy({ kind: 'checklist', items: [{ ...fibre, scope: registered }] });
    const village = { hasFibre: true };
    expect(of({ household: { registered: true }, village }, scoped)[0]).toBe('met');
    expect(of({ household: { registered: false }, village }, scoped)[0]).toBe('not-applicable');
    expect(of({ household: { registered: true } }, scoped)[0]).toBe('not-applicable');
    expect(of({ household: {}, village }, scoped)).toEqual(['unknown', ['unknown'], ['household.registered']]);
  });

  it('leaves a rule none of whose items applies not applicable, also before its day', () => {
    const county = { key: 'archive', title, asks: 'county', when: leaf('county.hasArchive', 'equal', true) };
    const others = onePolicy({
      kind: 'checklist',
      due: '2017-12-31',
      items: [fibre, { ...county, due: '2017-06-30' }],
    });
    const finding = findingOf(others, household());
    expect(finding).toMatchObject({ status: 'not-applicable', missing: [] });
    expect(finding.items?.map(({ status }) => status)).toEqual(['not-applicable', 'not-applicable']);
    expect(finding).not.toHaveProperty('daysLeft');
    expect(of({ household: {}, county: { hasArchive: true } }, others)[0]).toBe('met');
    expect(of({ household: {}, county: { hasArchive: false } }, others)[0]).toBe('unknown');
  });

  it('can be all that the other of two entities asked is told', () => {
    const either = onePolicy({
      kind: 'checklist',
      subject: 'county',
      asks: ['village', 'county'],
      items: [fibre, { key: 'archive', title, asks: 'county', when: leaf('county.hasArchive', 'equal', true) }],
    });
    expect(of({ village: { hasFibre: true } }, either)).toEqual(['met', ['met', 'not-applicable'], []]);
    expect(of({ county: { hasArchive: false } }, either)).toEqual(['unmet', ['not-applicable', 'unmet'], []]);
  });
});

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

describe('force', () => {
  const policy = onePolicy({
    when: registered,
    force: { from: '2017-03-01', to: '2017-09-30' },
    grant: { what: 'aid', amount: 5, unit: 'yuan' },
  });

  it.each([
    ['2017-02-28', 'not-in-force'],
    ['2017-03-01', 'met'],
    ['2017-03-02', 'met'],
    ['2017-09-29', 'met'],
    ['2017-09-30', 'met'],
    ['2017-10-01', 'not-in-force'],
    ['1900-01-01', 'not-in-force'],
    ['2100-12-31', 'not-in-force'],
  ])('on %s: %s', (on, status) => {
    const { findings, totals } = decide(policy, household({ registered: true }) as Case, { on });
    expect(findings[0]).toMatchObject({ status });
    expect(totals.length).toBe(status === 'met' ? 1 : 0);
    if (status === 'not-in-force') expect(findings[0]).toMatchObject({ outcomes: [], missing: [], because: [] });
  });

  it('goes by the day whose law applies, not by the day of the facts', () => {
    const input = household({ registered: true }) as Case;
    expect(rulesIn(decide(policy, input, { on: '2017-09-30', assessedOn: '2018-01-01' }))[0]?.status).toBe('met');
    expect(rulesIn(decide(policy, input, { on: '2017-10-01', assessedOn: '2017-09-01' }))[0]?.status).toBe(
      'not-in-force',
    );
  });

  it('does not stumble over parameters that have no value on the day', () => {
    const early = onePolicy(
      { subject: 'person', when: leaf('person.wellAided', 'equal', true) },
      {
        parameters: {
          aid: {
            title,
            unit: 'yuan',
            by: 'person.schoolStage',
            values: [{ from: '2016-01-01', value: { primary: 1 }, quoteSha256 }],
          },
          end: tinyParameter('date', '2017-01-01'),
          line: tinyParameter('yuan', 5),
        },
        facts: {
          'person.wellAided': { title, formula: 'aid > line and date.on >= end and round(line / line, down) = 1' },
        },
      },
    );
    expect(findingOf(early, household({ members: [{ schoolStage: 'primary' }] }), '2015-12-31').status).toBe(
      'not-in-force',
    );
  });
});

describe('the two dates', () => {
  const policy = onePolicy(
    { subject: 'person', when: leaf('person.isAdult', 'equal', true) },
    {
      facts: { 'person.isAdult': { title, formula: 'completedYears(person.birthDate, date.assessedOn) >= 18[years]' } },
    },
  );
  const adult = (birthDate: string, assessedOn?: string) => {
    const input = household({ members: [{ birthDate }] }) as Case;
    return rulesIn(decide(policy, input, { on: day, ...(assessedOn === undefined ? {} : { assessedOn }) }))[0]?.status;
  };

  it('ages are those of the day of the facts', () => {
    expect(adult('2000-02-29', '2018-02-27')).toBe('unmet');
    expect(adult('2000-02-29', '2018-02-28')).toBe('met');
    expect(adult('2000-02-29', '2018-03-01')).toBe('met');
  });

  it('the day of the facts is the day of the law where it is not given', () => {
    expect(adult(addDays('1999-06-15', -1))).toBe('met');
    expect(adult('1999-06-15')).toBe('met');
    expect(adult(addDays('1999-06-15', 1))).toBe('unmet');
  });
});
