import type { HouseholdKind } from '@jingzhun/rules/impact';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Figures } from '../../calculator/Figures.tsx';
import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import { grouped } from '../grouped.ts';
import type { CompareClient } from '../protocol.ts';
import type { AffectedPage, AffectedRow, OutcomeView } from '../views.ts';
import { Clause } from './Clause.tsx';

interface AffectedTableProps {
  readonly words: CompareWords;
  readonly client: CompareClient;
  readonly counts: OutcomeView['counts'];
  readonly total: number;
}

const limit = 20;
const kinds = ['gains', 'loses', 'mixed', 'unknown', 'other'] as const satisfies readonly HouseholdKind[];

/** Who is affected, page by page, each with the clause that did it. */
export function AffectedTable({ words, client, counts, total }: AffectedTableProps): JSX.Element {
  const own = words.affected;
  const [kind, setKind] = useState<HouseholdKind>();
  const [offset, setOffset] = useState(0);
  // With the place that it is of: the next one comes a little after it is asked for.
  const [page, setPage] = useState<AffectedPage & { readonly from: number }>();
  useEffect(() => {
    let current = true;
    client.ask('affected', { kind, offset, limit }).then((found) => {
      if (current) setPage({ ...found, from: offset });
    });
    return () => {
      current = false;
    };
  }, [client, kind, offset]);
  const place = say(own.place, {
    from: grouped((page?.from ?? 0) + 1),
    to: grouped(Math.min((page?.from ?? 0) + limit, page?.total ?? total)),
    total: grouped(page?.total ?? total),
  });
  return (
    <section>
      <h3 id="affected">{own.heading}</h3>
      <p class="hint">{own.local}</p>
      <div class="field affected-kind">
        <label for="affected-kind">{own.show}</label>
        <select
          id="affected-kind"
          onChange={({ currentTarget }) => {
            setKind((currentTarget.value || undefined) as HouseholdKind | undefined);
            setOffset(0);
          }}
        >
          <option value="">{own.every + say(words.bracket, { of: grouped(total) })}</option>
          {kinds.map((each) =>
            counts[each].households === 0 ? null : (
              <option key={each} value={each}>
                {own.kinds[each] + say(words.bracket, { of: grouped(counts[each].households) })}
              </option>
            ),
          )}
        </select>
      </div>
      <section class="scroll" tabindex={0} aria-labelledby="affected">
        <table class="plain affected">
          <thead>
            <tr>
              <th scope="col" class="numeric">
                {own.row}
              </th>
              <th scope="col">{own.who}</th>
              <th scope="col">{own.village}</th>
              <th scope="col">{own.type}</th>
              <th scope="col">{own.result}</th>
              <th scope="col" class="numeric">
                {own.money}
              </th>
              <th scope="col">{own.cause}</th>
            </tr>
          </thead>
          <tbody>
            {page?.rows.map((row) => (
              <Row key={row.row} {...{ words, row }} />
            ))}
          </tbody>
        </table>
      </section>
      <div class="pages">
        <button
          type="button"
          class="button quiet-button"
          disabled={offset === 0}
          onClick={() => setOffset(offset - limit)}
        >
          {own.previous}
        </button>
        <p role="status">{place}</p>
        <button
          type="button"
          class="button quiet-button"
          disabled={offset + limit >= (page?.total ?? 0)}
          onClick={() => setOffset(offset + limit)}
        >
          {own.next}
        </button>
      </div>
    </section>
  );
}

function Row({ words, row }: { readonly words: CompareWords; readonly row: AffectedRow }): JSX.Element {
  const { who, village, type, kind, money, findings } = row;
  return (
    <tr>
      <th scope="row" class="numeric" data-label={words.affected.row}>
        {row.row}
      </th>
      <td lang="zh-CN">{who}</td>
      <td lang="zh-CN">{village}</td>
      <td>{type}</td>
      <td>{kind}</td>
      <td class="numeric">
        {money.length === 0 ? <span class="dash">—</span> : money.map((sum) => <div key={sum}>{sum}</div>)}
      </td>
      <td>
        <Findings {...{ words }} findings={findings.slice(0, few)} />
        {findings.length > few && <More {...{ words }} findings={findings.slice(few)} />}
      </td>
    </tr>
  );
}

/** As many as are read at a glance. */
const few = 3;

/** The others are made when they are looked at: of some comparisons there are dozens for each household. */
function More({ words, findings }: FindingsProps): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(words.affected.more, { count: findings.length })}</summary>
      {open && <Findings {...{ words, findings }} />}
    </details>
  );
}

interface FindingsProps extends Pick<AffectedRow, 'findings'> {
  readonly words: CompareWords;
}

function Findings({ words, findings }: FindingsProps): JSX.Element {
  return (
    <ul>
      {findings.map(({ title, clause, text }) => (
        <li key={title + text}>
          {title} <Clause language={words.language} behind {...{ clause }} />
          {words.colon}
          <span class="quiet">
            <Figures text={text} />
          </span>
        </li>
      ))}
    </ul>
  );
}
