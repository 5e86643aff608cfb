import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReasonedFinding } from '../../../card/finding-reasons.ts';
import type { ResultsContext } from './results-context.ts';

interface FindingProps extends Pick<ResultsContext, 'words' | 'text'> {
  readonly same: readonly [ReasonedFinding, ...ReasonedFinding[]];
}

const marks = { open: '?', holds: '✓', fails: '✕', later: '○' } as const;

/** A rule, everyone of whom it says the same, and why. The reasons are made when they are first opened. */
export function Finding({ same, words, text }: FindingProps): JSX.Element {
  const [first] = same;
  const [opened, setOpened] = useState(false);
  const answer = text.answer;
  return (
    <article class="card" data-rule={first.rule} data-status={first.status}>
      <div class="card-head">
        <h5>{first.title}</h5>
        <p class="clause">
          <span class="sr">
            {answer.clause}
            {answer.colon}
          </span>
          <span lang="zh-CN">{first.clauses.join('、')}</span>
        </p>
      </div>
      <ul class="subjects">
        {same.map(({ member, who, alarm, remarks, amounts, settled, line }) => (
          <li key={member}>
            <span class="who">{who}</span>
            {alarm !== undefined && <span class="flag">{alarm}</span>}
            {remarks.map((remark) => (
              <span class="quiet" key={remark}>
                {remark}
              </span>
            ))}
            {amounts.length > 0 && (
              <span class={settled ? 'amounts settled' : 'amounts'}>
                {amounts.map((amount) => (
                  <span key={amount}>{amount}</span>
                ))}
              </span>
            )}
            {line !== undefined && <p class="line">{line}</p>}
          </li>
        ))}
      </ul>
      <details class="why" onToggle={(event) => setOpened(opened || event.currentTarget.open)}>
        <summary>
          {words.panel.why}
          <span class="sr">
            {answer.colon}
            {first.title}
          </span>
        </summary>
        {opened && <Reasons same={same} text={text} />}
      </details>
    </article>
  );
}

/** Members of whom the same reasons hold are told of together. */
function alike(
  same: readonly ReasonedFinding[],
): readonly (Pick<ReasonedFinding, 'reasons' | 'figures'> & { readonly who: readonly string[] })[] {
  const groups = Map.groupBy(same, ({ reasons, figures }) => JSON.stringify([reasons, figures]));
  return [...groups.values()].map((group) => ({
    reasons: group[0]?.reasons ?? [],
    figures: group[0]?.figures ?? [],
    who: group.map(({ who }) => who),
  }));
}

function Reasons({ same, text }: Pick<FindingProps, 'same' | 'text'>): JSX.Element {
  const [first] = same;
  const answer = text.answer;
  return (
    <div class="reasons">
      {first.notes.map((note) => (
        <p class={note.title === '' ? undefined : 'note'} key={note.text}>
          {note.title !== '' && (
            <strong>
              {note.title}
              {answer.colon}
            </strong>
          )}
          {note.text}
        </p>
      ))}
      {alike(same).map(({ who, reasons, figures }, _, groups) => (
        <div key={who[0]}>
          {(reasons.length > 0 || figures.length > 0) && (
            <h6>{groups.length > 1 ? who.join(answer.comma) : answer.conditions}</h6>
          )}
          <ul class="conditions">
            <Conditions rows={reasons} answer={answer} />
          </ul>
          {figures.length > 0 && (
            <ul class="figures">
              {figures.map((figure) => (
                <li key={figure}>{figure}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      <p class="source">
        {answer.document}
        {answer.colon}
        <cite lang="zh-CN">{first.document}</cite>
      </p>
    </div>
  );
}

interface ConditionsProps {
  readonly rows: ReasonedFinding['reasons'];
  readonly answer: ResultsContext['text']['answer'];
}

/** Rows of a list. Several ways, of which one is enough, are lists under a line that says so, as do those of which a way has all. */
function Conditions({ rows, answer }: ConditionsProps): JSX.Element {
  return (
    <>
      {rows.map((row, place) =>
        'ways' in row ? (
          <li class="choice-of" key={place}>
            <p>{answer.oneIsEnough}</p>
            <ul class="conditions">
              {row.ways.map((way, at) => (
                <li class="way" key={at}>
                  {way.length > 1 && <p>{answer.allOfThese}</p>}
                  <ul class="conditions">
                    <Conditions rows={way} answer={answer} />
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ) : (
          <li key={place} data-state={row.state}>
            <span class="mark" aria-hidden="true">
              {marks[row.state]}
            </span>
            <span>
              <strong>{row.fact}</strong> {row.actual} <span class="quiet">{row.expected}</span>
              {row.state !== 'later' && (
                <span class="sr">
                  {answer.comma}
                  {answer[row.state]}
                </span>
              )}
            </span>
          </li>
        ),
      )}
    </>
  );
}
