import { Command, CommanderError, Option } from 'commander';
import { note, quietWhenReaderLeaves } from './output.ts';

/** Commands are imported when they are run: the program starts at once, whatever it can do. */
function program(): Command {
  const jingzhun = new Command('jingzhun')
    .description('精准扶贫政策的可核验规则 | targeted-poverty-alleviation policies as verifiable rules')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(`用法有误 | ${text}`) })
    .exitOverride()
    .helpOption('-h, --help', '帮助 | help')
    .helpCommand('help [command]', '某个命令的帮助 | help for a command')
    .addHelpText(
      'after',
      examples(
        'policies',
        'decide case.json --policy ruyuan-2016 --on 2017-09-01',
        'roster roster.csv --policy ruyuan-2016 --on 2017-09-01 --out result.csv',
        'check',
        'cite ruyuan-2016 --source ruyuan-2016.txt',
      ),
    );

  const lang = () => new Option('--lang <zh|en>', '显示语言 | language of the output').default('zh');
  const folder = () => new Option('--policies <dir>', '使用该文件夹中的政策 | use the policies of this folder');
  const command = (usage: string, zh: string, en: string, ...lines: string[]) =>
    jingzhun
      .command(usage)
      .description(`${zh} | ${en}`)
      .helpOption('-h, --help', '帮助 | help')
      .addHelpText('after', examples(...lines));

  command(
    'policies [id]',
    '列出政策，或一份政策的全部条款',
    'list the policies, or all provisions of one',
    'policies',
    'policies ruyuan-2016 --lang en',
    'policies --json',
  )
    .option('--json', '输出 JSON | print JSON')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./commands/policies.ts')).policiesCommand(id, options));

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
    .option('--json', '输出 JSON | print JSON')
    .option('--record <file>', '判定记录写入，不含个人资料 | where a record goes, without personal data')
    .option('--sign <key.pem>', '用此 Ed25519 私钥为记录签名 | sign the record with this Ed25519 key')
    .option('--personal', '记录含个人资料 | put personal data in the record')
    .action(async (file, options) => (await import('./commands/decide.ts')).decideCommand(file, options));

  question(
    command(
      'roster <file>',
      '核对花名册（CSV，UTF-8 或 GB18030）',
      'decide a roster (CSV, UTF-8 or GB18030)',
      'roster roster.csv --policy ruyuan-2016 --on 2017-09-01 --out result.csv --errors errors.csv',
    ),
  )
    .requiredOption('--out <file>', '结果写入 | where the result goes')
    .option('--errors <file>', '有误的行列写入 | where rows with errors are listed')
    .option('--json', '汇总输出为 JSON | print the summary as JSON')
    .action(async (file, options) => (await import('./commands/roster.ts')).rosterCommand(file, options));

  command(
    'check [ids...]',
    '检查政策文件及其测试',
    'check policy files and their tests',
    'check',
    'check ruyuan-2016',
    'check --policies ./my-policies',
  )
    .option('--json', '输出 JSON | print JSON')
    .addOption(folder())
    .addOption(lang())
    .action(async (ids, options) => (await import('./commands/check.ts')).checkCommand(ids, options));

  command(
    'cite <id>',
    '用原文核对一份政策的全部引文',
    "hold a policy's citations against the text of its document",
    'cite huadu-2016 --source huadu-2016.txt',
  )
    .requiredOption('--source <file>', '文件原文，UTF-8 | text of the document, UTF-8')
    .option('--json', '输出 JSON | print JSON')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./commands/cite.ts')).citeCommand(id, options));

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
    .option('--json', '输出 JSON | print JSON')
    .addOption(folder())
    .addOption(lang())
    .action(async (file, options) => (await import('./commands/verify.ts')).verifyCommand(file, options));

  return jingzhun;
}

const examples = (...lines: string[]): string =>
  `\n例 | Examples:\n${lines.map((line) => `  jingzhun ${line}`).join('\n')}\n`;

async function main(): Promise<void> {
  quietWhenReaderLeaves();
  try {
    await program().parseAsync();
  } catch (error) {
    process.exitCode = await exitCodeOf(error);
  }
}

/** Nothing but a problem's own lines ever reaches the reader: no stack. */
async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { JingzhunError } = await import('@jingzhun/schemas/problem');
  const { problemLine } = await import('./unusable.ts');
  if (error instanceof JingzhunError) {
    for (const problem of error.problems) note(problemLine(problem));
    return 2;
  }
  const { code = 'unexpected', message = String(error) } = (error ?? {}) as { code?: string; message?: string };
  note(`${code}: ${message.split('\n')[0]}`);
  return 2;
}

await main();
