import { amountsOf } from './card.ts';
import { answerOf, type CardContext, givenOf, whoOf } from './card-context.ts';
import { requirementsOf } from './card-reasons.ts';
import { awaitedOf, failingOf } from './conditions-of.ts';
import { byId, element } from './element.ts';
import { conditionSentence } from './reason-words.ts';
import { say } from './say.ts';
import { upperFirst } from './upper-first.ts';
import { buckets, type Card, isUndelivered, type Verdict } from './verdict.ts';
import { withChinese } from './with-chinese.ts';

/** The answer as tables for paper: one a bucket, whose head is printed again on every page, whose rows are never split. */
export function showPrintTables(verdict: Verdict, context: CardContext): void {
  const { answer, calc, status } = context.data.words;
  const tables = [
    ...buckets.map((bucket) => ({ name: answer[bucket], cards: verdict.cards[bucket] })),
    { name: status['not-applicable'] ?? '', cards: verdict.notApplying },
  ];
  // Of one alone the head of the page tells.
  const isOfSeveral = tables.some(({ cards }) => cards.some(({ finding }) => whoOf(finding, context) !== ''));
  byId('print-tables').replaceChildren(
    ...tables.filter(({ cards }) => cards.length > 0).map(({ name, cards }) => tableOf(name, cards)),
  );

  function tableOf(name: string, cards: readonly Card[]): HTMLElement {
    const title = `${upperFirst(name)} ${cards.length}`;
    const heads = [calc.printRule, ...(isOfSeveral ? [calc.printWho] : []), calc.printAmount, calc.printMore];
    return element(
      'table',
      { class: 'print-table' },
      element(
        'thead',
        {},
        element('tr', {}, element('th', { colspan: String(heads.length), class: 'print-bucket' }, title)),
        element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head))),
      ),
      element('tbody', {}, ...cards.map((card) => rowOf(card))),
    );
  }

  function rowOf(card: Card): HTMLElement {
    const { finding } = card;
    const { data } = context;
    const amounts = amountsOf(card, context);
    const remark =
      amounts.length > 0
        ? amounts
        : card.benefit
          ? []
          : requirementsOf(card, context).map((each) => each.textContent ?? '');
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, data.rules[finding.rule]?.title ?? finding.rule),
      isOfSeveral && element('td', {}, whoOf(finding, context)),
      element(
        'td',
        {},
        ...withChinese(
          upperFirst([givenOf(finding, context), ...remark, ...notesOf(card)].filter(Boolean).join(answer.semicolon)),
          data.language,
        ),
      ),
      element('td', { lang: 'zh-CN' }, finding.cite.clause),
    );
  }

  /** What is to be asked, or what would have to be otherwise. */
  function notesOf(card: Card): string[] {
    const { finding, person } = card;
    const { data, describe, places, askLabel, rules } = context;
    if (isUndelivered(finding)) return [answer.undelivered];
    if (finding.missing.length > 0) {
      const asked = finding.missing.flatMap((fact) => places.toAsk(fact, person));
      const labels = asked.length > 0 ? asked.map(askLabel) : finding.missing.map((fact) => describe.fact(fact));
      return [`${answer.ask}${answer.colon}${[...new Set(labels)].join(answer.comma)}`];
    }
    const rule = rules.get(finding.rule);
    const [sentence, [first, ...others]] =
      finding.status === 'unmet'
        ? (['failing', failingOf(finding, rule)] as const)
        : (['awaited', finding.status === 'unknown' ? awaitedOf(finding, rule) : []] as const);
    if (first === undefined) return [];
    const said = conditionSentence([first, ...others], sentence, describe, answerOf(card, data), data.words.applying);
    return [say(said, { fact: describe.fact(first.reason.fact) })];
  }
}
