import type { Command } from 'commander';
import { folder, json, lang, type NewCommand } from '../usage.ts';

/** Commands that answer questions and prove the answers. Each is imported when it is run. */
export function addDecidingCommands(command: NewCommand): void {
  command(
    'policies [id]',
    '列出政策，或一份政策的全部条款',
    'list the policies, or all provisions of one',
    'policies',
    'policies ruyuan-2016 --lang en',
    'policies --json',
  )
    .addOption(json())
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./policies.ts')).policiesCommand(id, options));

  const question = (to: Command) =>
    to
      .requiredOption('--policy <id>', '政策编号 | id of the policy')
      .requiredOption('--on <date>', '适用哪一天的规定，yyyy-mm-dd | the day whose law applies')
      .option('--assessed-on <date>', '情况是哪一天的，默认同 --on | the day the facts are true of; --on by default')
      .option('--release <version>', '政策的版本 | release of the policy')
      .addOption(folder())
      .addOption(lang());

  question(
    command(
      'decide <case>',
      '判定一个案例（.json，- 为标准输入）或每行一个（.jsonl）',
      'decide a case (.json, - is standard input) or one a line (.jsonl)',
      'decide case.json --policy ruyuan-2016 --on 2017-09-01',
      'decide - --policy ruyuan-2016 --on 2017-09-01 --json < case.json',
      'decide cases.jsonl --policy ruyuan-2016 --on 2017-09-01 > decisions.jsonl',
      'decide case.json --policy ruyuan-2016 --on 2017-09-01 --record record.json --sign key.pem',
    ),
  )
    .addOption(json())
    .option('--record <file>', '判定记录写入，不含个人资料 | where a record goes, without personal data')
    .option('--sign <key.pem>', '用此 Ed25519 私钥为记录签名 | sign the record with this Ed25519 key')
    .option('--personal', '记录含个人资料 | put personal data in the record')
    .action(async (file, options) => (await import('./decide.ts')).decideCommand(file, options));

  question(
    command(
      'roster <file>',
      '核对花名册（.csv、.xlsx、.parquet，或含 household.parquet 和 person.parquet 的文件夹）',
      'decide a roster (.csv, .xlsx, .parquet, or a folder with household.parquet and person.parquet)',
      'roster roster.csv --policy ruyuan-2016 --on 2017-09-01 --out result.csv --errors errors.csv',
      'roster roster.xlsx --policy ruyuan-2016 --on 2017-09-01 --out result.xlsx',
      'roster registry --policy ruyuan-2016 --on 2017-09-01 --out result.parquet',
      'roster registry --policy ruyuan-2016 --on 2017-09-01 --engine duckdb --out result',
      'roster registry --policy ruyuan-2016 --on 2017-09-01 --engine postgres --connection postgres://user@host/database --out result',
      'roster hdfs://namenode/registry --policy ruyuan-2016 --on 2017-09-01 --engine spark --connection yarn --out hdfs://namenode/result',
    ),
  )
    .requiredOption(
      '--out <file>',
      '结果写入（.csv、.xlsx 或 .parquet）| where the result goes (.csv, .xlsx or .parquet)',
    )
    .option(
      '--engine <name>',
      'memory；只有状态和金额的 duckdb、spark：文件夹到文件夹，postgres：模式到新模式 | memory; with statuses and amounts alone duckdb and spark: folder to folder, postgres: schema to new schema',
      'memory',
    )
    .option(
      '--connection <url>',
      'postgres://用户@主机/数据库，不写则按 PGHOST 等环境变量；Spark 的 master，不写则按其设置 | postgres://user@host/database, or the variables PGHOST and so on; the master of Spark, or as it is set up',
    )
    .option(
      '--threads <number>',
      '--engine memory 核对大表所用的线程数，不写则按处理器核数 | threads with which --engine memory decides a large table, as many as there are cores where it is left out',
    )
    .option('--errors <file>', '有误的行列写入 | where rows with errors are listed')
    .option('--json', '汇总输出为 JSON | print the summary as JSON')
    .action(async (file, options) => (await import('./roster.ts')).rosterCommand(file, options));

  question(
    command(
      'sql',
      '把政策写成 SQL，核对数据库中的全部户和人',
      'a policy as SQL, to decide all households and persons of a database',
      'sql --policy ruyuan-2016 --on 2017-09-01',
      'sql --policy ruyuan-2016 --on 2017-09-01 --form totals --dialect postgres',
      'sql --policy ruyuan-2016 --on 2017-09-01 --form totals --by county',
      'sql --policy ruyuan-2016 --on 2017-09-01 --form wide --reasons',
      'sql --policy ruyuan-2016 --on 2017-09-01 --tables',
      'sql --policy ruyuan-2016 --on 2018-12-31 --against 2019-01-01',
    ),
  )
    .option('--dialect <name>', 'duckdb、postgres 或 spark | duckdb, postgres or spark', 'duckdb')
    .option('--form <name>', 'rows、wide 或 totals | rows, wide or totals', 'rows')
    .option(
      '--by <column>',
      'totals 和 --against：按户表的这一列分组 | totals and --against: for each value of this column of the household table',
    )
    .option(
      '--reasons',
      'rows、wide：另写理由，用一个数说明每个条件是否成立 | rows, wide: also why, as a number that says of every condition whether it holds',
    )
    .option('--tables', '改为输出所需的表 | print the tables it reads instead')
    .option(
      '--against <edition>',
      '改为输出与另一版本、草稿或日期相比的影响 | print what another release, draft or day changes instead',
    )
    .addOption(json())
    .action(async (options) => (await import('./sql.ts')).sqlCommand(options));

  command(
    'check [ids...]',
    '检查政策文件及其测试',
    'check policy files and their tests',
    'check',
    'check ruyuan-2016',
    'check --policies ./my-policies',
  )
    .addOption(json())
    .addOption(folder())
    .addOption(lang())
    .action(async (ids, options) => (await import('./check.ts')).checkCommand(ids, options));

  command(
    'cite <id>',
    '用原文核对一份政策的全部引文',
    "hold a policy's citations against the text of its document",
    'cite huadu-2016 --source huadu-2016.txt',
  )
    .requiredOption('--source <file>', '文件原文，UTF-8 | text of the document, UTF-8')
    .option('--document <number>', '核对后续修订文件，写其文号 | hold a later, amending document against its text')
    .addOption(json())
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./cite.ts')).citeCommand(id, options));

  command(
    'verify <record>',
    '核对判定记录：是否被改动，重新判定是否相同',
    'hold a decision record against its digest, its signature and a new decision',
    'verify record.json',
    'verify record.json --key public.pem --facts case.json',
  )
    .option('--key <public.pem>', '签名应出自此公钥 | the public key that must have signed it')
    .option(
      '--facts <case.json>',
      '完整的案例，用于记录未记入个人资料时 | the whole case, where personal data were left out',
    )
    .addOption(json())
    .addOption(folder())
    .addOption(lang())
    .action(async (file, options) => (await import('./verify.ts')).verifyCommand(file, options));
}
