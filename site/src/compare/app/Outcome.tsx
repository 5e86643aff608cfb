import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Figures } from '../../calculator/Figures.tsx';
import { say } from '../../calculator/say.ts';
import { Bars } from '../../charts/Bars.tsx';
import type { CompareWords } from '../../words/compare.ts';
import { grouped } from '../grouped.ts';
import type { CompareClient, HeldRoster } from '../protocol.ts';
import type { BarsView, OutcomeView } from '../views.ts';
import { AffectedTable } from './AffectedTable.tsx';
import { Boundaries } from './Boundaries.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Differences } from './Differences.tsx';
import { DraftFile } from './DraftFile.tsx';
import { Numbers } from './Numbers.tsx';

interface OutcomeProps {
  readonly words: CompareWords;
  readonly client: CompareClient;
  readonly outcome: OutcomeView;
  readonly roster: HeldRoster | undefined;
  readonly link: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What a comparison comes to: four numbers, then who, then why. */
export function Outcome({ words, client, outcome, roster, link, heading }: OutcomeProps): JSX.Element {
  const { title, before, after, reasons, bars, counts, draft } = outcome;
  const affected = Object.entries(counts).reduce(
    (sum, [kind, { households }]) => sum + (kind === 'same' ? 0 : households),
    0,
  );
  return (
    <section class="outcome" aria-labelledby="outcome-title">
      <h2 id="outcome-title" tabindex={-1} ref={heading}>
        {words.outcome.heading}
      </h2>
      <p class="outcome-of">{title}</p>
      <dl class="outcome-sides">
        <div>
          <dt>{words.outcome.from}</dt>
          <dd>
            <Figures text={before} />
          </dd>
        </div>
        <div>
          <dt>{words.outcome.to}</dt>
          <dd>
            <Figures text={after} />
          </dd>
        </div>
      </dl>
      <RosterNotes {...{ words, roster }} />
      <Numbers {...{ words, outcome }} />
      {reasons.length > 0 && (
        <section class="notice reasons">
          <h3 id="reasons">{words.outcome.why}</h3>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      {bars.length > 0 && (
        <section>
          <h3 id="measures">{words.outcome.measures}</h3>
          <div class="measures">
            {bars.map((each) => (
              <FoldedBars key={each.title} {...{ words }} view={each} />
            ))}
          </div>
        </section>
      )}
      {affected > 0 && <AffectedTable {...{ words, client, counts }} total={affected} />}
      {outcome.provisions.changed > 0 && <Boundaries {...{ words, client }} atOnce={outcome.boundariesAtOnce} />}
      <Differences {...{ words, outcome }} />
      {draft !== undefined && <DraftFile {...{ words, draft }} policy={before.split(' ')[0] ?? ''} />}
      <section class="outcome-link">
        <h3 id="outcome-link">{words.outcome.link}</h3>
        <section class="link-text" tabindex={0} aria-labelledby="outcome-link">
          {link}
        </section>
        <CopyButton {...{ words }} text={link} label={words.outcome.copy} />
      </section>
    </section>
  );
}

function RosterNotes({ words, roster }: Pick<OutcomeProps, 'words' | 'roster'>): JSX.Element | null {
  if (roster === undefined) return null;
  const { name, synthetic, households, persons, problems, notes } = roster;
  const held = say(words.roster.held, {
    name: synthetic ? words.roster.synthetic : name,
    households: grouped(households),
    persons: grouped(persons),
  });
  const told = problems > 0 ? [say(words.roster.problems, { count: grouped(problems) })] : [];
  return (
    <ul class="hint roster-notes">
      {[held, ...told, ...notes.map((note) => note[words.language])].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const most = 8;

function FoldedBars({ words, view }: { readonly words: CompareWords; readonly view: BarsView }): JSX.Element {
  const [all, setAll] = useState(view.bars.length <= most + 2);
  return (
    <div class="measure">
      <Bars {...view} bars={all ? view.bars : view.bars.slice(0, most)} empty={words.outcome.noBars} />
      {!all && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          {say(words.outcome.all, { count: view.bars.length })}
          <span class="sr">{words.colon + view.title}</span>
        </button>
      )}
    </div>
  );
}
