import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import { grouped } from '../grouped.ts';
import type { OutcomeView } from '../views.ts';

/** How many households neither gain, lose nor stay the same: one phrase each of what there is. */
export function besides({ counts, roster }: Pick<OutcomeView, 'counts' | 'roster'>, words: CompareWords): string[] {
  const own = words.outcome;
  return [
    ...(['mixed', 'unknown', 'other'] as const).flatMap((kind) => {
      const { households } = counts[kind];
      return households === 0 ? [] : [say(own[kind], { count: grouped(households) })];
    }),
    ...(roster.refused === 0 ? [] : [say(own.refused, { count: grouped(roster.refused) })]),
  ];
}
