import type { RuleFinding } from '@jingzhun/rules';
import { addressOf } from '../language.ts';
import { answerOf, type CardContext, givenOf, isByTitle, placeLink, whoOf, withFact } from './card-context.ts';
import { reasonsOf } from './card-reasons.ts';
import { changeWords } from './change-words.ts';
import { awaitedOf, type Condition, failingOf } from './conditions-of.ts';
import { element } from './element.ts';
import type { PageData } from './page-data.ts';
import { conditionSentence } from './reason-words.ts';
import { say } from './say.ts';
import { unbroken } from './unbroken.ts';
import { upperFirst } from './upper-first.ts';
import { type Card, dueOf, grantsOf, isUndelivered } from './verdict.ts';
import { withChinese } from './with-chinese.ts';
import { amountEach, writtenOut } from './written-out.ts';

const shownAsks = 3;

/** What one rule says with one status, of everyone of whom it says it. The reasons are made when they are first opened. */
export function cardElement(cards: readonly [Card, ...Card[]], context: CardContext): HTMLElement {
  const [{ finding }] = cards;
  const { answer } = context.data.words;
  const title = context.data.rules[finding.rule]?.title ?? finding.rule;
  const why = element(
    'details',
    { class: 'why' },
    element('summary', {}, answer.why, element('span', { class: 'sr' }, `${answer.colon}${title}`)),
  );
  why.addEventListener('toggle', () => {
    if (why.open && why.childElementCount === 1) why.append(reasonsOf(cards, context));
  });
  return element(
    'article',
    { class: 'card', 'data-rule': finding.rule, 'data-status': finding.status },
    element(
      'div',
      { class: 'card-head' },
      element('h4', { class: 'in-words' }, ...unbroken(title)),
      element(
        'p',
        { class: 'clause' },
        element('span', { class: 'sr' }, `${answer.clause}${answer.colon}`),
        element('span', { lang: 'zh-CN' }, clauseWords(finding.cite, context.data)),
      ),
    ),
    element('ul', { class: 'subjects' }, ...cards.map((card) => subjectRow(card, cards.length > 1, context))),
    sumsOf(cards, context),
    why,
  );
}

/** One of those the card is about: the amount, and the one line that matters most; else only how it stands with it. */
function subjectRow(card: Card, several: boolean, context: CardContext): HTMLElement {
  const { finding } = card;
  const due = dueOf(finding);
  const { answer } = context.data.words;
  const { language } = context.data;
  const amounts = amountsOf(card, context, several).map((text) =>
    element('span', {}, ...withChinese(upperFirst(text), language)),
  );
  const line = lineOf(card, context);
  const given = givenOf(finding, context);
  const who = several ? context.describe.who(finding.subject, context.names) : whoOf(finding, context);
  const delivered = isUndelivered(finding)
    ? element('span', { class: 'flag' }, answer.undelivered)
    : finding.delivered === 'met' && element('span', { class: 'quiet' }, answer.delivered);
  // Of one alone the heading above says it.
  const isBare = several && !delivered && amounts.length === 0 && line === undefined;
  return element(
    'li',
    { 'data-finding': card.key },
    who !== '' && element('span', { class: 'who' }, who),
    isBare && element('span', { class: 'quiet' }, upperFirst(statusOf(card, context.data))),
    delivered,
    given !== '' && element('span', { class: 'quiet' }, given),
    due !== undefined && element('span', { class: 'quiet' }, say(answer.due, { date: due })),
    finding.daysLeft !== undefined &&
      element('span', { class: 'quiet' }, say(answer.daysLeft, { days: finding.daysLeft })),
    amounts.length > 0 && element('span', { class: isSettled(card) ? 'amounts settled' : 'amounts' }, ...amounts),
    line,
  );
}

function statusOf({ finding: { status }, onlyApplies }: Card, { words }: PageData): string {
  const applying = { met: 'applies', unmet: 'not-applicable' } as Readonly<Record<string, string>>;
  return words.status[(onlyApplies && applying[status]) || status] ?? status;
}

function isSettled({ finding }: Card): boolean {
  return finding.status === 'met' && finding.missing.length === 0;
}

/** The amounts of one subject in words. Where several are summed below, who is counted is said there. */
export function amountsOf(card: Card, context: CardContext, summed = false): string[] {
  const { data, describe } = context;
  const { answer } = data.words;
  const grants = grantsOf(context.rules.get(card.finding.rule), card.finding);
  const names = data.rules[card.finding.rule]?.outcomes ?? {};
  return grants.map((grant) => {
    const name = grants.length > 1 ? `${names[grant.what] ?? grant.what}${answer.colon}` : '';
    const model = context.rules.get(card.finding.rule)?.outcomes.find(({ what }) => what === grant.what);
    if (grant.value === null) return name + describe.unset(grant, model, isSettled(card));
    const counted = card.person !== undefined && typeof grant.value === 'number';
    if (!counted) return name + describe.amount(grant);
    return name + (summed ? amountEach(grant, describe) : writtenOut([grant], data, describe).join(''));
  });
}

/** Where several persons are granted something: the sum of it, term by term. */
function sumsOf(cards: readonly Card[], context: CardContext): HTMLElement | undefined {
  const persons = cards.filter(({ person }) => person !== undefined);
  if (persons.length < 2) return undefined;
  const sums = writtenOut(
    persons.flatMap(({ finding }) => grantsOf(context.rules.get(finding.rule), finding)),
    context.data,
    context.describe,
  );
  if (sums.length === 0) return undefined;
  return element(
    'p',
    { class: persons.every(isSettled) ? 'written settled' : 'written' },
    ...unbroken(upperFirst(sums.join(context.data.words.answer.semicolon))),
  );
}

/** The line that matters most: what to ask, or what would have to be otherwise, each way on a line of its own. */
function lineOf(card: Card, context: CardContext): HTMLElement | undefined {
  const { finding } = card;
  if (finding.missing.length > 0 && (finding.status === 'unknown' || finding.status === 'met'))
    return askLine(card, context);
  const { data, describe, rules } = context;
  if (finding.status === 'unknown')
    return conditionLine(awaitedOf(finding, rules.get(finding.rule)), 'awaited', card, context);
  if (finding.status !== 'unmet') return undefined;
  // Each of them alone would be enough.
  const ways = (finding.eligibleIf ?? []).map((change) =>
    withFact(
      say(answerOf(card, data).eligibleIf, changeWords(change, finding.because, describe, data.words.answer)),
      change.fact,
      card,
      context,
    ),
  );
  if (ways.length > 0) return ways.length === 1 ? ways[0] : element('div', { class: 'line' }, ...ways);
  return conditionLine(failingOf(finding, rules.get(finding.rule)), 'failing', card, context);
}

/** What is, and what it should be. */
function conditionLine(
  [first, ...others]: readonly Condition[],
  sentence: 'failing' | 'awaited',
  card: Card,
  context: CardContext,
): HTMLElement | undefined {
  if (first === undefined) return undefined;
  const said = conditionSentence(
    [first, ...others],
    sentence,
    context.describe,
    answerOf(card, context.data),
    context.data.words.applying,
  );
  return withFact(said, first.reason.fact, card, context);
}

function askLine({ finding, person }: Card, { data, places, askLabel, describe }: CardContext): HTMLElement {
  const { answer, calc } = data.words;
  const asked = [...new Set(finding.missing.flatMap((fact) => places.toAsk(fact, person)))];
  // What the page cannot ask is still said: a roster, or a member where there are none.
  const elsewhere = finding.missing.filter(
    (fact) => places.toAsk(fact, person).length === 0 && places.of(fact, person) === undefined,
  );
  const line = element('span', {});
  for (const place of asked.slice(0, shownAsks)) line.append(placeLink(place, shortLabel(askLabel(place), person)));
  if (asked.length === 0)
    for (const fact of elsewhere.slice(0, shownAsks))
      line.append(
        fact === 'roster'
          ? element('a', { href: addressOf(data.language, 'roster/') }, calc.needsRoster)
          : element('span', { class: 'line-more' }, describe.fact(fact) + calc.notAsked),
      );
  // What is answered, and not so that it settles anything, is still what it hangs on.
  if (line.childElementCount === 0)
    for (const fact of finding.missing.slice(0, shownAsks)) {
      const place = places.of(fact, person);
      line.append(
        place === undefined ? element('span', {}, describe.fact(fact)) : placeLink(place, describe.fact(fact)),
      );
    }
  // A comma stays with what it stands behind; an English one is followed by a space, which a box of its own would swallow.
  const comma = answer.comma.trimEnd();
  for (const each of [...line.children].slice(0, -1)) {
    const beforeComma = element('span', { class: 'before-comma' });
    each.replaceWith(beforeComma, comma === answer.comma ? element('wbr', {}) : ' ');
    beforeComma.append(each, comma);
  }
  if (asked.length > shownAsks)
    line.append(element('span', { class: 'line-more' }, say(answer.askMore, { count: asked.length })));
  return element('p', { class: 'line asks' }, element('span', { class: 'line-label' }, answer.ask), line);

  // The card says whom it is about.
  function shortLabel(label: string, about: number | undefined): string {
    return about === undefined ? label : label.replace(`${say(answer.person, { n: about + 1 })} `, '');
  }
}

/** The clause with the number of its document. One that has no number is named at the head of the page. */
function clauseWords(cite: RuleFinding['cite'], data: PageData): string {
  return isByTitle(cite, data) ? cite.clause : `${cite.document} ${cite.clause}`;
}
