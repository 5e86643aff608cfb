import type { JSX } from 'preact';
import { Figures } from '../../calculator/Figures.tsx';
import { say } from '../../calculator/say.ts';
import type { FormulaLine } from '../../policies/formula-lines.ts';
import type { CompareWords } from '../../words/compare.ts';
import type { EntryView, LineView, OutcomeView, SectionView } from '../views.ts';
import { Clause } from './Clause.tsx';

/** Sections are open where there are few. */
const fewEntries = 8;

/** What differs in the policy itself: figures in a table, then the rules leaf by leaf. */
export function Differences({
  words,
  outcome,
}: {
  readonly words: CompareWords;
  readonly outcome: OutcomeView;
}): JSX.Element {
  const { parameters, sections, texts } = outcome;
  const count = sections.reduce((sum, each) => sum + sizeOf(each), 0);
  return (
    <>
      {parameters.length > 0 && (
        <section>
          <h3 id="parameters">{words.parameters.heading}</h3>
          <Parameters {...{ words, parameters }} />
        </section>
      )}
      <section>
        <h3 id="rule-text">{words.rules.heading}</h3>
        {count === 0 && <p class="quiet">{words.rules.none}</p>}
        {sections.map((section) => (
          <Section
            key={`${section.policy} ${section.clause} ${section.heading}`}
            {...{ words, section }}
            open={count <= fewEntries}
          />
        ))}
        {texts.length > 0 && (
          <details class="differences">
            <summary>{say(words.rules.texts, { count: texts.length })}</summary>
            <p class="hint">{words.rules.textsLead}</p>
            <p>{texts.join(words.list)}</p>
          </details>
        )}
      </section>
    </>
  );
}

const sizeOf = ({ entries, starts, ends }: SectionView): number => entries.length + starts.length + ends.length;

function Parameters({
  words,
  parameters,
}: { readonly words: CompareWords } & Pick<OutcomeView, 'parameters'>): JSX.Element {
  const own = words.parameters;
  return (
    <section class="scroll" tabindex={0} aria-labelledby="parameters">
      <table class="plain parameters">
        <thead>
          <tr>
            <th scope="col">{own.title}</th>
            <th scope="col" class="numeric">
              {own.before}
            </th>
            <th scope="col" class="numeric">
              {own.after}
            </th>
            <th scope="col">{own.days}</th>
            <th scope="col">{own.source}</th>
            <th scope="col">{own.rules}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map(({ title, before, after, days, source, rules }) => (
            <tr key={title + days}>
              <th scope="row">{title}</th>
              <Value text={before} label={own.before} />
              <Value text={after} label={own.after} />
              <td data-label={own.days}>
                <Figures text={days} />
              </td>
              <td lang="zh-CN" data-label={own.source}>
                <Whole text={source} />
              </td>
              <td data-label={own.rules}>
                <Figures text={rules} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A figure stays whole and to the right; a formula is a sentence. */
const longestFigure = 30;

function Value({ text, label }: { readonly text: string; readonly label: string }): JSX.Element {
  return (
    <td class={text.length > longestFigure ? 'formula-value' : 'numeric'} data-label={label}>
      <Figures text={text} />
    </td>
  );
}

/** A document and its clause, neither of which is broken within. */
function Whole({ text }: { readonly text: string }): JSX.Element | null {
  if (text === '') return null;
  return (
    <>
      {text.split(' ').flatMap((part, at) => [
        at === 0 ? '' : ' ',
        <span key={part} class="whole">
          {part}
        </span>,
      ])}
    </>
  );
}

function Section({
  words,
  section,
  open,
}: {
  readonly words: CompareWords;
  readonly section: SectionView;
  readonly open: boolean;
}): JSX.Element {
  const { policy, clause, heading, starts, ends, entries } = section;
  return (
    <details class="differences" open={open}>
      <summary>
        {policy !== undefined && <span class="hint">{policy} </span>}
        <Clause language={words.language} {...{ clause }} /> {heading}{' '}
        <span class="hint">{say(words.rules.count, { count: sizeOf(section) })}</span>
      </summary>
      <Titles title={words.rules.starts} titles={starts} />
      <Titles title={words.rules.ends} titles={ends} />
      {entries.map((entry) => (
        <Entry key={entry.title + entry.clause} {...{ words, entry }} />
      ))}
    </details>
  );
}

function Titles({ title, titles }: { readonly title: string; readonly titles: readonly string[] }): JSX.Element | null {
  if (titles.length === 0) return null;
  return (
    <div class="entry">
      <h4>{title}</h4>
      <ul class="titles">
        {titles.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ words, entry }: { readonly words: CompareWords; readonly entry: EntryView }): JSX.Element {
  const { title, clause, lines, rules } = entry;
  return (
    <div class="entry">
      <h4>
        {title} <Clause language={words.language} quiet behind {...{ clause }} />
      </h4>
      <dl>
        {lines.map((line, place) => (
          <Line key={place} {...{ words, line }} />
        ))}
      </dl>
      {rules !== '' && <p class="hint">{say(words.rules.touches, { list: rules })}</p>}
    </div>
  );
}

/** A formula in lines, nested as it is worked out. */
function Lines({ line: { text, isHead, of } }: { readonly line: FormulaLine }): JSX.Element {
  return (
    <>
      {isHead ? (
        <span class="hint">
          <Figures {...{ text }} />
        </span>
      ) : (
        <Figures {...{ text }} />
      )}
      {of && (
        <ul class="outline">
          {of.map((each, place) => (
            <li key={place}>
              <Lines line={each} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ words, line }: { readonly words: CompareWords; readonly line: LineView }): JSX.Element {
  const { what, before, after, note } = line;
  return (
    <div class="line">
      <dt>
        {what}
        {note !== '' && <span class="hint"> {note}</span>}
      </dt>
      {before !== undefined && (
        <dd>
          <span class="sr">{words.rules.before + words.colon}</span>
          <del>
            <Lines line={before} />
          </del>
        </dd>
      )}
      {after !== undefined && (
        <dd>
          <span class="sr">{words.rules.after + words.colon}</span>
          <ins>
            <Lines line={after} />
          </ins>
        </dd>
      )}
    </div>
  );
}
