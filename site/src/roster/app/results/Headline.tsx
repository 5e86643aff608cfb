import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import { SumList } from '../../../card/SumList.tsx';
import { grouped, type ResultsContext } from './results-context.ts';
import { useAnswer } from './use-answer.ts';

/** The numbers that matter most, over the whole roster. */
export function Headline({ client, words, summary, text, query }: ResultsContext): JSX.Element {
  const { headline } = words;
  const mark = text.answer.semicolon;
  const tally = useAnswer({ client, summary }, 'tally', { scope: query.scope, filter: {} });
  const [first, ...others] = text.certain(tally?.sums ?? []);
  const open = (tally?.sums ?? []).filter(({ certain, possible, unit }) => unit === 'yuan' && possible !== certain);
  return (
    <dl class="results-headline">
      <div>
        <dt>{headline.households}</dt>
        <dd>
          <strong>{grouped(summary.households - summary.refusedCount)}</strong>
          <span class="hint">
            {summary.persons > 0 && say(headline.persons, { persons: grouped(summary.persons) })}
          </span>
        </dd>
      </div>
      <div data-status="met">
        <dt>{headline.met}</dt>
        <dd>
          <strong>{tally && grouped(tally.statuses.met)}</strong>
          <span class="hint">{headline.metOf}</span>
        </dd>
      </div>
      <div data-status="unknown">
        <dt>{headline.open}</dt>
        <dd>
          <strong>{tally && grouped(tally.statuses.unknown)}</strong>
          <span class="hint">{headline.openNote}</span>
        </dd>
      </div>
      {tally !== undefined && tally.undelivered > 0 && (
        <div data-status="undelivered">
          <dt>{headline.undelivered}</dt>
          <dd>
            <strong>{grouped(tally.undelivered)}</strong>
            <span class="hint">{headline.undeliveredNote}</span>
          </dd>
        </div>
      )}
      <div class="results-money">
        <dt>{headline.certain}</dt>
        <dd>
          <strong>{tally && <SumList sums={[first ?? headline.none]} mark={mark} />}</strong>
          {others.length > 0 && (
            <span class="hint">
              {headline.others}
              <SumList sums={others} mark={mark} />
            </span>
          )}
          {[headline.more, headline.moreLeast].map((words, unbounded) => {
            const sums = open
              .filter(({ possibleMeant }) => (possibleMeant === 'at-least') === (unbounded === 1))
              .map((sum) => text.sum(sum, sum.possible, sum.possibleMeant));
            return (
              sums.length > 0 && (
                <span class="hint" key={words}>
                  {words}
                  <SumList sums={sums} mark={mark} />
                </span>
              )
            );
          })}
        </dd>
      </div>
    </dl>
  );
}
