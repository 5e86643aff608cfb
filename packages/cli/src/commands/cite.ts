import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PolicyText } from '@jingzhun/rules';
import { locateQuotes } from '@jingzhun/rules/cite';
import type { PolicyFiles } from '@jingzhun/rules/load';
import type { JingzhunError } from '@jingzhun/schemas/problem';
import pc from 'picocolors';
import { findEdition } from '../editions.ts';
import { type Language, say } from '../language.ts';
import { print, printJson } from '../output.ts';
import { unusable } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface CiteOptions extends CommonOptions {
  readonly source: string;
  readonly document?: string;
}

interface Quote {
  readonly id: string;
  readonly clause: string;
  readonly quoteSha256: string;
}

/** A citation with where it stands in the text: sign offset and line; null where it is not found. */
interface Proof extends Quote {
  readonly offset: number | null;
  readonly length: number | null;
  readonly line: number | null;
}

/** `jingzhun cite`: holds every citation of a policy against the document's text. Exit 1 where a sentence is not there. */
export async function citeCommand(id: string, options: CiteOptions): Promise<void> {
  const language = languageOf(options);
  const { document } = options;
  const { text, files } = (await findEdition(id, options)).loaded;
  const quotes = document === undefined ? ownQuotes(text) : laterQuotes(files, document);
  if (quotes.length === 0) throw noQuotes(id, document ?? '', files);
  const bytes = await readSource(options.source);
  const proofs = prove(quotes, bytes.toString('utf8'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = document === undefined ? sha256 === text.document.sha256 : null;
  const missing = proofs.filter(({ offset }) => offset === null);
  if (missing.length > 0) process.exitCode = 1;
  if (options.json) {
    await printJson({ policy: id, source: { sha256, same }, found: proofs.length - missing.length, proofs });
    return;
  }
  for (const proof of proofs) await print(lineOf(proof, language));
  await print(summaryOf(proofs.length, missing.length, same, language));
}

async function readSource(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw unusable('no-file', `无法读取文件 ${file}`, `the file ${file} cannot be read`, { path: '--source' });
  }
}

type Cited = { readonly clause: string; readonly quoteSha256: string | readonly string[] };

const quotesOf = (id: string, { clause, quoteSha256 }: Cited): Quote[] =>
  [quoteSha256].flat().map((digest) => ({ id, clause, quoteSha256: digest as string }));

const ownQuotes = ({ sections }: PolicyText): Quote[] =>
  sections.flatMap(({ provisions }) => provisions.flatMap((provision) => quotesOf(provision.id, provision)));

/** What is cited from a later document that amended rules or values. */
function laterQuotes(files: PolicyFiles, document: string): Quote[] {
  return amendedParts(files)
    .filter(({ amendedBy }) => amendedBy.document === document)
    .flatMap(({ id, amendedBy, quoteSha256 }) => quotesOf(id, { clause: amendedBy.clause, quoteSha256 }));
}

function amendedParts({ sections }: PolicyFiles) {
  return Object.values(sections).flatMap(({ parameters = {}, rules = {} }) => [
    ...Object.entries(parameters).flatMap(([id, parameter]) =>
      'values' in parameter
        ? parameter.values.flatMap(({ amendedBy, quoteSha256 }) => (amendedBy ? [{ id, amendedBy, quoteSha256 }] : []))
        : [],
    ),
    ...Object.entries(rules).flatMap(([id, { amended = [] }]) => amended.map((each) => ({ id, ...each }))),
  ]);
}

function noQuotes(id: string, document: string, files: PolicyFiles): JingzhunError {
  const known = [...new Set(amendedParts(files).map(({ amendedBy }) => amendedBy.document))].join(', ') || '–';
  return unusable(
    'unknown-document',
    `${id} 没有引用文件“${document}”；引用的后续文件：${known}`,
    `${id} cites no document "${document}"; later documents that it cites: ${known}`,
    { path: '--document' },
  );
}

function prove(quotes: readonly Quote[], source: string): Proof[] {
  const places = locateQuotes(
    source,
    quotes.map(({ quoteSha256 }) => quoteSha256),
  );
  return quotes.map((quote) => {
    const place = places.get(quote.quoteSha256);
    if (place === undefined) return { ...quote, offset: null, length: null, line: null };
    const line = source.slice(0, place.start).split('\n').length;
    return { ...quote, offset: place.start, length: place.end - place.start, line };
  });
}

function lineOf({ id, clause, offset, length, line }: Proof, language: Language): string {
  if (offset === null) {
    const lost = say(language, {
      zh: '原文中没有这句话，或已改动',
      en: 'this sentence is not in the text, or was changed',
    });
    return `${pc.red('✗')} ${id}  [${clause}]  ${lost}`;
  }
  const at = say(language, {
    zh: `第 ${line} 行，第 ${offset} 字起 ${length} 字`,
    en: `line ${line}, offset ${offset}, ${length} signs`,
  });
  return `${pc.green('✓')} ${id}  [${clause}]  ${at}`;
}

/** `same`: is it byte for byte what was encoded? null of a later document, of which no digest is kept. */
function summaryOf(all: number, missing: number, same: boolean | null, language: Language): string {
  const file = same
    ? { zh: '；文本与编码时的逐字节相同', en: '; the text is byte for byte the one that was encoded' }
    : { zh: '；文本与编码时的不完全相同', en: '; the text is not byte for byte the one that was encoded' };
  const { zh, en } = same === null ? { zh: '', en: '' } : file;
  return say(language, {
    zh: `引文 ${all} 处，找到 ${all - missing} 处，缺 ${missing} 处${zh}`,
    en: `${all} citations, ${all - missing} found, ${missing} missing${en}`,
  });
}
