import type { Policy } from '@jingzhun/rules';
import { type TableColumn, tableColumns } from '@jingzhun/rules/sql';
import { fieldOf } from '@jingzhun/schemas';
import { JingzhunError, type Problem } from '@jingzhun/schemas/problem';
import { unusable } from '../../unusable.ts';
import { headerOf } from '../parquet-columns.ts';
import { type SqlSession, sqlName, sqlText } from '../sql-session.ts';
import { postgresColumn } from './postgres-column.ts';
import { type Level, type TypedTable, type TypedTables, together } from './typed-tables.ts';

/** The tables `household` and `person` of a schema; views will do as well. */
export async function describeSchema(session: SqlSession, schema: string, policy: Policy): Promise<TypedTables> {
  const wanted = tableColumns(policy, { dialect: 'postgres' });
  const problems: Problem[] = [];
  const tables = together(
    await describeTable(session, schema, 'household', wanted.household, problems),
    await describeTable(session, schema, 'person', wanted.person, problems),
  );
  if (problems.length > 0) throw new JingzhunError('wrong-column-type', problems);
  return tables;
}

async function describeTable(
  session: SqlSession,
  schema: string,
  level: Level,
  wanted: readonly TableColumn[],
  problems: Problem[],
): Promise<TypedTable> {
  const there = await typesIn(session, schema, level);
  const path = `${schema}.${level}`;
  if (there.size === 0)
    throw unusable(
      'no-table',
      '没有此表，或无权读取。所需的表见 jingzhun sql --tables --dialect postgres',
      'there is no such table, or it must not be read; jingzhun sql --tables --dialect postgres prints those that are needed',
      { path },
    );
  const key = there.get('household_id');
  if (key === undefined)
    throw unusable(
      'no-household-column',
      '缺少 household_id 列，不知道谁与谁同户',
      'there is no column household_id, so nobody knows who lives with whom',
      { path },
    );
  const wrongType = (name: string, is: string, type: string) =>
    problems.push({
      code: 'wrong-column-type',
      path: `${path}.${name}`,
      zh: `类型是 ${is}，应为 ${type}。可另建一个转换类型的视图`,
      en: `is of type ${is} and should be ${type}; a view can turn it into that`,
    });
  const columns = wanted.flatMap(({ name, fact, type }) => {
    const [field, stored] = [fieldOf(fact), there.get(name)];
    if (field === undefined || stored === undefined) return [];
    const column = postgresColumn(name, field, type, stored);
    if (column === undefined) wrongType(name, stored, type);
    return column ?? [];
  });
  const member = there.get('member');
  if (level === 'person' && member !== undefined && !/int/.test(member)) wrongType('member', member, 'bigint');
  const hasPersonId = there.has('person_id');
  return {
    level,
    from: `${sqlName(schema)}.${level}`,
    headers: [...there.keys()].filter((name) => name !== 'member').map((name) => headerOf(name, level)),
    key,
    hasPersonId,
    member:
      member === undefined
        ? `row_number() OVER (PARTITION BY household_id${hasPersonId ? ' ORDER BY person_id' : ''}) - 1`
        : 'CAST(member AS BIGINT)',
    columns,
    absent: wanted.filter(({ name }) => !there.has(name)),
  };
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
