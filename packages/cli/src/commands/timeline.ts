import { timeline } from '@jingzhun/rules/compare';
import { timelineReport } from '../comparison/timeline-report.ts';
import { findEdition } from '../editions.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, languageOf } from './options.ts';

/** `jingzhun timeline`: the days on which a policy changes, and what holds between them. */
export async function timelineCommand(name: string, options: CommonOptions): Promise<void> {
  const language = languageOf(options);
  const { loaded } = await findEdition(name, options);
  const days = timeline(loaded);
  if (options.json) await printJson(days);
  else await print(timelineReport(days, loaded, language));
}
