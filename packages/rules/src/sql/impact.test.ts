import type { Case } from '@jingzhun/schemas';
import { describe, expect, it } from 'vitest';
import { randomHouseholds } from '../../../../bench/random-households.ts';
import { changeDays } from '../compile/regime.ts';
import { assess, type Verdict } from '../decide/assess.ts';
import type { Policy } from '../model/policy.ts';
import { huayang2016 } from '../policies/huayang-2016.gen.ts';
import { hubei2016 } from '../policies/hubei-2016.gen.ts';
import { ruyuan2016 } from '../policies/ruyuan-2016.gen.ts';
import { loadTiny, tinyRule } from '../testing/tiny-policy.ts';
import { levelOf } from './columns.ts';
import { impactSql, kindCodes } from './impact.ts';
import { caseRows, tabular } from './testing/case-rows.ts';
import { loaded } from './testing/in-duckdb.ts';

type Kind = keyof typeof kindCodes;

/** The same by two verdicts of `assess`. */
function kindOf(before: Verdict, after: Verdict): Kind | undefined {
  const [met, unknown] = ['met', 'unknown'] as const;
  if (before.status === unknown && after.status !== unknown) return 'becomes_known';
  if (before.status === unknown) return before.amount === after.amount ? undefined : 'may_differ';
  if (after.status === unknown) return 'becomes_unknown';
  if (before.status !== met)
    return after.status === met ? 'gains' : before.status === after.status ? undefined : 'still_not_met';
  if (after.status !== met) return 'loses';
  if (before.amount === after.amount) return undefined;
  if (after.amount === null) return 'becomes_unknown';
  if (before.amount === null) return 'becomes_known';
  return after.amount > before.amount ? 'more' : 'less';
}

/** The policy with every amount of money a tenth more from a day on, as an amendment would make it. */
function raised(policy: Policy): Policy {
  const parameters = Object.fromEntries(
    Object.entries(policy.parameters).map(([name, parameter]) => [
      name,
      {
        ...parameter,
        values: parameter.values.map((each) =>
          typeof each.value === 'number' ? { ...each, value: each.value + 10 } : each,
        ),
      },
    ]),
  );
  return { ...policy, parameters };
}

const sides = [ruyuan2016, hubei2016, huayang2016].flatMap((policy) => {
  const days = changeDays(policy);
  const [first = '', middle = ''] = [days[0], days[Math.floor(days.length / 2)]];
  return [
    { policy, before: { policy, on: first }, after: { policy, on: middle } },
    { policy, before: { policy, on: middle }, after: { policy: raised(policy), on: '2018-12-31' } },
  ];
});

describe('SQL of the impact of a change', () => {
  it.each(sides)(
    'counts what two calls of assess tell apart: $policy.id, $before.on, $after.on',
    async ({ policy, before, after }) => {
      const cases = [...randomHouseholds(policy, 150, 11)].map((each) => tabular(policy, each));
      const { statements, rules } = impactSql(before, after, { dialect: 'duckdb' });
      const connection = await loaded(caseRows(policy, cases));
      const found = new Map<string, Record<string, unknown>>();
      for (const { sql } of statements) {
        for (const row of (await connection.runAndReadAll(sql)).getRowObjects()) {
          found.set(rules.find(({ code }) => code === row.rule)?.rule ?? '', row);
        }
      }
      connection.closeSync();
      const counts = new Map<string, Record<string, number>>();
      const asked = new Set(policy.rules.filter((rule) => levelOf(rule) !== undefined).map(({ id }) => id));
      let changes = 0;
      for (const each of cases) {
        const later = new Map(
          assess(after.policy, each, after).map((verdict) => [`${verdict.rule} ${verdict.member}`, verdict]),
        );
        for (const verdict of assess(before.policy, each, before) as Verdict[]) {
          if (!asked.has(verdict.rule as never)) continue;
          const count =
            counts.get(verdict.rule) ??
            Object.fromEntries([...Object.keys(kindCodes), 'asked', 'before', 'after'].map((kind) => [kind, 0]));
          counts.set(verdict.rule, count);
          const add = (key: string, by: number): void => {
            count[key] = (count[key] ?? 0) + by;
          };
          const now = later.get(`${verdict.rule} ${verdict.member}`) as Verdict;
          add('asked', 1);
          const kind = kindOf(verdict, now);
          if (kind !== undefined) add(kind, 1);
          if (kind !== undefined) changes++;
          const scale = rules.find(({ rule }) => rule === verdict.rule)?.scale ?? 0;
          if (verdict.status === 'met') add('before', Math.round((verdict.amount ?? 0) * scale));
          if (now.status === 'met') add('after', Math.round((now.amount ?? 0) * scale));
        }
      }
      for (const [rule, { before: certainBefore, after: certainAfter, ...count }] of counts) {
        const row = found.get(rule) ?? {};
        const seen = Object.fromEntries(Object.keys(count).map((key) => [key, Number(row[key])]));
        expect({ rule, ...seen }).toEqual({ rule, ...count });
        expect([Number(row.certain_before), Number(row.certain_after)]).toEqual([certainBefore, certainAfter]);
      }
      expect(found.size).toBe(counts.size);
      expect(changes).toBeGreaterThan(0);
    },
  );
});

describe('SQL of the impact on a rule', () => {
  const grant = (amount: string) => ({ what: 'aid', amount, unit: 'persons', per: 'household', every: 'year' });
  const policyOf = (rules: Readonly<Record<string, string>>): Policy =>
    loadTiny({
      rules: Object.fromEntries(
        Object.entries(rules).map(([id, amount]) => [`tiny.rule.${id}`, tinyRule({ grant: grant(amount) })]),
      ),
    }).policy;

  it.each(['duckdb', 'postgres', 'spark'] as const)(
    'holds amounts in different steps against each other, and a rule that one side does not have: %s',
    async (dialect) => {
      const before = policyOf({ both: 'household.memberCount + 1[person]', old: 'household.memberCount' });
      const after = policyOf({ both: 'household.memberCount * 1.25', new: 'household.memberCount' });
      const on = '2017-06-15';
      const { statements, rules } = impactSql({ policy: before, on }, { policy: after, on }, { dialect });
      expect(rules.map(({ rule, scale }) => [rule, scale])).toEqual([
        ['tiny.rule.both', 100],
        ['tiny.rule.old', 1],
        ['tiny.rule.new', 1],
      ]);
      if (dialect !== 'duckdb') return;
      // A quarter more is less than one more for two and for three, as much for four, and more for eight.
      const cases = [2, 3, 4, 8].map((memberCount) => ({ household: { memberCount, members: [] } }) as Case);
      const connection = await loaded(caseRows(after, cases));
      const [{ sql } = { sql: '' }] = statements;
      const found = (await connection.runAndReadAll(sql)).getRowObjects();
      connection.closeSync();
      const [both, old, young] = found.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)])),
      );
      expect(both).toMatchObject({ asked: 4, more: 1, less: 2, certain_before: 2100, certain_after: 2125 });
      expect(old).toMatchObject({ certain_before: 17, certain_after: 0 });
      expect(young).toMatchObject({ certain_before: 0, certain_after: 17 });
    },
  );
});
