import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import { upperFirst } from '../../../calculator/upper-first.ts';
import type { CommonField } from '../../protocol-results.ts';
import type { ResultsContext } from './results-context.ts';

interface CommonFactsProps extends Pick<ResultsContext, 'language' | 'words' | 'summary' | 'text'> {
  readonly change: (fact: string, text: string) => void;
}

/** Facts that hold for everyone in the roster: filled in once, the whole of it is decided anew. */
export function CommonFacts({ language, words, summary, text, change }: CommonFactsProps): JSX.Element | null {
  const { common } = words;
  const { common: fields } = summary;
  if (fields.length === 0) return null;
  const filled = fields.filter(({ text: typed, fault }) => typed !== '' && fault === undefined).length;
  return (
    <details class="results-common">
      <summary>{say(common.heading, { count: fields.length, filled })}</summary>
      <p class="hint">{common.lead}</p>
      <div class="results-common-fields">
        {fields.map((field) => (
          <Field key={field.fact} {...{ language, words, field, change }} label={upperFirst(text.fact(field.fact))} />
        ))}
      </div>
    </details>
  );
}

interface FieldProps extends Pick<CommonFactsProps, 'language' | 'words' | 'change'> {
  readonly field: CommonField;
  readonly label: string;
}

function Field({ language, words, field, label, change }: FieldProps): JSX.Element {
  const { fact, unit, codes, text, fault } = field;
  const id = `common-${fact}`;
  const attributes = {
    id,
    'aria-invalid': fault !== undefined,
    'aria-describedby': `${id}-error`,
  };
  return (
    <div class="results-common-field">
      <label for={id}>
        {unit === undefined ? label : say(words.common.withUnit, { fact: label, unit: unit[language] })}
      </label>
      {codes.length === 0 ? (
        <input
          {...attributes}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={text}
          onChange={({ currentTarget }) => change(fact, currentTarget.value)}
        />
      ) : (
        <select {...attributes} value={text} onChange={({ currentTarget }) => change(fact, currentTarget.value)}>
          <option value="">{words.common.unknown}</option>
          {codes.map(({ code, label: name }) => (
            <option key={code} value={code}>
              {name[language]}
            </option>
          ))}
        </select>
      )}
      <p class="error" id={`${id}-error`}>
        {fault?.[language]}
      </p>
    </div>
  );
}
