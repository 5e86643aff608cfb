import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PolicyText } from '@jingzhun/rules';
import { locateQuotes } from '@jingzhun/rules/cite';
import pc from 'picocolors';
import { type Language, say } from '../language.ts';
import { print, printJson } from '../output.ts';
import { findPolicy } from '../policies.ts';
import { unusable } from '../unusable.ts';
import { type CommonOptions, languageOf } from './options.ts';

interface CiteOptions extends CommonOptions {
  readonly source: string;
}

/** A citation with where it stands in the text: sign offset and line; null where it is not found. */
interface Proof {
  readonly id: string;
  readonly clause: string;
  readonly quoteSha256: string;
  readonly offset: number | null;
  readonly length: number | null;
  readonly line: number | null;
}

/** `jingzhun cite`: holds every citation of a policy against the document's text. Exit 1 where a sentence is not there. */
export async function citeCommand(id: string, options: CiteOptions): Promise<void> {
  const language = languageOf(options);
  const { text } = await findPolicy({ policy: id, policies: options.policies });
  const bytes = await readSource(options.source);
  const proofs = prove(text, bytes.toString('utf8'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = sha256 === text.document.sha256;
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

function prove({ sections }: PolicyText, source: string): Proof[] {
  const quotes = sections.flatMap(({ provisions }) =>
    provisions.flatMap(({ id, clause, quoteSha256 }) =>
      [quoteSha256].flat().map((digest) => ({ id, clause, quoteSha256: digest })),
    ),
  );
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

function summaryOf(all: number, missing: number, same: boolean, language: Language): string {
  const file = same
    ? { zh: '文本与编码时的逐字节相同', en: 'the text is byte for byte the one that was encoded' }
    : { zh: '文本与编码时的不完全相同', en: 'the text is not byte for byte the one that was encoded' };
  return say(language, {
    zh: `引文 ${all} 处，找到 ${all - missing} 处，缺 ${missing} 处；${file.zh}`,
    en: `${all} citations, ${all - missing} found, ${missing} missing; ${file.en}`,
  });
}
