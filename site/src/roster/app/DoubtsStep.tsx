import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import type { CheckUp, ProblemFilter, ProblemKind, ProblemPage, RosterClient } from '../protocol.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { saveFile } from './save-file.ts';

interface DoubtsStepProps {
  readonly language: Language;
  readonly words: RosterWords;
  readonly client: RosterClient;
  readonly checkUp: CheckUp;
  readonly back: () => void;
  readonly next: () => void;
}

/** Rows that are shown at a time. */
const limit = 200;
const kinds: readonly ProblemKind[] = ['error', 'doubt', 'hint'];
const grouped = (number: number): string => number.toLocaleString('en-US');

/** What is wrong or doubtful in the file; the rest goes on. */
export function DoubtsStep({ language, words, client, checkUp, back, next }: DoubtsStepProps): JSX.Element {
  const [filter, setFilter] = useState<ProblemFilter>({});
  const [offset, setOffset] = useState(0);
  const [page, setPage] = useState<ProblemPage>();
  useEffect(() => {
    let current = true;
    void client.ask('problems', { filter, offset, limit }).then((found) => {
      if (current) setPage(found);
    });
    return () => {
      current = false;
    };
  }, [client, filter, offset, checkUp]);

  const { counts, codes } = checkUp;
  const all = counts.error + counts.doubt + counts.hint;
  const narrow = (changed: ProblemFilter) => {
    setFilter(changed);
    setOffset(0);
  };
  const ofKind = codes.filter(({ kind }) => filter.kind === undefined || kind === filter.kind);
  const lead = checkUp.layout === 'person' ? words.doubtsLead : words.doubtsLeadHouseholds;
  const total = page?.total ?? 0;
  return (
    <section aria-labelledby="doubts-title">
      <h2 id="doubts-title" tabIndex={-1}>
        {words.steps.doubts}
      </h2>
      <p class="roster-facts">
        {say(lead, {
          rows: grouped(checkUp.rows),
          households: grouped(checkUp.households),
          persons: grouped(checkUp.persons),
        })}
        {checkUp.rowsLeftOut > 0 && say(words.leftOut, { n: grouped(checkUp.rowsLeftOut) })}
      </p>
      {all === 0 ? (
        <p>{words.noProblems}</p>
      ) : (
        <>
          <ul class="roster-kinds">
            {kinds.map((kind) => (
              <li key={kind} data-kind={kind}>
                <strong>{grouped(counts[kind])}</strong>{' '}
                <span>
                  {(counts[kind] === 1 ? words.kind : words.kinds)[kind]}{' '}
                  <span class="hint">{words.kindNotes[kind]}</span>
                </span>
              </li>
            ))}
          </ul>
          <div class="roster-bar">
            <label>
              {words.kindFilter}{' '}
              <select
                id="problem-kind"
                value={filter.kind ?? ''}
                onChange={(event) => narrow(kindFilter(event.currentTarget.value))}
              >
                <option value="">{`${words.kinds.all} (${grouped(all)})`}</option>
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>{`${words.kinds[kind]} (${grouped(counts[kind])})`}</option>
                ))}
              </select>
            </label>
            <label>
              {words.codeFilter}{' '}
              <select
                id="problem-code"
                value={filter.code ?? ''}
                onChange={(event) => narrow(codeFilter(filter, event.currentTarget.value))}
              >
                <option value="">{words.allCodes}</option>
                {ofKind.map(({ kind, code, title, count }) => (
                  <option key={`${kind} ${code}`} value={code}>{`${title[language]} (${grouped(count)})`}</option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="button"
              onClick={async () => saveFile(await client.ask('problemsFile', { filter, language }), words.downloadName)}
            >
              {words.download}
            </button>
          </div>
          {/MicroMessenger/i.test(navigator.userAgent) && <p class="notice roster-notice">{words.weChat}</p>}
          {page && total === 0 && <p role="status">{words.noneOfKind}</p>}
          {page && total > 0 && (
            <>
              <p class="hint" role="status">
                {say(words.shown, {
                  from: grouped(page.offset + 1),
                  to: grouped(page.offset + page.problems.length),
                  total: grouped(total),
                })}
              </p>
              <ProblemTable {...{ language, words }} problems={page.problems} />
              {total > limit && (
                <div class="roster-pages">
                  <button
                    type="button"
                    class="button quiet-button"
                    disabled={offset === 0}
                    onClick={() => setOffset(offset - limit)}
                  >
                    {words.earlier}
                  </button>
                  <button
                    type="button"
                    class="button quiet-button"
                    disabled={offset + limit >= total}
                    onClick={() => setOffset(offset + limit)}
                  >
                    {words.later}
                  </button>
                </div>
              )}
            </>
          )}
        </>
      )}
      {checkUp.households === 0 && <p class="notice bad roster-notice">{words.nobody}</p>}
      <div class="roster-next">
        <button type="button" class="button quiet-button" onClick={back}>
          {words.back}
        </button>
        {checkUp.households > 0 && (
          <button type="button" class="button primary" onClick={next}>
            {words.toResults}
          </button>
        )}
      </div>
    </section>
  );
}

const kindFilter = (kind: string): ProblemFilter => (kind === '' ? {} : { kind: kind as ProblemKind });

const codeFilter = ({ kind }: ProblemFilter, code: string): ProblemFilter => ({
  ...(kind !== undefined && { kind }),
  ...(code !== '' && { code }),
});
