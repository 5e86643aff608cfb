import { matrixOf, tallyOf } from './decided/tally.ts';
import { exportFile } from './export/export-file.ts';
import type { Handlers } from './handlers.ts';
import { paymentHandlers } from './payments/payment-handlers.ts';
import type { PageQuery, ResultRequests } from './protocol-results.ts';
import { cardsFor } from './results/cards-for.ts';
import { decideHeld } from './results/decide-held.ts';
import { type HeldResults, resultsIn } from './results/held-results.ts';
import { householdAnswer, shownLine } from './results/household-answer.ts';

/** What the worker answers once the cases are made. */
export const resultHandlers: Handlers<keyof ResultRequests> = {
  decide: ({ common }, task, held) => decideHeld(held, common, task),
  labels: ({ language }, _, held) => resultsIn(held).words[language].labels,
  page: (query, _, held) => pageOf(resultsIn(held), query),
  matrix: (query, _, held) => {
    const results = resultsIn(held);
    const page = pageOf(results, query);
    const shown = page.lines.map(({ index }) => index);
    return { ...page, ...matrixOf(results.roster, shown, query.scope) };
  },
  tally: ({ scope, filter }, _, held) => {
    const { roster, households } = resultsIn(held);
    return tallyOf(roster, households, households.matching(filter, scope), scope);
  },
  toAsk: ({ scope }, _, held) => resultsIn(held).roster.toAsk(scope),
  household: (order, _, held) => householdAnswer(resultsIn(held), order),
  exportFile: (order, task, held) => exportFile(resultsIn(held), order, task),
  cards: (order, task, held) => cardsFor(resultsIn(held), order, task),
  ...paymentHandlers,
};

function pageOf({ households }: HeldResults, query: PageQuery) {
  const { scope, offset, limit, names } = query;
  const found = households.find(query);
  return {
    total: found.length,
    offset,
    lines: found.slice(offset, offset + limit).map((index) => shownLine(households.line(index, scope), names)),
  };
}
