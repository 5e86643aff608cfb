import type { JSX } from 'preact';
import { Figures } from '../../calculator/Figures.tsx';
import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import type { FieldFault } from '../chooser.ts';
import type { FigureView } from '../views.ts';
import { type Change, fieldId, type Typed, typedValue } from './changes.ts';
import { FigureSearch } from './FigureSearch.tsx';

interface WhatIfPanelProps {
  readonly words: CompareWords;
  /** Undefined while they are read. */
  readonly figures: readonly FigureView[] | undefined;
  readonly typed: Typed;
  readonly faults: readonly FieldFault[];
  onTyped(typed: Typed, said?: string): void;
}

/** Which figures are changed, to what, and from which day. */
export function WhatIfPanel({ words, figures, typed, faults, onTyped }: WhatIfPanelProps): JSX.Element {
  const { whatIf } = words;
  const { changes } = typed;
  const faultOf = (id: string): string => faults.find((each) => each.id === id)?.text ?? '';
  const add = (figure: FigureView): void => {
    onTyped(
      { ...typed, changes: [...changes, { figure, text: String(figure.current) }] },
      say(whatIf.added, { title: figure.title }),
    );
    // The new field is there after the next picture.
    requestAnimationFrame(() => {
      const field = document.getElementById(fieldId(changes.length)) as HTMLInputElement | null;
      field?.focus();
      field?.select();
    });
  };
  const remove = (place: number): void => {
    const title = changes[place]?.figure.title ?? '';
    onTyped({ ...typed, changes: changes.filter((_, each) => each !== place) }, say(whatIf.removed, { title }));
    document.getElementById('figure-search')?.focus();
  };
  return (
    <section class="what-if" aria-labelledby="what-if-title">
      <h2 id="what-if-title">{whatIf.heading}</h2>
      <p class="hint">{whatIf.lead}</p>
      <FigureSearch {...{ words, figures, add }} chosen={changes.map(({ figure }) => figure.key)} />
      {changes.length > 0 && (
        <ol class="changes">
          {changes.map((change, place) => (
            <li key={change.figure.key}>
              <ChangeField
                {...{ words, change, place }}
                fault={faultOf(fieldId(place))}
                onText={(text) =>
                  onTyped({ ...typed, changes: changes.map((each, own) => (own === place ? { ...each, text } : each)) })
                }
                onRemove={() => remove(place)}
              />
            </li>
          ))}
        </ol>
      )}
      <div class="field-row">
        <div class="field">
          <label for="what-if-from">{whatIf.from}</label>
          <input
            id="what-if-from"
            type="text"
            inputmode="numeric"
            placeholder="yyyy-mm-dd"
            value={typed.from}
            aria-invalid={faultOf('what-if-from') !== ''}
            aria-describedby="what-if-from-hint what-if-from-error"
            onInput={({ currentTarget }) => onTyped({ ...typed, from: currentTarget.value })}
          />
          <p class="hint" id="what-if-from-hint">
            <Figures text={whatIf.fromHint} />
          </p>
          <p class="error" id="what-if-from-error">
            <Figures text={faultOf('what-if-from')} />
          </p>
        </div>
        <SourceField {...{ typed, onTyped }} name="document" label={whatIf.document} />
        <SourceField {...{ typed, onTyped }} name="clause" label={whatIf.clause} />
      </div>
      <p class="hint" id="what-if-example">
        {whatIf.exampleNote}
      </p>
    </section>
  );
}

interface SourceFieldProps extends Pick<WhatIfPanelProps, 'typed' | 'onTyped'> {
  readonly name: 'document' | 'clause';
  readonly label: string;
}

/** Where the change is written: a text in the language of the documents. */
function SourceField({ typed, onTyped, name, label }: SourceFieldProps): JSX.Element {
  const id = `what-if-${name}`;
  return (
    <div class={name === 'clause' ? 'field short' : 'field'}>
      <label for={id}>{label}</label>
      <input
        {...{ id }}
        type="text"
        lang="zh-CN"
        value={typed[name]}
        aria-describedby="what-if-example"
        onInput={({ currentTarget }) => onTyped({ ...typed, [name]: currentTarget.value })}
      />
    </div>
  );
}

interface ChangeFieldProps {
  readonly words: CompareWords;
  readonly change: Change;
  readonly place: number;
  readonly fault: string;
  onText(text: string): void;
  onRemove(): void;
}

function ChangeField({ words, change, place, fault, onText, onRemove }: ChangeFieldProps): JSX.Element {
  const { whatIf } = words;
  const { figure, text } = change;
  const id = fieldId(place);
  const same = typedValue(change) === figure.current;
  return (
    <div class="change">
      <div class="change-head">
        <p class="change-title">
          {figure.title}{' '}
          <span class="hint" lang="zh-CN">
            {figure.clause}
          </span>
        </p>
        <button
          type="button"
          class="link-button"
          onClick={onRemove}
          aria-label={whatIf.remove + words.colon + figure.title}
        >
          {whatIf.remove}
        </button>
      </div>
      <dl class="change-values">
        {figure.values.map(({ from, to, shown }) => (
          <div key={from ?? ''}>
            <dt>
              {from === undefined
                ? whatIf.undated
                : say(to === undefined ? whatIf.daysFrom : whatIf.days, { from, to: to ?? '' })}
            </dt>
            <dd>{shown}</dd>
          </div>
        ))}
      </dl>
      <div class="field">
        <label for={id}>
          {whatIf.value}
          {figure.unit !== '' && say(words.bracket, { of: figure.unit })}
        </label>
        <input
          {...{ id }}
          type="text"
          inputmode={figure.type === 'date' ? 'numeric' : 'decimal'}
          class="change-value"
          value={text}
          aria-invalid={fault !== ''}
          aria-describedby={`${id}-note ${id}-error`}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
        <p class="hint" id={`${id}-note`}>
          {same ? whatIf.same : say(whatIf.usedBy, { list: figure.rules.slice(0, 4).join(words.list) })}
        </p>
        <p class="error" id={`${id}-error`}>
          {fault}
        </p>
      </div>
    </div>
  );
}
