import { chineseRuns } from '../chinese-runs.ts';
import { base, languageTag } from '../language.ts';
import { linePieces } from '../line-pieces.ts';
import type { SearchArea, SearchWords } from '../words/search.ts';
import { areaOf } from './area.ts';
import { edgesOf } from './excerpt-edges.ts';
import { mentionsAll } from './mentions-all.ts';
import { type Found, type FoundPage, type FoundPart, loadPagefind } from './pagefind.ts';

const pagesAtOnce = 20;
const partsOfAPage = 4;
const pause = 250;

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = element<HTMLFormElement>('search');
const input = element<HTMLInputElement>('query');
const status = element('search-status');
const hint = element('search-hint');
const results = element('search-results');
const more = element<HTMLButtonElement>('search-more');
const words: SearchWords = JSON.parse(element('search-words').textContent);

let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let found: Found = { results: [] };
let shown: FoundPage[] = [];

const say = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});
input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
});
more.addEventListener('click', async () => {
  const first = shown.length;
  await show(asked);
  // Where one goes on reading.
  results.querySelector<HTMLElement>(`[data-place="${first}"]`)?.focus();
});
for (const button of form.querySelectorAll<HTMLButtonElement>('[data-example]')) {
  button.addEventListener('click', () => {
    input.value = button.textContent.trim();
    input.focus();
    ask();
  });
}
addEventListener('hashchange', fromAddress);
document.documentElement.dataset.ready = '';
fromAddress();

/** A link may ask by `?q=`; the page itself keeps the question after the `#`, which is not sent to the server. */
function fromAddress(): void {
  const asked = new URLSearchParams(location.hash.slice(1)).get('q') ?? new URLSearchParams(location.search).get('q');
  input.value = asked ?? '';
  ask();
}

async function ask(): Promise<void> {
  clearTimeout(timer);
  const query = input.value.trim();
  asked += 1;
  const mine = asked;
  const address = query === '' ? '' : `#q=${encodeURIComponent(query)}`;
  history.replaceState(history.state, '', location.pathname + address);
  if (query === '') {
    clear();
    return;
  }
  tell(say(words.loading, { query }));
  hint.textContent = '';
  try {
    const answer = await find(query);
    if (mine !== asked) return;
    found = answer;
    shown = [];
    await show(mine);
  } catch {
    if (mine !== asked) return;
    clear();
    tell(words.failed);
  }
}

/**
 * Pagefind finds the pieces of a word too. In Chinese, which puts no space between words, that is mostly chance: only
 * what is written just so, where it is at all. Of such a page Pagefind tells one place alone and no rank; among all that is
 * found it has all its places and its rank.
 */
async function find(query: string): Promise<Found> {
  const pagefind = await loadPagefind(base);
  const all = await pagefind.search(query);
  if (/\p{Script=Han}/u.test(query)) {
    const exact = await pagefind.search(`"${query.replaceAll('"', ' ').trim()}"`);
    const written = new Set(exact.results.map(({ id }) => id));
    if (written.size > 0) return { results: all.results.filter(({ id }) => written.has(id)) };
  }
  return (await isThere(query, all)) ? all : { results: [] };
}

/** Of a word that is nowhere Pagefind finds its first letters: then no page holds it, not even among the best. */
async function isThere(query: string, { results }: Found): Promise<boolean> {
  const best = await Promise.all(results.slice(0, pagesAtOnce).map((result) => result.data()));
  return best.some(({ meta, content }) => mentionsAll(query, `${meta.title} ${content}`));
}

function clear(): void {
  found = { results: [] };
  shown = [];
  results.replaceChildren();
  tell('');
  hint.textContent = '';
  more.hidden = true;
}

function tell(text: string): void {
  status.textContent = text;
  if (document.documentElement.lang !== languageTag.zh) markChinese(status);
}

/** The next pages of what was found, grouped by the part of the site. */
async function show(mine: number): Promise<void> {
  const query = input.value.trim();
  const next = found.results.slice(shown.length, shown.length + pagesAtOnce);
  const pages = await Promise.all(next.map((result) => result.data()));
  if (mine !== asked) return;
  shown = [...shown, ...pages];
  const count = found.results.length;
  const all = shown.length === count;
  tell(say(count === 0 ? words.nothing : all ? words.found : words.shown, { query, count, shown: shown.length }));
  hint.textContent = count === 0 ? words.nothingHint : '';
  more.hidden = all;
  // The part of the site with the best match first.
  const areas = new Set(shown.map(({ url }) => areaOf(url, base)));
  results.replaceChildren(...[...areas].flatMap((area) => groupOf(area)));
}

function groupOf(area: SearchArea): [HTMLElement, HTMLElement] {
  const pages = shown.filter(({ url }) => areaOf(url, base) === area);
  const heading = document.createElement('h2');
  heading.textContent = words.areas[area];
  const list = document.createElement('ol');
  list.append(...pages.map(itemOf));
  return [heading, list];
}

function itemOf(page: FoundPage): HTMLElement {
  const item = document.createElement('li');
  const title = document.createElement('h3');
  const link = linkTo(page.url, page.meta.title);
  link.dataset.place = String(shown.indexOf(page));
  title.append(link);
  const [first, ...rest] = page.sub_results;
  // What stands before the first heading belongs to the page itself.
  const own = first?.url.replace(/#_top$/, '') === page.url ? first : undefined;
  const parts = own ? rest : page.sub_results;
  const written = parts.filter(hasQuery);
  item.append(title, ...(own ? [excerptOf(own.excerpt, page.content)] : []));
  // Where the page itself holds it and none of its parts, they hold no more than pieces of it.
  const others = own !== undefined && hasQuery({ ...own, title: page.meta.title }) ? [] : parts;
  for (const part of (written.length > 0 ? written : others).slice(0, partsOfAPage))
    item.append(partOf(part, page.content));
  return item;
}

/** Whether a part shows what is looked for as it is written, and not a piece of it. */
function hasQuery({ title, excerpt }: FoundPart): boolean {
  const text = `${title} ${excerpt.replace(/<[^>]*>/g, '')}`.toLowerCase();
  return text.includes(input.value.trim().toLowerCase());
}

function partOf(part: FoundPart, content: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'part';
  box.append(linkTo(part.url, part.title), excerptOf(part.excerpt, content));
  return box;
}

function linkTo(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.append(...inWords(text));
  if (document.documentElement.lang !== languageTag.zh) markChinese(link);
  return link;
}

/** A title whose lines end between words. */
function inWords(text: string): (string | HTMLElement)[] {
  return linePieces(text).flatMap((piece, place) => (place === 0 ? [piece] : [document.createElement('wbr'), piece]));
}

function excerptOf(excerpt: string, content: string): HTMLElement {
  const paragraph = document.createElement('p');
  // Pagefind escapes the text of the page; only its own marks are elements.
  // An excerpt may begin with the full stop of what stands before it.
  paragraph.innerHTML = excerpt;
  const { before, after } = edgesOf(paragraph.textContent, content);
  paragraph.innerHTML = before + excerpt.replace(/^[\s.,;:。，；：、|]+/, '').trimEnd() + after;
  if (document.documentElement.lang !== languageTag.zh) markChinese(paragraph);
  return paragraph;
}

/** What is Chinese in an English excerpt says so, within the marks around what was looked for as well. */
function markChinese(part: Node): void {
  for (const node of [...part.childNodes]) {
    if (!(node instanceof Text)) markChinese(node);
    else node.replaceWith(...chineseRuns(node.data).map((run) => (run.chinese ? chineseOf(run.text) : run.text)));
  }
}

function chineseOf(text: string): HTMLElement {
  const span = document.createElement('span');
  span.lang = languageTag.zh;
  span.textContent = text;
  return span;
}
