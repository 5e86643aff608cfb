import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../calculator/say.ts';
import { Card } from '../../../card/Card.tsx';
import type { CardModel, CardVariant } from '../../../card/card-model.ts';
import { cardWords } from '../../../words/card.ts';
import { rosterWords } from '../../../words/roster-in.ts';
import { Notice } from '../Notice.tsx';
import { useRequest } from '../use-request.ts';
import { Working } from '../Working.tsx';
import { grouped, type ResultsContext } from './results-context.ts';

interface CardsProps extends ResultsContext {
  /** Households that the filter lets through. */
  readonly total: number;
}

/** More pages than a browser lays out, and a printer takes, in one go. */
const most = 200;

/** A whole number from 1 to a bound; undefined for anything else. */
function wholeIn(text: string, upTo: number): number | undefined {
  const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= upTo ? number : undefined;
}

/** Cards of some households, looked at before they are printed. On paper there is nothing but them. */
export function Cards({ total, ...context }: CardsProps): JSX.Element {
  const { client, words, query, language } = context;
  const { files } = words;
  const { variants } = cardWords[language];
  const request = useRequest(client);
  const [variant, setVariant] = useState<CardVariant>('visit');
  const [from, setFrom] = useState('1');
  const [count, setCount] = useState('50');
  const [cards, setCards] = useState<{ readonly from: number; readonly shown: readonly CardModel[] }>();
  const preview = useRef<HTMLHeadingElement>(null);
  const start = wholeIn(from, Math.max(1, total));
  const number = wholeIn(count, most);
  useEffect(() => {
    if (cards === undefined) return undefined;
    preview.current?.focus();
    document.documentElement.dataset.printing = 'cards';
    return () => {
      delete document.documentElement.dataset.printing;
    };
  }, [cards]);
  // Other households, or another version: what is shown would not be what is printed.
  const key = JSON.stringify([query, variant, from, count]);
  // The cards follow what they are made of.
  useEffect(() => setCards(undefined), [key]);
  const make = async () => {
    if (start === undefined || number === undefined) return;
    const made = await request.ask('cards', { query, variant, language, offset: start - 1, limit: number });
    if (made !== undefined) setCards({ from: start, shown: made.cards });
  };
  return (
    <section class="results-files" aria-labelledby="cards-title">
      <h3 id="cards-title">{files.cards}</h3>
      <p class="results-lead">{files.cardsLead}</p>
      <div class="results-cards-form">
        <fieldset>
          <legend>{files.variant}</legend>
          {(['visit', 'public'] as const).map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="cards-variant"
                value={each}
                checked={variant === each}
                onChange={() => setVariant(each)}
              />{' '}
              <span>
                {variants[each].name} <span class="hint">{variants[each].about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div class="results-range">
          <WholeNumber id="cards-from" label={files.from} value={from} wrong={start === undefined} change={setFrom}>
            {say(files.wrong, { most: grouped(Math.max(1, total)) })}
          </WholeNumber>
          <WholeNumber
            id="cards-count"
            label={files.count}
            value={count}
            wrong={number === undefined}
            change={setCount}
          >
            {say(files.wrong, { most })}
          </WholeNumber>
          <button type="button" class="button" onClick={make} disabled={total === 0}>
            {files.make}
          </button>
        </div>
      </div>
      {request.progress !== undefined && (
        <Working progress={request.progress} words={rosterWords[language]} cancel={request.cancel} />
      )}
      {request.trouble !== undefined && (
        <Notice trouble={request.trouble} words={rosterWords[language]} language={language} />
      )}
      {cards !== undefined && (
        <div class="results-cards">
          <div class="results-cards-head">
            <h4 tabIndex={-1} ref={preview}>
              {say(files.preview, {
                from: grouped(cards.from),
                to: grouped(cards.from + cards.shown.length - 1),
                total: grouped(total),
              })}
            </h4>
            <div class="results-actions">
              <button type="button" class="button primary" onClick={() => print()}>
                {say(files.print, { count: cards.shown.length })}
              </button>
              <button
                type="button"
                class="button quiet-button"
                onClick={() => {
                  setCards(undefined);
                  document.getElementById('cards-from')?.focus();
                }}
              >
                {files.backToResults}
              </button>
            </div>
          </div>
          <div class="paper">
            {cards.shown.map((card, place) => (
              // Cards are made anew as a whole.
              <Card key={place} card={card} level={5} />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

interface WholeNumberProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly change: (value: string) => void;
  /** What would be right. */
  readonly children: string;
}

function WholeNumber({ id, label, value, wrong, change, children }: WholeNumberProps): JSX.Element {
  return (
    <div class="results-number">
      <label for={id}>{label}</label>
      <input
        type="text"
        inputMode="numeric"
        id={id}
        value={value}
        autocomplete="off"
        aria-invalid={wrong}
        aria-describedby={`${id}-error`}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p class="error" id={`${id}-error`}>
        {wrong && children}
      </p>
    </div>
  );
}
