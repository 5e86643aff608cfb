import type { JSX } from 'preact';
import { Figures } from '../../../calculator/Figures.tsx';
import { say } from '../../../calculator/say.ts';
import { grouped, type ResultsContext } from './results-context.ts';
import { useAnswer } from './use-answer.ts';

/** The numbers that matter most, over the whole roster. */
export function Headline({ client, words, summary, text, query }: ResultsContext): JSX.Element {
  const { headline } = words;
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
          <strong>{tally && <Figures text={first ?? headline.none} />}</strong>
          {others.length > 0 && (
            <span class="hint">
              <Figures text={say(headline.others, { list: others.join(' · ') })} />
            </span>
          )}
          {open.length > 0 && (
            <span class="hint">
              <Figures
                text={say(headline.more, { list: open.map((sum) => text.sum(sum, sum.possible)).join(' · ') })}
              />
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}
