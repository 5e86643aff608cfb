import { toSql } from '@jingzhun/rules/sql';
import { unusable } from '../../unusable.ts';
import type { Question } from '../decide-rows.ts';
import type { Postgres } from '../postgres.ts';
import { numbers, sqlName, sqlText } from '../sql-session.ts';
import type { DecidedTables } from './decided-tables.ts';
import { dictionaryTables } from './dictionary-tables.ts';
import { householdsMet, measuresOf, rulesOf, totalsIn } from './measures.ts';
import { describeSchema } from './postgres-tables.ts';
import { hasHousehold, type Level } from './typed-tables.ts';
import { unusableValues } from './unusable-values.ts';
import { countRows, findKeyFaults, openRows, rowsWithoutHousehold } from './usable-rows.ts';

/** Where the households stand, and where the results are to stand. */
export interface Schemas {
  readonly from: string;
  readonly to: string;
}

/**
 * Decides the households of a schema inside PostgreSQL, into tables of a schema that is made for them. All of it is one transaction that
 * sees the tables as they are when it begins; the caller commits it.
 */
export async function decideSchema(
  session: Postgres,
  schemas: Schemas,
  { policy, text, days, language }: Question,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (done: number, of: number) => void },
): Promise<DecidedTables> {
  const { statements, rules, dictionary } = toSql(policy, {
    ...days,
    dialect: 'postgres',
    form: 'wide',
    text,
    language,
  });
  const results = [...statements, ...dictionaryTables(dictionary, rules)];
  const steps = results.length + 3;
  let done = 0;
  const next = () => {
    signal.throwIfAborted();
    progress(++done, steps);
  };
  await begin(session);
  await makeSchema(session, schemas.to);
  const tables = await describeSchema(session, schemas.from, policy);
  const { problems, repairs } = await unusableValues(session, tables);
  next();
  const where = hasHousehold(tables);
  const faults = await findKeyFaults(session, tables, where);
  await openRows(session, tables, where, repairs, faults);
  next();
  const place = (name: string): string => `${sqlName(schemas.to)}.${name}`;
  for (const { name, sql } of results) {
    await session.rows(`CREATE TABLE ${place(name)} AS\n${sql}`);
    next();
  }
  const asked = rulesOf(rules);
  const totalsOf = async (level: Level) => totalsIn(session, asked[level], place(level));
  const totals = { household: await totalsOf('household'), person: await totalsOf('person') };
  const met = await householdsMet(session, asked.person, place('person'));
  const [all, decided] = [await countRows(session, tables), await countRows(session)];
  next();
  return {
    match: tables.match,
    ...decided,
    leftOut: all.persons - decided.persons,
    problems: [...problems, ...faults.problems, ...(await rowsWithoutHousehold(session, tables))],
    measures: measuresOf(policy, days.on, totals, met),
  };
}

async function begin(session: Postgres): Promise<void> {
  await session.rows('BEGIN ISOLATION LEVEL REPEATABLE READ');
  // Nothing of a schema can stand in the way of a function, an operator or one of the views.
  await session.rows('SET LOCAL search_path = pg_catalog, pg_temp');
  await session.rows('SET LOCAL standard_conforming_strings = on');
}

async function makeSchema(session: Postgres, schema: string): Promise<void> {
  const [taken] = await numbers(session, `SELECT count(*) FROM pg_namespace WHERE nspname = ${sqlText(schema)}`);
  if (taken !== 0)
    throw unusable(
      'schema-taken',
      `已有模式 ${schema}。结果不覆盖任何已有的表，请另写一个新模式的名字`,
      `the schema ${schema} is there already; results never take the place of something else, so name a new one`,
      { path: '--out' },
    );
  await session.rows(`CREATE SCHEMA ${sqlName(schema)}`);
}
