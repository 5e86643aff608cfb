import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { say } from '../../../calculator/say.ts';
import type { Language } from '../../../language.ts';
import { rosterOutWords, type ViewName } from '../../../words/roster-out.ts';
import type { RosterClient } from '../../protocol.ts';
import type { HouseholdQuery, Labels, ResultSummary } from '../../protocol-results.ts';
import { Charts } from './Charts.tsx';
import { CommonFacts } from './CommonFacts.tsx';
import { Files } from './Files.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Headline } from './Headline.tsx';
import { Households } from './Households.tsx';
import { Payments } from './payments/Payments.tsx';
import { grouped, type ResultsContext, ResultsText } from './results-context.ts';
import { ToAsk } from './ToAsk.tsx';
import { Views } from './Views.tsx';

interface ResultsProps {
  readonly language: Language;
  readonly client: RosterClient;
  readonly summary: ResultSummary;
  readonly labels: Labels;
  /** Fills in a fact that holds for everyone. */
  readonly changeCommon: (fact: string, text: string) => void;
}

/** Views whose content follows the filter. */
const filtered = new Set<ViewName>(['households', 'matrix', 'charts', 'files']);

/** What came of a roster: the headline, then one of the views. */
export function Results({ language, client, summary, labels, changeCommon }: ResultsProps): JSX.Element {
  const words = rosterOutWords[language];
  const hasBenefits = summary.rules.some(({ benefit }) => benefit);
  const [query, setQuery] = useState<HouseholdQuery>({
    scope: hasBenefits ? 'benefits' : 'all',
    filter: {},
    sort: { by: 'file', descending: false },
  });
  const [names, setNames] = useState(false);
  const [view, setView] = useState<ViewName>('households');
  const text = useMemo(() => new ResultsText(labels, language), [labels, language]);
  // Payments are held against answers: other answers, and they are to be held against them anew.
  const decidedWith = JSON.stringify(summary.common.map(({ fact, text: typed }) => [fact, typed]));
  const context: ResultsContext = { language, client, words, summary, text, query, names };
  const body = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState(0);
  // Whoever was led to another view goes on reading at its head.
  useEffect(() => {
    if (moved > 0) body.current?.focus();
  }, [moved]);
  const lead = (fact: string) => {
    setQuery({ ...query, filter: { lacks: fact } });
    setView('households');
    setMoved((count) => count + 1);
  };
  return (
    <>
      <CommonFacts {...context} change={changeCommon} />
      <Headline {...context} />
      {summary.refusedCount > 0 && <Refused {...context} />}
      <Views {...{ words, view }} choose={setView} />
      {filtered.has(view) && (
        <FilterBar
          {...context}
          change={setQuery}
          showNames={setNames}
          withNames={view === 'households' || view === 'matrix'}
        />
      )}
      <div
        id={`view-${view}`}
        role="tabpanel"
        aria-labelledby={`tab-${view}`}
        tabIndex={-1}
        ref={body}
        class="results-view"
      >
        {(view === 'households' || view === 'matrix') && (
          <Households {...context} change={setQuery} matrix={view === 'matrix'} />
        )}
        {view === 'ask' && <ToAsk {...context} show={lead} />}
        {view === 'charts' && <Charts {...context} />}
        {view === 'files' && <Files {...context} />}
        {view === 'payments' && <Payments key={decidedWith} {...context} showNames={setNames} />}
      </div>
    </>
  );
}

function Refused({ summary, words, language }: ResultsContext): JSX.Element {
  return (
    <details class="notice results-refused">
      <summary>{say(words.headline.refused, { count: grouped(summary.refusedCount) })}</summary>
      <ul>
        {summary.refused.map(({ row, reasons }) => (
          <li key={row}>
            {say(words.headline.refusedMore, { row })} {reasons.map((reason) => reason[language]).join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
