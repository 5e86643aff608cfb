import type { Finding } from '@jingzhun/rules/analyse';
import pc from 'picocolors';
import { type Language, say } from '../language.ts';
import { wrap } from '../wording/width.ts';
import type { Judged } from './accepted.ts';
import { caseText, coveredLines, daysText, kindWords, placeText, saidLines } from './report-lines.ts';

const columns = 80;

/** An analysis for the terminal: what was found, what of it is accepted and why, and what was looked at. */
export function analysisTerminal({ analysis, open, accepted, stale }: Judged, language: Language): string {
  const { policy, release, covered } = analysis;
  const lines = [pc.bold(`${policy} ${release}`)];
  if (open.length === 0) lines.push('', pc.green(say(language, { zh: '没有待处理的发现', en: 'Nothing was found' })));
  for (const finding of open) lines.push('', ...findingLines(finding, language));
  if (stale.length > 0) {
    lines.push(
      '',
      pc.yellow(say(language, { zh: '已接受、但已不存在的发现', en: 'Accepted, and no longer found' })),
      ...stale.map((id) => `  ${id}`),
    );
  }
  if (accepted.length > 0) {
    lines.push('', pc.bold(say(language, { zh: `已接受 ${accepted.length} 项`, en: `Accepted: ${accepted.length}` })));
    for (const finding of accepted) {
      const because = say(language, { zh: '接受理由：', en: 'accepted: ' });
      lines.push(
        wrap(`  ${head(finding, language)}`, columns, '    '),
        wrap(`    ${say(language, finding)}`, columns, '    '),
        pc.dim(wrap(`    ${because}${say(language, finding.why)}`, columns, '    ')),
      );
    }
  }
  lines.push('', pc.bold(say(language, { zh: '查了什么', en: 'What was looked at' })));
  lines.push(...coveredLines(covered, language).map((line) => wrap(`  ${line}`, columns, '    ')));
  return lines.join('\n');
}

function findingLines(finding: Finding, language: Language): string[] {
  const cases = finding.witness.flatMap((witness) => [
    wrap(`  ${say(language, { zh: '案例：', en: 'case: ' })}${caseText(witness, language)}`, columns, '    '),
    ...saidLines(witness, language).map((line) => wrap(`    → ${line}`, columns, '      ')),
  ]);
  return [
    pc.red(head(finding, language)),
    wrap(`  ${say(language, finding)}`, columns, '  '),
    ...cases,
    pc.dim(`  ${finding.id}`),
  ];
}

const head = (finding: Finding, language: Language): string =>
  [say(language, kindWords[finding.kind]), placeText(finding), daysText(finding, language)].filter(Boolean).join('  ');
