import type { Field, ValueType } from '../src/vocabulary.ts';
import { englishComment, shapeComment } from './comments.ts';
import type { VocabularySource } from './read-vocabulary.ts';

const capital = (name: string): string => name[0]?.toUpperCase() + name.slice(1);
const property = (key: string): string => (/^[A-Za-z]\w*$/.test(key) ? key : JSON.stringify(key));

const primitives: Readonly<Partial<Record<ValueType['type'], string>>> = {
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  yuan: 'number',
  percent: 'number',
  ratio: 'number',
  year: 'number',
  months: 'number',
  date: 'string',
  text: 'string',
  reference: 'string',
};

function typeOf(type: ValueType): string {
  if (type.type === 'enum') return `Codes['${type.enum}']`;
  if (type.type === 'list' && type.items) {
    const entry = typeOf(type.items);
    return /^\w+$/.test(entry) ? `${entry}[]` : `Array<${entry}>`;
  }
  if (type.type !== 'record') return primitives[type.type] ?? 'never';
  if (type.shape !== undefined) return capital(type.shape);
  if (type.entity !== undefined) return capital(type.entity);
  const value = type.values ? typeOf(type.values) : 'never';
  return type.keys?.enum === undefined
    ? `Record<string, ${value} | null>`
    : `{ [code in Codes['${type.keys.enum}']]?: ${value} | null }`;
}

interface Branch {
  readonly field?: Field;
  readonly children: Map<string, Branch>;
}

/** The fields as a tree: a dot in a key nests. */
function tree(fields: readonly Field[]): Branch {
  const root: Branch = { children: new Map() };
  for (const field of fields) {
    const path = field.key.split('.');
    let branch = root;
    for (const part of path.slice(0, -1)) {
      const next = branch.children.get(part) ?? { children: new Map() };
      branch.children.set(part, next);
      branch = next;
    }
    branch.children.set(path.at(-1) ?? '', { field, children: new Map() });
  }
  return root;
}

function body({ children }: Branch, indent: string): string {
  const lines = [...children].map(([key, branch]) => {
    const name = property(key);
    if (!branch.field) return `${indent}${name}?: {\n${body(branch, `${indent}  `)}${indent}} | null;\n`;
    return `${indent}/** ${englishComment(branch.field)} */\n${indent}${name}?: ${typeOf(branch.field)} | null;\n`;
  });
  return lines.join('');
}

/** The text of case.gen.ts: an interface per shape and entity, and the case that holds one object per entity. */
export function emitCase(source: VocabularySource): string {
  const shapes = Object.entries(source.shapes).map(
    ([name, shape]) =>
      `/** ${shapeComment(name, shape.zh)} */\nexport interface ${capital(name)} {\n${body(tree(shape.fields), '  ')}}\n`,
  );
  const entities = [...source.entities].map(
    ([name, { value }]) =>
      `/** ${englishComment(value)} */\nexport interface ${capital(name)} {\n${body(tree(value.fields), '  ')}}\n`,
  );
  const members = [...source.entities].map(
    ([
      name,
      {
        value: { zh, en },
      },
    ]) => `  /** ${englishComment({ zh, en })} */\n  ${name}?: ${capital(name)} | null;\n`,
  );
  return `// Made from vocabulary/ by scripts/generate.ts; edit the YAML, not this file.
import type { Codes } from './vocabulary.gen.ts';

${[...shapes, ...entities].join('\n')}
/** What is known about one household, village, county or other subject. A fact left out or null is unknown. */
export interface Case {
${members.join('')}  /** The roster (花名册): one case per household; an entry has no roster of its own. */
  roster?: Case[] | null;
}
`;
}
