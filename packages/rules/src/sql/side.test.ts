import { labelOf } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, onePolicy, tinyRule, title } from '../testing/tiny-policy.ts';
import type { SqlOptions } from './options.ts';
import { namesFor, ruleTitle } from './side.ts';
import { toSql } from './to-sql.ts';
import { Wording } from './wording.ts';

const on = '2017-06-15';
const is = (fact: string) => leaf(fact, 'equal', true);
const rural = is('household.rural');

function sqlOf(rule: object, change: Partial<SqlOptions> = {}): string {
  const options = { on, dialect: 'duckdb', form: 'wide', ...change } as const;
  return toSql(onePolicy({ ...rule }), options).statements[0]?.sql ?? '';
}

describe('names given out', () => {
  const one = onePolicy({ when: { all: [rural, is('village.creditRated')] } });
  const other = onePolicy({ subject: 'person', when: { all: [is('person.inDibao'), is('household.contacted')] } });

  it.each([
    ['household', 'household_id', 'household_id_2'],
    ['household', 'rural', 'rural_2'],
    ['household', 'contacted', 'contacted_2'],
    ['household', 'in_dibao', 'in_dibao'],
    ['household', 'village_credit_rated', 'village_credit_rated'],
    ['person', 'household_id', 'household_id_2'],
    ['person', 'person_id', 'person_id_2'],
    ['person', 'member', 'member_2'],
    ['person', 'in_dibao', 'in_dibao_2'],
    ['person', 'rural', 'rural'],
  ] as const)('at the level of a %s are no columns of its table: %s', (level, words, name) => {
    expect(namesFor([one, other])[level].take(words)).toBe(name);
  });
});

describe('a side', () => {
  it('calls no fact as a column of the tables is called', () => {
    const facts = { 'household.loanAmount': { title, unit: 'yuan', formula: 'household.loan.amount * 2' } };
    const policy = onePolicy({ when: leaf('household.loanAmount', 'greaterThan', 1) }, { facts });
    const sql = toSql(policy, { on, dialect: 'duckdb', form: 'wide' }).statements[0]?.sql;
    expect(sql).toContain('CAST(loan_amount * 100 AS BIGINT) * 2 AS loan_amount_2\n');
  });

  it('leaves out rules that are asked of nobody', () => {
    const rules = {
      'tiny.rule.one': tinyRule({ subject: 'village', when: is('village.creditRated') }),
      'tiny.rule.two': tinyRule({ when: rural }),
    };
    const { rules: written } = toSql(loadTiny({ rules }).policy, { on, dialect: 'duckdb', form: 'wide' });
    expect(written.map(({ rule }) => rule)).toEqual(['tiny.rule.two']);
  });

  it.each([
    [{ on: '2017-06-15', assessedOn: '2017-06-15' }, 'not yet'],
    [{ on: '2017-06-15', assessedOn: '2017-06-16' }, 'due'],
    [{ on: '2017-06-16', assessedOn: '2017-06-15' }, 'due'],
    [{ on: '2017-06-14', assessedOn: '2017-06-14' }, 'not yet'],
  ])('is due after a day, by the law or by the facts: %j, %s', (dates, due) => {
    const sql = sqlOf({ when: rural, due: '2017-06-15' }, dates);
    expect(sql.includes('CASE WHEN rural THEN 1 ELSE 2 END')).toBe(due === 'not yet');
  });

  it('says of each rule what it is where its tests begin', () => {
    const scope = { any: [rural, is('household.contacted')] };
    const when = { all: [rural, is('household.recognised')] };
    const rules = { 'tiny.rule.one': tinyRule({ scope, when }), 'tiny.rule.two': tinyRule({ when }) };
    const { policy } = loadTiny({ rules });
    const sql = toSql(policy, { on, dialect: 'duckdb', form: 'wide' }).statements[0]?.sql ?? '';
    expect(sql.slice(sql.indexOf('WITH'), sql.indexOf('\n  FROM'))).toBe(`WITH household_tests AS NOT MATERIALIZED (
  SELECT *,
    -- 1 一 tiny.rule.one
    rural OR contacted AS tiny_rule_one_scope,
    rural AND recognised AS tiny_rule_one_test,
    -- 2 一 tiny.rule.two
    rural AND recognised AS tiny_rule_two_test`);
  });

  it('calls a rule by its clause and its title, or by its id', () => {
    const rule = { code: 7, rule: { model: { id: 'tiny.rule.one', clause: '二' } } } as never;
    const text = loadTiny({ rules: { 'tiny.rule.one': tinyRule({ when: rural }) } }).text;
    expect(ruleTitle(rule, new Wording(text, 'en'))).toBe('7 二 test (tiny.rule.one)');
    expect(ruleTitle(rule, new Wording(undefined, 'en'))).toBe('7 二 tiny.rule.one');
    const none = { code: 7, rule: { model: { id: 'tiny.rule.one' } } } as never;
    expect(ruleTitle(none, new Wording(undefined, 'en'))).toBe('7 tiny.rule.one');
  });
});

describe('a statement is refused', () => {
  function problemsOf(rule: object, change: object): unknown {
    try {
      return sqlOf(rule, change);
    } catch (error) {
      return error instanceof JingzhunError ? [error.code, ...error.problems] : error;
    }
  }

  it.each(['household', 'person', 'roster'])('with facts of a %s for all', (entity) => {
    expect(problemsOf({ when: rural }, { facts: { [entity]: {} } })).toEqual([
      'household-facts',
      {
        code: 'household-facts',
        path: `facts.${entity}`,
        zh: '户和人的情况应在表中，不在此处',
        en: 'facts of households and persons should stand in the tables, not here',
      },
    ]);
  });

  it('for a database that is none', () => {
    expect(problemsOf({ when: rural }, { dialect: 'oracle' })).toEqual([
      'wrong-dialect',
      {
        code: 'wrong-dialect',
        path: 'dialect',
        zh: '应为下列之一：duckdb, postgres, spark',
        en: 'should be one of duckdb, postgres, spark',
      },
    ]);
  });

  it('of a rule that is none', () => {
    expect(problemsOf({ when: rural }, { rules: ['tiny.rule.one', 'tiny.rule.two'] })).toMatchObject([
      'unknown-rule',
      { code: 'unknown-rule', path: 'rules.tiny.rule.two' },
    ]);
    const [, { zh, en }] = problemsOf({ when: rural }, { rules: ['tiny.rule.two'] }) as [
      string,
      { zh: string; en: string },
    ];
    expect([zh, en]).toEqual([
      expect.stringContaining('政策中的规则编号'),
      expect.stringContaining("the id of one of the policy's rules"),
    ]);
  });

  it('with more conditions than reasons can hold', () => {
    const many = {
      any: Array.from({ length: 32 }, (_, place) => leaf('household.loan.amount', 'lessThan', place + 1)),
    };
    expect(problemsOf({ when: many }, { reasons: true })).toEqual([
      'too-many-conditions',
      {
        code: 'too-many-conditions',
        path: 'rules.tiny.rule.one',
        zh: '有 32 个条件；一个理由代码最多容纳 31 个：请拆分规则，或用 rules 只要所需的规则',
        en: 'has 32 conditions; a code of reasons holds at most 31: split the rule, or name in rules those that are wanted',
      },
    ]);
    expect(problemsOf({ when: { any: many.any.slice(1) } }, { reasons: true })).toMatch(/_reasons/);
  });

  it('on a day that is none', () => {
    expect(problemsOf({ when: rural }, { assessedOn: '2017-02-30' })).toMatchObject([
      'invalid-case',
      { path: 'assessedOn' },
    ]);
  });
});

describe('reasons', () => {
  it('are said in the head, with the records that no column can hold', () => {
    const formula =
      "any(household.identificationReviews, review.result = 'kept') and any(household.measures, measure.kind = 'funds')";
    const head = (language: 'zh' | 'en'): string[] => {
      const policy = onePolicy({ when: is('household.seen') }, { facts: { 'household.seen': { title, formula } } });
      const options = { on, dialect: 'duckdb', form: 'wide', reasons: true, language } as const;
      return (toSql(policy, options).statements[0]?.sql ?? '').split('\n').slice(3, 5);
    };
    expect(head('zh')).toEqual([
      '-- 理由：每个条件两位，按 because 的次序：0 不成立，1 成立，2 未知',
      expect.stringMatching(/^-- 表中放不下、视为未知：household\.\w+ \(.+\)，household\.\w+ \(.+\)$/),
    ]);
    expect(head('en')).toEqual([
      '-- reasons: two bits a condition, in the order of because: 0 does not hold, 1 holds, 2 unknown',
      expect.stringMatching(
        /^-- no column can hold these, they are unknown: household\.\w+ \(.+\), household\.\w+ \(.+\)$/,
      ),
    ]);
  });

  it.each<[string, object]>([
    ['is due later', { when: rural, due: 'household.exitDate' }],
    ['is a checklist', { items: [{ key: 'a', title, when: rural }] }],
    ['asks for one of two', { scope: { any: [rural, is('household.contacted')] }, when: rural }],
  ])('do not tell the status of a rule that %s', (_, rule) => {
    expect(sqlOf(rule, { reasons: true })).not.toMatch(/_reasons \+ /);
  });

  it('of a rule that applies to all are those of its test', () => {
    expect(sqlOf({ scope: rural, when: rural }, { reasons: true })).toContain(
      'CASE WHEN NOT (((tiny_rule_one_reasons + 1) & 2) = 2) THEN CAST(3 AS TINYINT) WHEN NOT ((tiny_rule_one_reasons & 3) = 1) THEN CAST(2 AS TINYINT) WHEN NOT (((tiny_rule_one_reasons + 4) & 8) = 8) THEN CAST(0 AS TINYINT) WHEN (tiny_rule_one_reasons & 12) = 4 THEN CAST(1 AS TINYINT) ELSE CAST(2 AS TINYINT) END',
    );
  });

  it('are explained in the order of the rules', () => {
    const rules = {
      'tiny.rule.one': tinyRule({ subject: 'person', when: is('person.inDibao') }),
      'tiny.rule.two': tinyRule({ when: leaf('household.type', 'in', ['dibao', 'wubao']) }),
    };
    const { policy } = loadTiny({ rules });
    const sql = toSql(policy, { on, dialect: 'duckdb', form: 'wide', reasons: true, language: 'en' });
    expect(sql.rules.map(({ code }) => code)).toEqual([1, 2]);
    expect(sql.conditions?.map(({ rule }) => rule)).toEqual([1, 2]);
    expect(sql.dictionary[2]).toEqual({
      name: 'conditions',
      sql: `SELECT * FROM (VALUES
  (1, 0, 3, 1, 2, CAST(NULL AS VARCHAR(20)), 'person.inDibao', '${labelOf('person.inDibao')?.en}', 'equal', 'true'),
  (2, 0, 3, 1, 2, CAST(NULL AS VARCHAR(20)), 'household.type', '${labelOf('household.type')?.en}', 'in', 'dibao, wubao')
) AS dictionary (rule, place, mask, holds, unknown, item, fact, title, operator, expected)`,
    });
  });
});
