import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = /\/policies\/([\w./-]+?)\.gen\.ts$/;
const wanted = /<meta name="jingzhun-policy" content="([^"]+)">/;

/**
 * A page that decides names its policy in `<meta name="jingzhun-policy" content="ID/RELEASE">`. The built page then loads
 * that policy's code along with its own script, rather than when the script has run: one round less, and nothing is
 * asked for after the page has loaded.
 */
export function preloadPolicy() {
  /** Place of the policy's module → its file and those that it imports. */
  const files = new Map();
  let base = '/';
  return {
    name: 'preload-policy',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        base = config.base.replace(/\/?$/, '/');
        updateConfig({ vite: { plugins: [collector(files)] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        let pages = 0;
        for await (const name of glob('**/*.html', { cwd: root })) {
          const path = join(root, name);
          const html = await readFile(path, 'utf8');
          const [tag, place = ''] = wanted.exec(html) ?? [];
          if (tag === undefined) continue;
          const found = files.get(place);
          if (found === undefined) throw new Error(`${name}: no code was built for the policy ${place}`);
          const links = [...found].filter((file) => !html.includes(`${base}${file}`));
          const preloads = links.map((file) => `<link rel="modulepreload" href="${base}${file}">`);
          await writeFile(path, html.replace(tag, preloads.join('')));
          pages += 1;
        }
        logger.info(`${pages} pages load their policy along with their script`);
      },
    },
  };
}

function collector(files) {
  return {
    name: 'jingzhun-policy-files',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const [, place] = module.exec(chunk.facadeModuleId ?? '') ?? [];
        if (chunk.type !== 'chunk' || place === undefined || place.endsWith('.text')) continue;
        files.set(place, withImports(chunk.fileName, bundle));
      }
    },
  };
}

/** A file of code, what it imports, and what that imports. */
function withImports(name, bundle, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const each of bundle[name]?.imports ?? []) withImports(each, bundle, found);
  return found;
}
