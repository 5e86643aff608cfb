import { describe, expect, it } from 'vitest';
import type { Formula } from '../model/expression.ts';
import type { FactModel } from '../model/policy.ts';
import { leaf, loadTiny, tinyRule, title } from '../testing/tiny-policy.ts';
import type { Facts } from './options.ts';
import { type Asked, written } from './testing/written.ts';
import { toSql } from './to-sql.ts';

// What is the same in every row is worked out once, and stands in no column; all else differs from row to row.

const facts: Facts = {
  village: {
    exitDate: '2017-05-01',
    creditRated: true,
    annualPlanYears: [2016, 2017],
    collectiveIncome: 50_000,
    measures: [{ kind: 'funds' }],
  },
};

describe('no column is needed', () => {
  it.each<[string, Asked]>([
    ['ifAbsent(village.exitDate, 2017-01-01)', { day: true, facts }],
    ['if(village.creditRated, 2017-01-01, 2017-02-01)', { day: true, facts }],
    ['village.annualPlanYears contains 2017', { facts }],
    ['addDays(village.exitDate, 5)', { day: true, facts }],
    ['addMonths(village.exitDate, 5)', { day: true, facts }],
    ['addYears(village.exitDate, 5)', { day: true, facts }],
  ])('for %s', (formula, asked) => {
    expect(written(formula, asked)).toEqual([]);
  });
});

describe('a column is needed where one part differs', () => {
  it.each<[string, Asked, string]>([
    [
      "any(village.measures, measure.kind = 'funds' and person.inDibao)",
      { subject: 'person', facts },
      'in_dibao AS own',
    ],
    [
      'addDays(village.exitDate, household.mainBusinessCount * 1[day/item])',
      { day: true, facts },
      "CASE WHEN main_business_count >= -73414 AND main_business_count <= 73414 THEN CASE WHEN ((DATE '2017-05-01') + CAST(main_business_count AS INTEGER)) >= DATE '1900-01-01' AND ((DATE '2017-05-01') + CAST(main_business_count AS INTEGER)) <= DATE '2100-12-31' THEN (DATE '2017-05-01') + CAST(main_business_count AS INTEGER) END END AS own",
    ],
    [
      'addMonths(village.exitDate, household.loan.termMonths)',
      { day: true, facts },
      "CASE WHEN loan_term_months >= -2412 AND loan_term_months <= 2412 THEN CASE WHEN CAST((DATE '2017-05-01') + to_months(CAST(loan_term_months AS INTEGER)) AS DATE) >= DATE '1900-01-01' AND CAST((DATE '2017-05-01') + to_months(CAST(loan_term_months AS INTEGER)) AS DATE) <= DATE '2100-12-31' THEN CAST((DATE '2017-05-01') + to_months(CAST(loan_term_months AS INTEGER)) AS DATE) END END AS own",
    ],
    [
      'addYears(village.exitDate, household.mainBusinessCount * 1[year/item])',
      { day: true, facts },
      "CASE WHEN main_business_count >= -201 AND main_business_count <= 201 THEN CASE WHEN CAST((DATE '2017-05-01') + to_months(CAST(12 * main_business_count AS INTEGER)) AS DATE) >= DATE '1900-01-01' AND CAST((DATE '2017-05-01') + to_months(CAST(12 * main_business_count AS INTEGER)) AS DATE) <= DATE '2100-12-31' THEN CAST((DATE '2017-05-01') + to_months(CAST(12 * main_business_count AS INTEGER)) AS DATE) END END AS own",
    ],
    [
      'round(village.collectiveIncome / household.mainBusinessCount, up)',
      { unit: 'yuan/year/item', facts },
      'CASE WHEN (main_business_count * 100) > 0 THEN CAST((500000000 + (main_business_count * 100) - 1) // (main_business_count * 100) AS BIGINT) WHEN (main_business_count * 100) < 0 THEN CAST((500000000 + (main_business_count * 100) - 1) // (main_business_count * 100) AS BIGINT) END AS own',
    ],
  ])('for %s', (formula, asked, column) => {
    expect(written(formula, asked)).toEqual([column]);
  });
});

describe('a fact that follows from others', () => {
  const flags = ['household.contacted', 'village.hasRoster'];
  const own = 'village.creditRated and household.rural or household.flag0 and household.flag1';
  const { policy } = loadTiny({
    facts: {
      ...Object.fromEntries(flags.map((formula, place) => [`household.flag${place}`, { title, formula }])),
      'household.own': { title, formula: own },
    },
    rules: { 'tiny.rule.one': tinyRule({ when: leaf('household.own', 'equal', true) }) },
  });
  const formulas = flags.flatMap((_, place) => {
    const derive = policy.facts.find(({ name }) => name === `household.flag${place}`)?.derive;
    return derive !== undefined && 'formula' in derive ? [derive.formula] : [];
  });

  /** The columns of the village's credit rating, where it follows so, and of what follows from that. */
  function rated(derive: FactModel['derive'], village: object): string[] {
    const facts = policy.facts.map((fact) =>
      fact.name === 'village.creditRated' && derive !== undefined ? { ...fact, derive } : fact,
    );
    const options = { on: '2017-06-15', dialect: 'duckdb', form: 'wide', facts: { village } } as const;
    const sql = toSql({ ...policy, facts }, options).statements[0]?.sql ?? '';
    return sql
      .split('\n')
      .flatMap((line) => /^ {4}(?!-- )(.*? AS (?:own|village_credit_rated)),?$/.exec(line)?.[1] ?? []);
  }

  it('differs where they do', () => {
    expect(rated({ formula: formulas[0] as Formula }, {})).toEqual([
      'contacted AS village_credit_rated',
      '(village_credit_rated AND rural) OR (flag0 AND NULL) AS own',
    ]);
  });

  it('differs where one of its cases does', () => {
    expect(rated({ cases: formulas.map((when) => ({ is: true, when })) }, { hasRoster: true })).toEqual([
      'CASE WHEN contacted THEN TRUE WHEN contacted IS NULL THEN NULL ELSE TRUE END AS village_credit_rated',
      '(village_credit_rated AND rural) OR flag0 AS own',
    ]);
  });

  it('is the same for all where it is given for all', () => {
    const village = { creditRated: true, hasRoster: false };
    expect(rated({ formula: formulas[0] as Formula }, village)).toEqual(['rural AS own']);
  });
});
