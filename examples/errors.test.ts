import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('packages/*/src/**/*.ts', { cwd: root })
  .filter((path) => !/\.(test|test-d|gen)\.ts$|\/testing\//.test(path))
  .map((path) => root + path);

/** The sources alone: what they import from elsewhere says nothing of codes, and reading it takes most of the time. */
function programOf(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  return ts.createProgram(files, { ...options, types: [], noResolve: true });
}

function nodesOf(file: ts.Node): ts.Node[] {
  const nodes = [file];
  // The list grows as it is gone through.
  for (const node of nodes) ts.forEachChild(node, (child) => void nodes.push(child));
  return nodes;
}

const isNamed = (node: { readonly name?: ts.Node } | undefined, name: string): boolean =>
  node?.name !== undefined && ts.isIdentifier(node.name) && node.name.text === name;

/** The name by which a function, method, class or callback is called. */
function calledBy(node: ts.Node): string {
  const { name } = node as { readonly name?: ts.Node };
  if (name !== undefined && ts.isIdentifier(name)) return name.text;
  return node.parent === undefined ? '' : calledBy(node.parent);
}

const takesCode = (node: ts.Node): boolean => ts.isParameter(node) && isNamed(node, 'code');

/** What is handed on as a code: an argument for a parameter `code`, a property `code` beside `zh`, or what `code` is by default. */
function givenAsCode(node: ts.Node, takers: ReadonlySet<string>, checker: ts.TypeChecker): ts.Node[] {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const { expression, arguments: given = [] } = node;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
    if (!takers.has(name)) return [];
    const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
    return given.filter((_, place) => parameters[place]?.name === 'code');
  }
  if (ts.isObjectLiteralExpression(node) && node.properties.some((property) => isNamed(property, 'zh'))) {
    return node.properties
      .filter((property) => isNamed(property, 'code'))
      .map((property) => (ts.isPropertyAssignment(property) ? property.initializer : (property.name as ts.Node)));
  }
  if (ts.isBindingElement(node) && isNamed(node, 'code') && node.initializer) return [node.initializer];
  return [];
}

/** Every text that an expression can be, as far as its type says. */
function textsOf(node: ts.Node, checker: ts.TypeChecker): string[] {
  const type = checker.getTypeAtLocation(node);
  return (type.isUnion() ? type.types : [type]).flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
}

function codesIn(files: readonly string[]): Set<string> {
  const program = programOf(files);
  const checker = program.getTypeChecker();
  const own = new Set(files);
  const nodes = program.getSourceFiles().flatMap((file) => (own.has(file.fileName) ? nodesOf(file) : []));
  const takers = new Set(nodes.filter(takesCode).map((node) => calledBy(node.parent)));
  const given = nodes.flatMap((node) => givenAsCode(node, takers, checker));
  return new Set(given.flatMap((node) => textsOf(node, checker)));
}

/** The tables of codes in a language: of each row its code, what happened and what to do. */
function tablesIn(suffix: string): string[][][] {
  const text = ['errors', 'errors-in-policies'].map((name) => readFileSync(`${root}docs/${name}${suffix}`, 'utf8'));
  const tables = text.join('\n').matchAll(/^\| (?:Code|代码) \|.*\n\| --- .*\n((?:\|.*\n)+)/gm);
  return [...tables].map(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row) => row.slice(2, -2).split(' | ')),
  );
}

const codesOf = (tables: string[][][]): string[][] =>
  tables.map((rows) => rows.map(([code = '']) => code.replaceAll('`', '')));

describe('the pages of error codes', () => {
  const codes = codesIn(sources);
  const languages = [
    { language: 'English', tables: tablesIn('.md') },
    { language: 'Chinese', tables: tablesIn('.zh-CN.md') },
  ];

  it('are held against codes however they are made', () => {
    // A property, an argument, a key of a table of texts, one of two, a default.
    expect([...codes]).toEqual(
      expect.arrayContaining(['altered', 'unknown-name', 'total-row', 'rows-disagree', 'not-releasable', 'unexpected']),
    );
  });

  it.each(languages)('name every code in the sources and no other, in $language', ({ tables }) => {
    expect([...new Set(codesOf(tables).flat())].toSorted()).toEqual([...codes].toSorted());
  });

  it.each(languages)('say of each what happened and what to do, once in a table, in $language', ({ tables }) => {
    for (const rows of tables) {
      for (const row of rows)
        expect(
          row.filter((cell) => cell.trim() !== ''),
          row[0],
        ).toHaveLength(3);
      expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
    }
  });

  it('say the same in both languages, table by table', () => {
    const [en, zh] = languages.map(({ tables }) => codesOf(tables));
    expect(zh).toEqual(en);
  });
});
