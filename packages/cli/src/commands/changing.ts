import { anyLang, folder, json, lang, markdown, type NewCommand } from '../usage.ts';

/** Commands for those who change policies. Each is imported when it is run. */
export function addChangingCommands(command: NewCommand): void {
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
    .action(async (id, options) => (await import('./revise.ts')).reviseCommand(id, options));

  command(
    'release <id>',
    '把草稿发布为下一版，并锁定内容',
    'make the next release of a draft and freeze it in the lock',
    'release ruyuan-2016',
  )
    .option('--date <date>', '发布日期，默认今天 | date of the release; today by default')
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./release.ts')).releaseCommand(id, options));

  command(
    'compare <before> <after>',
    '比较两个版本、两个日期、两份政策或一份草稿',
    'what differs between two releases, days, policies or drafts',
    'compare ruyuan-2016@1.0.0 draft',
    'compare ruyuan-2016:2016-12-31 2017-01-01',
    'compare ruyuan-2016 ruyuan-2016@draft --markdown',
  )
    .addOption(json())
    .addOption(markdown())
    .addOption(folder())
    .addOption(anyLang())
    .action(async (before, after, options) => (await import('./compare.ts')).compareCommand(before, after, options));

  command(
    'timeline <id>',
    '一份政策在哪些日子有变化，各期间适用什么',
    'the days on which a policy changes, and what holds between them',
    'timeline ruyuan-2016',
    'timeline ruyuan-2016@draft --lang en',
  )
    .addOption(json())
    .addOption(folder())
    .addOption(lang())
    .action(async (id, options) => (await import('./timeline.ts')).timelineCommand(id, options));

  command(
    'impact <before> <after>',
    '测算调整对花名册中各户的影响：谁得益、谁受损、花费多少',
    'what a change does to the households of a roster: who gains, who loses, what it costs',
    'impact ruyuan-2016 draft --roster roster.csv --on 2017-09-01',
    'impact ruyuan-2016:2018-12-31 2019-01-01 --roster roster.csv',
    'impact ruyuan-2016 draft --roster roster.csv --on 2017-09-01 --csv affected.csv --svg charts --markdown',
  )
    .requiredOption('--roster <file>', '花名册（CSV）| roster (CSV)')
    .option('--on <date>', '名称中未写日期时，适用哪一天的规定 | the day whose law applies, where a name carries none')
    .option(
      '--assessed-on <date>',
      '情况是哪一天的，默认同适用日期 | the day the facts are true of; that of the law by default',
    )
    .option('--csv <file>', '受影响的每户每人写入 | where everyone affected is listed')
    .option('--svg <place>', '图表写入文件夹或一个 .svg 文件 | where the charts go: a folder, or one .svg file')
    .addOption(json())
    .addOption(markdown())
    .addOption(folder())
    .addOption(anyLang())
    .action(async (before, after, options) => (await import('./impact.ts')).impactCommand(before, after, options));

  command(
    'analyse <id>',
    '查一份政策的缺口、重叠、永不成立的规则、收入断崖、没有引文的值和没有规定的日子',
    'gaps, overlaps, rules nobody meets, cliffs, uncited values and days without law',
    'analyse ruyuan-2016',
    'analyse ruyuan-2016@draft --markdown',
    'analyse huadu-2016 --on 2016-12-01 --lang en',
  )
    .option('--on <date>', '只看哪一天的规定；默认看全部日期 | only the law of this day; the whole timeline by default')
    .addOption(json())
    .addOption(markdown())
    .addOption(folder())
    .addOption(anyLang())
    .action(async (id, options) => (await import('./analyse.ts')).analyseCommand(id, options));

  command(
    'review <before>',
    '两个政策文件夹之间改了什么：检查、比较、影响、分析，合成一篇 Markdown',
    'what a folder of policies changed against another: check, comparison, impact and analysis as one Markdown',
    'review ../before/policies --roster roster.csv',
    'review ../before/policies --policies ./policies --roster roster.csv --on 2018-10-01 --lang en',
  )
    .option('--roster <file>', '测算影响所用的花名册（CSV）| roster (CSV) to tell the impact on')
    .option(
      '--on <date>',
      '测算哪一天的影响，默认改动全部生效的那天 | the day of the impact; by default when all that changes has come',
    )
    .addOption(folder())
    .addOption(anyLang())
    .action(async (before, options) => (await import('./review.ts')).reviewCommand(before, options));
}
