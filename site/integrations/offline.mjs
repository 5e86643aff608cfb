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
        await copyFile(new URL('./last-version.js', import.meta.url), join(root, 'last-version.js'));
        const { count, size, warnings } = await generateSW({
          globDirectory: root,
          swDest: join(root, 'sw.js'),
          globPatterns: ['**/*'],
          globIgnores: [
            // The worker itself.
            'sw.js',
            'last-version.js',
            // The site in one file, which needs no network anyway.
            'jingzhun*.html',
            // Interfaces of the search that the site does not use.
            'pagefind/pagefind-*ui.*',
            'pagefind/pagefind-highlight.js',
            // Files for other programs: no page reads them.
            'policies/**/*.json',
            'schemas/**',
            'llms.txt',
            // A tenth of the site, for developers alone: kept page by page, as they are read.
            '{en/,}api/**',
          ],
          modifyURLPrefix: { '': base },
          // Files named by their content need no other mark of their version.
          dontCacheBustURLsMatching: /\/_astro\//,
          maximumFileSizeToCacheInBytes: 5_000_000,
          importScripts: ['last-version.js'],
          clientsClaim: true,
          skipWaiting: true,
          cleanupOutdatedCaches: true,
          // The search asks for its index with a time stamp; pages take what they were given after the question mark.
          ignoreURLParametersMatching: [/./],
          runtimeCaching: [
            {
              urlPattern: ({ url }) => url.pathname.includes('/_astro/'),
              handler: 'CacheFirst',
              options: { cacheName: 'last-version' },
            },
            {
              urlPattern: ({ request }) => request.mode === 'navigate',
              handler: 'NetworkFirst',
              options: { cacheName: 'pages', precacheFallback: { fallbackURL: `${base}404.html` } },
            },
          ],
          inlineWorkboxRuntime: true,
          sourcemap: false,
        });
        for (const warning of warnings) logger.warn(warning);
        logger.info(`${count} files, ${(size / 1e6).toFixed(1)} MB, are kept for use without network`);
      },
    },
  };
}
