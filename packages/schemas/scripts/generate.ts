// Checks the vocabulary and writes what is made from it: src/*.gen.ts and json-schema/. Run with: node packages/schemas/scripts/generate.ts
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { checkVocabulary } from './check-vocabulary.ts';
import { emitCase } from './emit-case.ts';
import { emitIndicators, emitPlaces, emitVocabulary } from './emit-vocabulary.ts';
import { readVocabulary, VocabularyError } from './read-vocabulary.ts';

const root = new URL('../', import.meta.url);

/** A file whose content stays the same keeps its time stamp, so that nothing is rebuilt for it. */
function write(name: string, content: string): void {
  const url = new URL(name, root);
  if (existsSync(url) && readFileSync(url, 'utf8') === content) return;
  mkdirSync(new URL('./', url), { recursive: true });
  writeFileSync(url, content);
}

try {
  const source = readVocabulary(new URL('vocabulary/', root));
  const faults = checkVocabulary(source);
  if (faults.length > 0) throw new VocabularyError(faults.join('\n'));
  write('src/vocabulary.gen.ts', emitVocabulary(source));
  write('src/places.gen.ts', emitPlaces(source));
  write('src/indicators.gen.ts', emitIndicators(source));
  write('src/case.gen.ts', emitCase(source));
  // Only now: what makes the JSON Schemas reads the files just written.
  const { jsonSchemas } = await import('./json-schemas.ts');
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    write(`json-schema/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
  }
} catch (error) {
  if (!(error instanceof VocabularyError)) throw error;
  console.error(error.message);
  process.exit(1);
}
