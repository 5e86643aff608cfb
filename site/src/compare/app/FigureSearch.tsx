import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import type { FigureView } from '../views.ts';

interface FigureSearchProps {
  readonly words: CompareWords;
  readonly figures: readonly FigureView[] | undefined;
  /** Keys of those that are changed already. */
  readonly chosen: readonly string[];
  add(figure: FigureView): void;
}

const few = 6;

/** Finds the figure to change by its words, its section, its clause or a provision that rests on it. */
export function FigureSearch({ words, figures, chosen, add }: FigureSearchProps): JSX.Element {
  const { whatIf } = words;
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const terms = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = (figures ?? []).filter(
    (figure) => !chosen.includes(figure.key) && terms.every((term) => textOf(figure).includes(term)),
  );
  // Once something is chosen, the list comes with the next search.
  const waits = text === '' && chosen.length > 0;
  const shown = waits ? [] : all ? found : found.slice(0, few);
  return (
    <div class={figures === undefined && chosen.length === 0 ? 'figure-search loading' : 'figure-search'}>
      <div class="field">
        <label for="figure-search">{whatIf.search}</label>
        <input
          id="figure-search"
          type="search"
          value={text}
          aria-describedby="figure-search-hint figure-count"
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setAll(false);
          }}
        />
        <p class="hint" id="figure-search-hint">
          {whatIf.searchHint}
        </p>
      </div>
      <p class="hint" id="figure-count" role="status">
        {figures === undefined
          ? whatIf.loading
          : waits
            ? ''
            : found.length === 0
              ? whatIf.foundNone
              : say(whatIf.found, { count: found.length })}
      </p>
      <ul class="figures" aria-label={whatIf.heading} hidden={shown.length === 0}>
        {shown.map((figure) => (
          <li key={figure.key}>
            <div>
              <p>{figure.title}</p>
              <p class="hint">
                <span lang="zh-CN">{figure.clause}</span> {figure.section}
              </p>
            </div>
            <p class="numeric">{figure.values.at(-1)?.shown}</p>
            <button
              type="button"
              class="button quiet-button"
              onClick={() => {
                add(figure);
                // What is chosen is not found again.
                setText('');
              }}
              aria-label={`${whatIf.add}${words.colon}${figure.title} ${figure.values.at(-1)?.shown}`}
            >
              {whatIf.add}
            </button>
          </li>
        ))}
      </ul>
      {found.length > shown.length && shown.length > 0 && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {say(whatIf.more, { count: found.length })}
        </button>
      )}
    </div>
  );
}

const textOf = ({ title, section, clause, rules }: FigureView): string =>
  [title, section, clause, ...rules].join(' ').toLowerCase();
