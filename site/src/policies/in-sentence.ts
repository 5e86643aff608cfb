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

/**
 * Whether a figure has the name of its line: all of it, what stands before a bracket at its end, or what follows a colon
 * or stands in the bracket. A longer name is that of another figure, unless it is that of an entry of a record, which
 * stands behind the record's.
 */
export function isSameName(line: string, figure: string): boolean {
  const names = [
    line,
    line.replace(/\s*[（(][^（()）]*[）)]$/u, ''),
    line.replace(/^.*[：:（(]\s*/u, '').replace(/[）)]$/u, ''),
  ];
  const own = figure.toLowerCase();
  return names
    .map((name) => name.toLowerCase())
    .some((name) => own === name || own.endsWith(`·${name}`) || own.endsWith(`: ${name}`));
}
