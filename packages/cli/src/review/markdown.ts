import { compare } from '@jingzhun/rules/compare';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual } from '@jingzhun/schemas';
import type { Problem } from '@jingzhun/schemas/problem';
import type { Judged } from '../analysis/accepted.ts';
import { analysisMarkdown } from '../analysis/markdown.ts';
import { comparisonMarkdown, escaped } from '../comparison/markdown.ts';
import { comparisonView } from '../comparison/view.ts';
import { impactMarkdown } from '../impact/impact-markdown.ts';
import { impactView } from '../impact/impact-view.ts';
import type { ImpactStudy } from '../impact/study.ts';
import { type Language, say } from '../language.ts';

/** A policy that changed, with all that was found about it. What does not load has only been checked. */
export interface Review {
  readonly id: string;
  readonly checked: { readonly tests: number; readonly problems: readonly Problem[] };
  /** Absent of a new policy. */
  readonly before?: LoadedPolicy;
  readonly after?: LoadedPolicy;
  /** What its author says of the change. */
  readonly said?: readonly Said[];
  readonly judged?: Judged;
  /** Absent where there is no roster, or where no decision can differ. */
  readonly study?: ImpactStudy;
}

/** A release or draft, and its lines of the changelog. */
export interface Said {
  readonly version: string;
  readonly kind: 'amendment' | 'correction';
  readonly changes: readonly (Bilingual & { readonly from?: string | undefined; readonly to?: string | undefined })[];
}

/** The text under a pull request. */
export function reviewMarkdown(reviews: readonly Review[], faults: readonly Problem[], language: Language): string {
  const title = say(language, { zh: '# 政策改动复核', en: '# Review of changed policies' });
  const nothing = say(language, { zh: '没有政策改动。', en: 'No policy changed.' });
  const blocks = [
    title,
    ...problemList(faults, language),
    ...reviews.flatMap((review) => policyBlocks(review, language)),
  ];
  return `${(blocks.length === 1 ? [title, nothing] : blocks).join('\n\n')}\n`;
}

function policyBlocks({ id, checked, before, after, said = [], judged, study }: Review, language: Language): string[] {
  const { tests, problems } = checked;
  const verdict = say(
    language,
    problems.length === 0
      ? { zh: `检查：无误，测试 ${tests} 个。`, en: `Check: sound, ${tests} tests.` }
      : { zh: `检查：${problems.length} 处有误。`, en: `Check: ${problems.length} faults.` },
  );
  const fresh = say(language, { zh: '这是一份新政策。', en: 'This is a new policy.' });
  const compared =
    after === undefined
      ? []
      : before === undefined
        ? [fresh]
        : [comparisonMarkdown(comparisonView(compare(before, after), { before, after }, language), language).trim()];
  return [
    `# ${id}`,
    ...said.map((each) => saidText(each, language)),
    verdict,
    ...problemList(problems, language),
    ...compared,
    ...(study === undefined ? [] : [impactMarkdown(impactView(study, language), language).trim()]),
    ...(judged === undefined ? [] : [analysisMarkdown(judged, language).trim()]),
  ];
}

function saidText({ version, kind, changes }: Said, language: Language): string {
  const words = {
    amendment: { zh: `${version} 修订（规定有变）：`, en: `${version}, an amendment (the law changed):` },
    correction: {
      zh: `${version} 更正（原先编码有误）：`,
      en: `${version}, a correction (it had been encoded wrongly):`,
    },
  };
  const lines = changes.map(({ from, to, ...wording }) => {
    const period = from === undefined ? '' : to === undefined ? `${from} →` : `${from} – ${to}`;
    return `- ${[period, escaped(say(language, wording))].filter(Boolean).join(' ')}`;
  });
  return [say(language, words[kind]), '', ...lines].join('\n');
}

const mostProblems = 50;

function problemList(problems: readonly Problem[], language: Language): string[] {
  if (problems.length === 0) return [];
  const lines = problems.slice(0, mostProblems).map(({ file, line, path, ...wording }) => {
    const place = [file === undefined ? '' : line === undefined ? file : `${file}:${line}`, path].filter(Boolean);
    return `- ${place.map((each) => `\`${each}\``).join(' ')} ${escaped(say(language, wording))}`;
  });
  const left = problems.length - mostProblems;
  if (left > 0) lines.push(say(language, { zh: `- 另有 ${left} 处`, en: `- ${left} more` }));
  return [lines.join('\n')];
}
