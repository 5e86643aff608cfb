import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Analysis, Finding } from '@jingzhun/rules/analyse';
import { type AnalysisFile, analysisFile, type Bilingual, fileProblems } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { readYaml } from '../policy-folder.ts';

/** An analysis with what was accepted of it set apart. */
export interface Judged {
  readonly analysis: Analysis;
  readonly open: readonly Finding[];
  readonly accepted: readonly (Finding & { readonly why: Bilingual })[];
  /** Ids that are accepted and no longer found. */
  readonly stale: readonly string[];
}

/** Sets apart what is accepted. Of one day alone, what is not found may stand on another. */
export function judge(analysis: Analysis, accepted: AnalysisFile['accepted'], wholeTimeline: boolean): Judged {
  const reasons = new Map(accepted.map(({ finding, why }) => [finding, why]));
  const found = new Set(analysis.findings.map(({ id }) => id));
  const skipped = analysis.covered.skipped !== undefined;
  return {
    analysis,
    open: analysis.findings.filter(({ id }) => !reasons.has(id)),
    accepted: analysis.findings.flatMap((finding) => {
      const why = reasons.get(finding.id);
      return why === undefined ? [] : [{ ...finding, why }];
    }),
    stale: wholeTimeline && !skipped ? [...reasons.keys()].filter((id) => !found.has(id)) : [],
  };
}

/** What a policy's `analysis.yaml` accepts; nothing where there is none. */
export function acceptedIn(folder: string): AnalysisFile['accepted'] {
  const path = join(folder, 'analysis.yaml');
  if (!existsSync(path)) return [];
  const source = readYaml(path, `${basename(folder)}/analysis.yaml`);
  const result = analysisFile.safeParse(source.data);
  if (result.success) return result.data.accepted;
  throw new JingzhunError(
    'policy-fault',
    fileProblems(result.error, source.data).map(({ keys, code, path: at, zh, en }) => {
      const line = source.lineOf?.(keys);
      return { code, path: at, zh, en, file: source.file, ...(line === undefined ? {} : { line }) };
    }),
  );
}
