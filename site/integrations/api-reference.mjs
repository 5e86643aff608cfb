import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import starlightTypeDoc from 'starlight-typedoc';
import { Converter, PageEvent, ReflectionKind, UnknownType } from 'typedoc';
import { docsWords } from '../src/words/docs.ts';
import { chineseComments } from './api-chinese.mjs';
import { introductions } from './api-modules.mjs';
import { declaredTypes } from './declared-types.mjs';

const source = '@jingzhun/source';
const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/** More members than this make a union that nobody reads. */
const longest = 60;

/** Where the Chinese of TypeDoc reads as something else. */
const betterChinese = { kind_plural_reference: '重新导出', theme_extended_by: '被继承', theme_overrides: '重写' };

/** Every entry point of the published packages that is not generated, with the name by which it is imported. */
export function publicEntries() {
  const entries = new Map();
  for (const folder of ['rules', 'schemas']) {
    const { name, exports } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, 'utf8'));
    for (const [subpath, conditions] of Object.entries(exports)) {
      if (subpath.includes('*')) continue;
      entries.set(`${name}/${conditions[source].slice(2)}`, name + subpath.slice(1));
    }
  }
  return entries;
}

/** One reference for each language, made from the same comments: starlight-typedoc with its options. */
export function apiReferences() {
  return [starlightTypeDoc(optionsIn('zh', 'api')), starlightTypeDoc(optionsIn('en', 'en/api'))];
}

/** One page for each entry point, under the name by which it is imported. */
function optionsIn(language, output) {
  const entries = publicEntries();
  return {
    entryPoints: [...entries.keys()].map((file) => file.replace('@jingzhun/', packages)),
    tsconfig: 'tsconfig.api.json',
    output,
    typeDoc: {
      plugin: [
        entryNames(entries),
        declaredTypes,
        parameterNames,
        shortTypes(docsWords[language].moreTypes),
        ...(language === 'zh' ? [chineseComments] : []),
        introductions(language),
      ],
      lang: language,
      locales: { zh: betterChinese },
      name: docsWords[language].referencePages.find(([, path]) => path === 'api/')[0],
      outputFileStrategy: 'modules',
      entryFileName: 'index',
      useCodeBlocks: true,
      ...Object.fromEntries(
        [
          'classProperties',
          'interfaceProperties',
          'parameters',
          'propertyMembers',
          'typeAliasProperties',
          'typeDeclaration',
        ].map((part) => [`${part}Format`, 'table']),
      ),
      // Every property is read-only, and what a default is the comment says: columns of dashes leave the rest no room.
      tableColumnSettings: { hideDefaults: true, hideInherited: true, hideModifiers: true, hideOverrides: true },
      disableSources: true,
      // The types are checked where the packages are.
      skipErrorChecking: true,
      sort: ['kind', 'alphabetical'],
    },
  };
}

function entryNames(entries) {
  return function load({ converter }) {
    converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
      for (const module of project.children ?? []) {
        const { packageName, packagePath } = project.getSymbolIdFromReflection(module);
        module.name = entries.get(`${packageName}/${packagePath}`) ?? module.name;
      }
    });
  };
}

/** A parameter that is taken apart where it stands has no name: it is called after its type, options as options. */
function parameterNames({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
      if (parameter.name !== '__namedParameters') continue;
      const { type } = parameter;
      // `Pick<Policy, 'rules'>` is a policy.
      const named = type?.name === 'Pick' ? type.typeArguments?.[0] : type;
      const name = named?.name ?? 'Options';
      parameter.name = name.endsWith('Options') ? 'options' : name.charAt(0).toLowerCase() + name.slice(1);
    }
  });
}

/** What a schema holds stands in the types and the JSON Schemas; hundreds of names are not read in a row. */
function shortTypes(more) {
  return function load({ converter, renderer }) {
    converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
      for (const reflection of Object.values(project.reflections)) {
        const { type } = reflection;
        if (type?.type === 'reference' && type.name.startsWith('Zod')) delete type.typeArguments;
        if (type?.type === 'union' && type.types.length > longest) {
          const [first, second, ...others] = type.types.map(String);
          reflection.type = new UnknownType(`${first} | ${second} | … ${more(others.length)}`);
        }
      }
    });
    renderer.on(PageEvent.END, (page) => {
      page.contents = page.contents
        // Nothing leads to the single properties and type parameters.
        ?.replaceAll(/<a id="[^"]*"><\/a> /g, '')
        // What a schema gives is listed with the properties: that it does leads nowhere.
        .replaceAll(/#### [^\n]+\n\n- `output`[^\n]*\n\n/g, '')
        // A list of constructors has one, under the same heading again.
        .replaceAll(
          /^#### (.+?)s?\n\n##### \1\n([\s\S]*?)(?=^#{1,5} |^\*\*\*)/gm,
          (_, heading, body) => `#### ${heading}\n${body.replaceAll(/^#{6}/gm, '#####')}`,
        )
        // The members of a union of which nothing is said stand in its declaration.
        .replaceAll(/##### [^\n]+\n\n```ts\n\{\n[^`]*```\n\n(?:\*\*\*\n\n(?=##### )|(?=\*\*\*\n\n### ))/g, '')
        // A choice that stands in one line has no stroke before the first.
        .replaceAll(/^\|.*/gm, (row) => row.replaceAll(/(\| |\( |: )\\\| /g, '$1'));
    });
  };
}
