import { say } from '../language.ts';
import { note, print, printJson } from '../output.ts';
import type { Question } from '../roster/decide-rows.ts';
import type { DecidedTables } from '../roster/engine/decided-tables.ts';
import { problemLine } from '../roster/engine/problems-file.ts';
import { columnNotes } from '../roster/read-roster.ts';
import { measureTable, totalLines } from '../roster/summary.ts';
import { totalsOf } from '../roster/tally.ts';
import { Labels } from '../wording/labels.ts';
import type { RosterOptions } from './roster-options.ts';

/** Who has decided, and from what. */
export interface DecidedBy {
  readonly engine: string;
  readonly name: string;
  readonly format: string;
}

/** Prints what a database came to. */
export async function reportTables(
  { policy, text, days, language }: Question,
  { match, households, persons, leftOut, problems, measures }: DecidedTables,
  { engine, name, format }: DecidedBy,
  options: RosterOptions,
): Promise<void> {
  const count = problems.reduce((sum, each) => sum + each.count, 0);
  if (options.json) {
    await printJson({
      policy: { id: policy.id, release: policy.release, digest: policy.digest },
      on: days.on,
      assessedOn: days.assessedOn ?? days.on,
      engine,
      format,
      encoding: null,
      households,
      persons,
      rowsLeftOut: leftOut,
      problems: count,
      contradictions: null,
      measures: measures.map(({ asks: _, ...measure }) => ({ ...measure, missing: null })),
      totals: totalsOf(measures),
      out: options.out,
      errors: options.errors ?? null,
    });
    return;
  }
  for (const each of columnNotes(match)) note(say(language, each));
  if (options.errors === undefined) {
    for (const problem of problems.slice(0, 10)) note(problemLine(problem, language));
    if (problems.length > 10)
      note(
        say(language, {
          zh: `另有 ${problems.length - 10} 种，用 --errors 写入文件`,
          en: `${problems.length - 10} more kinds; write them to a file with --errors`,
        }),
      );
  }
  const labels = new Labels(policy, text, language);
  await print(measureTable(measures, labels));
  for (const line of totalLines(measures, labels)) await print(line);
  await print(
    say(language, {
      zh: `${name}；判定 ${households} 户、${persons} 人；未判定 ${leftOut} 行；问题 ${count} 处。结果：${options.out}`,
      en: `${name}; ${households} households, ${persons} persons decided; ${leftOut} rows left out; ${count} problems. Result: ${options.out}`,
    }),
  );
}
