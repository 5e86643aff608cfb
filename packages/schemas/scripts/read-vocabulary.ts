import { readdirSync, readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { CodeSet, Field, Shape } from '../src/vocabulary.ts';

/** A YAML file, and the lines its parts stand on. */
export interface Source {
  readonly file: string;
  readonly data: unknown;
  lineOf(path: readonly (string | number)[]): number;
}

export interface EntitySource {
  readonly zh: string;
  readonly en: string;
  readonly note?: string;
  readonly fields: readonly Field[];
}
export interface ShapeSource extends Omit<Shape, 'fields'> {
  readonly fields: readonly Field[];
}

/** The vocabulary as it stands in the files, each part beside the source that tells its line. */
export interface VocabularySource {
  readonly units: Readonly<Record<string, string>>;
  /** Chinese name → English name. */
  readonly places: Readonly<Record<string, string>>;
  readonly placesSource: Source;
  /** Key of a record with free keys → unit. */
  readonly indicators: Readonly<Record<string, string>>;
  readonly indicatorsSource: Source;
  readonly codes: ReadonlyMap<string, { value: CodeSet; source: Source }>;
  readonly shapes: Readonly<Record<string, ShapeSource>>;
  readonly shapesSource: Source;
  readonly entities: ReadonlyMap<string, { value: EntitySource; source: Source }>;
}

export class VocabularyError extends Error {}

function readYaml(folder: URL, name: string): Source {
  const file = `vocabulary/${name}`;
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(new URL(name, folder), 'utf8'), { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new VocabularyError(`${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`);
  return {
    file,
    data: document.toJS(),
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    },
  };
}

const namesIn = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();

/** Reads every file of the folder. Throws where a file is not YAML or the list of entities and their files differ. */
export function readVocabulary(folder: URL): VocabularySource {
  const order = readYaml(folder, 'entities.yaml').data as string[];
  const files = namesIn(new URL('entities/', folder));
  const differing = [
    ...files.filter((name) => !order.includes(name)),
    ...order.filter((name) => !files.includes(name)),
  ];
  if (differing.length > 0) {
    throw new VocabularyError(
      `vocabulary/entities.yaml:1: the list and the files of entities/ differ in ${differing.join(', ')}`,
    );
  }
  const each = <T>(kind: string, names: readonly string[]) =>
    new Map(
      names.map((name) => {
        const source = readYaml(folder, `${kind}/${name}.yaml`);
        return [name, { value: source.data as T, source }] as const;
      }),
    );
  const shapesSource = readYaml(folder, 'shapes.yaml');
  const placesSource = readYaml(folder, 'places.yaml');
  const indicatorsSource = readYaml(folder, 'indicators.yaml');
  return {
    units: readYaml(folder, 'units.yaml').data as Record<string, string>,
    places: placesSource.data as Record<string, string>,
    placesSource,
    indicators: indicatorsSource.data as Record<string, string>,
    indicatorsSource,
    codes: each<CodeSet>('codes', namesIn(new URL('codes/', folder))),
    shapes: shapesSource.data as Record<string, ShapeSource>,
    shapesSource,
    entities: each<EntitySource>('entities', order),
  };
}
