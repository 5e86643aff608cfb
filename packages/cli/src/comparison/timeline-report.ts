import type { Difference, Timeline, TimelineRegime } from '@jingzhun/rules/compare';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual } from '@jingzhun/schemas';
import pc from 'picocolors';
import { type Language, say } from '../language.ts';
import { wrap } from '../wording/width.ts';
import { type BothWords, differenceText } from './difference-text.ts';
import { parameterRows } from './parameter-rows.ts';
import { wordsOf } from './view.ts';

const columns = 80;
const most = 12;

/** The days on which a policy changes, with what starts, ends and reads otherwise on each. */
export function timelineReport(timeline: Timeline, loaded: LoadedPolicy, language: Language): string {
  const lines = [pc.bold(say(language, timeline.title)), pc.dim(`${timeline.policy} ${timeline.release}`)];
  const words = wordsOf({ before: loaded, after: loaded }, language);
  for (const regime of timeline.regimes) {
    lines.push('', ...regimeLines(regime, words, language));
  }
  return lines.join('\n');
}

function regimeLines(
  { from, to, inForce, starts, ends, changes }: TimelineRegime,
  words: BothWords,
  language: Language,
): string[] {
  const span = `${from} – ${to ?? ''}`.trimEnd();
  const count = say(language, { zh: `有效规定 ${inForce} 条`, en: `provisions in force: ${inForce}` });
  const list = (mark: string, label: Bilingual, names: readonly string[]): string[] => {
    if (names.length === 0) return [];
    const shown = names.slice(0, most).map((name) => wrap(`    ${mark} ${name}`, columns, '      '));
    const more = names.length - shown.length;
    const rest = more > 0 ? [`    … ${say(language, { zh: `另有 ${more} 项`, en: `and ${more} more` })}`] : [];
    return [`  ${say(language, label)} ${names.length}`, ...shown, ...rest];
  };
  const titles = (ids: readonly string[]): string[] => ids.map((id) => words.after.ruleTitle(id));
  const isValue = ({ of, part }: Difference): boolean => of === 'parameter' && part[0] === 'value';
  const isBegun = (each: Difference): boolean => isValue(each) && each.change === 'added';
  const isOver = (each: Difference): boolean => isValue(each) && each.change === 'removed';
  const values = (of: (each: Difference) => boolean, shown: 'before' | 'after' | 'both'): string[] =>
    changes.filter(of).flatMap((each) =>
      parameterRows(each, words).map((row) => {
        const value = shown === 'both' ? `${row.before} → ${row.after}` : row[shown];
        return `${row.title}  ${value}  [${row.source}]`;
      }),
    );
  const others = changes
    .filter((each) => !isValue(each))
    .map((each) => {
      const title = each.title === undefined ? each.name : say(language, each.title);
      return `${title} [${each.clause ?? ''}]  ${differenceText(each, words)}`;
    });
  const changed = [...values((each) => isValue(each) && each.change === 'changed', 'both'), ...others];
  return [
    `${pc.bold(span)}  ${count}`,
    ...list(pc.green('+'), { zh: '开始生效的规定', en: 'Provisions that enter force:' }, titles(starts)),
    ...list(pc.red('−'), { zh: '不再有效的规定', en: 'Provisions no longer in force:' }, titles(ends)),
    ...list(pc.green('+'), { zh: '开始适用的参数', en: 'Parameters that begin:' }, values(isBegun, 'after')),
    ...list(pc.red('−'), { zh: '不再适用的参数', en: 'Parameters that end:' }, values(isOver, 'before')),
    ...(changed.length === 0 ? [] : [`  ${say(language, { zh: '改动', en: 'Changes:' })} ${changed.length}`]),
    ...changed.map((text) => wrap(`    ~ ${text}`, columns, '      ')),
  ];
}
