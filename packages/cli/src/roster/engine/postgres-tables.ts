import type { Policy } from '@jingzhun/rules';
import { tableColumns } from '@jingzhun/rules/sql';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { unusable } from '../../unusable.ts';
import { type SqlSession, sqlName, sqlText } from '../sql-session.ts';
import { postgresColumns } from './postgres-column.ts';
import { type DescribedTable, strictTable } from './strict-table.ts';
import { type Level, type TypedTables, together } from './typed-tables.ts';

/** The tables `household` and `person` of a schema; views will do as well. */
export async function describeSchema(session: SqlSession, schema: string, policy: Policy): Promise<TypedTables> {
  const wanted = tableColumns(policy, { dialect: 'postgres' });
  const problems: Problem[] = [];
  const typed = async (level: Level) =>
    strictTable(await describeTable(session, schema, level), wanted[level], postgresColumns, problems);
  const tables = together(await typed('household'), await typed('person'));
  if (problems.length > 0) throw new JingzhunError('wrong-column-type', problems);
  return tables;
}

async function describeTable(session: SqlSession, schema: string, level: Level): Promise<DescribedTable> {
  const [path, types] = [`${schema}.${level}`, await typesIn(session, schema, level)];
  if (types.size > 0) return { level, from: `${sqlName(schema)}.${level}`, path, types };
  throw unusable(
    'no-table',
    '没有此表，或无权读取。所需的表见 jingzhun sql --tables --dialect postgres',
    'there is no such table, or it must not be read; jingzhun sql --tables --dialect postgres prints those that are needed',
    { path },
  );
}

/** The types of a table's columns without their sizes; those of a domain and of an enumeration are the ones behind it. */
async function typesIn(session: SqlSession, schema: string, table: Level): Promise<Map<string, string>> {
  const found = await session.rows(`
    SELECT attname, CASE WHEN type.typtype = 'e' THEN 'text'
      ELSE format_type(CASE type.typtype WHEN 'd' THEN type.typbasetype ELSE type.oid END, NULL) END
    FROM pg_attribute JOIN pg_class AS class ON class.oid = attrelid JOIN pg_namespace AS schema ON schema.oid = relnamespace
    JOIN pg_type AS type ON type.oid = atttypid
    WHERE nspname = ${sqlText(schema)} AND relname = ${sqlText(table)} AND relkind IN ('r', 'p', 'v', 'm', 'f')
    AND attnum > 0 AND NOT attisdropped ORDER BY attnum`);
  return new Map(found.map(([name, type]) => [String(name), String(type)]));
}
