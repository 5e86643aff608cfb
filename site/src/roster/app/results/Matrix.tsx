import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import type { Answered, MatrixCell, MatrixPage } from '../../protocol-results.ts';
import { OpenHousehold } from './OpenHousehold.tsx';
import { grouped, type ResultsContext } from './results-context.ts';
import { ScrollRegion } from './ScrollRegion.tsx';

interface MatrixProps extends ResultsContext {
  readonly page: MatrixPage;
  readonly open: (index: number, from: HTMLElement) => void;
  readonly opened: number | undefined;
}

const marks: Readonly<Record<Answered, string>> = { met: '✓', unknown: '?', unmet: '✕' };

/** A row for each household of the page, a column for each policy that says something about one of them. */
export function Matrix({ page, open, opened, words, text, summary }: MatrixProps): JSX.Element {
  const clauses = new Map(summary.rules.map(({ rule, clause }) => [rule, clause]));
  return (
    <>
      <p class="hint" id="matrix-note">
        {words.matrix.note}
      </p>
      <ScrollRegion class="results-matrix" label={words.matrix.caption}>
        <table aria-describedby="matrix-note">
          <caption class="sr">{words.matrix.caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="corner">
                {words.table.household}
              </th>
              {page.rules.map((rule) => (
                <th scope="col" key={rule}>
                  <span class="results-clause" lang="zh-CN">
                    {clauses.get(rule)}
                  </span>{' '}
                  {text.rule(rule)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.lines.map((line, row) => (
              <tr key={line.index} aria-current={line.index === opened ? 'true' : undefined}>
                <th scope="row">
                  <OpenHousehold {...{ words, text, line, open }} />
                </th>
                {(page.cells[row] ?? []).map((cell, column) => (
                  <Cell key={page.rules[column]} {...{ cell, words, text }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

interface CellProps extends Pick<ResultsContext, 'words' | 'text'> {
  readonly cell: MatrixCell | null;
}

function Cell({ cell, words, text }: CellProps): JSX.Element {
  if (cell === null)
    return (
      <td>
        <span class="sr">{words.matrix.nothing}</span>
      </td>
    );
  const shown = (['met', 'unknown', 'unmet'] as const).filter((status) => cell.counts[status] > 0);
  const certain = text.certain(cell.sums);
  return (
    <td data-status={shown[0]}>
      {shown.map((status) => (
        <span key={status} data-status={status} class="results-mark">
          <span aria-hidden="true">
            {marks[status]}
            {cell.counts[status] > 1 && grouped(cell.counts[status])}
          </span>
          <span class="sr">
            {say(words.matrix.persons, { status: words.statuses[status], count: cell.counts[status] })}{' '}
          </span>
        </span>
      ))}
      {certain.length > 0 && <span class="results-cell-sum">{certain.join(' · ')}</span>}
    </td>
  );
}
