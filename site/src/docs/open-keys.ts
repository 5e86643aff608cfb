import { fieldOf, indicatorUnit } from '@jingzhun/schemas';
import { itemTitles } from '../calculator/item-titles.ts';
import { keyedFieldOf } from '../calculator/keyed-field.ts';
import { labelChain } from '../calculator/label-chain.ts';
import { unitLabel } from '../calculator/unit-label.ts';
import type { Language } from '../language.ts';
import { inSentence, properWords } from '../policies/in-sentence.ts';
import type { ListedPolicy } from '../policies/listed.ts';

interface OpenKey {
  readonly key: string;
  readonly label: string;
  /** In words, or as it is written where it has none: of what is counted in English. */
  readonly unit?: string;
}

/**
 * The keys that policies read of a record whose keys are free, such as the indicators of a county: the vocabulary does not
 * list them. Each is called as the first policy calls it that reads it.
 */
export function openKeysOf(record: string, policies: readonly ListedPolicy[], language: Language): readonly OpenKey[] {
  const { keys } = fieldOf(record) ?? {};
  if (keys === undefined || keys.enum !== undefined) return [];
  const found = new Map<string, OpenKey>();
  for (const { policy, text } of policies) {
    for (const { name } of policy.facts) {
      const key = name.slice(record.length + 1);
      if (!name.startsWith(`${record}.`) || found.has(key)) continue;
      const title = keyedFieldOf(name, itemTitles(policy, text))?.[language] ?? key;
      const label = labelChain([fieldOf(record)?.[language] ?? '', title]).at(-1) ?? title;
      const unit = indicatorUnit(name);
      found.set(key, {
        key,
        label: language === 'en' ? inSentence(label, properWords(text)) : label,
        ...(unit && { unit: unitLabel(unit, language) || unit }),
      });
    }
  }
  return [...found.values()];
}
