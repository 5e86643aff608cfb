import { JingzhunError } from '@jingzhun/schemas/problem';
import { describe, expect, it } from 'vitest';
import { huadu2016 } from '../policies/huadu-2016.gen.ts';
import { huayang2016 } from '../policies/huayang-2016.gen.ts';
import { hubei2016 } from '../policies/hubei-2016.gen.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { ruyuan2016Text } from '../policies/ruyuan-2016.text.gen.ts';
import { sichuan2014 } from '../policies/sichuan-2014.gen.ts';
import { leaf, onePolicy } from '../testing/tiny-policy.ts';
import { columnsOf } from './columns.ts';
import { dialects } from './dialects.ts';
import { forms, type SqlOptions } from './options.ts';
import { tableDdl } from './tables.ts';
import { agreement } from './testing/agreement.ts';
import { toSql } from './to-sql.ts';

const on = '2017-06-15';
const policies = [ruyuan2016, huadu2016, huayang2016, hubei2016, sichuan2014];

/** The test of a household's only rule, as it is written. */
function testOf(when: Readonly<Record<string, unknown>>): string {
  const [statement] = toSql(onePolicy({ when }), { on, dialect: 'duckdb', form: 'wide' }).statements;
  const [, test] = /^ {4}(.*) AS tiny_rule_one_test$/m.exec(statement?.sql ?? '') ?? [];
  return test ?? '';
}

function codeOf(change: Partial<SqlOptions>): string {
  try {
    toSql(ruyuan2016, { on, dialect: 'duckdb', ...change });
    return 'none';
  } catch (error) {
    return error instanceof JingzhunError ? `${error.code} ${error.path}` : String(error);
  }
}

const income = (operator: string, value: number) => leaf('household.perCapitaNetIncome', operator, value);

describe('conditions in SQL', () => {
  it('are plain logic where no fact comes back', () => {
    expect(testOf({ all: [leaf('household.rural', 'equal', true), income('lessThan', 4000)] })).toBe(
      'rural AND per_capita_net_income < 4000.00',
    );
  });

  it('keep an unknown code unknown', () => {
    expect(testOf(leaf('household.type', 'notIn', ['dibao', 'wubao']))).toBe("type NOT IN ('dibao', 'wubao')");
  });

  it('are true whatever is unknown, where all possible values agree', () => {
    const rural = leaf('household.rural', 'equal', true);
    const either = ['lessThan', 'greaterThanInclusive'].map((operator) => ({ all: [income(operator, 4000), rural] }));
    expect(testOf({ any: either })).toBe(
      'CASE WHEN per_capita_net_income < 4000.00 THEN rural WHEN per_capita_net_income >= 4000.00 THEN rural ELSE CASE WHEN rural THEN TRUE WHEN NOT rural THEN FALSE END END',
    );
  });

  it('stay one range, where SQL comes to the same', () => {
    expect(testOf({ all: [income('greaterThan', 1000), income('lessThanInclusive', 4000)] })).toBe(
      'per_capita_net_income > 1000.00 AND per_capita_net_income <= 4000.00',
    );
  });

  it('quote texts', () => {
    expect(testOf(leaf('household.gridCell', 'equal', "it's"))).toBe("grid_cell = 'it''s'");
    expect(dialects.spark.text("a\\'b")).toBe("'a\\\\\\'b'");
  });
});

describe('names', () => {
  it.each(policies)('of columns of $id are each one, and short enough for PostgreSQL', (policy) => {
    const { household, person } = columnsOf(policy);
    for (const columns of [household, person]) {
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    const { statements } = toSql(policy, { on, dialect: 'postgres', form: 'rows' });
    const long = statements.flatMap(({ sql }) => sql.match(/\bAS \w{64,}/g) ?? []);
    expect(long).toEqual([]);
  });
});

describe('statements', () => {
  it('say what they decide, in the language asked for', () => {
    const wide = (language: 'zh' | 'en') =>
      toSql(ruyuan2016, { on, dialect: 'duckdb', form: 'wide', text: ruyuan2016Text, language }).statements[0]?.sql ??
      '';
    expect(wide('zh')).toContain('状态：0 不符合');
    expect(wide('en')).toContain('law of 2017-06-15');
    expect(wide('en')).toContain('household.industryProjects');
  });

  it('hold the rules asked for alone', () => {
    const rules = ['ruyuan.education-aid.university'];
    const sql = toSql(ruyuan2016, { on, dialect: 'duckdb', form: 'wide', rules });
    expect(sql.rules.map(({ rule }) => rule)).toEqual(rules);
    expect(sql.statements.map(({ name }) => name)).toEqual(['person']);
    expect(codeOf({ rules: [...rules, 'ruyuan.education-aid.nobody'] })).toBe(
      'unknown-rule rules.ruyuan.education-aid.nobody',
    );
  });

  it('take what holds for all households once, and refuse households there', () => {
    expect(codeOf({ facts: { household: {} } as never })).toBe('household-facts facts.household');
    expect(codeOf({ facts: { external: { dibaoLine: -1 } } })).toBe('invalid-case external.dibaoLine');
  });

  it('refuse what they do not know', () => {
    expect(codeOf({ dialect: 'oracle' as never })).toBe('wrong-dialect dialect');
    expect(codeOf({ form: 'tall' as never })).toBe('wrong-form form');
    expect(codeOf({ on: '2017-02-30' })).toBe('invalid-case on');
  });
});

/** Nobody has a count below zero: known when the SQL is written. */
const nobody = leaf('household.mainBusinessCount', 'lessThan', 0);
const grant = { what: 'aid', amount: 'household.loan.amount', unit: 'yuan', per: 'household', every: 'year' };

describe('a rule that can never be met', () => {
  const never: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    'applies to nobody': { scope: nobody, when: leaf('household.registered', 'equal', true), grant },
    'is met by nobody': { when: nobody, grant },
  };

  it.each(Object.entries(never))('%s: every NULL has a type, as PostgreSQL and Spark want it', (_, rule) => {
    for (const dialect of ['duckdb', 'postgres', 'spark'] as const) {
      for (const form of forms) {
        for (const { sql } of toSql(onePolicy(rule), { on, dialect, form }).statements) {
          expect(sql).not.toMatch(/(?<!CAST\()\bNULL\b(?! AS (?:BIGINT|bigint)\))/);
        }
      }
    }
  });

  it.each(Object.entries(never))('%s: nothing is granted, and it is counted', async (_, rule) => {
    const cases = [
      { household: { registered: true, loan: { amount: 5 }, members: [] } },
      { household: { members: [] } },
    ];
    const { compared, differences } = await agreement(onePolicy(rule), cases, { on });
    expect(differences).toEqual([]);
    // Two forms, totals, and two forms with reasons beside each status.
    expect(compared).toBe(2 + 2 + 1 + 2 * 4);
  });
});

describe('tables', () => {
  it.each(['duckdb', 'postgres', 'spark'] as const)('of %s have a type for every kind of fact', (dialect) => {
    for (const policy of policies) {
      const columns = columnsOf(policy);
      const [household, person] = tableDdl(policy, { dialect });
      for (const { name, type } of columns.household)
        expect(household?.sql).toContain(`\n  ${name} ${dialects[dialect].type(type)}`);
      for (const { name, type } of columns.person)
        expect(person?.sql).toContain(`\n  ${name} ${dialects[dialect].type(type)}`);
    }
  });

  it('check what decide would refuse', () => {
    const [household] = tableDdl(ruyuan2016, { dialect: 'duckdb' });
    expect(household?.sql).toContain("CHECK (housing_danger_level IN ('a', 'b', 'c', 'd'))");
    expect(household?.sql).toContain('CHECK (loan_amount >= 0.00)');
    expect(tableDdl(ruyuan2016, { dialect: 'spark' })[0]?.sql).not.toContain('CHECK');
  });
});
