import { byId, element } from '../../calculator/element.ts';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import { computableWords, sourceWords } from '../../words/policy-source.ts';
import { citedProvisions } from './cited-provisions.ts';
import { DocumentView } from './document-view.ts';
import type { SourceAnswer, SourceRequest } from './source.worker.ts';

declare global {
  interface Window {
    /** The page's head starts it. */
    readonly jingzhunSource: Worker;
  }
}

/** Loads the text of the document that the visitor holds, and shows it beside the rules. */
export function startSourcePanel(): void {
  const form = byId('source-form') as HTMLFormElement;
  const language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
  const words = sourceWords[language];
  const provisions = citedProvisions();
  const digests = [...new Set(provisions.flatMap((each) => each.digests))];
  const view = new DocumentView(provisions, words, computableWords[language]);
  const key = `jingzhun-document-${form.dataset.policy}`;
  const worker = window.jingzhunSource;

  const file = byId('source-file') as HTMLInputElement;
  const pasted = byId('source-text') as HTMLTextAreaElement;
  const keep = byId('source-keep') as HTMLInputElement;
  const state = byId('source-state');
  const stop = byId('source-stop');
  const clear = byId('source-clear');
  const toText = byId('source-show');
  const lost = byId('source-lost') as HTMLDetailsElement;
  let number = 0;
  let isFile = false;
  let shown: string | undefined;

  const tell = (text: string, bad = false): void => {
    state.textContent = text;
    state.classList.toggle('bad', bad);
  };

  function load(name: string, content: ArrayBuffer | string): void {
    number += 1;
    isFile = typeof content !== 'string';
    tell(say(words.searching, { count: digests.length }));
    stop.hidden = false;
    worker.postMessage({ number, name, content, digests } satisfies SourceRequest);
  }

  worker.addEventListener('message', ({ data }: MessageEvent<SourceAnswer>) => {
    // What was stopped or replaced is not shown.
    if (data.number !== number) return;
    stop.hidden = data.done;
    if (data.fault !== undefined) {
      tell(say(words[data.fault], { most: 5 }), true);
      return;
    }
    const { text = '', found = [], sha256, done } = data;
    shown = text;
    view.show(text, new Map(found.map(([digest, start, end]) => [digest, { start, end }])));
    clear.hidden = false;
    toText.hidden = false;
    tell(summary(found, sha256, done));
    showLost(new Set(found.map(([digest]) => digest)));
    if (done && keep.checked) remember();
  });

  function summary(found: NonNullable<SourceAnswer['found']>, sha256: string | undefined, done: boolean): string {
    const missing = digests.length - found.length;
    const loosely = found.filter(([, , , way]) => way === 'width').length;
    const same = sha256 === form.dataset.sha256;
    return [
      missing === 0
        ? say(words.foundAll, { all: digests.length })
        : say(words.found, { all: digests.length, found: found.length, lost: missing }),
      ...(loosely === 0 ? [] : [say(words.foundLoosely, { count: loosely })]),
      ...(done ? [] : [words.searchingOn]),
      // Of pasted text only the signs are known, not the bytes of its file.
      ...(done && isFile && sha256 !== undefined ? [same ? words.same : words.notSame] : []),
    ].join(language === 'zh' ? '' : ' ');
  }

  function showLost(found: ReadonlySet<string>): void {
    const missing = digests.filter((digest) => !found.has(digest));
    lost.hidden = missing.length === 0;
    if (missing.length === 0) return;
    const [heading] = lost.getElementsByTagName('summary');
    if (heading) heading.textContent = say(words.lost, { count: missing.length });
    const of = provisions.filter((each) => each.digests.some((digest) => !found.has(digest)));
    const links = of.map(({ id, title }) => element('li', {}, element('a', { href: `#${id}` }, title)));
    lost.querySelector('ul')?.replaceChildren(...links);
  }

  function remember(): void {
    try {
      localStorage.setItem(key, shown ?? '');
      tell(`${state.textContent}${language === 'zh' ? '' : ' '}${words.kept}`);
    } catch {
      tell(words.notKept);
    }
  }

  function forget(): void {
    try {
      localStorage.removeItem(key);
    } catch {}
  }

  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    if (chosen.size > 5_000_000) tell(say(words.tooLarge, { most: 5 }), true);
    else load(chosen.name, await chosen.arrayBuffer());
    // The same file can be chosen again once it was mended.
    file.value = '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    load('', pasted.value);
  });
  stop.addEventListener('click', () => {
    number += 1;
    stop.hidden = true;
    tell(words.stopped);
    file.focus();
  });
  clear.addEventListener('click', () => {
    number += 1;
    shown = undefined;
    view.clear();
    forget();
    keep.checked = false;
    for (const part of [stop, clear, toText, lost]) part.hidden = true;
    tell(words.cleared);
    file.focus();
  });
  keep.addEventListener('change', () => {
    if (!keep.checked) forget();
    else if (shown !== undefined) remember();
  });

  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {}
  if (kept) {
    keep.checked = true;
    load('', kept);
  }
}
