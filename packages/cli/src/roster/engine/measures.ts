import { type Policy, rulesOn } from '@jingzhun/rules';
import type { RuleCode } from '@jingzhun/rules/sql';
import { numbers, type SqlSession } from '../sql-session.ts';
import type { Amount, Measure } from '../tally.ts';
import type { Level } from './typed-tables.ts';

/** Rules that fit into the bits of one whole number. */
const mostBits = 60;

/** In how many households a person meets each rule, in the order of the rules. */
export async function householdsMet(session: SqlSession, rules: readonly RuleCode[], from: string): Promise<number[]> {
  const met: number[] = [];
  for (let start = 0; start < rules.length; start += mostBits) {
    const own = rules.slice(start, start + mostBits);
    const mask = own
      .map(({ column }, bit) => `CASE WHEN ${column}_status = 1 THEN ${2n ** BigInt(bit)} ELSE 0 END`)
      .join(' + ');
    const counts = own.map((_, bit) => `count(*) FILTER (WHERE met & ${2n ** BigInt(bit)} <> 0)`);
    met.push(
      ...(await numbers(
        session,
        `SELECT ${counts.join(', ')} FROM (
          SELECT bit_or(met) AS met FROM (SELECT household_id, CAST(${mask} AS BIGINT) AS met FROM ${from}) AS persons WHERE met <> 0 GROUP BY household_id
        ) AS households`,
      )),
    );
  }
  return met;
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

export async function totalsIn(session: SqlSession, rules: readonly RuleCode[], from: string): Promise<RuleTotals[]> {
  const totals: RuleTotals[] = [];
  for (let start = 0; start < rules.length; start += mostRules) {
    const own = rules.slice(start, start + mostRules);
    const sums = own.flatMap(sumsOf).map((sum) => `CAST(${sum} AS VARCHAR)`);
    const [row = []] = await session.rows(`SELECT ${sums.join(', ')} FROM ${from}`);
    totals.push(...own.map((rule, index) => totalsOf(rule, row.slice(index * sumsOfRule, (index + 1) * sumsOfRule))));
  }
  return totals;
}

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
