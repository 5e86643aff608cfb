import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateSW } from 'workbox-build';

/**
 * Writes a service worker that keeps the whole site, so that after one visit every page works without network. Must
 * come last: it lists what the others wrote.
 */
export function offline() {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        await copyFile(new URL('./take-over.js', import.meta.url), join(root, 'take-over.js'));
        const { count, size, warnings } = await generateSW({
          globDirectory: root,
          swDest: join(root, 'sw.js'),
          globPatterns: ['**/*'],
          // The worker itself; interfaces of the search that the site does not use.
          globIgnores: ['sw.js', 'take-over.js', 'pagefind/pagefind-*ui.*', 'pagefind/pagefind-highlight.js'],
          modifyURLPrefix: { '': base },
          // Files named by their content need no other mark of their version.
          dontCacheBustURLsMatching: /\/_astro\//,
          maximumFileSizeToCacheInBytes: 5_000_000,
          // A new version waits until no page of the old one is open: see take-over.js.
          importScripts: ['take-over.js'],
          clientsClaim: true,
          skipWaiting: false,
          cleanupOutdatedCaches: true,
          // The search asks for its index with a time stamp; pages take what they were given after the question mark.
          ignoreURLParametersMatching: [/./],
          inlineWorkboxRuntime: true,
          sourcemap: false,
        });
        for (const warning of warnings) logger.warn(warning);
        logger.info(`${count} files, ${(size / 1e6).toFixed(1)} MB, are kept for use without network`);
      },
    },
  };
}
