import { describe, expect, it } from 'vitest';
import { jingzhun } from './run-jingzhun.ts';

const question = ['--policy', 'ruyuan-2016', '--on', '2017-09-01'];

describe('jingzhun sql', () => {
  it('prints one statement of rows, with the clause and title of each rule', async () => {
    const { code, out, err } = await jingzhun(['sql', ...question]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/;$/gm)).toHaveLength(1);
    expect(out).toContain('-- 56 二(一)5');
    expect(out).toContain('(ruyuan.housing.new-build-10000)');
    expect(out).toContain('UNION ALL');
  });

  it('prints a statement for households and one for persons, in English', async () => {
    const { code, out } = await jingzhun(['sql', ...question, '--form', 'wide', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out.match(/;$/gm)).toHaveLength(2);
    expect(out).toContain('-- status: 0 unmet');
  });

  it('prints the tables with labels and units', async () => {
    const { code, out } = await jingzhun(['sql', ...question, '--tables', '--dialect', 'postgres']);
    expect(code).toBe(0);
    expect(out).toContain('CREATE TABLE household (');
    expect(out).toContain('per_capita_disposable_income numeric(18, 2)');
    expect(out).toContain('-- 人均可支配收入（yuan/person/year）');
  });

  it('counts for each value of a column of the households', async () => {
    const { code, out } = await jingzhun(['sql', ...question, '--form', 'totals', '--by', 'county']);
    expect(code).toBe(0);
    expect(out).toContain('GROUP BY county');
    const wrong = await jingzhun(['sql', ...question, '--form', 'totals', '--by', 'the county']);
    expect({ code: wrong.code, out: wrong.out }).toEqual({ code: 2, out: '' });
    expect(wrong.err).toContain('--by  应为户表的列名');
  });

  it('gives the dictionary as JSON', async () => {
    const { code, out } = await jingzhun(['sql', ...question, '--form', 'totals', '--json']);
    expect(code).toBe(0);
    const { statements, rules, dictionary } = JSON.parse(out);
    expect(statements).toHaveLength(1);
    expect(rules.map(({ rule }: { rule: string }) => rule)).toContain('ruyuan.education-aid.university');
    expect(dictionary.map(({ name }: { name: string }) => name)).toEqual(['statuses', 'rules']);
  });

  it('gives reasons where they are asked for, and what their digits stand for', async () => {
    const { code, out } = await jingzhun(['sql', ...question, '--form', 'wide', '--reasons', '--json']);
    expect(code).toBe(0);
    const { statements, rules, conditions, dictionary } = JSON.parse(out);
    expect(statements[0].sql).toContain(' AS ruyuan_housing_new_build_10000_reasons');
    expect(dictionary.map(({ name }: { name: string }) => name)).toEqual(['statuses', 'rules', 'conditions']);
    const rule = rules.find((each: { rule: string }) => each.rule === 'ruyuan.housing.new-build-10000').code;
    expect(conditions.find((each: { rule: number; place: number }) => each.rule === rule && each.place === 2)).toEqual({
      rule,
      place: 2,
      item: null,
      fact: 'household.housing.work',
      operator: 'equal',
      expected: 'new-build',
    });
    const totals = await jingzhun(['sql', ...question, '--form', 'totals', '--reasons']);
    expect({ code: totals.code, out: totals.out }).toEqual({ code: 2, out: '' });
    expect(totals.err).toContain('--form  应为下列之一：rows, wide | ');
  });

  it('prints what another day, or another policy, changes', async () => {
    const day = await jingzhun(['sql', ...question, '--against', '2019-01-01']);
    expect({ code: day.code, err: day.err }).toEqual({ code: 0, err: '' });
    expect(day.out).toContain('AS becomes_unknown');
    expect(day.out).toContain('2019-01-01');
    const other = await jingzhun(['sql', ...question, '--against', 'huadu-2016', '--json']);
    const { statements, rules } = JSON.parse(other.out);
    expect(statements.map(({ name }: { name: string }) => name)).toEqual(['impact']);
    expect(rules.map(({ rule }: { rule: string }) => rule.split('.')[0])).toEqual(
      expect.arrayContaining(['ruyuan', 'huadu']),
    );
    const none = await jingzhun(['sql', ...question, '--against', '3.0.0']);
    expect({ code: none.code, out: none.out }).toEqual({ code: 2, out: '' });
    expect(none.err).toContain('3.0.0');
  });

  it.each([
    ['--dialect', 'oracle', 'duckdb, postgres, spark'],
    ['--form', 'tall', 'rows, wide, totals'],
    ['--on', '2017-13-01', 'yyyy-mm-dd'],
  ])('refuses %s %s and says what is right', async (option, value, right) => {
    const { code, out, err } = await jingzhun(['sql', ...question, option, value]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(right);
  });
});
