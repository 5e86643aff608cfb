import { createRequire } from 'node:module';
import { Command, CommanderError } from 'commander';
import { addChangingCommands } from './commands/changing.ts';
import { addDecidingCommands } from './commands/deciding.ts';
import { note, quietWhenReaderLeaves } from './output.ts';
import { examples, type NewCommand } from './usage.ts';
import { usageFault } from './usage-fault.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** Commands are imported when they are run: the program starts at once, whatever it can do. */
function program(): Command {
  const jingzhun = new Command('jingzhun')
    .description('精准扶贫政策的可核验规则 | targeted-poverty-alleviation policies as verifiable rules')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text) => note(usageFault(text)) })
    .exitOverride()
    .version(version, '-V, --version', '版本 | version')
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
        'compare ruyuan-2016 draft',
      ),
    );

  const command: NewCommand = (usage, zh, en, ...lines) =>
    jingzhun
      .command(usage)
      .description(`${zh} | ${en}`)
      .helpOption('-h, --help', '帮助 | help')
      .addHelpText('after', examples(...lines));
  addDecidingCommands(command);
  addChangingCommands(command);
  return jingzhun;
}

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
