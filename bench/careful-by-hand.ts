import { checkOf } from '../packages/cli/src/roster/engine/value-check.ts';
import { fieldOf } from '../packages/schemas/src/index.ts';

/** A column of a table of the registry, and the fact that it holds. */
export interface HeldColumn {
  readonly name: string;
  readonly fact: string;
}

const every = (list: string, check: string): string => `len(list_filter(${list}, entry -> NOT (${check}))) = 0`;

/** How many values of each column are none: the obvious way, one count a column. */
export function badValues(table: string, columns: readonly HeldColumn[]): string {
  const counts = columns.flatMap(({ name, fact }) => {
    const field = fieldOf(fact);
    const check = field === undefined ? undefined : checkOf(name, field, every);
    return check === undefined ? [] : [`count(*) FILTER (WHERE NOT (${check})) AS ${name}`];
  });
  return `SELECT ${counts.join(', ')} FROM ${table}`;
}

/** Whoever stands there twice, and persons without a household. */
export const wrongKeys: readonly string[] = [
  'SELECT count(*) FROM (SELECT household_id FROM household GROUP BY household_id HAVING count(*) > 1)',
  'SELECT count(*) FROM (SELECT household_id, person_id FROM person GROUP BY household_id, person_id HAVING count(*) > 1)',
  'SELECT count(*) FROM person ANTI JOIN household USING (household_id)',
];

/** A rule as its columns are called, and whether it grants an amount. */
export interface SummedRule {
  readonly name: string;
  readonly isGranted: boolean;
}

/** What the rows of a table that were written come to, and in how many households somebody meets a rule. */
export function sumsOf(file: string, rules: readonly SummedRule[], householdsToo: boolean): string {
  const sums = rules.flatMap(({ name, isGranted }) => [
    ...[0, 1, 2].map((code) => `sum(CASE WHEN ${name} = ${code} THEN 1 ELSE 0 END)`),
    ...(isGranted ? [`sum(CASE WHEN ${name} = 1 THEN ${name}_amount ELSE 0 END)`, `sum(${name}_amount)`] : ['0', '0']),
    ...(householdsToo ? [`count(DISTINCT CASE WHEN ${name} = 1 THEN household_id END)`] : []),
  ]);
  return `SELECT ${sums.join(', ')} FROM '${file}'`;
}
