import type { Outcome, Reason, RuleFinding } from '@jingzhun/rules';
import { type CardContext, changeWords, placeLink, withFact } from './card-context.ts';
import { element } from './element.ts';
import { inWords } from './outcome-words.ts';
import { say } from './say.ts';
import { type Card, rolesOf } from './verdict.ts';
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
  const { data, describe } = context;
  const { answer } = data.words;
  const conditions = finding.because.map((reason) => conditionRow(reason, card, context));
  const figures = requirementsOf(card, context);
  const more = (finding.eligibleIf ?? [])
    .slice(1)
    .map((change) => withFact(say(answer.eligibleIf, changeWords(change, describe)), change.fact, card, context));
  const title = (named && describe.who(finding.subject, context.names)) || answer.conditions;
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
      element(
        'span',
        { class: 'quiet' },
        ...withChinese(say(answer.mustBe, { value: describe.expected(reason) }), data.language),
      ),
      element('span', { class: 'sr' }, `${answer.comma}${answer[state]}`),
    ),
    place !== undefined && placeLink(place, answer.edit, `${answer.colon}${describe.fact(reason.fact)}`),
  );
}

/** Figures that the document demands, beside what is. */
export function requirementsOf({ finding }: Card, { data, rules, describe }: CardContext): HTMLElement[] {
  const { answer } = data.words;
  const roles = rolesOf(rules.get(finding.rule), finding);
  const names = data.rules[finding.rule]?.outcomes ?? {};
  // A standard may be named without a figure: that is not a fact that is missing.
  const isPrinted = ({ what }: Outcome): boolean =>
    rules.get(finding.rule)?.outcomes.find((model) => model.what === what)?.value !== null;
  const parts = (outcome: Outcome): string[] => {
    if (outcome.actual === undefined) return [describe.amount(outcome)];
    const gap = outcome.gap ? say(answer.gap, { value: describe.quantity(outcome.gap, outcome.unit) }) : undefined;
    return [
      say(answer.required, { value: isPrinted(outcome) ? describe.amount(outcome) : answer.noNumber }),
      say(answer.actual, { value: describe.quantity(outcome.actual, outcome.unit) }),
      ...(gap === undefined ? [] : [gap]),
    ];
  };
  return finding.outcomes
    .filter((_, index) => roles[index] !== 'grant')
    .map((outcome) => inWords(outcome, rules.get(finding.rule), data))
    .map((outcome) =>
      element(
        'li',
        {},
        ...withChinese(
          (names[outcome.what] === undefined ? '' : `${names[outcome.what]}${answer.colon}`) +
            parts(outcome).join(answer.comma),
          data.language,
        ),
      ),
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
    element('cite', { lang: 'zh-CN' }, cite.document),
    ...amended,
    element('br'),
    `${answer.release}${answer.colon}${policy.release}`,
  );
}
