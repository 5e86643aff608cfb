import { compare, type Difference, touchedBy } from '@jingzhun/rules/compare';
import type { Cause, Impact } from '@jingzhun/rules/impact';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import { type BothWords, differenceText } from '../comparison/difference-text.ts';
import { wordsOf } from '../comparison/view.ts';
import { causeText } from './cause-text.ts';
import type { ImpactLabels } from './impact-labels.ts';

/** By rule: what brought its change about, each in a line. */
export type CauseLines = ReadonlyMap<string, readonly string[]>;

/** What the comparison of the files tells more of: leaf by leaf, formula by formula. */
const comparedLeafByLeaf: ReadonlySet<Cause['what']> = new Set(['condition', 'outcomes', 'fact', 'asks', 'kind']);

/** The causes in words, with the parts that differ as the comparison of the files tells them. */
export function causeLines(
  impact: Impact,
  { before, after }: { readonly before: LoadedPolicy; readonly after: LoadedPolicy },
  labels: ImpactLabels,
): CauseLines {
  let compared: { readonly touched: ReadonlyMap<string, readonly Difference[]>; readonly words: BothWords } | undefined;
  const differencesOf = (rule: string): readonly Difference[] => {
    compared ??= {
      touched: touchedBy(compare({ ...before, on: impact.before.on }, { ...after, on: impact.after.on })),
      words: wordsOf({ before, after }, labels.language),
    };
    return compared.touched.get(rule) ?? [];
  };
  return new Map(
    impact.rules.map(({ rule, causes }) => {
      const plain = causes.filter(({ what }) => !comparedLeafByLeaf.has(what));
      const lines = plain.map(
        (cause) => `${causeText(cause, labels, impact)}${sourceOf(cause, rule, differencesOf, labels)}`,
      );
      const others = causes.filter(({ what }) => comparedLeafByLeaf.has(what));
      if (others.length === 0) return [rule, lines];
      const parts = differencesOf(rule).filter(({ of, part }) => of !== 'parameter' && part[0] !== 'inForce');
      const told = parts.map((part) => partText(part, (compared as { words: BothWords }).words));
      return [rule, [...lines, ...(told.length > 0 ? told : others.map((each) => causeText(each, labels, impact)))]];
    }),
  );
}

/** A part of the rule itself, or of a fact or condition that it rests on, which is named. */
function partText(difference: Difference, words: BothWords): string {
  const { of, name, title } = difference;
  const text = differenceText(difference, words);
  if (of === 'rule') return text;
  const named = title === undefined ? name : words.after.say(title);
  return words.after.say({ zh: `${named}：${text}`, en: `${named}: ${text}` });
}

/** The later document that set a parameter's new value. */
function sourceOf(
  cause: Cause,
  rule: string,
  differencesOf: (rule: string) => readonly Difference[],
  labels: ImpactLabels,
): string {
  if (cause.what !== 'parameter') return '';
  const { amendedBy } =
    differencesOf(rule).find(({ of, name }) => of === 'parameter' && name === cause.parameter) ?? {};
  if (amendedBy === undefined) return '';
  const { document, clause } = amendedBy;
  return labels.say({ zh: `（依据 ${document} ${clause}）`, en: ` (by ${document} ${clause})` });
}
