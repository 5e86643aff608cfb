import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Comment, Converter, makeRecursiveVisitor } from 'typedoc';
import { parse } from 'yaml';
import { commentsInBoth } from '../../packages/schemas/scripts/comments.ts';
import { readVocabulary } from '../../packages/schemas/scripts/read-vocabulary.ts';

const folder = fileURLToPath(new URL('../api-zh/', import.meta.url));
const vocabulary = new URL('../../packages/schemas/vocabulary/', import.meta.url);

/**
 * A plugin of TypeDoc that puts the Chinese of api-zh/ in place of the comments. A comment without Chinese ends the build,
 * and so does Chinese for which there is no comment: changed comments are found, and nothing old is kept.
 */
export function chineseComments({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const chinese = new Chinese(readPairs());
    const made = commentsInBoth(readVocabulary(vocabulary), (note) => chinese.of(note));
    const said = (text) => made.get(text) ?? chinese.of(text);
    const comments = Object.values(project.reflections).flatMap(({ comment }) => comment ?? []);
    for (const comment of new Set(comments)) {
      comment.summary = inChinese(comment.summary, said);
      for (const tag of comment.blockTags) tag.content = inChinese(tag.content, said);
    }
    for (const union of unions(project)) {
      union.elementSummaries = union.elementSummaries?.map((parts) => inChinese(parts, said));
    }
    const faults = chinese.faults();
    if (faults.length > 0) throw new Error(`site/api-zh and the comments differ:\n${faults.join('\n')}`);
  });
}

/** The members of a union have comments of their own. */
function unions(project) {
  const found = new Set();
  const visitor = makeRecursiveVisitor({ union: (type) => found.add(type) });
  for (const { type } of Object.values(project.reflections)) type?.visit?.(visitor);
  return found;
}

/** The parts of a comment in Chinese. Code stays as it is, and so does what has no Latin letter: it is Chinese already. */
function inChinese(parts, said) {
  const text = oneLine(Comment.combineDisplayParts(parts));
  if (text === '' || text.startsWith('```') || !/[a-z]/i.test(text)) return parts;
  return [{ kind: 'text', text: said(text) }];
}

/** Where the lines of a paragraph end means nothing; rows of tables and entries of lists stand on lines of their own. */
const oneLine = (text) => text.trim().replace(/(?<!\n)\n(?![\n|-])/g, ' ');

/** Every pair of the catalogue, with its file. */
export function readPairs() {
  return globSync('*.yaml', { cwd: folder }).flatMap((file) =>
    parse(readFileSync(folder + file, 'utf8')).map(({ en, zh }) => ({ file, en, zh })),
  );
}

/** What is said in Chinese, and what is wrong with the catalogue once all was asked for. */
export class Chinese {
  #pairs = new Map();
  #used = new Set();
  #faults = [];

  /** @param {{ file: string, en: string, zh: string }[]} pairs */
  constructor(pairs) {
    for (const pair of pairs) {
      const first = this.#pairs.get(pair.en);
      if (first) this.#faults.push(`${pair.file}: stands in ${first.file} too: ${pair.en}`);
      else this.#pairs.set(pair.en, pair);
    }
  }

  /**
   * @param {string} text
   * @returns {string} the text itself where it has no Chinese
   */
  of(text) {
    this.#used.add(text);
    return this.#pairs.get(text)?.zh ?? text;
  }

  /** @returns {string[]} */
  faults() {
    const missing = [...this.#used].filter((text) => !this.#pairs.has(text)).map((text) => `has no Chinese: ${text}`);
    const unused = [...this.#pairs.values()]
      .filter(({ en }) => !this.#used.has(en))
      .map(({ file, en }) => `${file}: is no comment any more: ${en}`);
    return [...this.#faults, ...missing, ...unused];
  }
}
