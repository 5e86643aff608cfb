import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, tinyRule, title } from '../testing/tiny-policy.ts';
import { impactSql } from './impact.ts';
import { tableColumns, tableDdl } from './tables.ts';
import { toSql } from './to-sql.ts';
import { comment } from './wording.ts';

const facts = {
  'household.reviewed': { title, formula: "any(household.identificationReviews, review.result = 'kept')" },
  'household.poor': { title: { zh: '困难', en: 'is  poor' }, formula: 'household.rural and household.creditRated' },
};
const rules = {
  'tiny.rule.one': tinyRule({
    when: {
      all: [
        leaf('household.type', 'equal', 'dibao'),
        leaf('household.exitDate', 'lessThan', '2017-01-01'),
        leaf('household.supportKinds', 'contains', 'industry'),
        leaf('household.reviewed', 'equal', true),
      ],
    },
    grant: { what: 'aid', amount: 'household.loan.amount', unit: 'yuan', every: 'year' },
  }),
  'tiny.rule.two': tinyRule({ subject: 'person', when: leaf('person.seniority', 'lessThan', 9) }),
  'tiny.rule.three': tinyRule({ when: leaf('household.poor', 'equal', true) }),
  'tiny.rule.four': tinyRule({ subject: 'village', when: leaf('village.hasRoster', 'equal', true) }),
};
const seniority = { title, unit: '1', formula: 'year(household.exitDate) - year(person.birthDate)' };
const { policy, text } = loadTiny({ facts: { ...facts, 'person.seniority': seniority }, rules });
const on = '2017-06-15';

describe('the tables', () => {
  it('have every column that rules read, said what it is, with what decide would refuse', () => {
    const [household, person] = tableDdl(policy, { dialect: 'duckdb', text });
    expect(household).toEqual({
      name: 'household',
      sql: `CREATE TABLE household (
  -- 户
  household_id BIGINT NOT NULL,
  -- 农村户
  rural BOOLEAN,
  -- 已评定信用户
  credit_rated BOOLEAN,
  -- 脱贫日期
  exit_date DATE CHECK (exit_date >= DATE '1900-01-01' AND exit_date <= DATE '2100-12-31'),
  -- 贫困户属性
  type VARCHAR CHECK (type IN ('general', 'dibao-assisted', 'dibao', 'wubao', 'none')),
  -- 扶持方式
  support_kinds VARCHAR[],
  -- 贷款金额（yuan）
  loan_amount DECIMAL(18, 2) CHECK (loan_amount >= 0.00)
)`,
    });
    expect(person?.name).toBe('person');
    expect(person?.sql).toContain(`CREATE TABLE person (
  -- 户
  household_id BIGINT NOT NULL,
  -- 人
  person_id VARCHAR NOT NULL,
  -- 在户内的次序，从 0 起；每人只属一户
  member BIGINT NOT NULL,
`);
  });

  it('are named as they are wanted, and described in English', () => {
    const tables = { household: 'homes', person: 'people' };
    const [household, person] = tableDdl(policy, { dialect: 'spark', language: 'en', tables });
    expect(household?.sql).toContain(`CREATE TABLE homes (
  -- household
  household_id BIGINT NOT NULL,
`);
    expect(household?.sql).toContain('\n  -- loan amount (yuan)\n  loan_amount DECIMAL(18, 2)\n');
    expect(person?.sql).toContain(`CREATE TABLE people (
  -- household
  household_id BIGINT NOT NULL,
  -- person
  person_id STRING NOT NULL,
  -- place in the household, from 0; a person belongs to one household
  member BIGINT NOT NULL,
`);
  });

  it('have bounds on both sides, where a fact has them', () => {
    const bounded = policy.facts.map((fact) => (fact.name === 'household.loan.amount' ? { ...fact, max: 500 } : fact));
    const [household] = tableDdl({ ...policy, facts: bounded }, { dialect: 'postgres' });
    expect(household?.sql).toContain('loan_amount numeric(18, 2) CHECK (loan_amount >= 0.00 AND loan_amount <= 5.00)');
  });

  it('have none on a side where a fact has none', () => {
    const debts = loadTiny({
      rules: { 'tiny.rule.one': tinyRule({ when: leaf('household.assetIncome', 'lessThan', 0) }) },
    });
    expect(tableDdl(debts.policy, { dialect: 'duckdb' })[0]?.sql).toMatch(/\n {2}asset_income DECIMAL\(18, 2\)\n/);
  });

  it('are told as columns with their facts', () => {
    expect(tableColumns(policy, { dialect: 'duckdb' }).household.slice(0, 2)).toEqual([
      { name: 'rural', fact: 'household.rural', type: 'BOOLEAN' },
      { name: 'credit_rated', fact: 'household.creditRated', type: 'BOOLEAN' },
    ]);
  });
});

it('a comment is one line without spaces around', () => {
  expect(comment(' a\n  b ')).toBe('-- a b');
});

describe('a statement', () => {
  it('says what it decides, and what no column can hold', () => {
    const head = (change: object): string[] =>
      (toSql(policy, { on, dialect: 'duckdb', form: 'wide', ...change }).statements[0]?.sql ?? '')
        .split('\n')
        .slice(0, 4);
    expect(head({ text })).toEqual([
      `-- tiny-2016 1.0.0 ${policy.digest}`,
      '-- 适用 2017-06-15 的规定；情况截至 2017-06-15',
      '-- 状态：0 不符合，1 符合，2 待补充，3 不适用，4 不在执行期',
      '-- 表中放不下、视为未知：household.identificationReviews (回头看及核查比对)',
    ]);
    expect(head({ assessedOn: '2018-01-01', language: 'en' })).toEqual([
      `-- tiny-2016 1.0.0 ${policy.digest}`,
      '-- law of 2017-06-15; facts as of 2018-01-01',
      '-- status: 0 unmet, 1 met, 2 unknown, 3 not applicable, 4 not in force',
      '-- no column can hold these, they are unknown: household.identificationReviews (look-backs and cross-checks)',
    ]);
    const rules = ['tiny.rule.two'];
    const [person] = toSql(
      loadTiny({ rules: { 'tiny.rule.two': tinyRule({ when: leaf('household.rural', 'equal', true) }) } }).policy,
      {
        on,
        dialect: 'duckdb',
        rules,
      },
    ).statements;
    expect(person?.sql).not.toContain('视为未知');
  });

  it('is laid out so that people can read it', () => {
    const rules = ['tiny.rule.two', 'tiny.rule.three'];
    const { statements } = toSql(policy, { on, dialect: 'duckdb', form: 'wide', text, language: 'en', rules });
    const [household, person] = statements.map(({ sql }) => sql.split('\n').slice(4).join('\n'));
    expect(household).toBe(`WITH household_facts AS NOT MATERIALIZED (
  SELECT *,
    -- is poor
    rural AND credit_rated AS poor
  FROM household
)
SELECT household_id,
  -- 3 一 test (tiny.rule.three)
  coalesce(CAST(poor AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_three_status
FROM household_facts`);
    expect(person).toBe(`WITH person_with_household AS NOT MATERIALIZED (
  SELECT person.*,
    household.exit_date AS household_exit_date
  FROM person AS person
  JOIN household AS household ON household.household_id = person.household_id
),
person_facts AS NOT MATERIALIZED (
  SELECT *,
    -- test
    year(household_exit_date) - year(birth_date) AS seniority
  FROM person_with_household
),
person_tests AS NOT MATERIALIZED (
  SELECT *,
    -- 2 一 test (tiny.rule.two)
    seniority < 9 AS tiny_rule_two_test
  FROM person_facts
)
SELECT household_id, person_id, member,
  -- 2 一 test (tiny.rule.two)
  coalesce(CAST(tiny_rule_two_test AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_two_status
FROM person_tests`);
  });

  it('names a rule by its clause and title, or where there are none by its id', () => {
    const sql = (change: object): string =>
      toSql(policy, { on, dialect: 'duckdb', form: 'wide', ...change }).statements[0]?.sql ?? '';
    expect(sql({ text, language: 'en' })).toContain('\n  -- 1 一 test (tiny.rule.one)\n');
    expect(sql({})).toContain('\n  -- 1 一 tiny.rule.one\n');
  });
});

describe('the dictionary', () => {
  it('has the codes of statuses and rules, with what they are', () => {
    const { rules, dictionary } = toSql(policy, { on, dialect: 'duckdb', text });
    expect(rules.map(({ code, rule, level, column }) => [code, rule, level, column])).toEqual([
      [1, 'tiny.rule.one', 'household', 'tiny_rule_one'],
      [2, 'tiny.rule.two', 'person', 'tiny_rule_two'],
      [3, 'tiny.rule.three', 'household', 'tiny_rule_three'],
    ]);
    expect(dictionary).toEqual([
      {
        name: 'statuses',
        sql: `SELECT * FROM (VALUES
  (0, 'unmet'),
  (1, 'met'),
  (2, 'unknown'),
  (3, 'not-applicable'),
  (4, 'not-in-force')
) AS dictionary (status, name)`,
      },
      {
        name: 'rules',
        sql: `SELECT * FROM (VALUES
  (1, 'tiny.rule.one', '一', '试', 'household', 'yuan', 'year', 100),
  (2, 'tiny.rule.two', '一', '试', 'person', CAST(NULL AS VARCHAR(20)), CAST(NULL AS VARCHAR(20)), CAST(NULL AS INTEGER)),
  (3, 'tiny.rule.three', '一', '试', 'household', CAST(NULL AS VARCHAR(20)), CAST(NULL AS VARCHAR(20)), CAST(NULL AS INTEGER))
) AS dictionary (rule, id, clause, title, asked_of, unit, every, amount_scale)`,
      },
    ]);
  });

  it('has no rules where none is asked for', () => {
    const none = toSql(policy, { on, dialect: 'duckdb', rules: [] });
    expect([none.statements, none.rules, none.dictionary.map(({ name }) => name)]).toEqual([[], [], ['statuses']]);
    expect(toSql(policy, { on, dialect: 'duckdb', rules: [], form: 'wide' }).statements).toEqual([]);
  });

  it('is in English where it is wanted so, and names of rules are ids where there is no text', () => {
    const rulesIn = (change: object): string =>
      toSql(policy, { on, dialect: 'duckdb', ...change }).dictionary[1]?.sql ?? '';
    expect(rulesIn({ text, language: 'en' })).toContain("'test', 'household'");
    expect(rulesIn({})).toContain("'一', 'tiny.rule.one', 'household'");
  });

  it('of an impact has the rules of either side', () => {
    const side = { policy, on, text };
    const { statements, rules, dictionary } = impactSql(side, side, { dialect: 'duckdb', language: 'en' });
    expect(statements.map(({ name }) => name)).toEqual(['impact']);
    expect(rules).toMatchObject([
      {
        code: 1,
        rule: 'tiny.rule.one',
        clause: '一',
        level: 'household',
        column: 'tiny_rule_one',
        unit: 'yuan',
        every: 'year',
        scale: 100,
      },
      { code: 2, rule: 'tiny.rule.two', level: 'person', column: 'tiny_rule_two' },
      { code: 3, rule: 'tiny.rule.three', unit: null, every: null, scale: null },
    ]);
    expect(dictionary[1]?.sql).toContain("(1, 'tiny.rule.one', '一', 'test', 'household', 'yuan', 'year', 100)");
    expect(statements[0]?.sql).toContain('\n    -- 3 一 test (tiny.rule.three)\n');
  });

  it('of an impact has the title of a rule that only the earlier side has', () => {
    const { 'tiny.rule.one': ended, ...others } = rules;
    const before = loadTiny({ facts, rules: { 'tiny.rule.one': ended, 'tiny.rule.three': others['tiny.rule.three'] } });
    const after = loadTiny({ facts, rules: { 'tiny.rule.three': others['tiny.rule.three'] } });
    const { dictionary } = impactSql({ ...before, on }, { ...after, on }, { dialect: 'duckdb', language: 'en' });
    expect(dictionary[1]?.sql).toContain("'tiny.rule.one', '一', 'test', 'household'");
  });
});
