import type { Outcome, Policy, Reason, RuleFinding } from '@jingzhun/rules';
import { membersPath, type Places } from './asks.ts';
import type { Describe } from './describe.ts';
import { element } from './element.ts';
import type { PageData } from './page-data.ts';
import { say } from './say.ts';
import { type Card, rolesOf } from './verdict.ts';

/** What cards are made with. */
export interface CardContext {
  readonly data: PageData;
  readonly policy: Policy;
  readonly describe: Describe;
  readonly places: Places;
  readonly names: readonly string[];
  /** What a place asks, with the person it asks about. */
  readonly placeLabel: (path: string) => string;
}

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
      element('h4', {}, title),
      element(
        'p',
        { class: 'clause' },
        element('span', { class: 'sr' }, `${answer.clause}${answer.colon}`),
        element('span', { lang: 'zh-CN' }, finding.cite.clause),
      ),
    ),
    element('ul', { class: 'subjects' }, ...cards.map((card) => subjectRow(card, context))),
    why,
  );
}

/** One person, or the household: the amount, and the one line that matters most. */
function subjectRow(card: Card, context: CardContext): HTMLElement {
  const { finding, person } = card;
  const { answer } = context.data.words;
  const settled = finding.status === 'met' && finding.missing.length === 0;
  const amounts = amountsOf(card, context).map((text) => element('span', {}, text));
  return element(
    'li',
    { 'data-finding': card.key },
    element('span', { class: 'who' }, context.describe.who(person, context.names)),
    finding.delivered === 'unmet' && element('span', { class: 'flag' }, answer.undelivered),
    finding.delivered === 'met' && element('span', { class: 'quiet' }, answer.delivered),
    finding.due !== undefined && element('span', { class: 'quiet' }, say(answer.due, { date: finding.due })),
    finding.daysLeft !== undefined &&
      element('span', { class: 'quiet' }, say(answer.daysLeft, { days: finding.daysLeft })),
    amounts.length > 0 && element('span', { class: settled ? 'amounts settled' : 'amounts' }, ...amounts),
    lineOf(card, context),
  );
}

/** What is granted. A finding that is not met grants nothing. */
function amountsOf({ finding }: Card, { data, policy, describe }: CardContext): string[] {
  if (finding.status !== 'met' && finding.status !== 'unknown') return [];
  const { answer } = data.words;
  const roles = rolesOf(
    policy.rules.find(({ id }) => id === finding.rule),
    finding,
  );
  const grants = finding.outcomes.filter((_, index) => roles[index] === 'grant');
  const names = data.rules[finding.rule]?.outcomes ?? {};
  return grants.map((grant) => {
    const name = grants.length > 1 ? `${names[grant.what] ?? grant.what} ` : '';
    if (grant.value !== null) return name + describe.amount(grant);
    const higher = finding.status === 'met' && finding.missing.length === 0;
    return name + (higher ? answer.higher : answer.amountOpen);
  });
}

/** The one line that matters most: what to ask, or what would have to be otherwise. */
function lineOf(card: Card, context: CardContext): HTMLElement | undefined {
  const { finding } = card;
  if (finding.missing.length > 0 && (finding.status === 'unknown' || finding.status === 'met'))
    return askLine(card, context);
  if (finding.status !== 'unmet') return undefined;
  const { data, describe } = context;
  const change = finding.eligibleIf?.[0];
  if (change !== undefined) {
    const sentence = say(data.words.answer.eligibleIf, { change: describe.change(change) });
    return withFact(sentence, change.fact, card, context);
  }
  const failing = finding.because.find(({ holds }) => holds === false);
  if (failing === undefined) return undefined;
  const sentence = say(data.words.answer.failing, {
    actual: describe.value(failing.fact, failing.actual),
    expected: describe.expected(failing),
  });
  return withFact(sentence, failing.fact, card, context);
}

function askLine({ finding, person }: Card, { data, places, placeLabel }: CardContext): HTMLElement | undefined {
  const { answer } = data.words;
  const asked = [...new Set(finding.missing.flatMap((fact) => places.toAsk(fact, person)))];
  if (asked.length === 0) return undefined;
  const line = element('p', { class: 'line' }, element('span', { class: 'line-label' }, answer.ask));
  for (const place of asked.slice(0, shownAsks)) line.append(placeLink(place, shortLabel(placeLabel(place), person)));
  if (asked.length > shownAsks)
    line.append(element('span', { class: 'line-more' }, say(answer.askMore, { count: asked.length })));
  return line;

  // The card says whom it is about.
  function shortLabel(label: string, about: number | undefined): string {
    return about === undefined ? label : label.replace(`${say(answer.person, { n: about + 1 })} `, '');
  }
}

/** A sentence in which the fact is a link to its question. */
function withFact(sentence: string, fact: string, { person }: Card, context: CardContext): HTMLElement {
  const [before = '', after = ''] = sentence.split('{fact}');
  const place = context.places.of(fact, person);
  const label = context.describe.fact(fact);
  return element('p', { class: 'line' }, before, place === undefined ? label : placeLink(place, label), after);
}

/** A link to the question at a path. Where it leads is settled when it is followed: rows come and go. */
export function placeLink(path: string, label: string, hidden?: string): HTMLElement {
  const href = path === membersPath ? '#add-member' : `#form`;
  return element(
    'a',
    { href, 'data-place': path },
    label,
    hidden !== undefined && element('span', { class: 'sr' }, hidden),
  );
}

function reasonsOf(cards: readonly [Card, ...Card[]], context: CardContext): HTMLElement {
  const [{ finding }] = cards;
  const { data } = context;
  const { answer } = data.words;
  const label = data.rules[finding.rule];
  const body = element('div', { class: 'reasons' });
  if (label?.summary) body.append(element('p', {}, label.summary));
  for (const card of cards) body.append(...subjectReasons(card, cards.length > 1, context));
  const note = (title: string, text: string): void =>
    body.append(element('p', { class: 'note' }, element('strong', {}, `${title}${answer.colon}`), text));
  for (const reading of label?.readings ?? []) note(answer.reading, reading);
  if (label?.partial) note(answer.partial, label.partial);
  for (const anomaly of finding.anomalies ?? []) note(answer.anomaly, anomaly[data.language]);
  body.append(sourceOf(finding, context));
  return body;
}

function subjectReasons(card: Card, named: boolean, context: CardContext): HTMLElement[] {
  const { finding, person } = card;
  const { data, describe } = context;
  const { answer } = data.words;
  const conditions = finding.because.map((reason) => conditionRow(reason, card, context));
  const figures = requirementsOf(card, context);
  const more = (finding.eligibleIf ?? [])
    .slice(1)
    .map((change) => withFact(say(answer.eligibleIf, { change: describe.change(change) }), change.fact, card, context));
  const title = named ? describe.who(person, context.names) : answer.conditions;
  return [
    ...(conditions.length > 0 || figures.length > 0 ? [element('h5', {}, title)] : []),
    ...(conditions.length > 0 ? [element('ul', { class: 'conditions' }, ...conditions)] : []),
    ...(figures.length > 0 ? [element('ul', { class: 'figures' }, ...figures)] : []),
    ...more,
  ];
}

function conditionRow(reason: Reason, { finding, person }: Card, { data, describe, places }: CardContext): HTMLElement {
  const { answer } = data.words;
  const state = reason.holds === null ? 'open' : reason.holds ? 'holds' : 'fails';
  const place = places.of(reason.fact, person);
  const item =
    reason.item === undefined ? '' : `${data.rules[finding.rule]?.items[reason.item] ?? reason.item}${answer.colon}`;
  return element(
    'li',
    { 'data-state': state },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, { open: '?', holds: '✓', fails: '✕' }[state]),
    element(
      'span',
      {},
      element('strong', {}, item + describe.fact(reason.fact)),
      ` ${describe.value(reason.fact, reason.actual)} `,
      element('span', { class: 'quiet' }, say(answer.mustBe, { value: describe.expected(reason) })),
      element('span', { class: 'sr' }, `${answer.comma}${answer[state]}`),
    ),
    place !== undefined && placeLink(place, answer.edit, `${answer.colon}${describe.fact(reason.fact)}`),
  );
}

/** Figures that the document demands, beside what is. */
function requirementsOf({ finding }: Card, { data, policy, describe }: CardContext): HTMLElement[] {
  const { answer } = data.words;
  const roles = rolesOf(
    policy.rules.find(({ id }) => id === finding.rule),
    finding,
  );
  const names = data.rules[finding.rule]?.outcomes ?? {};
  const parts = (outcome: Outcome): string[] => {
    if (outcome.actual === undefined) return [describe.amount(outcome)];
    const gap = outcome.gap ? say(answer.gap, { value: describe.quantity(outcome.gap, outcome.unit) }) : undefined;
    return [
      say(answer.required, { value: describe.amount(outcome) }),
      say(answer.actual, { value: describe.quantity(outcome.actual, outcome.unit) }),
      ...(gap === undefined ? [] : [gap]),
    ];
  };
  return finding.outcomes
    .filter((_, index) => roles[index] !== 'grant')
    .map((outcome) =>
      element(
        'li',
        {},
        names[outcome.what] === undefined ? '' : `${names[outcome.what]}${answer.colon}`,
        parts(outcome).join(answer.comma),
      ),
    );
}

function sourceOf({ cite }: RuleFinding, { data }: CardContext): HTMLElement {
  const { answer } = data.words;
  const clauses = [cite.clause, ...(cite.alsoClauses ?? [])].join('、');
  return element(
    'p',
    { class: 'source' },
    `${answer.clause}${answer.colon}`,
    element('span', { lang: 'zh-CN' }, clauses),
    element('br'),
    `${answer.document}${answer.colon}`,
    element('cite', { lang: 'zh-CN' }, cite.document),
  );
}
