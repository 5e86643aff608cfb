import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../calculator/say.ts';
import type { HouseholdQuery, PageQuery } from '../../protocol-results.ts';
import { HouseholdPanel } from './HouseholdPanel.tsx';
import { HouseholdTable } from './HouseholdTable.tsx';
import { Matrix } from './Matrix.tsx';
import { Pager } from './Pager.tsx';
import { grouped, type ResultsContext } from './results-context.ts';
import { useAnswer } from './use-answer.ts';

interface HouseholdsProps extends ResultsContext {
  readonly change: (query: HouseholdQuery) => void;
  /** Policies by household, instead of the list. */
  readonly matrix: boolean;
}

const limit = 50;

/** The households that the filter lets through, page by page, and one of them in full. */
export function Households({ change, matrix, ...context }: HouseholdsProps): JSX.Element {
  const { words, query, names, text } = context;
  const [offset, setOffset] = useState(0);
  const [opened, setOpened] = useState<number>();
  const opener = useRef<HTMLElement | null>(null);
  const top = useRef<HTMLParagraphElement>(null);
  const asked: PageQuery = { ...query, offset, limit, names };
  const page = useAnswer(context, matrix ? 'matrix' : 'page', asked);
  const key = JSON.stringify(query);
  // Another choice of households begins at its first page.
  useEffect(() => setOffset(0), [key]);
  const open = (index: number, from: HTMLElement) => {
    opener.current = from;
    setOpened(index);
  };
  const close = () => {
    setOpened(undefined);
    // A row that was filtered away in the meantime cannot take the focus back.
    if (opener.current?.isConnected) opener.current.focus();
    else top.current?.focus();
  };
  const turn = (to: number) => {
    setOffset(to);
    top.current?.focus();
  };
  const total = page?.total ?? 0;
  return (
    <>
      <p class="hint results-count" role="status" tabIndex={-1} ref={top}>
        {page && total === 0 && words.table.empty}
        {page &&
          total > 0 &&
          say(words.table.shown, {
            from: grouped(page.offset + 1),
            to: grouped(page.offset + page.lines.length),
            total: grouped(total),
          })}
      </p>
      <div class="results-split" data-open={opened === undefined ? undefined : ''}>
        <div class="results-list">
          {page && total > 0 && matrix && 'cells' in page && (
            <Matrix {...context} page={page} open={open} opened={opened} />
          )}
          {page && total > 0 && !matrix && (
            <HouseholdTable
              {...context}
              page={page}
              open={open}
              opened={opened}
              sort={(sort) => change({ ...query, sort })}
            />
          )}
          <Pager {...{ words, offset, limit, total, turn }} />
        </div>
        {opened !== undefined && (
          <HouseholdPanel {...context} index={opened} close={close} nameOf={(line) => text.household(line)} />
        )}
      </div>
    </>
  );
}
