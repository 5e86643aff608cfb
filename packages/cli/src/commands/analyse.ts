import { type Analysis, analyse } from '@jingzhun/rules/analyse';
import { acceptedIn, judge } from '../analysis/accepted.ts';
import { analyseLoaded } from '../analysis/analyse-loaded.ts';
import { analysisMarkdown } from '../analysis/markdown.ts';
import { analysisTerminal } from '../analysis/terminal.ts';
import { checkDays } from '../days.ts';
import { findEdition } from '../editions.ts';
import { languages } from '../language.ts';
import { print, printJson } from '../output.ts';
import { readPolicyFolder } from '../policy-folder.ts';
import { policyFolderOf } from '../policy-folders.ts';
import { bundledPolicies } from '../releases/store.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface AnalyseOptions extends Omit<CommonOptions, 'lang'> {
  readonly lang?: string;
  readonly on?: string;
  readonly markdown?: boolean;
}

/** `jingzhun analyse`: what can be wrong with a policy although its files read well. Exit 1 where something is found that nobody accepted. */
export async function analyseCommand(name: string, options: AnalyseOptions): Promise<void> {
  const language = languageOf({ lang: options.lang ?? 'zh' });
  const { analysis, folder, on } = await analysisOf(name, options);
  const judged = judge(analysis, acceptedIn(folder), on === undefined);
  if (judged.open.length + judged.stale.length > 0) process.exitCode = 1;
  if (options.json) {
    const accepted = judged.accepted.map(({ id, why }) => ({ finding: id, why }));
    await printJson({ ...analysis, accepted, stale: judged.stale });
  } else if (options.markdown) {
    const wanted = options.lang === undefined ? languages : [language];
    await print(wanted.map((each) => analysisMarkdown(judged, each)).join('\n---\n\n'));
  } else await print(analysisTerminal(judged, language));
}

/** Files as they stand are analysed as they are, faults and all; a release or a draft has to load first. */
async function analysisOf(
  name: string,
  options: AnalyseOptions,
): Promise<{ analysis: Analysis; folder: string; on: string | undefined }> {
  const root = options.policies ?? bundledPolicies();
  const dayOf = (on: string | undefined) => (on === undefined ? {} : checkDays({ on }));
  if (!/[@:\\/]|\.ya?ml$/.test(name)) {
    const folder = await policyFolderOf(root, name);
    return { analysis: analyse(readPolicyFolder(folder), dayOf(options.on)), folder, on: options.on };
  }
  const { loaded, on = options.on } = await findEdition(name, options);
  const folder = await policyFolderOf(root, loaded.policy.id);
  return { analysis: analyseLoaded(loaded, dayOf(on)), folder, on };
}
