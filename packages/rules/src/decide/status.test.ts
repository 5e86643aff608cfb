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
    // What is done fails nothing, whether it applies or not; alone it does not make a rule apply.
    [{ hasFile: true, hasAssistanceCard: true }, 'met', ['met', 'unknown']],
    [{ hasAssistanceCard: true }, 'unknown', ['unknown', 'unknown']],
    [{ hasFile: false, hasAssistanceCard: true }, 'unmet', ['unmet', 'unknown']],
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

  it('does not ask whether what is done applies, beside an item that is met', () => {
    const three = onePolicy({
      kind: 'checklist',
      items: [
        item('file', leaf('household.hasFile', 'equal', true)),
        item('card', leaf('household.hasAssistanceCard', 'equal', true), registered),
        item('plan', leaf('household.hasAssistancePlan', 'equal', true)),
      ],
    });
    const missing = (facts: Data) => findingOf(three, household(facts)).missing;
    expect(missing({ hasFile: true, hasAssistanceCard: true })).toEqual(['household.hasAssistancePlan']);
    expect(missing({ hasFile: true })).toContain('household.registered');
    // Where none is met, all may not apply.
    const one = onePolicy({
      kind: 'checklist',
      items: [item('card', leaf('household.hasAssistanceCard', 'equal', true), registered)],
    });
    expect(findingOf(one, household({ hasAssistanceCard: true })).missing).toEqual(['household.registered']);
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

  it('leaves a rule none of whose items applies not applicable, though nobody can say whether the rule does', () => {
    const scoped = onePolicy({ kind: 'checklist', scope: registered, items: [fibre] });
    expect(of({ household: {} }, scoped)).toEqual(['not-applicable', ['not-applicable'], []]);
    expect(of({ household: {}, village: { hasFibre: true } }, scoped)[0]).toBe('unknown');
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
