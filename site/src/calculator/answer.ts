import { type Contradiction, type Policy, type RuleModel, rulesOn } from '@jingzhun/rules';
import { askWords } from './ask-words.ts';
import { openPlaces, Places } from './asks.ts';
import { cardElement } from './card.ts';
import { type CardContext, placeLink } from './card-context.ts';
import type { Reading } from './case-form.ts';
import type { Describe } from './describe.ts';
import { byId, element } from './element.ts';
import { Headlines } from './headlines.ts';
import type { PageData } from './page-data.ts';
import { placeWords } from './place-words.ts';
import { say } from './say.ts';
import { inPhrases, unbroken } from './unbroken.ts';
import { type Bucket, buckets, type Card, type Verdict } from './verdict.ts';

/** How long typing rests before the summary is read out, in milliseconds. */
const pause = 800;

/** The pane with the answer. Keeps what did not change, so that nothing folds or jumps under the reader. */
export class AnswerPane {
  private readonly data: PageData;
  private readonly policy: Policy;
  private readonly describe: Describe;
  private readonly cards = new Map<string, { element: HTMLElement; signature: string }>();
  private readonly headlines: Headlines;
  private sums = '';
  private announcing: ReturnType<typeof setTimeout> | undefined;
  private rules: { readonly on: string; readonly byId: ReadonlyMap<string, RuleModel> } | undefined;
  /** What was shown last: cards of a bucket that is folded are made when it is opened. */
  private shown: { readonly verdict: Verdict; readonly context: CardContext } | undefined;

  constructor(data: PageData, policy: Policy, describe: Describe) {
    this.data = data;
    this.policy = policy;
    this.describe = describe;
    this.headlines = new Headlines(policy, describe, data.words.answer);
    byId('aside').addEventListener('toggle', () => {
      if (this.shown !== undefined) this.showAside(this.shown.verdict, this.shown.context);
    });
    for (const bucket of buckets) {
      byId(`bucket-${bucket}`).addEventListener('toggle', () => {
        if (this.shown !== undefined) this.showCards(bucket, this.shown.verdict.cards[bucket], this.shown.context);
      });
    }
  }

  /** What was shown last, for those who show it in another way. */
  get last(): { readonly verdict: Verdict; readonly context: CardContext } | undefined {
    return this.shown;
  }

  /** Shows a verdict. Returns the places that are still to be asked, the one that settles most first. */
  show(verdict: Verdict, reading: Reading, wrong: readonly string[], on: string): readonly string[] {
    const { answer } = this.data.words;
    const places = new Places(this.policy, reading, document.getElementById('add-member') !== null);
    const placeLabel = (path: string): string => placeWords(path, reading.names, this.describe, this.data);
    const askLabel = (path: string): string => askWords(path, reading, this.describe, this.data);
    const context: CardContext = {
      data: this.data,
      policy: this.policy,
      rules: this.rulesOn(on),
      describe: this.describe,
      places,
      names: reading.names,
      placeLabel,
      askLabel,
    };
    this.shown = { verdict, context };
    const asked = openPlaces(verdict, places);
    const headline = this.headlines.headline(verdict);
    if (byId('headline').textContent !== headline) byId('headline').replaceChildren(...inPhrases(headline));
    byId('bar-text').replaceChildren(...inPhrases(this.headlines.bar(verdict, asked.length)));
    this.announce(headline);
    this.showSums(this.headlines.sums(verdict));
    const first = asked.slice(0, 3);
    text('ask-first-title', say(answer.askFirst, { count: first.length }));
    list(
      'ask-first',
      first.map((path) => placeLink(path, askLabel(path))),
    );
    list(
      'disagree',
      verdict.contradictions.map((each) => this.contradiction(each, reading.names, places)),
    );
    this.showWrong(wrong, placeLabel);
    const personRules = [...context.rules.values()].filter(({ asks }) => asks.includes('person')).length;
    toggled('no-persons', reading.names.length === 0 && personRules > 0);
    text('no-persons-text', say(answer.noPersons, { count: personRules }));
    for (const bucket of buckets) this.showBucket(bucket, verdict.cards[bucket], context);
    this.showAside(verdict, context);
    return asked;
  }

  /** Rules by id, as they read on a day. */
  private rulesOn(on: string): ReadonlyMap<string, RuleModel> {
    if (this.rules?.on !== on)
      this.rules = { on, byId: new Map(rulesOn(this.policy, on).map((rule) => [rule.id, rule])) };
    return this.rules.byId;
  }

  private announce(headline: string): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => text('status', headline), pause);
  }

  private showSums(lines: readonly string[]): void {
    const sums = lines.join('\n');
    if (sums === this.sums) return;
    this.sums = sums;
    list(
      'sums',
      lines.map((line) => element('span', {}, ...unbroken(line))),
    );
  }

  private contradiction(each: Contradiction, names: readonly string[], places: Places): HTMLElement {
    const { answer } = this.data.words;
    const person = each.subject.entity === 'person' ? (each.subject.index ?? 0) : undefined;
    const place = places.of(each.fact, person);
    const sentence = say(answer.contradiction, {
      who: this.describe.who(each.subject, names) || (this.data.entities[each.subject.entity] ?? each.subject.entity),
      fact: this.describe.fact(each.fact),
      supplied: this.describe.value(each.fact, each.supplied),
      derived: this.describe.value(each.fact, each.derived),
    });
    return element(
      'span',
      {},
      `${sentence} `,
      place !== undefined && placeLink(place, answer.edit, `${answer.colon}${this.describe.fact(each.fact)}`),
    );
  }

  private showWrong(wrong: readonly string[], placeLabel: (path: string) => string): void {
    const { answer } = this.data.words;
    list(
      'wrong',
      wrong.map((path) => placeLink(path, placeLabel(path))),
    );
    text('wrong-title', say(answer.wrong, { count: wrong.length }));
  }

  private showBucket(bucket: Bucket, cards: readonly Card[], context: CardContext): void {
    text(`count-${bucket}`, String(cards.length));
    text(`jump-${bucket}`, String(cards.length));
    const isShown = bucket === 'applies' ? cards.length > 0 : bucket === 'unknown' || this.headlines.asksAnything;
    toggled(`bucket-${bucket}`, isShown);
    (byId(`jump-${bucket}`).parentElement as HTMLElement).hidden = !isShown;
    toggled(`empty-${bucket}`, cards.length === 0);
    this.showCards(bucket, cards, context);
  }

  private showCards(bucket: Bucket, cards: readonly Card[], context: CardContext): void {
    const box = byId(`cards-${bucket}`);
    if (!(byId(`bucket-${bucket}`) as HTMLDetailsElement).open) {
      if (box.childElementCount > 0) box.replaceChildren();
      return;
    }
    const used = new Set<string>();
    const groups = [
      { title: this.data.words.answer.benefits, cards: cards.filter(({ benefit }) => benefit) },
      { title: this.data.words.answer.duties, cards: cards.filter(({ benefit }) => !benefit) },
    ].filter((group) => group.cards.length > 0);
    const elements = groups.flatMap((group) => {
      const byRule = Map.groupBy(group.cards, ({ finding }) => finding.rule);
      const made = [...byRule].map(([rule, same]) => {
        const key = `${bucket} ${rule}`;
        used.add(key);
        return this.card(key, same as [Card, ...Card[]], context);
      });
      const isTitled = bucket !== 'applies' && !(groups.length === 1 && group.cards[0]?.benefit);
      return isTitled ? [this.groupTitle(bucket, group.title), ...made] : made;
    });
    for (const key of this.cards.keys()) if (key.startsWith(`${bucket} `) && !used.has(key)) this.cards.delete(key);
    place(box, elements);
  }

  private readonly titles = new Map<string, HTMLElement>();

  private groupTitle(bucket: Bucket, title: string): HTMLElement {
    const key = `${bucket} ${title}`;
    let made = this.titles.get(key);
    if (made === undefined) {
      made = element('p', { class: 'group-title' }, title);
      this.titles.set(key, made);
    }
    return made;
  }

  private card(key: string, cards: readonly [Card, ...Card[]], context: CardContext): HTMLElement {
    const asks = cards.map(({ finding, person }) =>
      finding.missing.flatMap((fact) =>
        context.places.toAsk(fact, person).map((path) => [path, context.askLabel(path)]),
      ),
    );
    const signature = JSON.stringify([cards, asks, context.names]);
    const known = this.cards.get(key);
    if (known?.signature === signature) return known.element;
    const made = cardElement(cards, context);
    if (known?.element.querySelector('details')?.open)
      (made.querySelector('details') as HTMLDetailsElement).open = true;
    this.cards.set(key, { element: made, signature });
    return made;
  }

  private showAside({ outside, notApplying, notInForce }: Verdict, context: CardContext): void {
    const { words, rules } = this.data;
    const aside = byId('aside') as HTMLDetailsElement;
    const counts = [
      { sentence: words.answer.asideOutside, count: outside.length + notApplying.length },
      { sentence: words.answer.asideNotInForce, count: notInForce.length },
    ].filter(({ count }) => count > 0);
    toggled('aside', counts.length > 0);
    const list = counts.map(({ sentence, count }) => say(sentence, { count })).join(words.answer.comma);
    text('aside-title', say(words.answer.aside, { list }));
    // What could apply says why it does not.
    const cards = aside.open ? [...Map.groupBy(notApplying, ({ finding }) => finding.rule)] : [];
    byId('aside-list').replaceChildren(
      ...cards.map(([rule, same]) => element('li', {}, this.card(`aside ${rule}`, same as [Card, ...Card[]], context))),
      ...(aside.open ? [...outside, ...notInForce] : []).map(({ finding }) => {
        const who = this.describe.who(finding.subject, context.names);
        const said = [who, words.status[finding.status]].filter(Boolean).join(' · ');
        const title = rules[finding.rule]?.title ?? finding.rule;
        return element('li', {}, `${title} `, element('span', { class: 'quiet' }, said));
      }),
    );
  }
}

function text(id: string, content: string): void {
  const target = byId(id);
  if (target.textContent !== content) target.textContent = content;
}

function toggled(id: string, shown: boolean): void {
  byId(id).hidden = !shown;
}

/** Puts elements into a box in this order; those that stand right are not touched, so that nothing loses the focus. */
function place(box: HTMLElement, elements: readonly HTMLElement[]): void {
  const wanted = new Set(elements);
  for (const child of [...box.children]) if (!wanted.has(child as HTMLElement)) child.remove();
  elements.forEach((each, at) => {
    if (box.children[at] !== each) box.insertBefore(each, box.children[at] ?? null);
  });
}

/** Fills a box that is hidden while it has nothing to say. */
function list(id: string, entries: readonly HTMLElement[]): void {
  toggled(id, entries.length > 0);
  byId(`${id}-list`).replaceChildren(...entries.map((entry) => element('li', {}, entry)));
}
