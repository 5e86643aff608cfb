import { toSql } from '@jingzhun/rules/sql';
import { describe, expect, it } from 'vitest';
import { embedded } from '../../policies.gen.ts';
import { answersIn } from '../spark-sql.ts';
import { decidingScript, describedTables, describingScript } from './spark-script.ts';

const policy = await (embedded['ruyuan-2016'] as NonNullable<(typeof embedded)[string]>).policy();
const places = { household: 'hdfs://n/in/household.parquet', person: 'hdfs://n/in/person.parquet' };

const described = (person = 'household_id\tint\nschool_stage \tstring \t \nincome\tdouble') =>
  describedTables(
    places,
    answersIn(
      `jingzhun asks household\nhousehold_id\tbigint\nregistered\tboolean\ntype\tstring\nhousing_work\tvarchar(9)\njingzhun asks person\n${person}\n`,
    ),
    policy,
  );

describe('what Spark is told', () => {
  it('asks for the columns of both tables', () => {
    expect(describingScript(places).text).toBe(
      "SELECT 'jingzhun asks household';\nDESCRIBE QUERY SELECT * FROM parquet.`hdfs://n/in/household.parquet`;\n" +
        "SELECT 'jingzhun asks person';\nDESCRIBE QUERY SELECT * FROM parquet.`hdfs://n/in/person.parquet`;\n",
    );
  });

  it('reads what is there, and takes for unknown what is not or cannot be used', async () => {
    const tables = described();
    expect(tables.key).toBe('STRING');
    expect(tables.match.unmatched.map(({ header }) => header)).toEqual(['person.income']);
    const sql = toSql(policy, { on: '2017-09-01', dialect: 'spark', form: 'wide' });
    const { text } = await decidingScript(tables, sql, "hdfs://n/o'ut");
    const statements = text.split(';\n');
    const starting = (begin: string) => statements.filter((each) => each.startsWith(begin));
    const [household, person] = starting('CREATE OR REPLACE TEMP VIEW');
    expect(household).toContain(
      `CASE WHEN NOT coalesce("type" IS NOT NULL AND NOT coalesce("type" IN (`.replaceAll(
        '"type"',
        'CAST("type" AS STRING)',
      ),
    );
    expect(household).toContain('CAST(NULL AS BOOLEAN) AS "housing_needs_renovation"');
    expect(person).toContain('row_number() OVER (PARTITION BY household_id ORDER BY household_id) - 1 AS member');
    expect(person).not.toContain('income"');
    // The last one tells that all are there.
    expect(starting('CREATE TABLE').map((each) => each.split(' AS\n')[0])).toEqual(
      ['household', 'person', 'rules.parquet', 'statuses.parquet'].map(
        (name) => `CREATE TABLE result_${name.split('.')[0]} USING parquet LOCATION 'hdfs://n/o\\'ut/${name}'`,
      ),
    );
    const asked = [...text.matchAll(/^SELECT 'jingzhun asks (.*)';$/gm)].map(([, name]) => name);
    expect(asked).toEqual([
      'totals household 0',
      'totals person 0',
      'met 0',
      'bad household',
      'bad person',
      'faults',
      'stray 0',
      'stray 1',
      'all',
      'decided',
    ]);
  });

  it('is not told of tables without household_id, or of columns of another type', () => {
    expect(() => described('person_id\tint')).toThrow('there is no column household_id');
    expect(() => described('household_id\tint\nschool_stage\tint\nmember\tdouble')).toThrow(
      /person\.parquet\.school_stage.*\n?.*member/s,
    );
  });
});
