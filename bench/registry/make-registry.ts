import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { COLUMNS } from '../../examples/rosters/synthetic/columns.ts';
import { type CountyPatterns, writePatterns } from './county-patterns.ts';

export interface RegistryOptions {
  readonly households: number;
  readonly seed: number;
  /** A file for csv, a folder for parquet. */
  readonly out: string;
  readonly format: 'csv' | 'parquet';
  /** Counties that are invented one by one, 8 by default; more repeat less and take longer. */
  readonly patterns?: number;
}

/**
 * Writes a synthetic (合成数据) registry: invented counties one after another, each with the printed totals of the county roster. The
 * first ones are invented person by person; each after them repeats one of these, drawn by the seed, with numbers, birthdays,
 * incomes and insurance of its own. The last county is cut off where the households are enough.
 *
 * Equal options give equal tables (with one version of DuckDB, whose hash is drawn from). Rows are made as they are written: memory does not grow with them.
 */
export async function makeRegistry(options: RegistryOptions): Promise<{ readonly persons: number }> {
  const { households, seed, out, format, patterns: invented = 8 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB', temp_directory: folder });
  try {
    const connection = await instance.connect();
    // The numbers stay on the side of the join whose order is kept: otherwise the rows would have to be sorted.
    await connection.run("set disabled_optimizers = 'join_order,build_side_probe_side'");
    const patterns = await loadPatterns(connection, folder, seed, invented);
    const persons = await personsOf(connection, patterns, seed, households);
    if (format === 'csv') {
      mkdirSync(dirname(out), { recursive: true });
      await connection.run(`copy (${rowsSql(patterns, seed, persons)}) to ${text(out)} (format csv, header)`);
    } else {
      mkdirSync(out, { recursive: true });
      const settings = "(format parquet, compression zstd, kv_metadata {synthetic: '合成数据'})";
      const tables = {
        household: householdsSql(patterns, seed, households),
        person: personsSql(patterns, seed, persons),
      };
      for (const [name, sql] of Object.entries(tables))
        await connection.run(`copy (${sql}) to ${text(join(out, `${name}.parquet`))} ${settings}`);
    }
    return { persons };
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function loadPatterns(
  connection: DuckDBConnection,
  folder: string,
  seed: number,
  count: number,
): Promise<CountyPatterns> {
  const patterns = writePatterns(folder, seed, count);
  const keys = { pattern: 'INTEGER', household: 'INTEGER', person: 'INTEGER', member: 'INTEGER' };
  const { pattern, household, ...ofPerson } = keys;
  const typed = (entity: 'household' | 'person') =>
    patterns.columns[entity].map(({ name, type }) => [name, type] as const);
  const types = {
    household: { pattern, household, persons_before: 'INTEGER', ...Object.fromEntries(typed('household')) },
    person: { pattern, household, ...ofPerson, ...Object.fromEntries(typed('person')) },
    row: { ...keys, ...Object.fromEntries(COLUMNS.map((column) => [column, 'VARCHAR'])) },
  };
  for (const [table, path] of Object.entries(patterns.files)) {
    const columns = Object.entries(types[table as keyof typeof types]).map(
      ([name, type]) => `${quoted(name)}: ${text(type)}`,
    );
    await connection.run(
      `create table pattern_${table} as from read_json(${text(path)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`,
    );
  }
  return patterns;
}

/** Which pattern a county follows: the first ones each their own. */
const patternOf = (county: string, { count }: CountyPatterns, seed: number): string =>
  `case when ${county} < ${count} then ${county} else hash(${seed}, ${county}) % ${count} end::integer`;

async function personsOf(
  connection: DuckDBConnection,
  patterns: CountyPatterns,
  seed: number,
  households: number,
): Promise<number> {
  const whole = Math.floor(households / patterns.households);
  const left = households % patterns.households;
  if (left === 0) return whole * patterns.persons;
  const found = await connection.runAndReadAll(
    `select persons_before from pattern_household where household = ${left} and pattern = ${patternOf(String(whole), patterns, seed)}`,
  );
  return whole * patterns.persons + Number(found.getRows()[0]?.[0]);
}

/** No region's code begins with 99. Numbers are of one length, so that their order as texts is their order. */
const householdId = "'99' || lpad(county::varchar, 5, '0') || lpad((p.household + 1)::varchar, 4, '0')";
const personId = `${householdId} || lpad((p.member + 1)::varchar, 2, '0')`;
const countyName = "'合成' || (county + 1) || '县'";

/** What differs between counties of one pattern. Each stays on its side of every line that a total was counted by. */
function variations(seed: number) {
  const drawn = (what: string, below: number, of: string) =>
    `(hash(${seed}, ${text(what)}, county, ${of}) % ${below})::integer`;
  const often = (what: string, is: number, isNot: number) => {
    const draw = drawn(what, 100, 'p.person');
    return `case when ${draw} < ${is} then true when ${draw} < ${is + isNot} then false end`;
  };
  return {
    /** Between nine tenths and all of the pattern's, to the fen. */
    income: (income: string) =>
      `(${income} * (100000 - ${drawn('income', 10_001, 'p.household')}) / 100000)::decimal(18,2)`,
    /** Another day of the same year of age, which ends on 31 August as the school year does. */
    birthDate: (date: string) =>
      `make_date(year(${date} + interval 4 month), 8, 31) - ${drawn('birth', 365, 'p.person')}`,
    medicalInsured: often('medical', 95, 3),
    seriousIllnessCovered: often('serious', 88, 7),
  };
}

function householdsSql(patterns: CountyPatterns, seed: number, households: number): string {
  const own: Record<string, string> = {
    county_name: countyName,
    per_capita_disposable_income: variations(seed).income('p.per_capita_disposable_income'),
  };
  const columns = patterns.columns.household.map(({ name }) => `${own[name] ?? `p.${name}`} as ${name}`);
  return `
    select ${householdId} as household_id, true as synthetic, ${columns.join(', ')}
    from (select i // ${patterns.households} as county, i % ${patterns.households} as place from range(${households}) as r(i)) as wanted
    join pattern_household as p
      on p.pattern = ${patternOf('county', patterns, seed)} and p.household = wanted.place`;
}

const ofPersons = (table: string, patterns: CountyPatterns, seed: number, persons: number): string => `
    from (select i // ${patterns.persons} as county, i % ${patterns.persons} as place from range(${persons}) as r(i)) as wanted
    join ${table} as p
      on p.pattern = ${patternOf('county', patterns, seed)} and p.person = wanted.place`;

function personsSql(patterns: CountyPatterns, seed: number, persons: number): string {
  const vary = variations(seed);
  const own: Record<string, string> = {
    birth_date: `(${vary.birthDate('p.birth_date')})::date`,
    medical_insured: vary.medicalInsured,
    serious_illness_covered: vary.seriousIllnessCovered,
  };
  const columns = patterns.columns.person.map(({ name }) => `${own[name] ?? `p.${name}`} as ${name}`);
  return `
    select ${householdId} as household_id, ${personId} as person_id, p.member, true as synthetic, ${columns.join(', ')}
    ${ofPersons('pattern_person', patterns, seed, persons)}`;
}

/** The same registry in the words of the county roster. */
function rowsSql(patterns: CountyPatterns, seed: number, persons: number): string {
  const vary = variations(seed);
  const word = (truth: string) => `case ${truth} when true then '是' when false then '否' else '' end`;
  const own: Partial<Record<(typeof COLUMNS)[number], string>> = {
    户编号: householdId,
    人编号: personId,
    '县（市、区）': countyName,
    人均可支配收入: vary.income('p."人均可支配收入"::decimal(18,2)'),
    出生日期: `(${vary.birthDate('p."出生日期"::date')})::date`,
    城乡居民医保: word(vary.medicalInsured),
    大病保险: word(vary.seriousIllnessCovered),
  };
  const columns = COLUMNS.map((name) => `${own[name] ?? `p.${quoted(name)}`} as ${quoted(name)}`);
  return `select ${columns.join(', ')} ${ofPersons('pattern_row', patterns, seed, persons)}`;
}
