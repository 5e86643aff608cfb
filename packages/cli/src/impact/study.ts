import {
  type BoundaryTable,
  boundaryCases,
  type Impact,
  ImpactRun,
  type RefusedCase,
  type Side,
} from '@jingzhun/rules/impact';
import { inLikeSteps, type LoadedPolicy } from '@jingzhun/rules/load';
import type { RosterHousehold, TableProblem } from '@jingzhun/schemas/table';
import { type Language, say } from '../language.ts';
import type { NewFile } from '../roster/new-file.ts';
import { progressBar } from '../roster/progress.ts';
import { readRoster } from '../roster/read-roster.ts';
import { sizeOf } from '../roster/table-source.ts';
import { unusable } from '../unusable.ts';
import {
  type AffectedHousehold,
  type AffectedHouseholds,
  affectedHousehold,
  csvHead,
  csvRows,
  mostListed,
} from './affected.ts';
import { ImpactLabels } from './impact-labels.ts';

/** One side: an edition's policy, and the dates of the question. */
export interface StudySide extends Omit<Side, 'policy'> {
  readonly loaded: LoadedPolicy;
}

/** What a change does to a roster, with all that is shown of it. */
export interface ImpactStudy {
  readonly before: LoadedPolicy;
  readonly after: LoadedPolicy;
  readonly impact: Impact<'type' | 'village'>;
  readonly boundaries: readonly BoundaryTable[];
  readonly affected: AffectedHouseholds;
  /** Of reading the file and of deciding its households, by row. */
  readonly problems: readonly TableProblem[];
}

/** Reads a roster and compares its households on both sides. Everyone affected is written to `csv`, where there is one. */
export async function studyImpact(
  before: StudySide,
  after: StudySide,
  {
    roster: file,
    language,
    csv,
  }: { readonly roster: string; readonly language: Language; readonly csv?: NewFile | undefined },
): Promise<ImpactStudy> {
  const [was, is] = inLikeSteps(before.loaded, after.loaded);
  const [a, b] = [sideOf({ ...before, loaded: was }), sideOf({ ...after, loaded: is })];
  const labels = new ImpactLabels(before.loaded, after.loaded, language);
  const { bytes, changed } = sizeOf(file);
  const reading = await progressBar(say(language, { zh: '读取', en: 'Reading' }), bytes);
  const { roster } = await readRoster(file, (done) => reading.update(done)).finally(() => reading.stop());
  const { households } = roster;
  const comparing = await progressBar(say(language, { zh: '比较', en: 'Comparing' }), households.length);
  const found = await compareAll(a, b, households, { labels, csv, progress: (done) => comparing.update(done) }).finally(
    () => comparing.stop(),
  );
  if (sizeOf(file).changed !== changed) {
    throw unusable('file-changed', '处理期间文件被修改，请重新运行', 'was changed meanwhile; run again', { file });
  }
  return {
    ...found,
    before: before.loaded,
    after: after.loaded,
    boundaries: boundaryCases(a, b),
    problems: [...roster.problems, ...found.problems].sort((x, y) => x.row - y.row),
  };
}

const sideOf = ({ loaded, ...dates }: StudySide): Side => ({ policy: loaded.policy, ...dates });

interface Watching {
  readonly labels: ImpactLabels;
  readonly csv: NewFile | undefined;
  progress(done: number): void;
}

async function compareAll(
  a: Side,
  b: Side,
  households: readonly RosterHousehold[],
  { labels, csv, progress }: Watching,
): Promise<Pick<ImpactStudy, 'impact' | 'affected' | 'problems'>> {
  const listed: AffectedHousehold[] = [];
  const problems: TableProblem[] = [];
  let count = 0;
  const run = new ImpactRun<RosterHousehold>(a, b, {
    each: (household, entry) => {
      if (household.kind === 'same') return;
      count++;
      if (csv === undefined && listed.length >= mostListed) return;
      const affected = affectedHousehold(household, entry);
      if (listed.length < mostListed) listed.push(affected);
      csv?.write(csvRows(affected, (id) => run.rule(id), labels));
    },
    refused: (refused, { rows }) => void problems.push(...problemsOf(refused, rows[0] ?? 0)),
  });
  csv?.write(csvHead(labels));
  for (const [index, household] of households.entries()) {
    run.add(household);
    if (index % 1024 < 1023) continue;
    progress(index + 1);
    // Lets signals and the progress bar through.
    await new Promise((next) => setImmediate(next));
    await csv?.flush();
  }
  return { impact: run.result(), affected: { listed, count }, problems };
}

const problemsOf = ({ problems }: RefusedCase, row: number): TableProblem[] =>
  problems.map((problem) => ({ ...problem, row, column: problem.path, action: 'household-left-out' }));
