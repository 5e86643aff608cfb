import { escaped } from '../comparison/markdown.ts';
import { type Language, say } from '../language.ts';
import type { Judged } from './accepted.ts';
import { caseText, coveredLines, daysText, kindWords, placeText, saidLines } from './report-lines.ts';

/** An analysis as Markdown, for a pull request. */
export function analysisMarkdown({ analysis, open, accepted, stale }: Judged, language: Language): string {
  const { policy, release, covered } = analysis;
  const lines = [`## ${say(language, { zh: '分析：', en: 'Analysis: ' })}${policy} ${release}`];
  if (open.length === 0) lines.push('', say(language, { zh: '没有待处理的发现。', en: 'Nothing was found.' }));
  for (const finding of open) {
    const about = [placeText(finding), daysText(finding, language)].filter(Boolean).join(' · ');
    lines.push('', `### ${say(language, kindWords[finding.kind])}${about === '' ? '' : ` · ${escaped(about)}`}`, '');
    lines.push(escaped(say(language, finding)), '');
    for (const witness of finding.witness) {
      lines.push(`- ${say(language, { zh: '案例', en: 'Case' })}: ${escaped(caseText(witness, language))}`);
      for (const line of saidLines(witness, language)) lines.push(`  - ${escaped(line)}`);
    }
    lines.push('', `\`${finding.id}\``);
  }
  if (stale.length > 0) {
    lines.push('', `### ${say(language, { zh: '已接受、但已不存在的发现', en: 'Accepted, and no longer found' })}`, '');
    lines.push(...stale.map((id) => `- \`${id}\``));
  }
  if (accepted.length > 0) {
    lines.push(
      '',
      `### ${say(language, { zh: `已接受 ${accepted.length} 项`, en: `Accepted: ${accepted.length}` })}`,
      '',
    );
    for (const finding of accepted) {
      lines.push(`- ${escaped(say(language, finding))} ${escaped(say(language, finding.why))}`);
    }
  }
  lines.push('', `### ${say(language, { zh: '查了什么', en: 'What was looked at' })}`, '');
  lines.push(...coveredLines(covered, language).map((line) => `- ${escaped(line)}`), '');
  return lines.join('\n');
}
