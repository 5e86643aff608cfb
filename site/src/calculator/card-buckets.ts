import { cardElement } from './card.ts';
import type { CardContext } from './card-context.ts';
import { byId, element, setShown, setText } from './element.ts';
import type { PageData } from './page-data.ts';
import { sameFindings } from './same-findings.ts';
import type { Bucket, Card } from './verdict.ts';

/** A card, and what it says. */
interface Made {
  readonly element: HTMLElement;
  readonly cards: readonly Card[];
  /** Where it asks for what is missing and in which words, with what the members are called. */
  readonly told: string;
}

/** The buckets of cards. Keeps what did not change, so that nothing folds or jumps under the reader. */
export class CardBuckets {
  private readonly data: PageData;
  /** False where all rules of the page only apply. */
  private readonly asksAnything: boolean;
  private readonly cards = new Map<string, Made>();
  private readonly titles = new Map<string, HTMLElement>();

  constructor(data: PageData, asksAnything: boolean) {
    this.data = data;
    this.asksAnything = asksAnything;
  }

  /** Shows how many cards a bucket has, and those that were made for it. */
  show(bucket: Bucket, { length }: readonly Card[], made: readonly HTMLElement[]): void {
    setText(`count-${bucket}`, String(length));
    setText(`jump-${bucket}`, String(length));
    const isShown = bucket === 'applies' || bucket === 'later' ? length > 0 : bucket === 'unknown' || this.asksAnything;
    setShown(`bucket-${bucket}`, isShown);
    (byId(`jump-${bucket}`).parentElement as HTMLElement).hidden = !isShown;
    setShown(`empty-${bucket}`, length === 0);
    place(byId(`cards-${bucket}`), made);
  }

  /** The cards of a bucket under their titles, a card a step; undefined while it is folded. */
  *make(
    bucket: Bucket,
    cards: readonly Card[],
    context: CardContext,
  ): Generator<void, readonly HTMLElement[] | undefined> {
    if (!(byId(`bucket-${bucket}`) as HTMLDetailsElement).open) return undefined;
    const used = new Set<string>();
    const groups = [
      { title: this.data.words.answer.benefits, cards: cards.filter(({ benefit }) => benefit) },
      { title: this.data.words.answer.duties, cards: cards.filter(({ benefit }) => !benefit) },
    ].filter((group) => group.cards.length > 0);
    const elements: HTMLElement[] = [];
    for (const group of groups) {
      const isTitled = bucket !== 'applies' && !(groups.length === 1 && group.cards[0]?.benefit);
      if (isTitled) elements.push(this.groupTitle(bucket, group.title));
      for (const [rule, same] of Map.groupBy(group.cards, ({ finding }) => finding.rule)) {
        const key = `${bucket} ${rule}`;
        used.add(key);
        elements.push(this.card(key, same as [Card, ...Card[]], context));
        yield;
      }
    }
    for (const key of this.cards.keys()) if (key.startsWith(`${bucket} `) && !used.has(key)) this.cards.delete(key);
    return elements;
  }

  private groupTitle(bucket: Bucket, title: string): HTMLElement {
    const key = `${bucket} ${title}`;
    let made = this.titles.get(key);
    if (made === undefined) {
      made = element('p', { class: 'group-title' }, title);
      this.titles.set(key, made);
    }
    return made;
  }

  /** The card of a rule, the same one as long as it says the same. */
  card(key: string, cards: readonly [Card, ...Card[]], context: CardContext): HTMLElement {
    const asks = cards.map(({ finding, person }) =>
      finding.missing.flatMap((fact) =>
        context.places.toAsk(fact, person).map((path) => [path, context.askLabel(path)]),
      ),
    );
    const told = JSON.stringify([asks, context.names]);
    const known = this.cards.get(key);
    if (known?.told === told && sameFindings(known.cards, cards)) return known.element;
    const made = cardElement(cards, context);
    if (known?.element.querySelector('details')?.open)
      (made.querySelector('details') as HTMLDetailsElement).open = true;
    // One in place of a card that was laid out is so at once: a picture would show it empty.
    if (known?.element.classList.contains('drawn')) made.classList.add('drawn');
    this.cards.set(key, { element: made, cards, told });
    return made;
  }
}

/** Puts elements into a box in this order; those that stand right are not touched, so that nothing loses the focus. */
function place(box: HTMLElement, elements: readonly HTMLElement[]): void {
  const wanted = new Set(elements);
  for (const child of [...box.children]) if (!wanted.has(child as HTMLElement)) child.remove();
  let next = box.firstElementChild;
  for (const each of elements) {
    if (each === next) next = next.nextElementSibling;
    else box.insertBefore(each, next);
  }
}
