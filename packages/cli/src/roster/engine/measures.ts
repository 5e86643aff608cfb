import { type Policy, rulesOn } from '@jingzhun/rules';
import type { RuleCode } from '@jingzhun/rules/sql';
import { type Database, sqlText } from '../duckdb.ts';
import type { Amount, Measure } from '../tally.ts';
import type { Level } from './pair.ts';
import { numbers } from './range-tables.ts';

/** Rules that fit into the bits of one whole number. */
const mostBits = 60;

/** In how many households of a range a person meets each rule, in the order of the rules. */
export async function householdsMet(database: Database, rules: readonly RuleCode[], file: string): Promise<number[]> {
  const met: number[] = [];
  for (let start = 0; start < rules.length; start += mostBits) {
    const own = rules.slice(start, start + mostBits);
    const mask = own
      .map(({ column }, bit) => `CASE WHEN ${column}_status = 1 THEN ${2n ** BigInt(bit)} ELSE 0 END`)
      .join(' + ');
    const counts = own.map((_, bit) => `count_if(met & ${2n ** BigInt(bit)} <> 0)::DOUBLE`);
    met.push(
      ...(await numbers(
        database,
        `SELECT ${counts.join(', ')} FROM (
          SELECT bit_or(met) AS met FROM (SELECT household_id, CAST(${mask} AS BIGINT) AS met FROM read_parquet(${sqlText(file)})) WHERE met <> 0 GROUP BY household_id
        )`,
      )),
    );
  }
  return met;
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

export async function totalsIn(database: Database, rules: readonly RuleCode[], files: string): Promise<RuleTotals[]> {
  const sums = rules.flatMap(({ column, scale }) => {
    const status = `${column}_status`;
    const counts = statuses.map((_, code) => `count_if(${status} = ${code})`);
    const amount = `${column}_amount`;
    return scale === null
      ? [...counts, '0', '0']
      : [...counts, `coalesce(sum(${amount}) FILTER (WHERE ${status} = 1), 0)`, `coalesce(sum(${amount}), 0)`];
  });
  const found = await database.connection.runAndReadAll(
    `SELECT ${sums.map((sum) => `CAST(${sum} AS HUGEINT)`).join(', ')} FROM read_parquet(${sqlText(files)})`,
  );
  const row = (found.getRows()[0] ?? []) as bigint[];
  return rules.map((rule, index) => {
    const own = row.slice(index * (statuses.length + 2), (index + 1) * (statuses.length + 2)) as bigint[];
    const findings = Object.fromEntries(statuses.map((status, code) => [status, Number(own[code])]));
    return {
      rule,
      findings: findings as Measure['findings'],
      certain: own[statuses.length] ?? 0n,
      possible: own[statuses.length + 1] ?? 0n,
    };
  });
}

/** The same as the tally in memory gives. What is missing is not known here. */
export function measuresOf(
  policy: Policy,
  on: string,
  totals: Readonly<Record<Level, readonly RuleTotals[]>>,
  households: ReadonlyMap<string, number>,
): Measure[] {
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
