import type { CardModel } from '../../card/card-model.ts';
import type { Task } from '../../worker/task.ts';
import { nameIn } from '../decided/households.ts';
import type { CardOrder } from '../protocol-results.ts';
import type { HeldResults } from './held-results.ts';
import { namesIn } from './household-answer.ts';

/** Cards of some of the households that a query lets through, in its order. Names stand on them in full where the card shows names. */
export async function cardsFor(
  { of, roster, households, words }: HeldResults,
  { query, variant, language, offset, limit }: CardOrder,
  task: Task,
): Promise<{ readonly total: number; readonly cards: readonly CardModel[] }> {
  const found = households.find(query);
  const cards: CardModel[] = [];
  const shown = found.slice(offset, offset + limit);
  for (const [place, index] of shown.entries()) {
    const household = roster.question.households[index];
    const decision = roster.household(index);
    if (household === undefined || decision === undefined) continue;
    const names = namesIn(household, true);
    cards.push(
      words[language].cards.card(
        { case: roster.caseOf(household), decision, names, headName: nameIn(household), synthetic: of.synthetic },
        variant,
      ),
    );
    task.report('export', place / shown.length);
    if (task.due) await task.pause();
  }
  return { total: found.length, cards };
}
