import { readFileSync } from 'node:fs';
import { Comment, Converter, PageEvent, ReflectionKind } from 'typedoc';
import { parse } from 'yaml';

/** @returns {Record<string, { en: string, zh: string }>} by the name under which an entry point is imported */
export const readIntroductions = () => parse(readFileSync(new URL('../api-modules.yaml', import.meta.url), 'utf8'));

/**
 * A plugin of TypeDoc that begins the page of each entry point with what it is for, and says so in the list of them. One
 * without an introduction ends the build.
 */
export function introductions(language) {
  return function load({ converter, renderer }) {
    const known = readIntroductions();
    const colon = language === 'zh' ? '：' : ': ';
    converter.on(
      Converter.EVENT_RESOLVE_END,
      ({ project }) => {
        const modules = project.getReflectionsByKind(ReflectionKind.Module);
        const faults = namesApart(
          modules.map(({ name }) => name),
          Object.keys(known),
        );
        if (faults.length > 0)
          throw new Error(`site/api-modules.yaml and the entry points differ: ${faults.join(', ')}`);
        for (const module of modules)
          module.comment = new Comment([{ kind: 'text', text: known[module.name][language] }]);
      },
      // After the comments of the code are put into Chinese.
      -1,
    );
    renderer.on(PageEvent.END, (page) => {
      if (!page.model.isProject()) return;
      page.contents = page.contents?.replaceAll(
        /^- \[([^\]]+)\].*$/gm,
        (line, name) => line + colon + known[name][language],
      );
    });
  };
}

/** @param {string[]} ones @param {string[]} others */
export const namesApart = (ones, others) => [
  ...ones.filter((name) => !others.includes(name)),
  ...others.filter((name) => !ones.includes(name)),
];
