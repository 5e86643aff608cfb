import { type Contradiction, type Policy, type RuleModel, rulesOn } from '@jingzhun/rules';
import { drawInTime } from '../draw-in-time.ts';
import { askWords } from './ask-words.ts';
import { openPlaces, Places } from './asks.ts';
import { CardBuckets } from './card-buckets.ts';
import { type CardContext, placeLink } from './card-context.ts';
import type { Reading } from './case-form.ts';
import type { Describe } from './describe.ts';
import { byId, element, setShown, setText } from './element.ts';
import { Headlines } from './headlines.ts';
import type { PageData } from './page-data.ts';
import { placeWords } from './place-words.ts';
import { say } from './say.ts';
import { allAtOnce } from './steps.ts';
import { inPhrases, inSums, unbroken } from './unbroken.ts';
import { type Bucket, buckets, type Card, type Verdict } from './verdict.ts';

/** How long typing rests before the summary is read out, in milliseconds. */
const pause = 800;

/** How long answers rest before cards out of sight are laid out, in milliseconds: a touch that follows soon waits for none. */
const rest = 1000;

/** The pane with the answer. */
export class AnswerPane {
  private readonly data: PageData;
  private readonly policy: Policy;
  private readonly describe: Describe;
  private readonly buckets: CardBuckets;
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
    this.headlines = new Headlines(policy, describe, data);
    this.buckets = new CardBuckets(data, this.headlines.asksAnything);
    byId('aside').addEventListener('toggle', () => {
      if (this.shown !== undefined) this.showAside(this.shown.verdict, this.shown.context);
    });
    for (const bucket of buckets) {
      byId(`bucket-${bucket}`).addEventListener('toggle', () => {
        if (this.shown !== undefined) this.showBucket(bucket, this.shown.verdict, this.shown.context);
      });
    }
  }

  /** What was shown last, for those who show it in another way. */
  get last(): { readonly verdict: Verdict; readonly context: CardContext } | undefined {
    return this.shown;
  }

  /**
   * Shows a verdict: in several steps all is made, in the last it is put in its place, so that nothing jumps between.
   * Returns the places that are still to be asked, the one that settles most first.
   */
  *show(verdict: Verdict, reading: Reading, wrong: readonly string[], on: string): Generator<void, readonly string[]> {
    const { answer } = this.data.words;
    const places = new Places(this.policy, reading, document.getElementById('add-member') !== null);
    const placeLabel = (path: string): string => placeWords(path, reading.names, this.describe, this.data);
    const labels = new Map<string, string>();
    const askLabel = (path: string): string => {
      const label = labels.get(path) ?? askWords(path, reading, this.describe, this.data);
      labels.set(path, label);
      return label;
    };
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
    const asked = openPlaces(verdict, places);
    yield;
    const made: (readonly HTMLElement[] | undefined)[] = [];
    for (const bucket of buckets) made.push(yield* this.buckets.make(bucket, verdict.cards[bucket], context));
    this.shown = { verdict, context };
    const headline = this.headlines.headline(verdict);
    phrases('headline', headline);
    phrases('bar-text', this.headlines.bar(verdict));
    this.announce(headline);
    this.showSums(this.headlines.sums(verdict));
    const first = asked.slice(0, 3);
    setText('ask-first-title', say(answer.askFirst, { count: first.length }));
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
    setShown('no-persons', reading.names.length === 0 && personRules > 0);
    byId('no-persons-text').replaceChildren(...unbroken(say(answer.noPersons, { count: personRules })));
    buckets.forEach((bucket, at) => {
      this.showBucket(bucket, verdict, context, made[at]);
    });
    this.showAside(verdict, context);
    return asked;
  }

  /** Shows a bucket. It may have been opened since the cards of the others were made. */
  private showBucket(bucket: Bucket, { cards }: Verdict, context: CardContext, made?: readonly HTMLElement[]): void {
    const own = cards[bucket];
    this.buckets.show(bucket, own, made ?? allAtOnce(this.buckets.make(bucket, own, context)) ?? []);
    drawInTime('.answer .card', rest);
  }

  /** Rules by id, as they read on a day. */
  private rulesOn(on: string): ReadonlyMap<string, RuleModel> {
    if (this.rules?.on !== on)
      this.rules = { on, byId: new Map(rulesOn(this.policy, on).map((rule) => [rule.id, rule])) };
    return this.rules.byId;
  }

  private announce(headline: string): void {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => setText('status', headline), pause);
  }

  private showSums(lines: readonly string[]): void {
    const sums = lines.join('\n');
    if (sums === this.sums) return;
    this.sums = sums;
    list(
      'sums',
      lines.map((line) => element('span', {}, ...inSums(line, this.data.words.answer.semicolon))),
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
    setText('wrong-title', say(answer.wrong, { count: wrong.length }));
  }

  private showAside({ outside, notApplying, notInForce }: Verdict, context: CardContext): void {
    const { words, rules } = this.data;
    const aside = byId('aside') as HTMLDetailsElement;
    const counts = [
      { sentence: words.answer.asideOutside, count: outside.length + notApplying.length },
      { sentence: words.answer.asideNotInForce, count: notInForce.length },
    ].filter(({ count }) => count > 0);
    setShown('aside', counts.length > 0);
    const list = counts.map(({ sentence, count }) => say(sentence, { count })).join(words.answer.comma);
    setText('aside-title', say(words.answer.aside, { list }));
    // What could apply says why it does not.
    const cards = aside.open ? [...Map.groupBy(notApplying, ({ finding }) => finding.rule)] : [];
    byId('aside-list').replaceChildren(
      ...cards.map(([rule, same]) =>
        element('li', {}, this.buckets.card(`aside ${rule}`, same as [Card, ...Card[]], context)),
      ),
      ...(aside.open ? [...outside, ...notInForce] : []).map(({ finding }) => {
        const who = this.describe.who(finding.subject, context.names);
        const said = [who, words.status[finding.status]].filter(Boolean).join(' · ');
        const title = rules[finding.rule]?.title ?? finding.rule;
        return element('li', {}, `${title} `, element('span', { class: 'quiet' }, said));
      }),
    );
    drawInTime('.answer .card', rest);
  }
}

/** Touches nothing where the line is there already. */
function phrases(id: string, line: string): void {
  if (byId(id).textContent !== line) byId(id).replaceChildren(inPhrases(line));
}

/** Fills a box that is hidden while it has nothing to say. An entry that is there already stays, and so the focus in it. */
function list(id: string, entries: readonly HTMLElement[]): void {
  setShown(id, entries.length > 0);
  const box = byId(`${id}-list`);
  const made = entries.map((entry, at) => {
    const item = element('li', {}, entry);
    const there = box.children[at];
    return there?.isEqualNode(item) ? there : item;
  });
  if (made.length !== box.children.length || made.some((item, at) => item !== box.children[at]))
    box.replaceChildren(...made);
}
