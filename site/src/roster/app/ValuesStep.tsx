import type { JSX } from 'preact';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { FieldOption, ValueChoices, ValueColumn, ValueCount } from '../protocol.ts';
import { Marked } from './Marked.tsx';

interface ValuesStepProps {
  readonly language: Language;
  readonly words: RosterWords;
  readonly options: readonly FieldOption[];
  readonly values: readonly ValueColumn[];
  readonly choices: ValueChoices;
  readonly change: (choices: ValueChoices) => void;
  readonly back: () => void;
  readonly next: () => void;
}

/** What each distinct value means; those that are not recognised come first. */
export function ValuesStep(props: ValuesStepProps): JSX.Element {
  const { language, words, options, values, choices, change, back, next } = props;
  const optionOf = ({ field }: ValueColumn) => options.find(({ name }) => name === field);
  const open = values.filter((column) => column.values.some(({ code }) => code === null));
  const lead = values.length === 0 ? words.valuesNone : open.length === 0 ? words.valuesDone : words.valuesLead;
  const choose = (column: ValueColumn, text: string, code: string) => {
    const { [text]: _, ...others } = choices[column.index] ?? {};
    change({ ...choices, [column.index]: code === '' ? others : { ...others, [text]: code } });
  };
  return (
    <section aria-labelledby="values-title">
      <h2 id="values-title" tabIndex={-1}>
        {words.steps.values}
      </h2>
      <p class="roster-facts">{lead}</p>
      {open.map((column) => (
        <OpenValues
          key={column.index}
          {...{ language, words, column }}
          option={optionOf(column)}
          chosen={choices[column.index] ?? {}}
          choose={(text, code) => choose(column, text, code)}
        />
      ))}
      {values.map((column) => (
        <Recognised key={column.index} {...{ language, words, column }} option={optionOf(column)} />
      ))}
      <div class="roster-next">
        <button type="button" class="button quiet-button" onClick={back}>
          {words.back}
        </button>
        <button type="button" class="button primary" onClick={next}>
          {say(words.next, { step: words.steps.doubts })}
        </button>
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly language: Language;
  readonly words: RosterWords;
  readonly column: ValueColumn;
  readonly option: FieldOption | undefined;
}

interface OpenValuesProps extends ColumnProps {
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly choose: (text: string, code: string) => void;
}

function OpenValues({ language, words, column, option, chosen, choose }: OpenValuesProps): JSX.Element {
  const open = column.values.filter(({ code }) => code === null);
  return (
    <>
      <table class="plain roster-values">
        <caption lang="zh-CN">{column.header}</caption>
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            <th scope="col" class="numeric">
              {words.count}
            </th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((value) => (
            <tr key={value.text} data-value={value.text}>
              <th scope="row" lang="zh-CN">
                {value.text || words.emptyCell}
              </th>
              <td class="numeric" data-label={words.count}>
                {value.count.toLocaleString('en-US')}
              </td>
              <td data-label={words.meaning}>
                <select
                  value={chosen[value.text] ?? ''}
                  aria-label={`${column.header} ${value.text}: ${words.meaning}`}
                  onChange={(event) => choose(value.text, event.currentTarget.value)}
                >
                  <option value="">{words.leaveUnknown}</option>
                  <Codes {...{ language, words, value, option }} />
                </select>
                {value.why && <p class="hint">{value.why[language]}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {column.more > 0 && <p class="hint">{say(words.more, { n: column.more })}</p>}
    </>
  );
}

/** The likely code first. */
function Codes({ language, words, value, option }: Omit<ColumnProps, 'column'> & { value: ValueCount }): JSX.Element {
  const codes = option?.codes ?? [];
  const likely = codes.find(({ code }) => code === value.meant);
  return (
    <>
      {likely && <option value={likely.code}>{say(words.likely, { code: likely.label[language] })}</option>}
      {codes
        .filter((code) => code !== likely)
        .map(({ code, label }) => (
          <option key={code} value={code}>
            {label[language]}
          </option>
        ))}
    </>
  );
}

function Recognised({ language, words, column, option }: ColumnProps): JSX.Element | null {
  const known = column.values.filter(({ code }) => code !== null);
  if (known.length === 0) return null;
  const meaning = (code: string | null) =>
    code === '' ? words.unknownWord : (option?.codes.find((each) => each.code === code)?.label[language] ?? code);
  return (
    <details class="roster-recognised">
      <summary>
        <Marked text={say(words.recognised, { column: column.header, n: known.length })} language={language} />
      </summary>
      <table class="plain roster-values">
        <thead>
          <tr>
            <th scope="col">{words.value}</th>
            <th scope="col" class="numeric">
              {words.count}
            </th>
            <th scope="col">{words.readAs}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ text, count, code }) => (
            <tr key={text}>
              <th scope="row" lang="zh-CN">
                {text || words.emptyCell}
              </th>
              <td class="numeric" data-label={words.count}>
                {count.toLocaleString('en-US')}
              </td>
              <td data-label={words.readAs}>{meaning(code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
