import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { day, findingOf, leaf, onePolicy, problemsOf, tinyParameter } from '../testing/tiny-policy.ts';
import { decide } from './decide.ts';

type Data = Record<string, unknown>;

const household = (facts: Data = {}) => ({ household: facts });
const registered = leaf('household.registered', 'equal', true);
const general = leaf('household.type', 'equal', 'general');

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
    const policy = onePolicy(
      { when: registered, grant: { what: 'aid', amount: 'aid', unit: 'yuan', per: 'household', every: 'year' } },
      { parameters: { aid: tinyParameter('yuan', 0.07) } },
    );
    const grant = { what: 'aid', value: 0.07, unit: 'yuan', per: 'household', every: 'year', comparator: 'equal' };
    expect(findingOf(policy, household({ registered: true })).outcomes).toStrictEqual([grant]);
    expect(findingOf(policy, household()).outcomes).toStrictEqual([grant]);
    expect(findingOf(policy, household({ registered: false })).outcomes).toEqual([]);
  });

  it('a grant for which the document prints no number is null and counts in no total', () => {
    const policy = onePolicy({ grant: { what: 'aid', amount: null, unit: 'yuan' } });
    const { findings, totals } = decide(policy, household() as Case, { on: day });
    // No key stands for what the document does not say: per whom, how often.
    expect(findings[0]?.outcomes).toStrictEqual([{ what: 'aid', value: null, unit: 'yuan', comparator: 'equal' }]);
    expect(findings[0]?.missing).toEqual([]);
    expect(totals).toEqual([]);
  });

  it('a requirement stands beside what is, with the gap', () => {
    const required = (comparator: string) =>
      onePolicy({
        kind: 'exit-standard',
        require: {
          what: 'income',
          value: 4000,
          actual: 'household.perCapitaNetIncome',
          unit: 'yuan',
          per: 'person',
          every: 'year',
          comparator,
        },
      });
    const gap = (comparator: string, income: number | undefined) =>
      findingOf(required(comparator), household({ perCapitaNetIncome: income })).outcomes[0];
    expect(gap('at-least', 3999.9)).toMatchObject({ value: 4000, actual: 3999.9, gap: 0.1 });
    expect(gap('at-least', 4000)).toMatchObject({ gap: 0 });
    expect(gap('at-least', 4000.01)).toMatchObject({ gap: 0 });
    expect(gap('at-least', -100)).toMatchObject({ gap: 4100 });
    expect(gap('at-most', 4000.01)).toMatchObject({ gap: 0.01 });
    expect(gap('at-most', 3999)).toMatchObject({ gap: 0 });
    expect(gap('less-than', 4001)).toMatchObject({ gap: 1 });
    expect(gap('less-than', 3999)).toMatchObject({ gap: 0 });
    expect(gap('more-than', 3999)).toMatchObject({ gap: 1, comparator: 'more-than' });
    expect(gap('more-than', 4000)).toMatchObject({ gap: 0 });
    expect(gap('more-than', 4001)).toMatchObject({ gap: 0 });
    expect(gap('equal', 3999)).toMatchObject({ gap: 1 });
    expect(gap('equal', 4001)).toMatchObject({ gap: 1 });
    expect(gap('at-least', undefined)).toMatchObject({ value: 4000, actual: null, gap: null });
  });

  it('a requirement that is not known has no gap, and asks for nothing: the finding does not hang on it', () => {
    const policy = onePolicy({
      kind: 'exit-standard',
      require: {
        what: 'area',
        value: 'household.loan.amount',
        actual: 'household.solar.ownInvestment',
        unit: 'yuan',
        comparator: 'at-least',
      },
    });
    expect(findingOf(policy, household({ solar: { ownInvestment: 3 } }))).toMatchObject({
      status: 'met',
      outcomes: [{ value: null, actual: 3, gap: null }],
      missing: [],
    });
  });

  it('a rule that does not apply demands and states nothing', () => {
    const policy = onePolicy({
      kind: 'exit-standard',
      scope: registered,
      require: { what: 'income', value: 4000, comparator: 'at-least' },
      state: [{ what: 'kind', value: true, when: general }],
    });
    const outcomes = (facts: Data) => findingOf(policy, household({ type: 'general', ...facts })).outcomes;
    expect(outcomes({ registered: true })).toHaveLength(2);
    expect(outcomes({ registered: false })).toEqual([]);
  });

  it('nothing is granted or stated where the test fails, though nobody can say whether the rule applies', () => {
    const policy = onePolicy({
      scope: registered,
      when: general,
      grant: { what: 'aid', amount: 5, unit: 'yuan' },
      state: [{ what: 'kind', value: true }],
    });
    const finding = (facts: Data) => findingOf(policy, household(facts));
    expect(finding({ type: 'general' })).toMatchObject({
      status: 'unknown',
      outcomes: [{ value: 5 }, { value: true }],
    });
    expect(finding({ type: 'dibao' })).toMatchObject({ status: 'unknown', outcomes: [] });
    expect(decide(policy, household({ type: 'dibao' }) as Case, { on: day }).totals).toEqual([]);
  });

  it('the gap of two dates is in days', () => {
    const required = (comparator: string, change: Data = {}) =>
      onePolicy({
        kind: 'deadline',
        require: { what: 'day', value: '2016-03-01', actual: 'household.exitDate', comparator, ...change },
      });
    const gap = (comparator: string, exitDate: string | undefined) =>
      findingOf(required(comparator), household({ exitDate })).outcomes[0];
    expect(gap('at-most', '2016-03-05')).toMatchObject({ value: '2016-03-01', actual: '2016-03-05', gap: 4 });
    expect(gap('at-most', '2016-03-01')).toMatchObject({ gap: 0 });
    expect(gap('at-most', '2016-02-28')).toMatchObject({ gap: 0 });
    expect(gap('less-than', '2016-03-02')).toMatchObject({ gap: 1 });
    expect(gap('at-least', '2016-02-28')).toMatchObject({ gap: 2 });
    expect(gap('at-least', '2016-03-02')).toMatchObject({ gap: 0 });
    expect(gap('more-than', '2015-03-01')).toMatchObject({ gap: 366 });
    expect(gap('equal', '2016-02-28')).toMatchObject({ gap: 2 });
    expect(gap('equal', '2016-03-03')).toMatchObject({ gap: 2 });
    expect(gap('at-most', undefined)).toMatchObject({ value: '2016-03-01', actual: null, gap: null });
    const unknown = required('at-most', { value: 'household.exitDate', actual: '2016-03-01' });
    expect(findingOf(unknown, household()).outcomes[0]).toMatchObject({ value: null, actual: '2016-03-01', gap: null });
  });

  it('a requirement shows how many of a record are done, and how many are not', () => {
    const policy = onePolicy({
      kind: 'checklist',
      each: 'household.fiveGoods',
      require: { what: 'goods', value: 5, actual: 'count(household.fiveGoods)', comparator: 'at-least' },
    });
    const goods = { house: true, life: true, habits: true, manners: true, leadership: false };
    expect(findingOf(policy, household({ fiveGoods: goods }))).toMatchObject({
      status: 'unmet',
      outcomes: [{ value: 5, actual: 4, gap: 1 }],
    });
    const { leadership, ...known } = goods;
    expect(leadership).toBe(false);
    expect(findingOf(policy, household({ fiveGoods: known }))).toMatchObject({
      status: 'unknown',
      outcomes: [{ value: 5, actual: null, gap: null }],
      missing: ['household.fiveGoods.leadership'],
    });
  });

  it('a statement can hang on whether an entity is in the case', () => {
    const policy = onePolicy({
      state: [
        { what: 'there', value: true, when: leaf('present.village', 'equal', true) },
        { what: 'count', value: 'if(present.village, 1, 2)' },
      ],
    });
    const of = (input: unknown) => findingOf(policy, input).outcomes;
    expect(of({ household: {}, village: {} })).toStrictEqual([
      { what: 'there', value: true },
      { what: 'count', value: 1 },
    ]);
    expect(of({ household: {} })).toStrictEqual([{ what: 'count', value: 2 }]);
  });

  it('an amount can hang on whether an entity is in the case, for cases that are alike otherwise', () => {
    const policy = onePolicy({
      when: registered,
      grant: { what: 'aid', amount: 'if(present.village, 1, 2)', unit: 'yuan' },
    });
    const amount = (input: unknown) => findingOf(policy, input).outcomes[0]?.value;
    expect(amount(household({ registered: true }))).toBe(2);
    expect(amount({ ...household({ registered: true }), village: {} })).toBe(1);
    expect(amount(household({ registered: true }))).toBe(2);
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
      {
        require: [
          { what: 'share', value: 'share', actual: 'household.loan.rate', unit: '%/year', comparator: 'at-most' },
          { what: 'cost', value: 'round(household.loan.amount * share * 1[year], half-up)', unit: 'yuan' },
        ],
      },
      { parameters: { share: tinyParameter('%/year', 4.35) } },
    );
    const [share, cost] = findingOf(policy, household({ loan: { rate: 4.75, amount: 1000.01 } })).outcomes;
    expect(share).toMatchObject({ value: 4.35, actual: 4.75, gap: 0.4 });
    expect(cost).toMatchObject({ value: 43.5 });
  });

  it('no fen is lost or made: rate × amount is rounded as stated', () => {
    const of = (mode: string) =>
      onePolicy({ require: { what: 'aid', value: `round(household.loan.amount * 70%, ${mode})`, unit: 'yuan' } });
    const value = (mode: string, amount: number) =>
      findingOf(of(mode), household({ loan: { amount } })).outcomes[0]?.value;
    expect(value('half-up', 1.05)).toBe(0.74);
    expect(value('down', 1.05)).toBe(0.73);
    expect(value('up', 1.01)).toBe(0.71);
    expect(value('half-up', 131_256.35)).toBe(91_879.45);
  });
});

describe('numbers too large to be exact', () => {
  it('are refused rather than rounded in silence', () => {
    const policy = onePolicy({
      require: { what: 'cost', value: 'household.loan.amount * household.solar.ownInvestment', unit: 'yuan*yuan' },
    });
    const of = (amount: number) =>
      problemsOf(policy, household({ loan: { amount }, solar: { ownInvestment: amount } }));
    expect(of(1000)).toEqual([]);
    const problem = {
      code: 'number-too-large',
      path: '',
      zh: '数值过大，无法精确计算：请核对金额和数量',
      en: 'the numbers are too large to compute exactly: check amounts and counts',
    };
    expect(of(900_000_000)).toEqual([problem]);
    const input = household({ loan: { amount: 900_000_000 }, solar: { ownInvestment: 900_000_000 } }) as Case;
    expect(() => decide(policy, input, { on: day })).toThrow(expect.objectContaining({ code: 'number-too-large' }));
  });

  it('also where a comparison wants finer steps than the amount has', () => {
    const policy = onePolicy(
      { when: leaf('household.dear', 'equal', true) },
      { facts: { 'household.dear': { title: { zh: '多', en: 'much' }, formula: 'household.loan.amount > 0.00005' } } },
    );
    expect(findingOf(policy, household({ loan: { amount: 1000 } })).status).toBe('met');
    expect(problemsOf(policy, household({ loan: { amount: 1e12 } }))).toMatchObject([{ code: 'number-too-large' }]);
  });

  it('also where a sum wants finer steps than the amount has', () => {
    const policy = onePolicy({
      require: { what: 'cost', value: 'household.loan.amount + 0.00005', unit: 'yuan' },
    });
    expect(problemsOf(policy, household({ loan: { amount: 1000 } }))).toEqual([]);
    expect(problemsOf(policy, household({ loan: { amount: 1e12 } }))).toMatchObject([{ code: 'number-too-large' }]);
  });
});
