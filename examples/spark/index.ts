// A few households, decided by Spark SQL under one policy. They are invented (合成数据).
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ruyuan2016 } from '@jingzhun/rules/policies/ruyuan-2016';
import { tableDdl, toSql } from '@jingzhun/rules/sql';

const household = [
  { household_id: 1, registered: true, type: 'dibao', housing_needs_renovation: true, housing_work: 'new-build' },
  { household_id: 2, registered: true, type: 'general', housing_needs_renovation: true },
  { household_id: 3, registered: false },
];
const person = [
  { household_id: 1, person_id: 'a', member: 0, registered: true, labour_ability: 'none' },
  { household_id: 2, person_id: 'b', member: 0, registered: true, labour_ability: 'able' },
  { household_id: 2, person_id: 'c', member: 1, registered: true, school_stage: 'preschool' },
];

const { statements, rules } = toSql(ruyuan2016, {
  on: '2017-09-01',
  dialect: 'spark',
  form: 'rows',
  rules: ['ruyuan.housing.new-build-10000', 'ruyuan.education-aid.preschool', 'ruyuan.entitlement.asset-income-2000'],
});

// Buckets keep a household and its persons on the same machine.
const buckets = 'USING parquet CLUSTERED BY (household_id) SORTED BY (household_id) INTO 4 BUCKETS';
const tables = tableDdl(ruyuan2016, { dialect: 'spark' }).map(({ name, sql }) => ({ name, sql: `${sql} ${buckets}` }));

const folder = mkdtempSync(join(tmpdir(), 'jingzhun-spark-'));
const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
writeFileSync(join(folder, 'household.jsonl'), lines(household));
writeFileSync(join(folder, 'person.jsonl'), lines(person));
writeFileSync(join(folder, 'tables.json'), JSON.stringify(tables));
writeFileSync(join(folder, 'query.sql'), statements[0]?.sql ?? '');

const submit = process.env.SPARK_SUBMIT ?? 'spark-submit';
const script = new URL('decide.py', import.meta.url).pathname;
const { error, status, stdout, stderr } = spawnSync(submit, [script, folder], { cwd: folder, encoding: 'utf8' });
if (error !== undefined) {
  console.log(`没有 Spark（${submit}），未运行；查询为 ${statements[0]?.sql.length} 个字符。`);
  console.log(`There is no Spark (${submit}), nothing was run; the query has ${statements[0]?.sql.length} characters.`);
} else if (status !== 0) {
  console.error(stderr);
  process.exitCode = 1;
} else {
  const statuses = ['unmet', 'met', 'unknown', 'not applicable', 'not in force'];
  const results = globSync(join(folder, 'results/*.json'))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))
    .sort((a, b) => a.household_id - b.household_id || a.member - b.member || a.rule - b.rule);
  for (const { household_id, member, rule, status: code, amount } of results) {
    const of = rules.find((each) => each.code === rule);
    const who = member < 0 ? `household ${household_id}` : `household ${household_id}, member ${member}`;
    const granted = amount === undefined || of?.scale == null ? '' : ` ${amount / of.scale} ${of.unit}`;
    console.log(`${who}  ${of?.rule}: ${statuses[code]}${granted}`);
  }
  console.log(stdout.trim());
}
rmSync(folder, { recursive: true });
