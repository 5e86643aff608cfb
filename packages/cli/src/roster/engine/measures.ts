import { type Policy, rulesOn } from '@jingzhun/rules';
import type { RuleCode } from '@jingzhun/rules/sql';
import { numbers, type SqlSession } from '../sql-session.ts';
import type { Amount, Measure } from '../tally.ts';
import type { Level } from './typed-tables.ts';

/** Rules that fit into the bits of one whole number. */
const mostBits = 60;

/** Asks in how many households a person meets each rule, in the order of the rules; the answers stand one after another. */
export function metQueries(rules: readonly RuleCode[], from: string): string[] {
  return inLots(rules, mostBits).map((own) => {
    const bit = (place: number): bigint => 2n ** BigInt(place);
    const mask = own.map(({ column }, place) => `CASE WHEN ${column}_status = 1 THEN ${bit(place)} ELSE 0 END`);
    const counts = own.map((_, place) => `count(*) FILTER (WHERE met & ${bit(place)} <> 0)`);
    return `SELECT ${counts.join(', ')} FROM (
      SELECT bit_or(met) AS met FROM (SELECT household_id, CAST(${mask.join(' + ')} AS BIGINT) AS met FROM ${from}) AS persons WHERE met <> 0 GROUP BY household_id
    ) AS households`;
  });
}

export async function householdsMet(session: SqlSession, rules: readonly RuleCode[], from: string): Promise<number[]> {
  const met: number[] = [];
  for (const sql of metQueries(rules, from)) met.push(...(await numbers(session, sql)));
  return met;
}

function inLots<Each>(all: readonly Each[], size: number): Each[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, lot) => all.slice(lot * size, (lot + 1) * size));
}

/** The rules of each table, in order. */
export function rulesOf(rules: readonly RuleCode[]): Readonly<Record<Level, readonly RuleCode[]>> {
  const of = (level: Level) => rules.filter((rule) => rule.level === level);
  return { household: of('household'), person: of('person') };
}

/** What the results of one table come to, rule by rule. */
export interface RuleTotals {
  readonly rule: RuleCode;
  readonly findings: Measure['findings'];
  /** In steps of 1/scale. */
  readonly certain: bigint;
  readonly possible: bigint;
}

const statuses = ['unmet', 'met', 'unknown', 'not-applicable', 'not-in-force'] as const;

/** Rules whose sums are asked for at once: PostgreSQL gives no more than 1664 columns. */
const mostRules = 200;

/** Asks what the results of a table come to, rule by rule; the answers stand one after another. */
export const totalsQueries = (rules: readonly RuleCode[], from: string): string[] =>
  inLots(rules, mostRules).map((own) => `SELECT ${own.flatMap(sumsOf).join(', ')} FROM ${from}`);

export async function totalsIn(session: SqlSession, rules: readonly RuleCode[], from: string): Promise<RuleTotals[]> {
  const cells: unknown[] = [];
  for (const sql of totalsQueries(rules, from)) cells.push(...((await session.rows(sql))[0] ?? []));
  return totalsFrom(rules, cells);
}

/** Reads the answers. */
export const totalsFrom = (rules: readonly RuleCode[], cells: readonly unknown[]): RuleTotals[] =>
  rules.map((rule, place) => totalsOf(rule, cells.slice(place * sumsOfRule, (place + 1) * sumsOfRule)));

const sumsOfRule = statuses.length + 2;

function sumsOf({ column, scale }: RuleCode): string[] {
  const [status, amount] = [`${column}_status`, `${column}_amount`];
  const counts = statuses.map((_, code) => `count(*) FILTER (WHERE ${status} = ${code})`);
  return scale === null
    ? [...counts, '0', '0']
    : [...counts, `coalesce(sum(${amount}) FILTER (WHERE ${status} = 1), 0)`, `coalesce(sum(${amount}), 0)`];
}

function totalsOf(rule: RuleCode, cells: readonly unknown[]): RuleTotals {
  const findings = Object.fromEntries(statuses.map((status, code) => [status, Number(cells[code])]));
  const [certain, possible] = cells.slice(statuses.length).map((cell) => BigInt(String(cell)));
  return { rule, findings: findings as Measure['findings'], certain: certain ?? 0n, possible: possible ?? 0n };
}

/**
 * The same as the tally in memory gives. What is missing is not known here.
 *
 * @param householdsMet in how many households a person meets each rule, in the order of the rules asked of persons.
 */
export function measuresOf(
  policy: Policy,
  on: string,
  totals: Readonly<Record<Level, readonly RuleTotals[]>>,
  householdsMet: readonly number[],
): Measure[] {
  const households = new Map(totals.person.map(({ rule }, place) => [rule.rule, householdsMet[place] ?? 0]));
  const known = new Map([...totals.household, ...totals.person].map((each) => [each.rule.rule, each]));
  return rulesOn(policy, on).flatMap(({ id, kind, clause, asks }) => {
    const own = known.get(id);
    if (own === undefined) return [];
    const { rule, findings, certain, possible } = own;
    return [
      {
        rule: id,
        kind,
        clause,
        findings,
        households: rule.level === 'household' ? findings.met : (households.get(id) ?? 0),
        asks: asks[0] ?? '',
        amounts: amountsOf(rule, certain, possible),
        missing: [],
      },
    ];
  });
}

function amountsOf({ unit, every, scale }: RuleCode, certain: bigint, possible: bigint): Amount[] {
  if (unit === null || scale === null || possible === 0n) return [];
  const inUnits = (steps: bigint): number => Number(steps) / scale;
  return [{ unit, every: every ?? 'once', certain: inUnits(certain), possible: inUnits(possible) }];
}
