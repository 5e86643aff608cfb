import type { JSX } from 'preact';
import { type RosterOutWords, type ViewName, views } from '../../../words/roster-out.ts';

interface ViewsProps {
  readonly words: RosterOutWords;
  readonly view: ViewName;
  readonly choose: (view: ViewName) => void;
}

/** Tabs: the arrow keys go from one to the next, as do Home and End. */
export function Views({ words, view, choose }: ViewsProps): JSX.Element {
  const move = (event: KeyboardEvent) => {
    const place = views.indexOf(view);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1 + views.length, Home: 0, End: views.length - 1 }[
      event.key
    ];
    if (next === undefined) return;
    event.preventDefault();
    const chosen = views[next % views.length] as ViewName;
    choose(chosen);
    document.getElementById(`tab-${chosen}`)?.focus();
  };
  return (
    <div class="results-tabs" role="tablist" aria-label={words.viewsLabel} onKeyDown={move}>
      {views.map((each) => (
        <button
          key={each}
          data-label={words.views[each]}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={each === view}
          aria-controls={each === view ? `view-${each}` : undefined}
          tabIndex={each === view ? 0 : -1}
          onClick={() => choose(each)}
        >
          {words.views[each]}
        </button>
      ))}
    </div>
  );
}
