import { defineConfig } from 'astro/config';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { csp } from './integrations/csp.mjs';

// The workspace's packages are read from their sources, so that the site builds without building them first.
const source = '@jingzhun/source';

export default defineConfig({
  // Where the site is published, for the addresses that must be absolute. Without it they are left out.
  site: process.env.SITE_URL,
  trailingSlash: 'always',
  // Styles are files; what little script is inline is allowed by its digest.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [csp()],
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    // Workers load what they need bit by bit, as pages do.
    worker: { format: 'es' },
    resolve: { conditions: [source, ...defaultClientConditions] },
    environments: {
      ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
      prerender: { resolve: { conditions: [source, ...defaultServerConditions] } },
    },
  },
});
