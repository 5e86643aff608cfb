// Puts the calculator, the roster and the card into one HTML file for each language, which opens from a memory stick:
// node scripts/single.mjs [FOLDER], after the site is built there; dist unless said. Writes jingzhun.html and jingzhun-en.html.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, defaultClientConditions } from 'vite';
import { base } from '../base.mjs';

const site = join(import.meta.dirname, '..');
const dist = process.argv[2] ?? join(site, 'dist');
const files = { zh: 'jingzhun.html', en: 'jingzhun-en.html' };

const script = (await bundled()).replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
for (const language of Object.keys(files)) {
  const html = oneFile(language);
  writeFileSync(join(dist, files[language]), html);
  console.log(`${files[language]}: ${(html.length / 1e6).toFixed(1)} million characters`);
}

/** All scripts as one, workers and policies within. */
async function bundled() {
  const output = { codeSplitting: false };
  const { output: chunks } = await build({
    configFile: false,
    root: site,
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [workersInline()],
    resolve: { conditions: ['@jingzhun/source', ...defaultClientConditions] },
    worker: { format: 'iife', rolldownOptions: { output } },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: join(site, 'src/single/main.ts'), output: { ...output, format: 'es' } },
    },
  });
  const scripts = chunks.filter(({ type }) => type === 'chunk');
  if (scripts.length !== 1) throw new Error(`one script expected, but there are ${scripts.length}`);
  return scripts[0].code;
}

/** A worker beside its page cannot be loaded from a file: it is carried inside the script. */
function workersInline() {
  const made = /new Worker\(\s*new URL\((['"])(.+?)\1,\s*import\.meta\.url\),\s*\{[^}]*\}\s*,?\s*\)/g;
  return {
    name: 'workers-inline',
    enforce: 'pre',
    transform(code, id) {
      if (!id.startsWith(join(site, 'src')) || !code.includes('new Worker(')) return undefined;
      const imports = [];
      const replaced = code.replace(made, (_, _quote, path) => {
        imports.push(`import InlineWorker${imports.length} from '${path}?worker&inline';\n`);
        return `new InlineWorker${imports.length - 1}()`;
      });
      return imports.length === 0 ? undefined : { code: imports.join('') + replaced, map: null };
    },
  };
}

function oneFile(language) {
  const folder = language === 'zh' ? '' : `${language}/`;
  const paths = globSync(['calc/**/index.html', 'roster/index.html', 'card/index.html'], { cwd: join(dist, folder) })
    .map((name) => name.replace(/index\.html$/, ''))
    .sort();
  const pages = new Map(paths.map((path) => [path, readFileSync(join(dist, folder, path, 'index.html'), 'utf8')]));
  const first = pages.get('calc/');
  const link = (html) => linked(html, folder, pages, files[language === 'zh' ? 'en' : 'zh']);
  const templates = [...pages].map(([path, html]) => {
    const title = inside(html, 'title');
    return `<template data-path="${path}" data-title="${title}">${link(withoutScripts(whole(html, 'main')))}</template>`;
  });
  const styles = [...new Set([...pages.values()].flatMap(stylesOf))].map((name) =>
    readFileSync(join(dist, name), 'utf8'),
  );
  // A link that leads out of the file is not shown.
  const style = [...styles, 'a:not([href]), li:has(> a:not([href])) { display: none }'].join('\n');
  const csp = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data: blob:',
    'worker-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : language}"><head>`,
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${csp}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${inside(first, 'title')}</title><style>${style}</style></head><body>`,
    link(whole(first, 'header')).replace(/ aria-current="\w+"/g, ''),
    '<main id="main"></main>',
    link(whole(first, 'footer')),
    templates.join('\n'),
    `<script type="module">${script}</script></body></html>\n`,
  ].join('\n');
}

/** Links between pages of the file become fragments; what is not in the file is text. */
function linked(html, folder, pages, otherFile) {
  return html.replace(/<a\b[^>]*>/g, (tag) =>
    tag.replace(/\shref="(\/[^"]*)"/, (_, address) => {
      if (tag.includes('data-other-language')) return ` href="${otherFile}"`;
      const path = address.slice(base.length + folder.length).replace(/[?#].*$/, '');
      return pages.has(path) ? ` href="#/${path}"` : '';
    }),
  );
}

function inside(html, tag) {
  return new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
}

function whole(html, tag) {
  return new RegExp(`<${tag}\\b[\\s\\S]*</${tag}>`).exec(html)?.[0] ?? '';
}

function stylesOf(html) {
  return [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, address]) => address.slice(base.length));
}

function withoutScripts(html) {
  return html.replace(/<script(?![^>]*type="application\/json")[^>]*>[\s\S]*?<\/script>/g, '');
}

function digest(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
