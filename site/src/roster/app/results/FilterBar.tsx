import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../calculator/say.ts';
import type { FilterStatus, HouseholdFilter, HouseholdQuery, Scope } from '../../protocol-results.ts';
import type { ResultsContext } from './results-context.ts';

interface FilterBarProps extends ResultsContext {
  readonly change: (query: HouseholdQuery) => void;
  readonly showNames: (names: boolean) => void;
  /** Names stand in what is filtered. */
  readonly withNames: boolean;
}

const notStated = '\u0000';
const statuses: readonly FilterStatus[] = ['met', 'unknown', 'unmet', 'undelivered'];

/** Which households are shown, and by which rules they are counted. */
export function FilterBar(props: FilterBarProps): JSX.Element {
  const { words, summary, text, query, names, change, showNames, withNames } = props;
  const { filter, scope } = query;
  const [sought, setSought] = useState(filter.find ?? '');
  const narrow = (changed: HouseholdFilter) => change({ ...query, filter: { ...filter, ...changed } });
  const rules = summary.rules.filter(({ benefit }) => scope === 'all' || benefit);
  const isNarrow = Object.values(filter).some((value) => value !== undefined && value !== '');
  return (
    <form class="results-filter" aria-label={words.filter.title} onSubmit={(event) => event.preventDefault()}>
      <Choice
        id="filter-scope"
        label={words.scope}
        value={scope}
        options={(['benefits', 'all'] as const)
          .filter((each) => each === 'all' || summary.rules.some(({ benefit }) => benefit))
          .map((each) => [each, words.scopes[each]])}
        choose={(chosen) => change({ ...query, scope: chosen as Scope, filter: withoutRule(filter) })}
      />
      {(
        [
          ['village', summary.villages],
          ['group', summary.groups],
          ['type', summary.types],
        ] as const
      ).map(
        ([name, values]) =>
          values.length > 1 && (
            <Choice
              key={name}
              id={`filter-${name}`}
              label={words.filter[name]}
              all={words.filter.all}
              value={filter[name] === undefined ? '' : (filter[name] ?? notStated)}
              chinese={name !== 'type'}
              options={values.map((value) => [
                value ?? notStated,
                name === 'type' ? text.type(value) : text.place(value),
              ])}
              choose={(chosen) => narrow({ [name]: chosen === '' ? undefined : chosen === notStated ? null : chosen })}
            />
          ),
      )}
      <Choice
        id="filter-rule"
        label={words.filter.rule}
        all={words.filter.all}
        value={filter.rule ?? ''}
        options={rules.map(({ rule, clause }) => [rule, `${clause} ${text.rule(rule)}`])}
        choose={(chosen) => narrow({ rule: chosen === '' ? undefined : chosen })}
      />
      <Choice
        id="filter-status"
        label={words.filter.status}
        all={words.filter.all}
        value={filter.status ?? ''}
        options={statuses.map((status) => [
          status,
          status === 'undelivered' ? words.filter.undelivered : words.statuses[status],
        ])}
        choose={(chosen) => narrow({ status: statuses.find((status) => status === chosen) })}
      />
      <div class="results-find">
        <label for="filter-find">{words.filter.find}</label>
        <input
          type="search"
          id="filter-find"
          value={sought}
          placeholder={words.filter.findHint}
          autocomplete="off"
          onInput={(event) => {
            setSought(event.currentTarget.value);
            narrow({ find: event.currentTarget.value });
          }}
        />
      </div>
      <div class="results-filter-foot">
        {withNames && (
          <label class="results-names">
            <input type="checkbox" checked={names} onChange={(event) => showNames(event.currentTarget.checked)} />
            <span>
              {words.filter.names} <span class="hint">{words.filter.namesNote}</span>
            </span>
          </label>
        )}
        {filter.lacks !== undefined && (
          <p class="results-lacks">{say(words.filter.lacks, { fact: text.fact(filter.lacks) })}</p>
        )}
        {isNarrow && (
          <button
            type="button"
            class="button quiet-button"
            onClick={() => {
              setSought('');
              change({ ...query, filter: {} });
              document.getElementById('filter-scope')?.focus();
            }}
          >
            {words.filter.clear}
          </button>
        )}
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  /** What it is called when nothing is chosen; absent where something always is. */
  readonly all?: string;
  readonly value: string;
  /** Named by the file. */
  readonly chinese?: boolean;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly choose: (value: string) => void;
}

function Choice({ id, label, all, value, chinese, options, choose }: ChoiceProps): JSX.Element {
  return (
    <div class="results-choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} autocomplete="off" onChange={(event) => choose(event.currentTarget.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {options.map(([each, name]) => (
          <option key={each} value={each} lang={chinese ? 'zh-CN' : undefined}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

const withoutRule = ({ rule: _, ...filter }: HouseholdFilter): HouseholdFilter => filter;
