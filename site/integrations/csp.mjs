import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every page may do: run and show the site's own files, and reach no other host. */
const base = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** What single pages need beyond that, by the folder they stand in; `en/` is left out of account. */
const beyond = {
  // The search runs as WebAssembly.
  'search/': { 'script-src': ["'wasm-unsafe-eval'"] },
  // The page shows the calculator in a frame.
  'embed/': { 'frame-src': ["'self'"] },
};

// A data block never runs, so no policy applies to it.
const inlineScript = /<script(?![^>]*\ssrc=)(?![^>]*\stype="application\/json")[^>]*>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * Writes a content security policy into the head of every built page. It lists digests of the inline code that the
 * page really holds; pages without any get the bare policy.
 */
export function csp() {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        let pages = 0;
        let inline = 0;
        for await (const name of glob('**/*.html', { cwd: root })) {
          const path = join(root, name);
          const html = await readFile(path, 'utf8');
          const scripts = digests(html, inlineScript);
          const styles = digests(html, inlineStyle);
          await writeFile(path, withPolicy(html, allowed(name, scripts, styles)));
          pages += 1;
          inline += scripts.length + styles.length;
        }
        logger.info(`${pages} pages, ${inline} inline pieces allowed by digest`);
      },
    },
  };
}

function digests(html, pattern) {
  const pieces = [...html.matchAll(pattern)].map(([, code]) => createHash('sha256').update(code).digest('base64'));
  return [...new Set(pieces)].map((digest) => `'sha256-${digest}'`);
}

function allowed(name, scripts, styles) {
  const more = Object.entries(beyond).filter(([folder]) => name.replace(/^en\//, '').startsWith(folder));
  const directives = { ...base };
  for (const [, additions] of [...more, ['', { 'script-src': scripts, 'style-src': styles }]]) {
    for (const [directive, sources] of Object.entries(additions)) {
      directives[directive] = [...(directives[directive] ?? []), ...sources];
    }
  }
  return directives;
}

function withPolicy(html, directives) {
  const content = Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
  // Before anything that loads: a policy does not reach back.
  return html.replace(/<head>/, `<head><meta http-equiv="Content-Security-Policy" content="${content}">`);
}
