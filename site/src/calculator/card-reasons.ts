import type { RuleFinding } from '@jingzhun/rules';
import { type ByChoice, byChoice } from './by-choice.ts';
import { answerOf, type CardContext, isByTitle, placeLink } from './card-context.ts';
import { type Condition, conditionsOf } from './conditions-of.ts';
import { element } from './element.ts';
import { reasonsInWords } from './reason-words.ts';
import { figuresOf } from './rule-figures.ts';
import { unbroken } from './unbroken.ts';
import type { Card } from './verdict.ts';
import { withChinese } from './with-chinese.ts';

/** Why a rule says what it says: its conditions, figures, readings, doubts and source. */
export function reasonsOf(cards: readonly [Card, ...Card[]], context: CardContext): HTMLElement {
  const [{ finding }] = cards;
  const { data } = context;
  const { answer } = data.words;
  const label = data.rules[finding.rule];
  const body = element('div', { class: 'reasons' });
  if (label?.summary) body.append(element('p', {}, ...withChinese(label.summary, data.language)));
  for (const card of cards) body.append(...subjectReasons(card, cards.length > 1, context));
  const note = (title: string, text: string): void =>
    body.append(
      element(
        'p',
        { class: 'note' },
        element('strong', {}, `${title}${answer.colon}`),
        ...withChinese(text, data.language),
      ),
    );
  for (const reading of label?.readings ?? []) note(answer.reading, reading);
  if (label?.partial) note(answer.partial, label.partial);
  for (const anomaly of finding.anomalies ?? []) note(answer.anomaly, anomaly[data.language]);
  body.append(sourceOf(finding, context));
  return body;
}

function subjectReasons(card: Card, named: boolean, context: CardContext): HTMLElement[] {
  const { finding } = card;
  const { data, describe, rules } = context;
  const answer = answerOf(card, data);
  const { bearing, aside } = conditionsOf(finding, rules.get(finding.rule));
  const conditions = choicesIn(
    byChoice(wordedOf(bearing, card, context), ({ condition }) => condition.choices),
    (row) => conditionRow(row, card, context, true),
    answer,
  );
  const figures = requirementsOf(card, context, bearing);
  const title = (named && describe.who(finding.subject, context.names)) || answer.conditions;
  return [
    ...(conditions.length > 0 || figures.length > 0 ? [element('h5', {}, title)] : []),
    ...(conditions.length > 0 ? [element('ul', { class: 'conditions' }, ...conditions)] : []),
    ...(figures.length > 0 ? [element('ul', { class: 'figures' }, ...figures)] : []),
    ...(aside.length > 0 ? [asideOf(aside, card, context)] : []),
  ];
}

/** Ways that were not needed and parts that do not apply: there for who looks for them. */
function asideOf(conditions: readonly Condition[], card: Card, context: CardContext): HTMLElement {
  return element(
    'details',
    { class: 'why other' },
    element('summary', {}, context.data.words.answer.otherConditions),
    element(
      'ul',
      { class: 'conditions' },
      ...wordedOf(conditions, card, context).map((row) => conditionRow(row, card, context, false)),
    ),
  );
}

type Worded = ReturnType<typeof reasonsInWords<Condition>>[number];

function wordedOf(conditions: readonly Condition[], card: Card, { data, describe }: CardContext): readonly Worded[] {
  return reasonsInWords(
    conditions,
    data.rules[card.finding.rule]?.items,
    describe,
    answerOf(card, data),
    data.words.applying,
  );
}

/** Rows of a list. Several ways, of which one is enough, are lists under a line that says so, as do those of which a way has all. */
function choicesIn(
  rows: ByChoice<Worded>,
  rowOf: (row: Worded) => HTMLElement,
  answer: CardContext['data']['words']['answer'],
): HTMLElement[] {
  return rows.map((row) => {
    if (!('ways' in row)) return rowOf(row);
    const ways = row.ways.map((way) =>
      element(
        'li',
        { class: 'way' },
        way.length > 1 && element('p', {}, answer.allOfThese),
        element('ul', { class: 'conditions' }, ...choicesIn(way, rowOf, answer)),
      ),
    );
    return element(
      'li',
      { class: 'choice-of' },
      element('p', {}, answer.oneIsEnough),
      element('ul', { class: 'conditions' }, ...ways),
    );
  });
}

function conditionRow(
  { condition: { reason }, words: { state, fact, actual, expected } }: Worded,
  { person }: Card,
  { data, places, placeLabel }: CardContext,
  bears: boolean,
): HTMLElement {
  const { answer } = data.words;
  const place = places.behind(reason.fact, person);
  const marks = { open: '?', holds: '✓', fails: bears ? '✕' : '–', later: '○' };
  return element(
    'li',
    { 'data-state': bears ? state : 'aside' },
    element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[state]),
    element(
      'span',
      {},
      element('strong', {}, ...withChinese(fact, data.language)),
      ' ',
      ...withChinese(actual, data.language),
      ' ',
      expected !== '' && element('span', { class: 'quiet' }, ...withChinese(expected, data.language)),
      // What is not yet due has been said to be so.
      state !== 'later' && element('span', { class: 'sr' }, `${answer.comma}${answer[state]}`),
    ),
    place !== undefined && placeLink(place, answer.edit, `${answer.colon}${placeLabel(place)}`),
  );
}

/** Figures that the document demands, beside what is. */
export function requirementsOf(
  card: Card,
  { data, rules, describe }: CardContext,
  told: readonly Condition[] = [],
): HTMLElement[] {
  const words = { ...data.words, answer: answerOf(card, data) };
  return figuresOf(card.finding, rules.get(card.finding.rule), { ...data, words }, describe, told).map((text) =>
    element('li', {}, ...withChinese(text, data.language)),
  );
}

function sourceOf({ cite }: RuleFinding, { data, policy }: CardContext): HTMLElement {
  const { answer } = data.words;
  const amended = (cite.amendedBy ?? []).flatMap(({ document, clause }) => [
    element('br'),
    `${answer.amendedBy}${answer.colon}`,
    element('cite', { lang: 'zh-CN' }, `${document} ${clause}`),
  ]);
  const clauses = [cite.clause, ...(cite.alsoClauses ?? [])].join('、');
  return element(
    'p',
    { class: 'source' },
    `${answer.clause}${answer.colon}`,
    element('span', { lang: 'zh-CN' }, clauses),
    element('br'),
    `${answer.document}${answer.colon}`,
    isByTitle(cite, data)
      ? element('cite', {}, ...unbroken(data.document.title))
      : element('cite', { lang: 'zh-CN' }, ...unbroken(cite.document)),
    ...amended,
    element('br'),
    `${answer.release}${answer.colon}${policy.release}`,
  );
}
