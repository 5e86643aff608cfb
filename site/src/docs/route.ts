import { getCollection } from 'astro:content';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { addressOf } from '../language.ts';
import { docsWords } from '../words/docs.ts';
import { whereIs } from './where.ts';

type Route = App.Locals['starlightRoute'];
type Link = Extract<Route['sidebar'][number], { type: 'link' }>;

/** Adds the pages that are made and not written to the list of pages. */
export const onRequest = defineRouteMiddleware(async ({ locals }) => {
  const route = locals.starlightRoute;
  const { language, path } = whereIs(route);
  const words = docsWords[language];
  const link = (label: string, to: string): Link => ({
    type: 'link',
    label,
    href: addressOf(language, to),
    isCurrent: to === path,
    badge: undefined,
    // Pages of the vocabulary are lists of the glossary.
    attrs: to === 'docs/glossary/' && path.startsWith('docs/vocabulary/') ? { 'aria-current': 'true' } : {},
  });
  const group = (label: string, entries: Link[]): Route['sidebar'][number] => ({
    type: 'group',
    label,
    entries,
    collapsed: false,
    badge: undefined,
  });
  route.sidebar = [
    { ...link(words.overview, 'docs/') },
    ...route.sidebar,
    group(
      words.reference,
      words.referencePages.map(([label, to]) => link(label, to)),
    ),
  ];
  if (path.startsWith('api/')) {
    const pages = (await getCollection('docs')).map(({ id, data }) => ({ ...whereIs({ id }), title: data.title }));
    const names = pages
      .filter((page) => page.language === language && page.path.startsWith('api/'))
      .map((page) => link(page.title, page.path));
    route.sidebar.splice(1, 0, group(words.entryPoints, names));
  }
});
