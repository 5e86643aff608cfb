// Every household of two tables, decided in DuckDB. The households are invented (合成数据).
import { DuckDBInstance } from '@duckdb/node-api';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { tableDdl, toSql } from '@jingzhun/rules/sql';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
for (const { sql } of tableDdl(ruyuan2016, { dialect: 'duckdb' })) await connection.run(sql);

await connection.run(`INSERT INTO household BY NAME
  FROM (VALUES (1, true, true, 'repair'), (2, true, true, NULL), (3, false, NULL, NULL))
    AS rows(household_id, registered, housing_needs_renovation, housing_work)`);
await connection.run(`INSERT INTO person BY NAME
  FROM (VALUES (1, 'mother', 0, 'none', NULL), (1, 'son', 1, 'undergraduate', true), (2, 'daughter', 0, 'primary', NULL))
    AS rows(household_id, person_id, member, school_stage, studies_full_time)`);

const { statements, rules } = toSql(ruyuan2016, {
  on: '2017-09-01',
  dialect: 'duckdb',
  form: 'totals',
  rules: ['ruyuan.housing.repair-2000', 'ruyuan.education-aid.university', 'ruyuan.education-aid.primary-and-junior'],
});
for (const { sql } of statements) {
  const result = await connection.runAndReadAll(sql);
  for (const { rule, met, unmet, unknown, certain, possible } of result.getRowObjects()) {
    const { clause, rule: id } = rules.find(({ code }) => code === rule) ?? {};
    const [sure, most] = [certain, possible].map((fen) => Number(fen) / 100);
    console.log(
      `${clause}  ${id}: ${met} met, ${unmet} unmet, ${unknown} unknown; ${sure} yuan for certain, at most ${most}`,
    );
  }
}
connection.closeSync();
