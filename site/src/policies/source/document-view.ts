import { byId, element } from '../../calculator/element.ts';
import { say } from '../../calculator/say.ts';
import type { Computable, computableWords, sourceWords } from '../../words/policy-source.ts';
import { computableSign } from '../computable-sign.ts';
import { type Cited, piecesOf } from './cited-pieces.ts';
import type { CitedProvision } from './cited-provisions.ts';

type Words = (typeof sourceWords)['zh'];

/** The text of the document with every sentence that a provision cites, each linked with it both ways. */
export class DocumentView {
  private readonly provisions: readonly CitedProvision[];
  private readonly words: Words;
  private readonly degrees: (typeof computableWords)['zh'];
  private readonly pane = byId('document-text');
  /** Pieces of the text by the provision that they belong to. */
  private pieces: readonly HTMLElement[][] = [];
  private lit: number | undefined;

  constructor(provisions: readonly CitedProvision[], words: Words, degrees: (typeof computableWords)['zh']) {
    this.provisions = provisions;
    this.words = words;
    this.degrees = degrees;
    const columns = byId('columns');
    const follow = ({ target }: Event): void => this.follow(target as Element);
    columns.addEventListener('pointerover', follow);
    columns.addEventListener('focusin', follow);
    columns.addEventListener('click', (event) => this.toSentence(event));
  }

  show(text: string, places: ReadonlyMap<string, { readonly start: number; readonly end: number }>): void {
    const cited = this.provisions.flatMap(({ digests }, provision) =>
      digests.flatMap((digest): Cited[] => {
        const place = places.get(digest);
        return place === undefined ? [] : [{ ...place, provision }];
      }),
    );
    const pieces = this.provisions.map((): HTMLElement[] => []);
    const shown = document.createDocumentFragment();
    for (const { start, end, provisions } of piecesOf(text.length, cited)) {
      const words = text.slice(start, end);
      const [first, ...others] = provisions;
      if (first === undefined) {
        shown.append(words);
        continue;
      }
      const link = this.link(first, 'cited', (pieces[first] as HTMLElement[]).length === 0);
      link.append(words);
      for (const provision of provisions) (pieces[provision] as HTMLElement[]).push(link);
      shown.append(link);
      // Whoever is not the first anywhere is named after the sentence, or no link would lead there.
      for (const other of others) {
        const ends = cited.some((each) => each.provision === other && each.end === end);
        if (ends) shown.append(this.also(other));
      }
    }
    this.pieces = pieces;
    this.pane.replaceChildren(shown);
    this.showLegend(places);
    this.offerSentences();
    const pane = byId('document');
    const isNew = pane.hidden;
    pane.hidden = false;
    byId('columns').classList.add('with-document');
    // What stands before the first sentence is seldom of use: navigation, letterheads.
    if (isNew) this.bringIntoPane(0);
  }

  clear(): void {
    this.pieces = [];
    this.pane.replaceChildren();
    for (const link of document.querySelectorAll('.to-sentence')) link.remove();
    this.light(undefined);
    byId('document').hidden = true;
    byId('columns').classList.remove('with-document');
  }

  private link(provision: number, kind: string, signed: boolean): HTMLAnchorElement {
    const { id, computable } = this.provisions[provision] as CitedProvision;
    const link = element('a', { class: `${kind} ${computable}`, href: `#${id}`, 'data-provision': String(provision) });
    if (signed) {
      link.append(
        element('span', { class: 'sign', 'aria-hidden': 'true' }, computableSign[computable]),
        element('span', { class: 'sr', lang: document.documentElement.lang }, `${this.degrees[computable]} `),
      );
    }
    return link;
  }

  private also(provision: number): HTMLAnchorElement {
    const { title } = this.provisions[provision] as CitedProvision;
    const link = this.link(provision, 'also', true);
    link.lang = document.documentElement.lang;
    link.title = say(this.words.alsoCitedBy, { title });
    link.append(title);
    return link;
  }

  /** How many of the sentences that were found are encoded in full, in part, and listed. */
  private showLegend(places: ReadonlyMap<string, unknown>): void {
    const best = new Map<string, Computable>();
    for (const degree of ['none', 'partial', 'full'] as const) {
      for (const { computable, digests } of this.provisions) {
        if (computable === degree) for (const digest of digests) if (places.has(digest)) best.set(digest, degree);
      }
    }
    for (const count of document.querySelectorAll<HTMLElement>('[data-sentences]')) {
      count.textContent = String([...best.values()].filter((degree) => degree === count.dataset.sentences).length);
    }
  }

  /** Each provision leads to its sentence. */
  private offerSentences(): void {
    for (const [place, { article }] of this.provisions.entries()) {
      const links = article.querySelector('.provision-links');
      links?.querySelector('.to-sentence')?.remove();
      const first = this.pieces[place]?.[0];
      if (first === undefined) continue;
      first.id ||= `sentence-${place}`;
      links?.append(element('a', { class: 'to-sentence', href: `#${first.id}` }, this.words.toSentence));
    }
  }

  /** Lights a provision and its sentence together while one of them is pointed at or has the focus. */
  private follow(target: Element): void {
    if (this.pieces.length === 0) return;
    const sentence = target.closest<HTMLElement>('[data-provision]');
    const article = target.closest<HTMLElement>('.provision');
    if (sentence !== null) this.light(Number(sentence.dataset.provision));
    else if (article !== null) {
      const place = this.provisions.findIndex((each) => each.article === article);
      this.light(place);
      if (this.isBeside()) this.bringIntoPane(place);
    } else this.light(undefined);
  }

  private light(provision: number | undefined): void {
    if (provision === this.lit) return;
    for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
    this.lit = provision;
    if (provision === undefined) return;
    const pieces = this.pieces[provision] ?? [];
    if (pieces.length > 0) this.provisions[provision]?.article.classList.add('lit');
    for (const piece of pieces) piece.classList.add('lit');
  }

  private toSentence(event: Event): void {
    const link = (event.target as Element).closest('.to-sentence');
    const article = link?.closest<HTMLElement>('.provision');
    if (!article || !this.isBeside()) return;
    // A jump would move the page as well, though the sentence is beside the rule already.
    event.preventDefault();
    const place = this.provisions.findIndex((each) => each.article === article);
    this.bringIntoPane(place);
    this.pieces[place]?.[0]?.focus({ preventScroll: true });
    this.light(place);
  }

  /** On a wide screen the text stands beside the rules and scrolls by itself. */
  private isBeside(): boolean {
    const side = this.pane.closest('.policy-side');
    return side !== null && getComputedStyle(side).position === 'sticky';
  }

  private bringIntoPane(place: number): void {
    const piece = this.pieces[place]?.[0];
    if (piece === undefined) return;
    const { top, bottom, height } = this.pane.getBoundingClientRect();
    const box = piece.getBoundingClientRect();
    if (box.top < top || box.bottom > bottom) this.pane.scrollTop += box.top - top - height / 3;
  }
}
