import type { JSX } from 'preact';
import type { RosterOutWords } from '../../../words/roster-out.ts';
import { grouped } from './results-context.ts';

interface PagerProps {
  readonly words: RosterOutWords;
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly turn: (offset: number) => void;
}

/** From one page to the next; nothing where there is one page alone. */
export function Pager({ words, offset, limit, total, turn }: PagerProps): JSX.Element | null {
  if (total <= limit) return null;
  return (
    <nav class="roster-pages" aria-label={words.table.pages}>
      <button type="button" class="button quiet-button" disabled={offset === 0} onClick={() => turn(offset - limit)}>
        {words.table.earlier}
      </button>
      <span class="quiet numeric">
        {grouped(Math.floor(offset / limit) + 1)} / {grouped(Math.ceil(total / limit))}
      </span>
      <button
        type="button"
        class="button quiet-button"
        disabled={offset + limit >= total}
        onClick={() => turn(offset + limit)}
      >
        {words.table.later}
      </button>
    </nav>
  );
}
