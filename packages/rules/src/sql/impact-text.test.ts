import { describe, expect, it } from 'vitest';
import { leaf, loadTiny, tinyRule } from '../testing/tiny-policy.ts';
import { type ImpactSide, impactSql } from './impact.ts';
import type { WritingOptions } from './options.ts';

// How two releases are held against each other: statuses and amounts of both sides, what becomes of each rule, and the sums.

const is = (key: string) => leaf(`household.${key}`, 'equal', true);
const grant = (amount: string, unit = 'yuan', every = 'year') => ({
  what: 'aid',
  amount,
  unit,
  per: 'household',
  every,
});
const loan = { when: is('rural'), grant: grant('household.loan.amount') };

function side(rules: Readonly<Record<string, object>>, on = '2017-06-15'): ImpactSide {
  const loaded = loadTiny({
    rules: Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => [`tiny.rule.${name}`, tinyRule({ ...rule })]),
    ),
  });
  return { policy: loaded.policy, text: loaded.text, on };
}

function impact(before: ImpactSide, after: ImpactSide, options: Partial<WritingOptions> = {}): string {
  return impactSql(before, after, { dialect: 'duckdb', ...options }).statements[0]?.sql ?? '';
}

/** The lines of a part of the query, without indentation. */
function part(sql: string, name: string): string[] {
  const [, body = ''] = new RegExp(`${name} AS NOT MATERIALIZED \\(\\n(.*?)\\n\\)`, 's').exec(sql) ?? [];
  return body.split('\n').map((line) => line.trim());
}

/** What becomes of a rule for a row: of all that are counted the same is asked. */
function kinds(sql: string, rule: string): string[] {
  const counted = [...sql.matchAll(/count\(\*\) FILTER \(WHERE (.*) = (\d)\) AS (\w+)_kind_(\d)/g)];
  const own = counted.filter(([, , , name]) => name === `tiny_rule_${rule}`);
  expect(own.map(([, , wanted, , named]) => [wanted, named])).toEqual([...'123456789'].map((kind) => [kind, kind]));
  return [...new Set(own.map(([, kind]) => kind as string))].map((kind) => kind.replaceAll(`tiny_rule_${rule}_`, ''));
}

const before = side({
  same: { when: is('rural') },
  aid: loan,
  gone: { grant: grant('household.loan.termMonths', 'months') },
});
const after = side(
  {
    same: { when: is('contacted') },
    aid: { when: is('rural'), grant: grant('household.equity.amount') },
    student: { subject: 'person', when: leaf('person.studiesFullTime', 'equal', true) },
  },
  '2018-01-01',
);

describe('an impact', () => {
  it('begins with what each side is', () => {
    expect(impact(before, after).split('\n').slice(0, 6)).toEqual([
      `-- tiny-2016 1.0.0 ${before.policy.digest}`,
      '-- 适用 2017-06-15 的规定；情况截至 2017-06-15',
      '-- 状态：0 不符合，1 符合，2 待补充，3 不适用，4 不在执行期',
      `-- tiny-2016 1.0.0 ${after.policy.digest}`,
      '-- 适用 2018-01-01 的规定；情况截至 2018-01-01',
      '-- 状态：0 不符合，1 符合，2 待补充，3 不适用，4 不在执行期',
    ]);
  });

  it('has statuses and amounts of both sides, and 4 where one does not have a rule', () => {
    const sql = impact(before, after, { tables: { household: 'homes', person: 'people' } });
    expect(part(sql, 'household_changes')).toEqual([
      'SELECT household_id,',
      '-- 1 一 试 (tiny.rule.same)',
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_same_was,',
      'coalesce(CAST(contacted AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_same_now,',
      '-- 2 一 试 (tiny.rule.aid)',
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_aid_was,',
      'coalesce(CAST(rural AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_aid_now,',
      'CASE WHEN coalesce(rural, TRUE) THEN CAST(CAST(loan_amount * 100 AS BIGINT) AS BIGINT) END AS tiny_rule_aid_amount_was,',
      'CASE WHEN coalesce(rural, TRUE) THEN CAST(CAST(equity_amount * 100 AS BIGINT) AS BIGINT) END AS tiny_rule_aid_amount_now,',
      '-- 3 一 试 (tiny.rule.gone)',
      'CAST(1 AS TINYINT) AS tiny_rule_gone_was,',
      'CAST(4 AS TINYINT) AS tiny_rule_gone_now,',
      'CAST(loan_term_months AS BIGINT) AS tiny_rule_gone_amount_was,',
      'CAST(NULL AS BIGINT) AS tiny_rule_gone_amount_now',
      'FROM homes',
    ]);
    expect(part(sql, 'person_changes')).toEqual([
      'SELECT household_id,',
      '-- 4 一 试 (tiny.rule.student)',
      'CAST(4 AS TINYINT) AS tiny_rule_student_was,',
      'coalesce(CAST(studies_full_time AS TINYINT), CAST(2 AS TINYINT)) AS tiny_rule_student_now',
      'FROM people',
    ]);
  });

  it('reads the tables household and person, where no others are named', () => {
    const sql = impact(before, after);
    expect(['household', 'person'].map((level) => part(sql, `${level}_changes`).at(-1))).toEqual([
      'FROM household',
      'FROM person',
    ]);
  });

  it('says of a rule without amounts how its status changes', () => {
    expect(kinds(impact(before, after), 'same')).toEqual([
      'CASE WHEN was = 2 AND now <> 2 THEN 6 WHEN was = 2 THEN 0 WHEN now = 2 THEN 5 WHEN was <> 1 AND now = 1 THEN 1 WHEN was <> 1 THEN CASE WHEN was = now THEN 0 ELSE 8 END WHEN now <> 1 THEN 2 ELSE 0 END',
    ]);
  });

  const priced =
    'CASE WHEN was = 2 AND now <> 2 THEN 6 WHEN was = 2 THEN CASE WHEN amount_was = amount_now OR (amount_was IS NULL AND amount_now IS NULL) THEN 0 ELSE 7 END WHEN now = 2 THEN 5 WHEN was <> 1 AND now = 1 THEN 1 WHEN was <> 1 THEN CASE WHEN was = now THEN 0 ELSE 8 END WHEN now <> 1 THEN 2 WHEN amount_was IS NOT NULL AND amount_now IS NULL THEN 5 WHEN amount_was IS NULL AND amount_now IS NOT NULL THEN 6';

  it('says of one with amounts how they change', () => {
    const moreOrLess = `${priced} WHEN amount_now > amount_was THEN 3 WHEN amount_now < amount_was THEN 4 ELSE 0 END`;
    expect(kinds(impact(before, after), 'aid')).toEqual([moreOrLess]);
    expect(kinds(impact(before, after), 'gone')).toEqual([moreOrLess]);
  });

  it('says so of one that had none before, and of one that has none any more', () => {
    const moreOrLess = `${priced} WHEN amount_now > amount_was THEN 3 WHEN amount_now < amount_was THEN 4 ELSE 0 END`;
    const none = side({ aid: { when: is('rural') } });
    for (const [one, other] of [
      [none, before],
      [before, none],
    ] as const) {
      expect(kinds(impact(one, other), 'aid')).toEqual([moreOrLess]);
    }
  });

  it('gives the unit of each amount as it is now, or else as it was', () => {
    const other = side({ aid: { when: is('rural'), grant: grant('household.loan.termMonths', 'months', 'month') } });
    const units = (one: ImpactSide, two: ImpactSide): unknown[] =>
      impactSql(one, two, { dialect: 'duckdb' }).rules.map(({ rule, unit, every }) => [rule.slice(10), unit, every]);
    expect(units(before, other)).toEqual([
      ['same', null, null],
      ['aid', 'months', 'month'],
      ['gone', 'months', 'year'],
    ]);
    expect(units(other, before).slice(0, 1)).toEqual([['aid', 'yuan', 'year']]);
  });

  it.each([
    { unit: 'months', every: 'year', amount: 'household.loan.termMonths' },
    { unit: 'yuan', every: 'month', amount: 'household.loan.amount' },
  ])('says that one amount is exchanged for another: $unit a $every', ({ amount, unit, every }) => {
    const other = side({ aid: { when: is('rural'), grant: grant(amount, unit, every) } });
    expect(kinds(impact(before, other), 'aid')).toEqual([`${priced} WHEN amount_now IS NOT NULL THEN 9 ELSE 0 END`]);
  });

  it('adds up what is granted for certain, and at most', () => {
    const money = (rule: string): string[] =>
      part(impact(before, after), 'household_sums')
        .filter((line) => line.includes(`${rule}_certain`) || line.includes(`${rule}_possible`))
        .map((line) => line.replaceAll(`tiny_rule_${rule}_`, ''));
    expect(money('aid')).toEqual([
      'coalesce(sum(CASE WHEN was = 1 THEN amount_was END), 0) AS certain_was,',
      'coalesce(sum(CASE WHEN now = 1 THEN amount_now END), 0) AS certain_now,',
      'coalesce(sum(amount_was), 0) AS possible_was,',
      'coalesce(sum(amount_now), 0) AS possible_now,',
    ]);
    expect(money('same')).toEqual([]);
    const sums = part(impact(before, after), 'person_sums').map((line) => line.replace(/.* AS /, ''));
    const counts = [...'123456789'].map((kind) => `tiny_rule_student_kind_${kind}`);
    expect(sums.map((line) => line.replace(',', ''))).toEqual(['SELECT', 'asked', ...counts, 'FROM person_changes']);
  });

  it('has a row for every rule', () => {
    const sql = impact(before, after, { dialect: 'postgres' });
    const rows = sql.slice(sql.indexOf('SELECT results.')).split('\n');
    const columns =
      'rule, asked, gains, loses, more, less, becomes_unknown, becomes_known, may_differ, still_not_met, exchanged, certain_before, certain_after, possible_before, possible_after';
    const row = (code: number, rule: string, ...money: string[]): string => {
      const counts = [...'123456789'].map((kind) => `${rule}_kind_${kind}`);
      const cells = ['asked', ...counts, ...money].map((cell) => `CAST(${cell} AS bigint)`);
      return `  (CAST(${code} AS smallint), ${cells.join(', ')})`;
    };
    const ends = ['certain_was', 'certain_now', 'possible_was', 'possible_now'];
    const none = ends.map(() => 'NULL');
    expect(rows).toEqual([
      `SELECT ${columns.replaceAll(/\w+/g, 'results.$&')}`,
      'FROM household_sums',
      'CROSS JOIN LATERAL (VALUES',
      `${row(1, 'tiny_rule_same', ...none)},`,
      `${row(2, 'tiny_rule_aid', ...ends.map((end) => `tiny_rule_aid_${end}`))},`,
      row(3, 'tiny_rule_gone', ...ends.map((end) => `tiny_rule_gone_${end}`)),
      `) AS results (${columns})`,
      'UNION ALL',
      `SELECT ${columns.replaceAll(/\w+/g, 'results.$&')}`,
      'FROM person_sums',
      'CROSS JOIN LATERAL (VALUES',
      row(4, 'tiny_rule_student', ...none),
      `) AS results (${columns})`,
    ]);
  });

  it('holds amounts against each other in the finer steps', () => {
    const [whole, parts] = ['household.loan.termMonths', 'household.loan.termMonths * 1.25'].map((amount) =>
      side({ aid: { grant: grant(amount, 'months') } }),
    ) as [ImpactSide, ImpactSide];
    const amounts = (one: ImpactSide, other: ImpactSide): string[] =>
      part(impact(one, other), 'household_changes').filter((line) => line.includes('_amount_'));
    expect(amounts(whole, parts)).toEqual([
      'CAST(loan_term_months AS BIGINT) * 100 AS tiny_rule_aid_amount_was,',
      'CAST(loan_term_months * 125 AS BIGINT) AS tiny_rule_aid_amount_now',
    ]);
    expect(amounts(parts, whole)).toEqual([
      'CAST(loan_term_months * 125 AS BIGINT) AS tiny_rule_aid_amount_was,',
      'CAST(loan_term_months AS BIGINT) * 100 AS tiny_rule_aid_amount_now',
    ]);
  });

  it('keeps what each side works out apart', () => {
    const facts = {
      'household.rich': { title: { zh: '富', en: 'rich' }, formula: 'household.rural and household.contacted' },
    };
    const { policy } = loadTiny({ facts, rules: { 'tiny.rule.one': tinyRule({ when: is('rich') }) } });
    const sql = impact({ policy, on: '2017-06-15' }, { policy, on: '2018-06-15' });
    expect(part(sql, 'was_household_facts').at(-2)).toBe('rural AND contacted AS was_rich');
    expect(part(sql, 'now_household_facts').slice(-2)).toEqual([
      'rural AND contacted AS now_rich',
      'FROM was_household_facts',
    ]);
    expect(part(sql, 'household_changes').at(-1)).toBe('FROM now_household_facts');
  });

  it('of nothing asked of households or persons is none', () => {
    const village = side({ one: { subject: 'village', when: leaf('village.hasRoster', 'equal', true) } });
    expect(impactSql(village, village, { dialect: 'duckdb' })).toMatchObject({ statements: [], rules: [] });
  });

  it('takes no households where facts hold for all', () => {
    const wrong = { ...after, facts: { household: {} } as never };
    expect(() => impactSql(before, wrong, { dialect: 'duckdb' })).toThrow(/facts\.household/);
  });
});
