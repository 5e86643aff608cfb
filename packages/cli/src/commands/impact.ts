import { boundaryCases, ImpactRun, type RefusedCase, type Side } from '@jingzhun/rules/impact';
import type { RosterHousehold, TableProblem } from '@jingzhun/schemas/table';
import { impactCharts } from '../charts/impact-charts.ts';
import { checkDays } from '../days.ts';
import { type Edition, findEdition } from '../editions.ts';
import {
  type AffectedHousehold,
  type AffectedHouseholds,
  affectedHousehold,
  csvHead,
  csvRows,
  mostListed,
} from '../impact/affected.ts';
import { causeLines } from '../impact/cause-lines.ts';
import { ImpactLabels } from '../impact/impact-labels.ts';
import { impactMarkdown } from '../impact/impact-markdown.ts';
import { impactTerminal } from '../impact/impact-terminal.ts';
import { type ImpactParts, impactView } from '../impact/impact-view.ts';
import { OutputFiles } from '../impact/output-files.ts';
import { say } from '../language.ts';
import { note, print, printJson } from '../output.ts';
import { progressBar } from '../roster/progress.ts';
import { readRoster } from '../roster/read-roster.ts';
import { unusable } from '../unusable.ts';
import { grouped } from '../wording/labels.ts';
import { type CommonOptions, languageOf } from './options.ts';
import { problemText, sizeOf } from './roster.ts';

export interface ImpactCommandOptions extends CommonOptions {
  readonly roster: string;
  readonly on?: string;
  readonly assessedOn?: string;
  readonly markdown?: boolean;
  readonly csv?: string;
  readonly svg?: string;
}

/** `jingzhun impact`: who of a roster gains and loses between two releases, days, policies or drafts, and what it costs. */
export async function impactCommand(first: string, second: string, options: ImpactCommandOptions): Promise<void> {
  const language = languageOf(options);
  const before = await findEdition(first, options);
  const after = await findEdition(second, options, before);
  const [a, b] = [sideOf(before, options), sideOf(after, options)];
  const labels = new ImpactLabels(before.loaded, after.loaded, language);
  const files = new OutputFiles(options.roster, options);
  const { bytes, changed } = sizeOf(options.roster);
  const reading = await progressBar(say(language, { zh: '读取', en: 'Reading' }), bytes);
  const { roster } = await readRoster(options.roster, (done) => reading.update(done)).finally(() => reading.stop());
  try {
    const counting = await progressBar(say(language, { zh: '比较', en: 'Comparing' }), roster.households.length);
    const study = { a, b, households: roster.households, labels };
    const found = await compareAll(study, files, (done) => counting.update(done)).finally(() => counting.stop());
    const problems = [...roster.problems, ...found.problems].sort((x, y) => x.row - y.row);
    const { impact, affected } = found;
    const parts: ImpactParts = {
      impact,
      affected,
      boundaries: boundaryCases(a, b),
      causes: causeLines(impact, { before, after }, labels),
    };
    if (sizeOf(options.roster).changed !== changed) {
      throw unusable('file-changed', '处理期间文件被修改，请重新运行', 'was changed meanwhile; run again', {
        file: options.roster,
      });
    }
    await files.publish(impactCharts(impact, labels));
    if (options.json) await printJson(jsonOf(parts, problems, labels));
    else await show(parts, problems, labels, options.markdown === true);
  } catch (error) {
    files.discard();
    throw error;
  }
}

function sideOf({ name, loaded, on: own }: Edition, { on: asked, assessedOn }: ImpactCommandOptions): Side {
  const on = own ?? asked;
  if (on === undefined) {
    throw unusable(
      'no-day',
      `未指明 ${name} 的适用日期：请加 --on，或写作 ${name}:2017-09-01`,
      `the day for ${name} is not given: add --on, or write ${name}:2017-09-01`,
      { path: '--on' },
    );
  }
  return { policy: loaded.policy, ...checkDays(assessedOn === undefined ? { on } : { on, assessedOn }) };
}

interface Study {
  readonly a: Side;
  readonly b: Side;
  readonly households: readonly RosterHousehold[];
  readonly labels: ImpactLabels;
}

async function compareAll({ a, b, households, labels }: Study, files: OutputFiles, progress: (done: number) => void) {
  const listed: AffectedHousehold[] = [];
  const problems: TableProblem[] = [];
  let count = 0;
  const run = new ImpactRun<RosterHousehold>(a, b, {
    each: (household, entry) => {
      if (household.kind === 'same') return;
      count++;
      if (files.csv === undefined && listed.length >= mostListed) return;
      const affected = affectedHousehold(household, entry);
      if (listed.length < mostListed) listed.push(affected);
      files.csv?.write(csvRows(affected, (id) => run.rule(id), labels));
    },
    refused: (refused, { rows }) => problems.push(...problemsOf(refused, rows[0] ?? 0)),
  });
  files.csv?.write(csvHead(labels));
  for (const [index, household] of households.entries()) {
    run.add(household);
    if (index % 1024 < 1023) continue;
    progress(index + 1);
    // Lets signals and the progress bar through.
    await new Promise((next) => setImmediate(next));
    await files.csv?.flush();
  }
  const affected: AffectedHouseholds = { listed, count };
  return { impact: run.result(), affected, problems };
}

const problemsOf = ({ problems }: RefusedCase, row: number): TableProblem[] =>
  problems.map((problem) => ({ ...problem, row, column: problem.path, action: 'household-left-out' }));

const mostProblems = 10;

async function show(
  parts: ImpactParts,
  problems: readonly TableProblem[],
  labels: ImpactLabels,
  markdown: boolean,
): Promise<void> {
  for (const problem of problems.slice(0, mostProblems)) note(problemText(problem, labels.language));
  if (problems.length > mostProblems) {
    const left = problems.length - mostProblems;
    note(labels.say({ zh: `另有 ${left} 处问题，用 --json 查看`, en: `${left} more problems; see --json` }));
  }
  const view = impactView(parts, labels);
  const more = (rows: number): string =>
    labels.say({
      zh: `另有 ${grouped(rows)} 行，见 --json`,
      en: `${grouped(rows)} more rows; see --json`,
    });
  await print(markdown ? impactMarkdown(view, more) : impactTerminal(view, more));
}

/** The result as it is, with what people call things. The households listed are the first; a CSV has them all. */
function jsonOf(
  { impact, affected, boundaries, causes }: ImpactParts,
  problems: readonly TableProblem[],
  labels: ImpactLabels,
) {
  return {
    ...impact,
    rules: impact.rules.map((rule) => ({
      ...rule,
      title: labels.rule(rule.rule),
      changes: causes.get(rule.rule) ?? [],
    })),
    boundaries,
    affected: { count: affected.count, households: affected.listed },
    problems: { count: problems.length, listed: problems.slice(0, mostListed) },
  };
}
