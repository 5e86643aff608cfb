import { render } from 'preact';
import { byId } from '../calculator/element.ts';
import { say } from '../calculator/say.ts';
import type { Language } from '../language.ts';
import { compareWords } from '../words/compare.ts';
import { WorkerClient } from '../worker/client.ts';
import { App } from './app/App.tsx';
import { Chooser } from './chooser.ts';
import { draft, type Edition, editionText, type OfferedPolicy, readEdition } from './edition.ts';
import type { Question, Requests } from './protocol.ts';
import { queryText } from './query-text.ts';
import { readWhatIf, whatIfText } from './what-if.ts';

const { language, policies } = JSON.parse(byId('compare-data').textContent ?? '') as {
  readonly language: Language;
  readonly policies: readonly OfferedPolicy[];
};
const words = compareWords[language];
// The worker speaks the language that it is named by.
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: language });
const client = new WorkerClient<Requests>(worker);
let changed = (): void => {};
const chooser = new Chooser(policies, words, () => changed());

/** The same page in the other language asks the same. */
function followLink(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-other-language]');
  if (link === null) return;
  link.search = location.search;
  link.hash = location.hash;
}

function asked(): { readonly a: Edition; readonly b: Edition } | undefined {
  const query = new URLSearchParams(location.search);
  const [first, second] = [query.get('a'), query.get('b')];
  if (first === null) return undefined;
  const a = readEdition(first, policies);
  const b = 'fault' in a ? a : readEdition(second ?? draft, policies, a);
  for (const side of [a, b]) {
    if (!('fault' in side)) continue;
    chooser.fault(say(words.badLinks[side.fault], { text: side.text }));
    return undefined;
  }
  return { a: a as Edition, b: b as Edition };
}

/** Keeps the question in the address, so that it can be sent; the change only in its fragment. */
function keep({ a, b, whatIf }: Question): string {
  const hash = whatIf === undefined ? '' : `#${whatIfText(whatIf)}`;
  history.replaceState(null, '', `${location.pathname}${queryText(editionText(a), editionText(b))}${hash}`);
  followLink();
  return location.href;
}

const question = asked();
if (question !== undefined) chooser.show(question.a, question.b);
// The form now says by itself which fields it shows.
if (document.documentElement.dataset.chosen !== undefined) document.documentElement.dataset.chosen = '';
const drafted = question === undefined || question.b.release === draft;
const whatIf = drafted ? readWhatIf(location.hash) : undefined;
followLink();
render(
  <App
    {...{ language, chooser, client }}
    start={{ whatIf, atOnce: question !== undefined && (whatIf !== undefined || !drafted) }}
    listen={(listener) => {
      changed = listener;
    }}
    onQuestion={keep}
  />,
  byId('compare-app'),
);
client.ready.then(() => {
  document.documentElement.dataset.ready = '';
});
