import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightLinksValidator from 'starlight-links-validator';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { base } from './base.mjs';
import { apiReferences } from './integrations/api-reference.mjs';
import { chineseInEnglish } from './integrations/chinese-in-english.mjs';
import { csp } from './integrations/csp.mjs';
import { foldedTypes } from './integrations/folded-types.mjs';
import { guides } from './integrations/guides.mjs';
import { lineEnds } from './integrations/line-ends.mjs';
import { offline } from './integrations/offline.mjs';
import { oneDirection } from './integrations/one-direction.mjs';
import { preloadPolicy } from './integrations/preload-policy.mjs';
import { scrollable } from './integrations/scrollable.mjs';
import { unsearchedCode } from './integrations/unsearched-code.mjs';
import { wholeWords } from './integrations/whole-words.mjs';
import { guideGroups } from './src/docs/guide-groups.ts';
import { mainPages } from './src/words/shell.ts';

// The workspace's packages are read from their sources, so that the site builds without building them first.
const source = '@jingzhun/source';

export default defineConfig({
  base,
  // Where the site is published, for the addresses that must be absolute. Without it they are left out.
  site: process.env.SITE_URL,
  trailingSlash: 'always',
  // Styles are files; what little script is inline is allowed by its digest.
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // A page loads what it shows and nothing else.
  prefetch: false,
  markdown: { syntaxHighlight: 'prism' },
  integrations: [
    starlight({
      title: { 'zh-CN': '精准', en: 'Jingzhun' },
      titleDelimiter: '·',
      favicon: '/favicon.svg',
      head: [
        { tag: 'meta', attrs: { name: 'color-scheme', content: 'light dark' } },
        { tag: 'meta', attrs: { name: 'referrer', content: 'no-referrer' } },
        { tag: 'link', attrs: { rel: 'manifest', href: `${base}manifest.webmanifest` } },
      ],
      defaultLocale: 'root',
      locales: { root: { label: '简体中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      disable404Route: true,
      // Its colours are inline styles, which the content security policy forbids; prism sets classes.
      expressiveCode: false,
      markdown: { headingLinks: false },
      customCss: ['tokens', 'shell', 'docs', 'docs-contents', 'docs-text', 'docs-code', 'stacked', 'scroll-sign'].map(
        (name) => `./src/styles/${name}.css`,
      ),
      components: Object.fromEntries(
        ['Footer', 'Header', 'PageFrame', 'PageSidebar', 'PageTitle', 'Sidebar', 'SkipLink', 'ThemeProvider'].map(
          (name) => [name, `./src/docs/${name}.astro`],
        ),
      ),
      routeMiddleware: './src/docs/route.ts',
      sidebar: guideGroups.map(({ title, guides }) => ({
        label: title.zh,
        translations: { en: title.en },
        items: guides.map((name) => `docs/${name}`),
      })),
      plugins: [
        guides(),
        ...apiReferences(),
        // Anchors, and pages that are not documentation, are checked over the whole site by e2e/links.spec.ts.
        starlightLinksValidator({
          errorOnInvalidHashes: false,
          exclude: mainPages.map((page) => `${base}{,en/}${page}/`),
        }),
      ],
    }),
    foldedTypes(),
    scrollable(),
    chineseInEnglish(),
    unsearchedCode(),
    lineEnds(),
    wholeWords(),
    oneDirection(),
    preloadPolicy(),
    csp(),
    offline(),
  ],
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
