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
    ),
  )
    .option('--json', '输出 JSON | print JSON')
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
    .option('--document <number>', '核对后续修订文件，写其文号 | hold a later, amending document against its text')
    .option('--json', '输出 JSON | print JSON')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./commands/cite.ts')).citeCommand(id, options));

  command(
    'revise <id>',
    '起草一份政策的下一版：只写要改的内容',
    "start a draft of a policy's next release, which holds only what changes",
    'revise ruyuan-2016 --from 2018-09-01',
    'revise ruyuan-2016 --correction',
  )
    .option('--from <date>', '修订从哪一天起 | the first day of the new law')
    .option('--correction', '更正编码错误，而非规定有变 | the law was encoded wrongly; it did not change')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./commands/revise.ts')).reviseCommand(id, options));

  command(
    'release <id>',
    '把草稿发布为下一版，并锁定内容',
    'make the next release of a draft and freeze it in the lock',
    'release ruyuan-2016',
  )
    .option('--date <date>', '发布日期，默认今天 | date of the release; today by default')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./commands/release.ts')).releaseCommand(id, options));

  command(
    'compare <before> <after>',
    '比较两个版本、两个日期、两份政策或一份草稿',
    'what differs between two releases, days, policies or drafts',
    'compare ruyuan-2016@1.0.0 draft',
    'compare ruyuan-2016:2016-12-31 2017-01-01',
    'compare ruyuan-2016 ruyuan-2016@draft --markdown',
  )
    .option('--json', '输出 JSON | print JSON')
    .option('--markdown', '输出 Markdown，默认中英两种 | print Markdown, in both languages by default')
    .addOption(folder())
    .addOption(new Option('--lang <zh|en>', '显示语言 | language of the output'))
    .action(async (before, after, options) =>
      (await import('./commands/compare.ts')).compareCommand(before, after, options),
    );

  command(
    'timeline <id>',
    '一份政策在哪些日子有变化，各期间适用什么',
    'the days on which a policy changes, and what holds between them',
    'timeline ruyuan-2016',
    'timeline ruyuan-2016@draft --lang en',
  )
    .option('--json', '输出 JSON | print JSON')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./commands/timeline.ts')).timelineCommand(id, options));

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
