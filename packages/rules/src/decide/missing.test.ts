import { describe, expect, it } from 'vitest';
import { findingOf, leaf, onePolicy, quoteSha256, tinyParameter, title } from '../testing/tiny-policy.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const poor = leaf('household.perCapitaNetIncome', 'lessThan', 4000);
const general = leaf('household.type', 'equal', 'general');

describe('missing', () => {
  it('names only what could still change the finding', () => {
    const policy = onePolicy({ when: { any: [{ all: [registered, poor] }, general] } });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual([
      'household.perCapitaNetIncome',
      'household.registered',
      'household.type',
    ]);
    expect(findingOf(policy, household({ registered: false })).missing).toEqual(['household.type']);
    expect(findingOf(policy, household({ type: 'general' })).missing).toEqual([]);
    expect(findingOf(policy, household({ type: 'dibao', registered: true })).missing).toEqual([
      'household.perCapitaNetIncome',
    ]);
    expect(findingOf(policy, household({ type: 'dibao', perCapitaNetIncome: 5000 })).missing).toEqual([]);
  });

  it('names first what settles most', () => {
    const policy = onePolicy({ when: { all: [{ any: [registered, poor] }, general] } });
    expect(findingOf(policy, household()).missing[0]).toBe('household.type');
    const other = onePolicy({
      when: { any: [{ all: [leaf('household.creditRated', 'equal', true), registered] }, poor] },
    });
    expect(findingOf(other, household()).missing[0]).toBe('household.perCapitaNetIncome');
  });

  it('names first the fact of which the larger share of values settles, else as they stand in the rule', () => {
    // Of five classes two settle, of two truths one.
    const classes = leaf('household.type', 'in', ['general', 'dibao', 'wubao']);
    expect(findingOf(onePolicy({ when: { all: [classes, registered] } }), household()).missing).toEqual([
      'household.registered',
      'household.type',
    ]);
    const truths = ['rural', 'registered', 'creditRated'].map((key) => leaf(`household.${key}`, 'equal', true));
    expect(findingOf(onePolicy({ when: { all: truths } }), household()).missing).toEqual(
      truths.map(({ fact }) => fact),
    );
  });

  it('names a fact that matters only together with two others', () => {
    const [a, b, c] = ['rural', 'registered', 'creditRated'].map((key) => leaf(`household.${key}`, 'equal', true));
    const odd = [
      { all: [a, { not: b }, { not: c }] },
      { all: [{ not: a }, b, { not: c }] },
      { all: [{ not: a }, { not: b }, c] },
      { all: [a, b, c] },
    ];
    expect(findingOf(onePolicy({ when: { any: odd } }), household()).missing).toEqual([
      'household.rural',
      'household.registered',
      'household.creditRated',
    ]);
  });

  it('does not name what could matter only if a number that is known in part were other than it can be', () => {
    const students = (least: number) => leaf('household.students', 'greaterThanInclusive', least);
    const pupils = {
      'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
    };
    const policy = onePolicy({ when: { any: [{ all: [students(5), registered] }, students(2)] } }, { facts: pupils });
    const input = household({ members: [{ enrolled: true }, {}, {}] });
    expect(findingOf(policy, input)).toMatchObject({ status: 'unknown', missing: ['person.enrolled'] });
    const apart = onePolicy(
      { when: { any: [{ all: [students(5), registered] }, { all: [students(2), general] }] } },
      { facts: pupils },
    );
    expect(findingOf(apart, input).missing.toSorted()).toEqual(['household.type', 'person.enrolled']);
  });

  it('names both of two facts that are compared, and what a sum is made of', () => {
    const compared = onePolicy({
      when: leaf('household.loan.amount', 'lessThan', { fact: 'household.equity.amount' }),
    });
    expect(findingOf(compared, household()).missing).toEqual(['household.loan.amount', 'household.equity.amount']);
    expect(findingOf(compared, household({ loan: { amount: 5 } })).missing).toEqual(['household.equity.amount']);
    const summed = onePolicy(
      { when: leaf('household.funds', 'greaterThan', 5) },
      {
        facts: {
          'household.funds': {
            title,
            unit: 'yuan',
            formula: 'household.assetIncome * 1[year] - household.loan.amount',
          },
        },
      },
    );
    expect(findingOf(summed, household()).missing).toEqual(['household.assetIncome', 'household.loan.amount']);
    expect(findingOf(summed, household({ loan: { amount: 5 } })).missing).toEqual(['household.assetIncome']);
  });

  it('of a checklist that has failed, names only what says whether it applies', () => {
    const item = (key: string, fact: string, change: Data = {}) => ({
      key,
      title,
      when: leaf(fact, 'equal', true),
      ...change,
    });
    const items = [item('file', 'household.hasFile'), item('card', 'household.hasAssistanceCard')];
    const failed = onePolicy({ kind: 'checklist', scope: registered, items });
    expect(findingOf(failed, household({ hasFile: false }))).toMatchObject({
      status: 'unknown',
      missing: ['household.registered'],
    });
    expect(findingOf(failed, household({ hasFile: true })).missing.toSorted()).toEqual([
      'household.hasAssistanceCard',
      'household.registered',
    ]);
  });

  it('names a due date only where something that fails, or may fail, is held against it', () => {
    const item = (key: string, fact: string, change: Data = {}) => ({
      key,
      title,
      when: leaf(fact, 'equal', true),
      ...change,
    });
    const dated = onePolicy({
      kind: 'checklist',
      items: [
        item('file', 'household.hasFile'),
        item('card', 'household.hasAssistanceCard', { due: 'household.exitDate', scope: general }),
      ],
    });
    const missing = (facts: Data, of = dated) => findingOf(of, household(facts)).missing.toSorted();
    expect(missing({ type: 'dibao', hasAssistanceCard: false })).toEqual(['household.hasFile']);
    expect(missing({ type: 'general', hasAssistanceCard: true })).toEqual(['household.hasFile']);
    expect(missing({ type: 'general', hasAssistanceCard: false })).toEqual(['household.exitDate', 'household.hasFile']);
    expect(missing({ hasFile: true, hasAssistanceCard: false })).toEqual(['household.exitDate', 'household.type']);
    const own = onePolicy({ kind: 'deadline', scope: general, when: registered, due: 'household.exitDate' });
    expect(missing({ registered: true }, own)).toEqual(['household.type']);
    expect(missing({ registered: false }, own)).toEqual(['household.exitDate', 'household.type']);
  });

  it('names nothing of a test that has failed, however wide it is, where the scope is open', () => {
    const years = Array.from({ length: 12 }, (_, place) => 2000 + place);
    const planned = { any: years.map((year) => leaf('household.annualPlanYears', 'contains', year)) };
    const policy = onePolicy({ scope: registered, when: { all: [leaf('household.rural', 'equal', true), planned] } });
    expect(findingOf(policy, household({ rural: false }))).toMatchObject({
      status: 'unknown',
      missing: ['household.registered'],
    });
    expect(findingOf(policy, household({ registered: true, rural: true })).missing).toEqual([
      'household.annualPlanYears',
    ]);
  });

  it('names the scope and the test', () => {
    const policy = onePolicy({ scope: registered, when: poor });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual([
      'household.perCapitaNetIncome',
      'household.registered',
    ]);
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
      {
        facts: {
          'household.students': { title, unit: 'persons', formula: 'count(household.members, person.enrolled)' },
        },
      },
    );
    expect(findingOf(policy, household({ members: [{ enrolled: true }, {}] })).missing).toEqual(['person.enrolled']);
    expect(findingOf(policy, household({ members: [{ enrolled: true }, {}] })).status).toBe('unknown');
    expect(findingOf(policy, household({ members: [{ enrolled: true }, { enrolled: true }, {}] }))).toMatchObject({
      status: 'met',
      missing: [],
    });
    expect(findingOf(policy, household({ members: [{ enrolled: false }, {}] }))).toMatchObject({
      status: 'unmet',
      missing: [],
    });
    expect(findingOf(policy, household()).missing).toEqual(['household.members']);
  });

  it('names a list that is not given, and what its entries are compared with', () => {
    const policy = onePolicy(
      { when: leaf('household.visits', 'greaterThanInclusive', 2) },
      {
        facts: {
          'household.visits': {
            title,
            unit: 'items',
            formula: 'count(household.visitDates, entry <= household.exitDate)',
          },
        },
      },
    );
    const visitDates = ['2017-01-01', '2017-02-01'];
    expect(findingOf(policy, household()).missing).toEqual(['household.visitDates']);
    expect(findingOf(policy, household({ exitDate: '2017-06-01' })).missing).toEqual(['household.visitDates']);
    expect(findingOf(policy, household({ visitDates }))).toMatchObject({
      status: 'unknown',
      missing: ['household.exitDate'],
    });
    expect(findingOf(policy, household({ visitDates: ['2017-01-01'] }))).toMatchObject({
      status: 'unmet',
      missing: [],
    });
    expect(findingOf(policy, household({ visitDates, exitDate: '2017-02-01' }))).toMatchObject({
      status: 'met',
      missing: [],
    });
  });

  it('names both sides of a search in a list', () => {
    const policy = onePolicy(
      { when: leaf('household.planned', 'equal', true) },
      {
        facts: {
          'household.planned': { title, formula: 'household.annualPlanYears contains household.incomeYear' },
        },
      },
    );
    expect(findingOf(policy, household()).missing).toEqual(['household.annualPlanYears', 'household.incomeYear']);
    expect(findingOf(policy, household({ annualPlanYears: [2016] })).missing).toEqual(['household.incomeYear']);
    expect(findingOf(policy, household({ incomeYear: 2016 })).missing).toEqual(['household.annualPlanYears']);
    expect(findingOf(policy, household({ annualPlanYears: [] }))).toMatchObject({ status: 'unmet', missing: [] });
  });

  it('names what the last day of a list rests on, and the codes of a record that are open', () => {
    const dated = onePolicy(
      { when: leaf('household.reviewed', 'greaterThan', '2017-01-01') },
      {
        facts: {
          'household.reviewed': { title, formula: 'latest(household.identificationReviews, review.date)' },
        },
      },
    );
    expect(findingOf(dated, household()).missing).toEqual(['household.identificationReviews']);
    expect(findingOf(dated, household({ identificationReviews: [{ date: '2017-02-01' }, {}] })).missing).toEqual([
      'review.date',
    ]);
    const counted = onePolicy(
      { when: leaf('household.goods', 'greaterThanInclusive', 4) },
      { facts: { 'household.goods': { title, unit: 'items', formula: 'count(household.fiveGoods)' } } },
    );
    const goods = (fiveGoods: Data) => findingOf(counted, household({ fiveGoods }));
    expect(goods({ house: true, life: true, manners: false }).missing).toEqual([
      'household.fiveGoods.habits',
      'household.fiveGoods.leadership',
    ]);
    expect(goods({ house: true, life: false, manners: false })).toMatchObject({ status: 'unmet', missing: [] });
  });

  it('asks for nothing of whether an entity is in the case', () => {
    const policy = onePolicy({ when: { all: [leaf('present.village', 'equal', true), registered] } });
    expect(findingOf(policy, household())).toMatchObject({ status: 'unmet', missing: [] });
    expect(findingOf(policy, { household: {}, village: {} })).toMatchObject({
      status: 'unknown',
      missing: ['household.registered'],
    });
  });

  it('names what an amount still needs, also where the finding is met', () => {
    const policy = onePolicy({
      when: registered,
      grant: { what: 'aid', amount: 'min(household.loan.amount, 500)', unit: 'yuan' },
    });
    expect(findingOf(policy, household({ registered: true }))).toMatchObject({
      status: 'met',
      missing: ['household.loan.amount'],
      outcomes: [{ value: null }],
    });
    expect(findingOf(policy, household({ registered: true, loan: { amount: 700 } }))).toMatchObject({
      missing: [],
      outcomes: [{ value: 500 }],
    });
    expect(findingOf(policy, household()).missing.toSorted()).toEqual([
      'household.loan.amount',
      'household.registered',
    ]);
    expect(findingOf(policy, household({ registered: false })).missing).toEqual([]);
  });

  it('names each fact that an amount still needs, and of a branch those that choose it', () => {
    const needed = (amount: string, facts: Data) =>
      findingOf(onePolicy({ grant: { what: 'aid', amount, unit: 'yuan' } }), household(facts)).missing;
    const sum = 'household.loan.amount + household.solar.ownInvestment';
    expect(needed(sum, {})).toEqual(['household.loan.amount', 'household.solar.ownInvestment']);
    expect(needed(sum, { loan: { amount: 1 } })).toEqual(['household.solar.ownInvestment']);
    const branch = 'if(household.registered, household.loan.amount, 5)';
    expect(needed(branch, {})).toEqual(['household.registered', 'household.loan.amount']);
    expect(needed(branch, { registered: true })).toEqual(['household.loan.amount']);
    expect(needed(branch, { registered: false })).toEqual([]);
  });

  it.each<[string, Data, string[]]>([
    ['max(household.loan.amount, aid)', {}, ['household.loan.amount', 'household.type']],
    ['max(household.loan.amount, aid)', { type: 'dibao' }, ['household.loan.amount']],
    ['max(aid, line)', {}, ['household.type']],
    [
      'ifAbsent(household.loan.amount, household.equity.amount)',
      {},
      ['household.loan.amount', 'household.equity.amount'],
    ],
    ['ifAbsent(household.loan.amount, household.equity.amount) * 2', { equity: { amount: 1 } }, []],
    ['ifAbsent(household.loan.amount, household.equity.amount)', { loan: { amount: 1 } }, []],
    [
      'ifAbsent(household.loan.amount, household.equity.amount) + household.solar.ownInvestment',
      { loan: { amount: 1 } },
      ['household.solar.ownInvestment'],
    ],
    ['max(household.loan.amount, unknown)', {}, ['household.loan.amount']],
    ['if(present.household and household.registered, 5, 6)', {}, ['household.registered']],
    [
      'max(round(household.loan.amount * 70%, half-up), round(household.equity.amount / 3, down))',
      {},
      ['household.loan.amount', 'household.equity.amount'],
    ],
    [
      'round(line * household.loan.amount / household.equity.amount, down)',
      {},
      ['household.loan.amount', 'household.equity.amount'],
    ],
    ['if(given(household.gridCell), 5, 6)', {}, ['household.gridCell']],
    ['if(household.registered and household.creditRated, 5, 6)', {}, ['household.registered', 'household.creditRated']],
    ['if(household.registered or household.creditRated, 5, 6)', {}, ['household.registered', 'household.creditRated']],
    ['if(not household.registered, 5, 6)', {}, ['household.registered']],
    ["if(household.type in ('dibao', 'wubao'), 5, 6)", {}, ['household.type']],
    ['if(any(household.members, person.enrolled), 5, 6)', { members: [{}] }, ['person.enrolled']],
    ['if(every(household.members, person.enrolled), 5, 6)', { members: [{}] }, ['person.enrolled']],
    ['if(any(household.members, person.enrolled), 5, 6)', {}, ['household.members']],
    [
      'sum(household.members, person.skillCount, person.enrolled) * 1[yuan/items]',
      { members: [{}] },
      ['person.skillCount', 'person.enrolled'],
    ],
    [
      'if(earliest(household.visitDates, entry, entry > household.exitDate) < date.on, 5, 6)',
      { visitDates: ['2017-01-01'] },
      ['household.exitDate'],
    ],
    ['if(latest(household.visitDates) < date.on, 5, 6)', {}, ['household.visitDates']],
    [
      'if(addDays(household.exitDate, household.mainBusinessCount * 1[days/items]) < date.on, 5, 6)',
      {},
      ['household.exitDate', 'household.mainBusinessCount'],
    ],
    [
      'if(addMonths(household.exitDate, household.loan.termMonths) < date.on, 5, 6)',
      {},
      ['household.exitDate', 'household.loan.termMonths'],
    ],
    [
      'if(addYears(household.exitDate, household.mainBusinessCount * 1[years/items]) < date.on, 5, 6)',
      {},
      ['household.exitDate', 'household.mainBusinessCount'],
    ],
    ['if(firstOfNextMonth(household.exitDate) < date.on, 5, 6)', {}, ['household.exitDate']],
    // A branch that says "unknown" is what its condition leads to; the day of the question is nothing to ask for.
    [
      'if(household.registered and household.creditRated, unknown, 6)',
      { registered: true, creditRated: true },
      ['household.registered', 'household.creditRated'],
    ],
    [
      'if(household.registered or household.creditRated, unknown, 6)',
      { registered: true },
      ['household.registered', 'household.creditRated'],
    ],
    ['if(not household.registered, unknown, 6)', { registered: false }, ['household.registered']],
    ["if(household.type in ('dibao', 'wubao'), unknown, 6)", { type: 'dibao' }, ['household.type']],
    ['if(date.on > household.exitDate, unknown, 6)', { exitDate: '2017-01-01' }, ['household.exitDate']],
    ['if(present.household and household.registered, unknown, 6)', { registered: true }, ['household.registered']],
  ])('names what %s of %j needs: %j', (amount, facts, expected) => {
    const aid = {
      title,
      unit: 'yuan',
      by: 'household.type',
      values: [
        {
          from: '2016-01-01',
          value: { general: 10, dibao: 30, 'dibao-assisted': 15, wubao: 20, none: 25 },
          quoteSha256,
        },
      ],
    };
    const policy = onePolicy(
      { grant: { what: 'aid', amount, unit: 'yuan' } },
      { parameters: { aid, line: tinyParameter('yuan', 5) } },
    );
    expect(findingOf(policy, household(facts)).missing).toEqual(expected);
  });

  it('names nothing of the branch that is not taken, nor who is in the case', () => {
    const policy = onePolicy({
      grant: { what: 'aid', amount: 'if(present.village, household.loan.amount, 5)', unit: 'yuan' },
    });
    expect(findingOf(policy, { household: {} }).missing).toEqual([]);
    expect(findingOf(policy, { household: {}, village: {} }).missing).toEqual(['household.loan.amount']);
  });

  it('does not name what an amount can do without', () => {
    const policy = onePolicy({
      grant: { what: 'aid', amount: 'ifAbsent(household.loan.amount, 5)', unit: 'yuan' },
    });
    expect(findingOf(policy, household())).toMatchObject({ outcomes: [{ value: 5 }], missing: [] });
  });

  it('names the year of an income that is of another year', () => {
    const policy = onePolicy(
      { when: leaf('household.isPoor', 'equal', true) },
      {
        facts: {
          'household.isPoor': {
            title,
            formula: 'if(household.incomeYear = 2015, household.perCapitaNetIncome < 4000, unknown)',
          },
        },
      },
    );
    expect(findingOf(policy, household({ incomeYear: 2015, perCapitaNetIncome: 3000 })).status).toBe('met');
    expect(findingOf(policy, household({ incomeYear: 2016, perCapitaNetIncome: 3000 }))).toMatchObject({
      status: 'unknown',
      missing: ['household.incomeYear'],
    });
    expect(findingOf(policy, household({ incomeYear: 2015 })).missing).toEqual(['household.perCapitaNetIncome']);
  });

  it('is empty for all that is settled', () => {
    const policy = onePolicy({ when: { all: [registered, poor] } });
    for (const facts of [{ registered: false }, { registered: true, perCapitaNetIncome: 1 }]) {
      expect(findingOf(policy, household(facts)).missing).toEqual([]);
    }
  });
});
