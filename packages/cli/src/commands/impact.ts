import { impactCharts } from '../charts/impact-charts.ts';
import { checkDays } from '../days.ts';
import { type Edition, findEdition } from '../editions.ts';
import { mostListed } from '../impact/affected.ts';
import { causeLines } from '../impact/cause-lines.ts';
import { ImpactLabels } from '../impact/impact-labels.ts';
import { impactMarkdown } from '../impact/impact-markdown.ts';
import { impactTerminal } from '../impact/impact-terminal.ts';
import { impactView } from '../impact/impact-view.ts';
import { OutputFiles } from '../impact/output-files.ts';
import { type ImpactStudy, type StudySide, studyImpact } from '../impact/study.ts';
import { type Language, languages, say } from '../language.ts';
import { note, print, printJson } from '../output.ts';
import { problemText } from '../roster/roster-files.ts';
import { unusable } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface ImpactOptions extends Omit<CommonOptions, 'lang'> {
  readonly lang?: string;
  readonly roster: string;
  readonly on?: string;
  readonly assessedOn?: string;
  readonly markdown?: boolean;
  readonly csv?: string;
  readonly svg?: string;
}

/**
 * `jingzhun impact`: who of a roster gains and loses between two releases, days, policies or drafts, and what it costs. Markdown comes
 * in both languages unless one is asked for.
 */
export async function impactCommand(first: string, second: string, options: ImpactOptions): Promise<void> {
  const language = languageOf({ lang: options.lang ?? 'zh' });
  const before = await findEdition(first, options);
  const after = await findEdition(second, options, before);
  const sides = [sideOf(before, options), sideOf(after, options)] as const;
  const files = new OutputFiles(options.roster, options);
  let study: ImpactStudy;
  try {
    study = await studyImpact(...sides, { roster: options.roster, language, csv: files.csv });
    await files.publish(impactCharts(study.impact, labelsOf(study, language)));
  } catch (error) {
    files.discard();
    throw error;
  }
  if (options.json) {
    await printJson(jsonOf(study, labelsOf(study, language)));
    return;
  }
  tellProblems(study, language);
  if (options.markdown) {
    const wanted = options.lang === undefined ? languages : [language];
    await print(wanted.map((each) => impactMarkdown(impactView(study, each), each)).join('\n---\n\n'));
    return;
  }
  await print(impactTerminal(impactView(study, language), language));
}

const labelsOf = ({ before, after }: ImpactStudy, language: Language): ImpactLabels =>
  new ImpactLabels(before, after, language);

function sideOf({ name, loaded, on: own }: Edition, { on: asked, assessedOn }: ImpactOptions): StudySide {
  const on = own ?? asked;
  if (on === undefined) {
    throw unusable(
      'no-day',
      `未指明 ${name} 的适用日期：请加 --on，或写作 ${name}:2017-09-01`,
      `the day for ${name} is not given: add --on, or write ${name}:2017-09-01`,
      { path: '--on' },
    );
  }
  return { loaded, ...checkDays(assessedOn === undefined ? { on } : { on, assessedOn }) };
}

const mostProblems = 10;

function tellProblems({ problems }: ImpactStudy, language: Language): void {
  for (const problem of problems.slice(0, mostProblems)) note(problemText(problem, language));
  const left = problems.length - mostProblems;
  if (left > 0)
    note(say(language, { zh: `另有 ${left} 处问题，用 --json 查看`, en: `${left} more problems; see --json` }));
}

/** The result as it is, with what people call things. The households listed are the first; a CSV has them all. */
function jsonOf(study: ImpactStudy, labels: ImpactLabels) {
  const { impact, affected, boundaries, problems, before, after } = study;
  const causes = causeLines(impact, { before, after }, labels);
  return {
    ...impact,
    rules: impact.rules.map((rule) => ({
      ...rule,
      title: labels.rule(rule.rule),
      changes: causes.get(rule.rule) ?? [],
    })),
    boundaries,
    affected: { count: affected.count, listed: affected.listed },
    problems: { count: problems.length, listed: problems.slice(0, mostListed) },
  };
}
