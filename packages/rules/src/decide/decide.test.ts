import type { Case, Change, Contradiction } from '@jingzhun/schemas';
import { decision as decisionSchema } from '@jingzhun/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../model/policy.ts';
import {
  day,
  findingOf,
  findingsOf,
  leaf,
  loadTiny,
  onePolicy,
  problemsOf,
  quoteSha256,
  rulesIn,
  tinyParameter,
  tinyRule,
  title,
} from '../testing/tiny-policy.ts';
import { addDays } from '../values/dates.ts';
import { assess } from './assess.ts';
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
    const always = onePolicy({ when: { any: [poor, leaf('household.perCapitaNetIncome', 'greaterThanInclusive', 4000)] } });
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
  const item = (key: string, when: unknown, scope?: unknown) => ({ key, title, when, ...(scope === undefined ? {} : { scope }) });
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
    const none = onePolicy({ kind: 'checklist', items: [item('card', leaf('household.hasAssistanceCard', 'equal', true), registered)] });
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
    const due = onePolicy({ kind: 'checklist', due: '2017-06-30', items: [item('file', leaf('household.hasFile', 'equal', true))] });
    const on = (when: string) => findingOf(due, household({ hasFile: false }), when);
    expect(on('2017-06-30')).toMatchObject({ status: 'unknown', daysLeft: 0 });
    expect(on('2017-07-01').status).toBe('unmet');
    expect(on('2017-07-01').daysLeft).toBeUndefined();
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
    const from = onePolicy({ kind: 'deadline', when: registered, due: { parameter: 'end' } }, { parameters: { end: tinyParameter('date', '2017-06-30') } });
    expect(findingOf(from, household({ registered: false }), '2017-06-30')).toMatchObject({ status: 'unknown', due: '2017-06-30' });
    expect(findingOf(from, household({ registered: false }), '2017-07-01').status).toBe('unmet');
  });

  it('says nothing of days left to those outside the scope', () => {
    const scoped = onePolicy({ kind: 'deadline', scope: general, when: registered, due: '2017-06-30' });
    const finding = findingOf(scoped, household({ type: 'dibao', registered: false }), '2017-06-01');
    expect(finding.status).toBe('not-applicable');
    expect(finding.daysLeft).toBeUndefined();
  });
});

describe('force', () => {
  const policy = onePolicy({ when: registered, force: { from: '2017-03-01', to: '2017-09-30' }, grant: { what: 'aid', amount: 5, unit: 'yuan' } });

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
    expect(rulesIn(decide(policy, input, { on: '2017-10-01', assessedOn: '2017-09-01' }))[0]?.status).toBe('not-in-force');
  });

  it('does not stumble over parameters that have no value on the day', () => {
    const early = onePolicy(
      { subject: 'person', when: leaf('person.wellAided', 'equal', true) },
      {
        parameters: {
          aid: { title, unit: 'yuan', by: 'person.schoolStage', values: [{ from: '2016-01-01', value: { primary: 1 }, quoteSha256 }] },
          end: tinyParameter('date', '2017-01-01'),
          line: tinyParameter('yuan', 5),
        },
        facts: { 'person.wellAided': { title, formula: 'aid > line and date.on >= end and round(line / line, down) = 1' } },
      },
    );
    expect(findingOf(early, household({ members: [{ schoolStage: 'primary' }] }), '2015-12-31').status).toBe('not-in-force');
  });
});

describe('the two dates', () => {
  const policy = onePolicy(
    { subject: 'person', when: leaf('person.isAdult', 'equal', true) },
    { facts: { 'person.isAdult': { title, formula: 'completedYears(person.birthDate, date.assessedOn) >= 18[years]' } } },
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

describe('delivered', () => {
  const policy = onePolicy({ when: registered, delivered: leaf('household.inDibao', 'equal', true) });

  it.each<[Data, string, string | undefined]>([
    [{ registered: true, inDibao: true }, 'met', 'met'],
    [{ registered: true, inDibao: false }, 'met', 'unmet'],
    [{ registered: true }, 'met', 'unknown'],
    [{ inDibao: true }, 'unknown', 'met'],
    [{ registered: false, inDibao: true }, 'unmet', undefined],
  ])('%j is %s and delivered %s', (facts, status, delivered) => {
    expect(findingOf(policy, household(facts))).toMatchObject({ status });
    expect(findingOf(policy, household(facts)).delivered).toBe(delivered);
  });
});

describe('outcomes', () => {
  it('a grant stands with a finding that is met or may be, and not with one that is unmet', () => {
    const policy = onePolicy({ when: registered, grant: { what: 'aid', amount: 'aid', unit: 'yuan', per: 'household', every: 'year' } }, { parameters: { aid: tinyParameter('yuan', 0.07) } });
    const grant = { what: 'aid', value: 0.07, unit: 'yuan', per: 'household', every: 'year', comparator: 'equal' };
    expect(findingOf(policy, household({ registered: true })).outcomes).toEqual([grant]);
    expect(findingOf(policy, household()).outcomes).toEqual([grant]);
    expect(findingOf(policy, household({ registered: false })).outcomes).toEqual([]);
  });

  it('a grant for which the document prints no number is null and counts in no total', () => {
    const policy = onePolicy({ grant: { what: 'aid', amount: null, unit: 'yuan' } });
    const { findings, totals } = decide(policy, household() as Case, { on: day });
    expect(findings[0]?.outcomes).toEqual([{ what: 'aid', value: null, unit: 'yuan', comparator: 'equal' }]);
    expect(findings[0]?.missing).toEqual([]);
    expect(totals).toEqual([]);
  });

  it('a requirement stands beside what is, with the gap', () => {
    const required = (comparator: string) =>
      onePolicy({ kind: 'exit-standard', require: { what: 'income', value: 4000, actual: 'household.perCapitaNetIncome', unit: 'yuan', per: 'person', every: 'year', comparator } });
    const gap = (comparator: string, income: number | undefined) =>
      findingOf(required(comparator), household({ perCapitaNetIncome: income })).outcomes[0];
    expect(gap('at-least', 3999.9)).toMatchObject({ value: 4000, actual: 3999.9, gap: 0.1 });
    expect(gap('at-least', 4000)).toMatchObject({ gap: 0 });
    expect(gap('at-least', 4000.01)).toMatchObject({ gap: 0 });
    expect(gap('at-least', -100)).toMatchObject({ gap: 4100 });
    expect(gap('at-most', 4000.01)).toMatchObject({ gap: 0.01 });
    expect(gap('at-most', 3999)).toMatchObject({ gap: 0 });
    expect(gap('less-than', 4001)).toMatchObject({ gap: 1 });
    expect(gap('equal', 3999)).toMatchObject({ gap: 1 });
    expect(gap('equal', 4001)).toMatchObject({ gap: 1 });
    expect(gap('at-least', undefined)).toMatchObject({ value: 4000, actual: null, gap: null });
  });

  it('a requirement also stands with an unmet finding, a statement does not', () => {
    const policy = onePolicy({
      kind: 'exit-standard',
      when: registered,
      require: { what: 'income', value: 4000, comparator: 'at-least' },
      state: [
        { what: 'priority', value: true },
        { what: 'rank', value: null, when: general },
      ],
    });
    const whats = (facts: Data) => findingOf(policy, household(facts)).outcomes.map(({ what }) => what);
    expect(whats({ registered: false })).toEqual(['income']);
    expect(whats({ registered: true })).toEqual(['income', 'priority']);
    expect(whats({ registered: true, type: 'general' })).toEqual(['income', 'priority', 'rank']);
    expect(whats({ registered: true, type: 'dibao' })).toEqual(['income', 'priority']);
    expect(whats({})).toEqual(['income', 'priority']);
  });

  it('percents are shown as printed', () => {
    const policy = onePolicy(
      { require: [{ what: 'share', value: 'share', actual: 'household.loan.rate', unit: '%/year', comparator: 'at-most' }, { what: 'cost', value: 'round(household.loan.amount * share * 1[year], half-up)', unit: 'yuan' }] },
      { parameters: { share: tinyParameter('%/year', 4.35) } },
    );
    const [share, cost] = findingOf(policy, household({ loan: { rate: 4.75, amount: 1000.01 } })).outcomes;
    expect(share).toMatchObject({ value: 4.35, actual: 4.75, gap: 0.4 });
    expect(cost).toMatchObject({ value: 43.5 });
  });

  it('no fen is lost or made: rate × amount is rounded as stated', () => {
    const of = (mode: string) =>
      onePolicy({ require: { what: 'aid', value: `round(household.loan.amount * 70%, ${mode})`, unit: 'yuan' } });
    const value = (mode: string, amount: number) => findingOf(of(mode), household({ loan: { amount } })).outcomes[0]?.value;
    expect(value('half-up', 1.05)).toBe(0.74);
    expect(value('down', 1.05)).toBe(0.73);
    expect(value('up', 1.01)).toBe(0.71);
    expect(value('half-up', 131_256.35)).toBe(91_879.45);
  });
});

describe('missing', () => {
  it('names only what could still change the finding', () => {
    const policy = onePolicy({ when: { any: [{ all: [registered, poor] }, general] } });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual(['household.perCapitaNetIncome', 'household.registered', 'household.type']);
    expect(findingOf(policy, household({ registered: false })).missing).toEqual(['household.type']);
    expect(findingOf(policy, household({ type: 'general' })).missing).toEqual([]);
    expect(findingOf(policy, household({ type: 'dibao', registered: true })).missing).toEqual(['household.perCapitaNetIncome']);
    expect(findingOf(policy, household({ type: 'dibao', perCapitaNetIncome: 5000 })).missing).toEqual([]);
  });

  it('names first what settles most', () => {
    const policy = onePolicy({ when: { all: [{ any: [registered, poor] }, general] } });
    expect(findingOf(policy, household()).missing[0]).toBe('household.type');
    const other = onePolicy({ when: { any: [{ all: [leaf('household.creditRated', 'equal', true), registered] }, poor] } });
    expect(findingOf(other, household()).missing[0]).toBe('household.perCapitaNetIncome');
  });

  it('names the scope and the test', () => {
    const policy = onePolicy({ scope: registered, when: poor });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual(['household.perCapitaNetIncome', 'household.registered']);
  });

  it('names what an own fact follows from, for each case its own', () => {
    const policy = onePolicy(
      { when: leaf('household.eligible', 'equal', true) },
      { facts: { 'household.eligible': { title, formula: 'household.registered and household.creditRated' } } },
    );
    expect(findingOf(policy, household({ registered: true })).missing).toEqual(['household.creditRated']);
    expect(findingOf(policy, household({ creditRated: true })).missing).toEqual(['household.registered']);
    expect(findingOf(policy, household()).missing).toEqual(['household.registered', 'household.creditRated']);
  });

  it('names what a member lacks where a count over members is open', () => {
    const policy = onePolicy(
      { when: leaf('household.students', 'greaterThanInclusive', 2) },
      { facts: { 'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' } } },
    );
    expect(findingOf(policy, household({ members: [{ enrolled: true }, {}] })).missing).toEqual(['person.enrolled']);
    expect(findingOf(policy, household({ members: [{ enrolled: true }, {}] })).status).toBe('unknown');
    expect(findingOf(policy, household({ members: [{ enrolled: true }, { enrolled: true }, {}] }))).toMatchObject({ status: 'met', missing: [] });
    expect(findingOf(policy, household({ members: [{ enrolled: false }, {}] }))).toMatchObject({ status: 'unmet', missing: [] });
    expect(findingOf(policy, household()).missing).toEqual(['household.members']);
  });

  it('names what an amount still needs, also where the finding is met', () => {
    const policy = onePolicy({ when: registered, grant: { what: 'aid', amount: 'min(household.loan.amount, 500)', unit: 'yuan' } });
    expect(findingOf(policy, household({ registered: true }))).toMatchObject({ status: 'met', missing: ['household.loan.amount'], outcomes: [{ value: null }] });
    expect(findingOf(policy, household({ registered: true, loan: { amount: 700 } }))).toMatchObject({ missing: [], outcomes: [{ value: 500 }] });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual(['household.loan.amount', 'household.registered']);
    expect(findingOf(policy, household({ registered: false })).missing).toEqual([]);
  });

  it('names the year of an income that is of another year', () => {
    const policy = onePolicy(
      { when: leaf('household.isPoor', 'equal', true) },
      { facts: { 'household.isPoor': { title, formula: 'if(household.incomeYear = 2015, household.perCapitaNetIncome < 4000, unknown)' } } },
    );
    expect(findingOf(policy, household({ incomeYear: 2015, perCapitaNetIncome: 3000 })).status).toBe('met');
    expect(findingOf(policy, household({ incomeYear: 2016, perCapitaNetIncome: 3000 }))).toMatchObject({ status: 'unknown', missing: ['household.incomeYear'] });
    expect(findingOf(policy, household({ incomeYear: 2015 })).missing).toEqual(['household.perCapitaNetIncome']);
  });

  it('is empty for all that is settled', () => {
    const policy = onePolicy({ when: { all: [registered, poor] } });
    for (const facts of [{ registered: false }, { registered: true, perCapitaNetIncome: 1 }]) {
      expect(findingOf(policy, household(facts)).missing).toEqual([]);
    }
  });
});

describe('because', () => {
  it('says of each condition what it expects, what is, and whether it holds', () => {
    const policy = onePolicy({ scope: registered, when: { all: [poor, leaf('household.type', 'in', ['general', 'dibao']), leaf('household.supportKinds', 'contains', 'industry')] } });
    expect(findingOf(policy, household({ registered: true, perCapitaNetIncome: 4200.5, supportKinds: ['industry'] })).because).toEqual([
      { fact: 'household.registered', operator: 'equal', expected: true, actual: true, holds: true },
      { fact: 'household.perCapitaNetIncome', operator: 'lessThan', expected: 4000, actual: 4200.5, holds: false },
      { fact: 'household.type', operator: 'in', expected: ['general', 'dibao'], actual: null, holds: null },
      { fact: 'household.supportKinds', operator: 'contains', expected: 'industry', actual: ['industry'], holds: true },
    ]);
  });

  it('shows a parameter with its value of the day, in the terms of the fact', () => {
    const parameters = { line: tinyParameter('yuan/person/year', 2736, { values: [{ from: '2016-01-01', value: 2736, quoteSha256 }, { from: '2017-01-01', value: 2952.5, quoteSha256 }] }) };
    const policy = onePolicy({ when: leaf('household.perCapitaNetIncome', 'lessThan', { parameter: 'line' }) }, { parameters });
    const expected = (on: string) => findingOf(policy, household({ perCapitaNetIncome: 2800 }), on);
    expect(expected('2016-12-31')).toMatchObject({ status: 'unmet', because: [{ expected: 2736, actual: 2800 }] });
    expect(expected('2017-01-01')).toMatchObject({ status: 'met', because: [{ expected: 2952.5, actual: 2800 }] });
  });

  it('shows both sides where two facts are compared', () => {
    const policy = onePolicy({ when: leaf('household.exitDate', 'lessThanInclusive', { fact: 'household.plannedExitDate' }) });
    expect(findingOf(policy, household({ exitDate: '2017-01-02', plannedExitDate: '2017-01-01' })).because).toEqual([
      { fact: 'household.exitDate', operator: 'lessThanInclusive', expected: '2017-01-01', actual: '2017-01-02', holds: false },
    ]);
    expect(findingOf(policy, household({ exitDate: '2017-01-02' })).because[0]).toMatchObject({ expected: null, actual: '2017-01-02', holds: null });
  });

  it('does not mix up subjects that fall in the same classes', () => {
    const policy = onePolicy({ when: { all: [registered, poor] } });
    const actual = (income: number) => findingOf(policy, household({ registered: true, perCapitaNetIncome: income })).because[1]?.actual;
    expect([actual(100), actual(200), actual(300.25)]).toEqual([100, 200, 300.25]);
  });
});

describe('a parameter is compared in the steps of the fact', () => {
  it('whatever steps each is kept in', () => {
    const policy = onePolicy(
      { when: { all: [leaf('household.tenth', 'greaterThan', { parameter: 'line' }), leaf('household.mainBusinessCount', 'lessThanInclusive', { parameter: 'most' })] } },
      {
        parameters: { line: tinyParameter('yuan', 100), most: tinyParameter('items', 2.5) },
        facts: { 'household.tenth': { title, unit: 'yuan', formula: 'household.loan.amount * 0.125' } },
      },
    );
    const of = (amount: number, mainBusinessCount: number) => findingOf(policy, household({ loan: { amount }, mainBusinessCount }));
    expect(of(800, 2).status).toBe('unmet');
    expect(of(800.08, 2).status).toBe('met');
    expect(of(800.08, 3).status).toBe('unmet');
    expect(of(800.08, 2).because.map(({ expected }) => expected)).toEqual([100, 2.5]);
  });
});

describe('eligibleIf', () => {
  /** Every value that a change allows, of those that matter. */
  function applied({ operator, value, actual }: Change, universe: readonly unknown[]): unknown[] {
    const holds: Record<string, (seen: never) => boolean> = {
      equal: (seen) => seen === value,
      notEqual: (seen) => seen !== value,
      in: (seen) => (value as unknown[]).includes(seen),
      notIn: (seen) => !(value as unknown[]).includes(seen),
      lessThan: (seen) => seen < (value as never),
      lessThanInclusive: (seen) => seen <= (value as never),
      greaterThan: (seen) => seen > (value as never),
      greaterThanInclusive: (seen) => seen >= (value as never),
      contains: (seen) => (seen as unknown[]).includes(value),
      doesNotContain: (seen) => !(seen as unknown[]).includes(value),
    };
    expect(Object.keys(holds)).toContain(operator);
    return universe.filter((seen) => holds[operator]?.(seen as never) && JSON.stringify(seen) !== JSON.stringify(actual));
  }

  const universes: Record<string, readonly unknown[]> = {
    registered: [true, false],
    creditRated: [true, false],
    type: ['general', 'dibao', 'wubao'],
    perCapitaNetIncome: [-1, 0, 999.99, 1000, 1000.01, 3999.99, 4000, 4000.01, 9000],
    assetIncome: [-1, 0, 999.99, 1000, 1000.01, 3999.99, 4000, 4000.01, 9000],
    exitDate: ['2016-12-31', '2017-01-01', '2017-01-02', '2018-01-01'],
    plannedExitDate: ['2016-12-31', '2017-01-01', '2017-01-02', '2018-01-01'],
    supportKinds: [[], ['industry'], ['employment', 'industry']],
  };

  it.each<[string, Data, Data, string[]]>([
    ['a boolean', { when: registered }, { registered: false }, ['registered']],
    ['a code', { when: general }, { type: 'dibao' }, ['type']],
    ['one of several codes', { when: leaf('household.type', 'in', ['general', 'dibao']) }, { type: 'wubao' }, ['type']],
    ['a threshold', { when: poor }, { perCapitaNetIncome: 5000 }, ['perCapitaNetIncome']],
    ['a band', { when: { all: [poor, leaf('household.perCapitaNetIncome', 'greaterThanInclusive', 1000)] } }, { perCapitaNetIncome: 5000 }, ['perCapitaNetIncome']],
    ['a band, from below', { when: { all: [poor, leaf('household.perCapitaNetIncome', 'greaterThanInclusive', 1000)] } }, { perCapitaNetIncome: 5 }, ['perCapitaNetIncome']],
    ['either of two facts', { when: { any: [registered, general] } }, { registered: false, type: 'dibao' }, ['registered', 'type']],
    ['the one of two that fails', { when: { all: [registered, general] } }, { registered: true, type: 'dibao' }, ['type']],
    ['neither where both fail', { when: { all: [registered, general] } }, { registered: false, type: 'dibao' }, []],
    ['nothing where another is unknown', { when: { all: [registered, general] } }, { registered: false }, []],
    ['a negation', { when: { not: general } }, { type: 'general' }, ['type']],
    ['the other fact', { when: leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' }) }, { exitDate: '2017-01-02', plannedExitDate: '2017-01-01' }, ['exitDate']],
    ['the other fact, negated', { when: { not: leaf('household.exitDate', 'lessThan', { fact: 'household.plannedExitDate' }) } }, { exitDate: '2016-12-31', plannedExitDate: '2017-01-01' }, ['exitDate']],
    ['equality with the other fact, negated', { when: { not: leaf('household.exitDate', 'equal', { fact: 'household.plannedExitDate' }) } }, { exitDate: '2017-01-01', plannedExitDate: '2017-01-01' }, ['exitDate']],
    ['a list', { when: leaf('household.supportKinds', 'contains', 'industry') }, { supportKinds: [] }, ['supportKinds']],
    ['a list, negated', { when: { not: leaf('household.supportKinds', 'contains', 'industry') } }, { supportKinds: ['industry'] }, ['supportKinds']],
    ['nothing that would leave the scope', { scope: general, when: leaf('household.type', 'in', ['dibao']) }, { type: 'general' }, []],
    [
      'the part that keeps the scope',
      { scope: leaf('household.perCapitaNetIncome', 'greaterThan', 1000), when: leaf('household.perCapitaNetIncome', 'lessThan', 4000) },
      { perCapitaNetIncome: 5000 },
      ['perCapitaNetIncome'],
    ],
    [
      'the one item that fails',
      { items: [{ key: 'a', title, when: registered }, { key: 'b', title, when: general }] },
      { registered: false, type: 'general' },
      ['registered'],
    ],
    [
      'nothing that makes another item fail',
      { items: [{ key: 'a', title, when: registered }, { key: 'b', title, when: { not: registered } }] },
      { registered: false },
      [],
    ],
    [
      'nothing where an item is unknown',
      { items: [{ key: 'a', title, when: registered }, { key: 'b', title, when: general }] },
      { registered: false },
      [],
    ],
  ])('%s', (_, rule, facts, changed) => {
    const policy = onePolicy(rule);
    const finding = findingOf(policy, household(facts));
    expect(finding.status).toBe('unmet');
    expect(finding.eligibleIf?.map(({ fact }) => fact.replace('household.', '')) ?? []).toEqual(changed);
    for (const change of finding.eligibleIf ?? []) {
      const key = change.fact.replace('household.', '');
      const allowed = applied(change, universes[key] ?? []);
      expect(allowed.length).toBeGreaterThan(0);
      for (const value of allowed) {
        expect(findingOf(policy, household({ ...facts, [key]: value })).status, `${key} ${change.operator} ${JSON.stringify(value)}`).toBe('met');
      }
    }
  });

  it('is not given for what is met, unknown or not applicable', () => {
    const policy = onePolicy({ scope: registered, when: poor });
    for (const facts of [{ registered: true, perCapitaNetIncome: 1 }, { registered: true }, { registered: false, perCapitaNetIncome: 5000 }]) {
      expect(findingOf(policy, household(facts)).eligibleIf).toBeUndefined();
    }
  });

  it('does not propose to change a date of the question', () => {
    const policy = onePolicy({ when: leaf('date.on', 'lessThan', '2017-01-01') });
    expect(findingOf(policy, household())).toMatchObject({ status: 'unmet' });
    expect(findingOf(policy, household()).eligibleIf).toBeUndefined();
  });
});

describe('contradictions', () => {
  const contradictions = (policy: Policy, input: unknown): Contradiction[] =>
    decide(policy, input as Case, { on: day }).findings.filter((finding): finding is Contradiction => finding.kind === 'contradiction');
  const counts = onePolicy({ when: leaf('household.memberCount', 'equal', 3) });

  it('a supplied value wins, and that it contradicts is reported', () => {
    const input = household({ id: 'h1', memberCount: 3, members: [{}, {}] });
    expect(findingOf(counts, input).status).toBe('met');
    expect(contradictions(counts, input)).toEqual([
      {
        rule: 'contradiction.household.memberCount',
        kind: 'contradiction',
        subject: { entity: 'household', id: 'h1' },
        status: 'unmet',
        fact: 'household.memberCount',
        supplied: 3,
        derived: 2,
        outcomes: [],
        missing: [],
        because: [{ fact: 'household.memberCount', operator: 'equal', expected: 2, actual: 3, holds: false }],
        cite: null,
      },
    ]);
  });

  it('there is none where the values agree, where nothing is supplied, or where nothing follows', () => {
    expect(contradictions(counts, household({ memberCount: 2, members: [{}, {}] }))).toEqual([]);
    expect(contradictions(counts, household({ members: [{}, {}] }))).toEqual([]);
    expect(contradictions(counts, household({ memberCount: 3 }))).toEqual([]);
    expect(contradictions(counts, household({ memberCount: null, members: [] }))).toEqual([]);
  });

  it('a supplied false contradicts a derived true', () => {
    const policy = onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true) });
    expect(contradictions(policy, household({ members: [{}, { enrolled: false, schoolStage: 'primary' }] }))).toMatchObject([
      { fact: 'person.enrolled', supplied: false, derived: true, subject: { entity: 'person', id: null, index: 1 } },
    ]);
  });

  it('a supplied count is held against what the unknown members leave open', () => {
    const name = 'village.safeHousingHouseholdCount';
    const policy = onePolicy({ subject: 'village', when: leaf(name, 'greaterThan', 0) });
    const roster = [{ registered: true, safeHousingSecured: true }, { registered: false }, { registered: true }].map(household);
    const supplied = (safeHousingHouseholdCount: number) => contradictions(policy, { village: { safeHousingHouseholdCount }, roster });
    expect(supplied(0)).toMatchObject([{ fact: name, supplied: 0, derived: 1 }]);
    expect(supplied(1)).toEqual([]);
    expect(supplied(2)).toEqual([]);
    expect(supplied(3)).toMatchObject([{ fact: name, supplied: 3, derived: 2 }]);
  });
});

describe('totals', () => {
  const aid = { what: 'aid', amount: 0.1, unit: 'yuan', per: 'person', every: 'year' };
  const person = (rule: Data) => onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true), grant: aid, ...rule });
  const totals = (policy: Policy, members: unknown[]) => decide(policy, household({ members }) as Case, { on: day }).totals;

  it('hold what is certain, and what it would be if every unknown came out met', () => {
    expect(totals(person({}), [{ enrolled: true }, {}, { enrolled: false }])).toEqual([{ unit: 'yuan', every: 'year', value: 0.2, certain: 0.1 }]);
  });

  it('are exact to the fen over many findings', () => {
    expect(totals(person({}), new Array(500).fill({ enrolled: true }))).toEqual([{ unit: 'yuan', every: 'year', value: 50, certain: 50 }]);
    const odd = person({ grant: { ...aid, amount: 1_234_567.89 } });
    expect(totals(odd, new Array(499).fill({ enrolled: true }))).toEqual([{ unit: 'yuan', every: 'year', value: 616_049_377.11, certain: 616_049_377.11 }]);
  });

  it('stay apart by unit and by how often', () => {
    const policy = person({ grant: [aid, { ...aid, every: 'month' }, { ...aid, unit: 'kW', amount: 3 }, { what: 'once', amount: 7, unit: 'yuan' }] });
    expect(totals(policy, [{ enrolled: true }])).toEqual([
      { unit: 'yuan', every: 'year', value: 0.1, certain: 0.1 },
      { unit: 'yuan', every: 'month', value: 0.1, certain: 0.1 },
      { unit: 'kW', every: 'year', value: 3, certain: 3 },
      { unit: 'yuan', every: 'once', value: 7, certain: 7 },
    ]);
  });

  it('count the findings whose amount is not known', () => {
    const policy = person({ grant: { ...aid, amount: 'person.medicalPremium' } });
    expect(totals(policy, [{ enrolled: true }, {}, { enrolled: true, medicalPremium: 120.5 }, { enrolled: false }])).toEqual([
      { unit: 'yuan', every: 'year', value: 120.5, certain: 120.5, unpriced: 2 },
    ]);
  });

  it('are empty where nothing is granted', () => {
    expect(totals(person({}), [{ enrolled: false }])).toEqual([]);
    expect(totals(person({}), [])).toEqual([]);
  });
});

describe('subjects', () => {
  const policy = onePolicy({ subject: 'person', when: leaf('person.enrolled', 'equal', true) });

  it('persons are named by their id, else by their place', () => {
    const subjects = findingsOf(policy, household({ members: [{ id: 'a' }, {}, { id: null }] })).map(({ subject }) => subject);
    expect(subjects).toEqual([
      { entity: 'person', id: 'a' },
      { entity: 'person', id: null, index: 1 },
      { entity: 'person', id: null, index: 2 },
    ]);
  });

  it('a person can stand alone', () => {
    const [finding] = findingsOf(policy, { person: { id: 'a', enrolled: true } });
    expect(finding).toMatchObject({ subject: { entity: 'person', id: 'a' }, status: 'met' });
    expect(findingsOf(policy, { person: { enrolled: true } })).toHaveLength(1);
  });

  it('there is no finding where no subject is in the case', () => {
    expect(findingsOf(policy, {})).toEqual([]);
    expect(findingsOf(policy, { county: {} })).toEqual([]);
    expect(findingsOf(policy, household({ members: [] }))).toEqual([]);
    expect(findingsOf(policy, household())).toEqual([]);
    expect(findingsOf(onePolicy({}), { county: {} })).toEqual([]);
  });

  it('a rule that asks one of several entities takes the first that is there', () => {
    const asks = onePolicy({ subject: 'county', asks: ['village', 'town'] });
    expect(findingsOf(asks, { town: { id: 't' } }).map(({ subject }) => subject)).toEqual([{ entity: 'town', id: 't' }]);
    expect(findingsOf(asks, { town: { id: 't' }, village: { id: 'v' } }).map(({ subject }) => subject)).toEqual([{ entity: 'village', id: 'v' }]);
    expect(findingsOf(asks, { county: {} })).toEqual([]);
  });

  it('what follows for a member from the household reaches the member', () => {
    const own = onePolicy({ subject: 'person', when: leaf('person.registered', 'equal', true) });
    const statuses = findingsOf(own, household({ registered: true, members: [{}, { registered: false }] })).map(({ status }) => status);
    expect(statuses).toEqual(['met', 'unmet']);
  });
});

describe('aggregates over a roster', () => {
  const policy = onePolicy(
    { subject: 'village', when: leaf('village.poorCount', 'greaterThanInclusive', 2) },
    { facts: { 'village.poorCount': { title, unit: 'households', formula: 'count(roster, household.registered and household.perCapitaNetIncome < 4000)' } } },
  );
  const row = (registered?: boolean, perCapitaNetIncome?: number) => ({ household: { registered, perCapitaNetIncome } });
  const status = (...roster: unknown[]) => findingOf(policy, { village: {}, roster }).status;

  it('give a range where households are unknown, which may settle the matter', () => {
    expect(status(row(true, 1), row(true, 1))).toBe('met');
    expect(status(row(true, 1), row(true, 5000))).toBe('unmet');
    expect(status(row(true, 1), row())).toBe('unknown');
    expect(status(row(true, 1), row(true, 1), row())).toBe('met');
    expect(status(row(), row(false))).toBe('unmet');
    expect(status(row(true, 1), row(undefined, 9000), row(false))).toBe('unmet');
    expect(status()).toBe('unmet');
  });

  it('are unknown where there is no roster, and ask for it', () => {
    expect(findingOf(policy, { village: {} })).toMatchObject({ status: 'unknown', missing: ['roster'] });
  });

  it('name what the unknown households lack', () => {
    expect(findingOf(policy, { village: {}, roster: [row(true, 1), row(true)] }).missing).toEqual(['household.perCapitaNetIncome']);
  });

  it('count members of the households of a roster', () => {
    const persons = onePolicy(
      { subject: 'village', when: leaf('village.students', 'equal', 3) },
      { facts: { 'village.students': { title, unit: 'persons', formula: 'sum(roster, count(household.members, person.enrolled))' } } },
    );
    const of = (...roster: unknown[][]) => findingOf(persons, { village: {}, roster: roster.map((members) => household({ members })) }).status;
    expect(of([{ enrolled: true }], [{ enrolled: true }, { enrolled: true }])).toBe('met');
    expect(of([{ enrolled: true }], [{ enrolled: true }, {}])).toBe('unknown');
    expect(of([{ enrolled: true }], [{ enrolled: false }, {}])).toBe('unmet');
  });
});

describe('sharing', () => {
  it('what a decision holds cannot be changed so that the next one differs', () => {
    const policy = loadTiny({
      parameters: { aid: tinyParameter('yuan', 5) },
      rules: {
        'tiny.rule.one': tinyRule({ when: registered, grant: { what: 'aid', amount: 'aid', unit: 'yuan' }, anomalies: [title] }),
        'tiny.rule.two': tinyRule({ when: { all: [poor, general] }, due: '2017-06-30', delivered: registered }),
        'tiny.rule.three': tinyRule({ items: [{ key: 'a', title, when: registered }] }),
      },
    }).policy;
    const input = household({ registered: false, perCapitaNetIncome: 5000, type: 'general', supportKinds: ['industry'] });
    const before = JSON.stringify(decide(policy, input as Case, { on: day }));
    const vandalise = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const part of Object.values(value)) vandalise(part);
      for (const key of Object.keys(value)) {
        try {
          (value as Data)[key] = 'vandalised';
        } catch {
          // Frozen: shared with other decisions.
        }
      }
    };
    vandalise(decide(policy, input as Case, { on: day }));
    expect(JSON.stringify(decide(policy, input as Case, { on: day }))).toBe(before);
  });

  it('the case is left as it is', () => {
    const policy = onePolicy({ when: { all: [registered, leaf('household.supportKinds', 'contains', 'industry')] } });
    const input = household({ registered: true, supportKinds: ['industry'], members: [{ id: 'a' }] });
    const before = JSON.stringify(input);
    decide(policy, input as Case, { on: day });
    expect(JSON.stringify(input)).toBe(before);
    Object.freeze(input.household);
    expect(() => decide(policy, input as Case, { on: day })).not.toThrow();
  });

  it('a decision does not depend on those before it', () => {
    const policy = onePolicy({ when: { all: [registered, poor, general] } });
    const inputs = [{}, { registered: true }, { registered: true, perCapitaNetIncome: 1 }, { type: 'general' }, { registered: false, type: 'dibao' }].map(household);
    const forwards = inputs.map((input) => JSON.stringify(findingOf(policy, input)));
    const backwards = inputs.toReversed().map((input) => JSON.stringify(findingOf(policy, input)));
    expect(backwards.reverse()).toEqual(forwards);
    const fresh = inputs.map((input) => JSON.stringify(findingOf(structuredClone(policy), input)));
    expect(fresh).toEqual(forwards);
  });
});

describe('a decision', () => {
  it('fits its schema and says what it was made with', () => {
    const policy = onePolicy({ scope: registered, when: { all: [poor, general] }, grant: { what: 'aid', amount: 'household.loan.amount', unit: 'yuan' } });
    for (const facts of [{}, { registered: true, type: 'dibao', perCapitaNetIncome: 1 }, { registered: true, type: 'general', perCapitaNetIncome: 1, loan: { amount: 5 } }]) {
      const decision = decide(policy, household(facts) as Case, { on: day, assessedOn: '2017-01-01' });
      expect(decisionSchema.parse(decision)).toEqual(decision);
      expect(decision).toMatchObject({ on: day, assessedOn: '2017-01-01', policy: { id: 'tiny-2016', release: '1.0.0', digest: policy.digest } });
    }
  });

  it('is the same from a policy that was stored as JSON', () => {
    const policy = onePolicy({ when: { all: [poor, general] } });
    const stored = JSON.parse(JSON.stringify(policy)) as Policy;
    const input = household({ perCapitaNetIncome: 1 }) as Case;
    expect(decide(stored, input, { on: day })).toEqual(decide(policy, input, { on: day }));
  });

  it('holds the same verdicts as assess, in the same order', () => {
    const policy = loadTiny({
      rules: {
        'tiny.rule.one': tinyRule({ when: registered, grant: { what: 'aid', amount: 5, unit: 'yuan' } }),
        'tiny.rule.two': tinyRule({ subject: 'person', when: leaf('person.enrolled', 'equal', true), grant: { what: 'aid', amount: 'person.medicalPremium', unit: 'yuan', every: 'year' } }),
        'tiny.rule.three': tinyRule({ force: { from: '2018-01-01' } }),
      },
    }).policy;
    const input = household({ registered: true, members: [{ enrolled: true, medicalPremium: 7.5 }, {}, { enrolled: false }] }) as Case;
    const amount = (finding: ReturnType<typeof rulesIn>[number]) => (finding.status === 'unmet' ? null : (finding.outcomes[0]?.value ?? null));
    expect(assess(policy, input, { on: day })).toEqual(
      rulesIn(decide(policy, input, { on: day })).map((finding) => ({
        rule: finding.rule,
        member: finding.subject.entity === 'person' ? (finding.subject.index ?? -2) : -1,
        status: finding.status,
        amount: amount(finding),
      })),
    );
  });
});

describe('an input that cannot be used', () => {
  const policy = onePolicy({
    when: {
      all: [
        registered,
        poor,
        general,
        leaf('household.exitDate', 'lessThan', '2017-01-01'),
        leaf('household.gridCell', 'equal', '一'),
        leaf('household.supportKinds', 'contains', 'industry'),
        leaf('household.memberCount', 'greaterThan', 1),
        leaf('household.housing.work', 'equal', 'repair'),
        leaf('household.adults', 'greaterThan', 0),
      ],
    },
  }, { facts: { 'household.adults': { title, unit: 'persons', formula: 'count(household.members, person.skillCount > 0)' } } });
  const paths = (input: unknown) => problemsOf(policy, input).map(({ path }) => path);

  it.each<[Data]>([
    [{ registered: 'true' }],
    [{ registered: 1 }],
    [{ registered: [] }],
    [{ perCapitaNetIncome: '3000' }],
    [{ perCapitaNetIncome: true }],
    [{ perCapitaNetIncome: 3000.005 }],
    [{ perCapitaNetIncome: 1e13 }],
    [{ perCapitaNetIncome: Number.NaN }],
    [{ perCapitaNetIncome: Number.POSITIVE_INFINITY }],
    [{ perCapitaNetIncome: {} }],
    [{ type: 'generel' }],
    [{ type: '一般贫困户' }],
    [{ type: ['general'] }],
    [{ type: 'constructor' }],
    [{ exitDate: '2017-02-29' }],
    [{ exitDate: 20170101 }],
    [{ exitDate: '2017-01-01T00:00:00Z' }],
    [{ gridCell: 5 }],
    [{ gridCell: 'x'.repeat(2001) }],
    [{ supportKinds: 'industry' }],
    [{ supportKinds: ['industri'] }],
    [{ supportKinds: [null] }],
    [{ supportKinds: new Array(1001).fill('industry') }],
    [{ memberCount: -1 }],
    [{ memberCount: 2.5 }],
    [{ housing: 'c' }],
    [{ housing: [] }],
    [{ housing: 5 }],
    [{ housing: { work: 'rebuild' } }],
    [{ members: {} }],
    [{ members: 'none' }],
    [{ members: [null] }],
    [{ members: [[]] }],
    [{ members: ['a'] }],
    [{ members: [{ skillCount: -1 }] }],
    [{ members: new Array(501).fill({}) }],
  ])('%j', (facts) => {
    const found = problemsOf(policy, household(facts));
    expect(found).toHaveLength(1);
    const [key] = Object.keys(facts);
    expect(found[0]?.path).toMatch(new RegExp(`^household\\.${key}`));
    expect(found[0]?.zh).toMatch(/\p{Script=Han}/u);
    expect(found[0]?.en.length).toBeGreaterThan(0);
  });

  it('says the path of a member and of a nested key', () => {
    expect(paths(household({ members: [{}, { skillCount: 'two' }], housing: { work: 5 } })).toSorted()).toEqual([
      'household.housing.work',
      'household.members[1].skillCount',
    ]);
  });

  it('says the path inside a roster', () => {
    const roster = onePolicy(
      { subject: 'village', when: leaf('village.poorCount', 'greaterThan', 0) },
      { facts: { 'village.poorCount': { title, unit: 'households', formula: 'count(roster, household.registered and any(household.members, person.enrolled))' } } },
    );
    const rows = [{ household: { registered: 'yes' } }, { household: { registered: true, members: [{ enrolled: 1 }] } }];
    expect(problemsOf(roster, { village: {}, roster: rows }).map(({ path }) => path)).toEqual([
      'roster[0].household.registered',
      'roster[1].household.members[0].enrolled',
    ]);
  });

  it('has all its problems told at once', () => {
    expect(paths(household({ registered: 'x', type: 'y', perCapitaNetIncome: 'z', exitDate: 'w' })).toSorted()).toEqual([
      'household.exitDate',
      'household.perCapitaNetIncome',
      'household.registered',
      'household.type',
    ]);
  });

  it('never shows personal data in a message', () => {
    const secret = '441234199001011234';
    const text = JSON.stringify(problemsOf(policy, household({ gridCell: 5, type: secret, perCapitaNetIncome: secret, exitDate: secret })));
    expect(text).not.toContain(secret);
  });

  it.each<[unknown]>([[null], [undefined], [5], ['text'], [[]], [true], [() => 1]])('%s is no case', (input) => {
    expect(problemsOf(policy, input)).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused wherever it stands', (key) => {
    const keyed = JSON.parse(`{ "${key}": { "registered": true } }`) as Data;
    expect(problemsOf(policy, keyed)).toHaveLength(1);
    expect(problemsOf(policy, { household: keyed }).length).toBeGreaterThan(0);
  });

  it('an unknown entity is refused, and what there is is named', () => {
    expect(problemsOf(policy, { houshold: {} })).toMatchObject([{ code: 'unknown-field', path: 'houshold' }]);
  });

  it('inherited facts do not count', () => {
    const input = Object.create({ household: { registered: true } }) as unknown;
    expect(findingsOf(policy, input)).toEqual([]);
    const inherited = household(Object.create({ registered: true, type: 'dibao' }) as Data);
    expect(findingOf(policy, inherited).because[0]?.actual).toBeNull();
  });

  it.each<[unknown]>([['2017-02-29'], ['20170901'], [''], [null], [20170901], [new Date()], ['1899-12-31'], [{}]])('the day %s is refused', (on) => {
    expect(() => decide(policy, household() as Case, { on: on as string })).toThrow(/on: /);
    expect(() => decide(policy, household() as Case, { on: day, assessedOn: on as string })).toThrow(on === undefined ? '' : /assessedOn: /);
  });

  it('the same problems stop assess', () => {
    expect(() => assess(policy, household({ registered: 'x' }) as unknown as Case, { on: day })).toThrow('household.registered');
  });

  it('is told and never crashes, whatever JSON it is', () => {
    const keys = fc.constantFrom('household', 'members', 'registered', 'housing', 'work', 'type', 'roster', '__proto__', 'constructor', 'length', 'toString', 'person', 'date', 'county', 'x');
    const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom<unknown>(true, false, null, 0, -0, 'general', 5, '2017-01-01', ['industry'], [[]], { members: [{}] }));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, values, fc.dictionary(keys, tie('tree'), { maxKeys: 5 }), fc.array(tie('tree'), { maxLength: 4 })),
    }));
    const input = fc.oneof(fc.jsonValue(), tree, fc.record({ household: fc.dictionary(keys, tree) }));
    fc.assert(
      fc.property(input, (value) => {
        // Any error but the one class would be thrown on.
        for (const problem of problemsOf(policy, value)) expect(problem.path).toEqual(expect.any(String));
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers too large to be exact', () => {
  it('are refused rather than rounded in silence', () => {
    const policy = onePolicy({ require: { what: 'cost', value: 'household.loan.amount * household.solar.ownInvestment', unit: 'yuan*yuan' } });
    const of = (amount: number) => problemsOf(policy, household({ loan: { amount }, solar: { ownInvestment: amount } }));
    expect(of(1000)).toEqual([]);
    expect(of(900_000_000)).toMatchObject([{ code: 'number-too-large' }]);
  });
});
