import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { CheckedColumns, FieldOption, HeaderMatch, OpenedFile, RosterClient } from '../protocol.ts';
import { ColumnRow, nameOf } from './ColumnRow.tsx';
import { chosenPolicy } from './choice.ts';
import { type ColumnState, startColumns, withField } from './column-state.ts';
import { FieldDialog } from './FieldDialog.tsx';
import { HeaderPlaceForm } from './HeaderPlaceForm.tsx';
import { Marked } from './Marked.tsx';
import { forgetFields, rememberFields } from './remembered-fields.ts';
import type { useRequest } from './use-request.ts';

interface ColumnsStepProps {
  readonly language: Language;
  readonly words: RosterWords;
  readonly client: RosterClient;
  readonly options: readonly FieldOption[];
  readonly opened: OpenedFile;
  readonly columns: ColumnState;
  readonly ask: ReturnType<typeof useRequest>['ask'];
  readonly change: (columns: ColumnState) => void;
  readonly back: () => void;
  readonly next: () => void;
}

/** Which column is what. */
export function ColumnsStep(props: ColumnsStepProps): JSX.Element {
  const { language, words, client, options, opened, columns, ask, change, back, next } = props;
  const { headers, fields, fillHouseholds, remember, remembered } = columns;
  const [checked, setChecked] = useState<CheckedColumns>();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [choosing, setChoosing] = useState<HeaderMatch>();
  const [tried, setTried] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const exists = (name: string) => options.some((option) => option.name === name);

  useEffect(() => {
    let current = true;
    void client.ask('columns', { place: headers.place, fields }).then((found) => {
      if (current) setChecked(found);
    });
    return () => {
      current = false;
    };
  }, [client, headers.place, fields]);

  const problems = checked?.problems ?? [];
  const goOn = async () => {
    setTried(true);
    // The check beside the columns may still be that of an earlier choice.
    const found = await client.ask('columns', { place: headers.place, fields });
    setChecked(found);
    if (found.problems.length > 0) {
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    if (remember) rememberFields(headers.fingerprint, fields, chosenPolicy());
    else forgetFields(headers.fingerprint);
    next();
  };
  const used = fields.filter((field) => field !== null).length;
  const rows = headers.columns.filter(({ index }) => !onlyOpen || fields[index] == null);

  return (
    <section aria-labelledby="columns-title">
      <h2 id="columns-title" tabIndex={-1}>
        {words.steps.columns}
      </h2>
      <p class="roster-facts">
        {say(words.rowsFound, { rows: headers.rows.toLocaleString('en-US') })}
        {checked && ` · ${words.layout[checked.layout]}`}
        {` · ${say(words.matched, { n: used, rest: headers.columns.length - used })}`}
      </p>
      {tried && problems.length > 0 && (
        <div class="notice bad roster-notice" role="alert" tabIndex={-1} ref={summary}>
          <ul>
            {problems.map((problem) => (
              <li key={problem.en}>
                {problem.index === null ? (
                  <Marked text={problem[language]} language={language} />
                ) : (
                  <a href={`#change-${problem.index}`}>
                    <Marked text={problem[language]} language={language} />
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {checked?.notes.map((note) => (
        <p class="notice roster-notice" key={note.en}>
          <Marked text={note[language]} language={language} />
        </p>
      ))}
      {remembered && (
        <p class="notice roster-notice">
          {words.remembered}{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              forgetFields(headers.fingerprint);
              change(startColumns(headers, exists));
            }}
          >
            {words.forget}
          </button>
        </p>
      )}
      <HeaderPlaceForm
        {...{ words, opened, headers }}
        take={async (place) => {
          const found = await ask('headers', place);
          if (found !== undefined) change(startColumns(found, exists));
        }}
      />
      <div class="roster-bar">
        <label>
          {words.show}{' '}
          <select
            value={onlyOpen ? 'open' : 'all'}
            onChange={(event) => setOnlyOpen(event.currentTarget.value === 'open')}
          >
            <option value="all">{words.showing.all}</option>
            <option value="open">{words.showing.open}</option>
          </select>
        </label>
      </div>
      <table class="plain roster-columns">
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.samples}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.confidence}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((match) => (
            <ColumnRow
              key={match.index}
              {...{ match, words, language, options }}
              field={fields[match.index] ?? null}
              isChosen={columns.chosen.has(match.index) || remembered}
              open={() => setChoosing(match)}
              take={(field) => change(withField(columns, match.index, field))}
            />
          ))}
        </tbody>
      </table>
      {checked !== undefined && checked.blankIds > 0 && (
        <label class="roster-check">
          <input
            type="checkbox"
            checked={fillHouseholds}
            onChange={(event) => change({ ...columns, fillHouseholds: event.currentTarget.checked })}
          />
          {say(words.fillHouseholds, { n: checked.blankIds.toLocaleString('en-US') })}
        </label>
      )}
      <label class="roster-check">
        <input
          type="checkbox"
          checked={remember}
          onChange={(event) => change({ ...columns, remember: event.currentTarget.checked })}
        />
        {words.remember}
      </label>
      <div class="roster-next">
        <button type="button" class="button quiet-button" onClick={back}>
          {words.other}
        </button>
        <button type="button" class="button primary" onClick={goOn}>
          {say(words.next, { step: words.steps.values })}
        </button>
      </div>
      {choosing && (
        <FieldDialog
          {...{ words, language, options }}
          column={nameOf(choosing, words)}
          field={fields[choosing.index] ?? null}
          choose={(field) => {
            change(withField(columns, choosing.index, field));
            setChoosing(undefined);
          }}
          close={() => setChoosing(undefined)}
          returnTo={`change-${choosing.index}`}
        />
      )}
    </section>
  );
}
