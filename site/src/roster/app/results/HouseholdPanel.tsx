import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../../calculator/say.ts';
import type { ReasonedFinding } from '../../../card/finding-reasons.ts';
import { SumList } from '../../../card/SumList.tsx';
import type { Answered, HouseholdLine } from '../../protocol-results.ts';
import { Marked } from '../Marked.tsx';
import { Finding } from './Finding.tsx';
import { grouped, type ResultsContext } from './results-context.ts';
import { useAnswer } from './use-answer.ts';

interface HouseholdPanelProps extends ResultsContext {
  readonly index: number;
  readonly close: () => void;
  readonly nameOf: (line: HouseholdLine) => string;
}

const statuses: readonly Answered[] = ['met', 'unknown', 'unmet'];

/** A household's whole answer beside the list. It takes the focus when it opens; Escape closes it. */
export function HouseholdPanel({ index, close, nameOf, ...context }: HouseholdPanelProps): JSX.Element {
  const { words, query, language, names, text } = context;
  const answer = useAnswer(context, 'household', { index, scope: query.scope, language, names });
  const title = useRef<HTMLHeadingElement>(null);
  const shown = answer?.line.index === index ? answer : undefined;
  const isThere = shown !== undefined;
  // Another household is read from its head.
  useEffect(() => {
    if (isThere) title.current?.focus();
  }, [index, isThere]);
  const benefits = query.scope === 'benefits';
  const findings = (shown?.findings ?? []).filter(({ benefit }) => !benefits || benefit);
  const of = (status: ReasonedFinding['status']): readonly ReasonedFinding[] =>
    findings.filter((each) => each.status === status);
  const outside = findings.length - statuses.reduce((sum, status) => sum + of(status).length, 0);
  const empty: Readonly<Record<Answered, string>> = {
    met: words.panel.emptyMet,
    unknown: words.panel.emptyUnknown,
    unmet: words.panel.emptyUnmet,
  };
  return (
    <aside
      class="results-panel"
      aria-labelledby="household-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {shown && (
        <>
          <div class="results-panel-head">
            <h3 id="household-title" tabIndex={-1} ref={title}>
              <Marked text={say(words.panel.title, { household: nameOf(shown.line) })} language={language} />
            </h3>
            <button type="button" class="button quiet-button" onClick={close}>
              {words.panel.close}
            </button>
          </div>
          <p class="results-panel-sum">
            <SumList sums={text.certain(shown.line.sums)} mark={text.answer.semicolon} />
          </p>
          {shown.contradictions.map((sentence) => (
            <p class="notice" key={sentence}>
              {sentence}
            </p>
          ))}
          {statuses.map((status) => (
            <details key={status} class="bucket" data-status={status} open={status !== 'unmet'}>
              <summary>
                <h4>
                  {words.statuses[status]} <span class="count">{grouped(of(status).length)}</span>
                </h4>
              </summary>
              {of(status).length === 0 && <p class="empty">{empty[status]}</p>}
              {together(of(status)).map((same) => (
                <Finding key={same[0].rule} same={same} words={words} text={text} />
              ))}
            </details>
          ))}
          {outside > 0 && <p class="hint">{say(words.panel.outside, { count: outside })}</p>}
        </>
      )}
    </aside>
  );
}

/** What one rule says with one status, of everyone of whom it says it. */
function together(findings: readonly ReasonedFinding[]): readonly (readonly [ReasonedFinding, ...ReasonedFinding[]])[] {
  return [...Map.groupBy(findings, ({ rule }) => rule).values()] as unknown as readonly [
    ReasonedFinding,
    ...ReasonedFinding[],
  ][];
}
