import { vocabulary } from '@jingzhun/schemas';
import type { Release } from './release.ts';

/**
 * Words that have a capital wherever they stand, such as Party: those that have one inside of a label. At the beginning
 * of a label any word has one.
 */
export function properWords(text: Release['text']): ReadonlySet<string> {
  const proper = new Set<string>();
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (key !== 'en' || typeof value !== 'string') collect(value);
      else for (const [word] of value.matchAll(inside)) proper.add(word);
    }
  };
  collect(vocabulary);
  for (const { parameters, facts } of text.sections) collect([parameters, facts]);
  return proper;
}

const inside = /(?<=[a-z’,)] )[A-Z][a-z]+/g;

/**
 * An English label as it stands inside of a sentence. Abbreviations and proper names keep their capital.
 *
 * @example
 * inSentence('Party members of the village', new Set(['Party'])) // 'Party members of the village'
 */
export function inSentence(label: string, proper: ReadonlySet<string>): string {
  const [first = ''] = label.match(/^[A-Z][a-z]*(?=[^A-Za-z\d]|$)/) ?? [];
  return first === '' || proper.has(first) ? label : first.toLowerCase() + label.slice(first.length);
}

/** Whether a figure is called what its line is called already: 来源 and 资金来源, `First matter: income` and `income`. */
export function isSameName(line: string, figure: string): boolean {
  const name = figure.toLowerCase();
  // What stands in brackets behind the name explains it, or is the name.
  const forms = [line.replace(/\s*[（(][^（()）]*[）)]$/u, ''), line.replace(/[）)]$/u, '')].map((each) =>
    each.toLowerCase(),
  );
  return forms.some((form) => form.endsWith(name) || name.endsWith(form));
}
