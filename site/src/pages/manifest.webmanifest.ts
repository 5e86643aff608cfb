import type { APIRoute } from 'astro';
import { base } from '../language.ts';
import { homeWords } from '../words/home.ts';
import { shellWords } from '../words/shell.ts';

/** What a system shows of the site when it is installed. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: homeWords.zh.title,
      short_name: shellWords.zh.name,
      description: homeWords.zh.description,
      lang: 'zh-CN',
      start_url: base,
      scope: base,
      // With a way back: the site has many pages.
      display: 'minimal-ui',
      theme_color: '#14524e',
      background_color: '#f5f6f4',
      icons: [{ src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' }],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
