import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import { upperFirst } from '../../../calculator/upper-first.ts';
import type { HouseholdLine, HouseholdPage, HouseholdQuery, SortKey } from '../../protocol-results.ts';
import { OpenHousehold } from './OpenHousehold.tsx';
import { grouped, type ResultsContext } from './results-context.ts';
import { ScrollRegion } from './ScrollRegion.tsx';

interface HouseholdTableProps extends ResultsContext {
  readonly page: HouseholdPage;
  readonly sort: (sort: HouseholdQuery['sort']) => void;
  readonly open: (index: number, from: HTMLElement) => void;
  readonly opened: number | undefined;
}

interface Column {
  readonly name: string;
  readonly label: string;
  readonly sort?: SortKey;
  readonly numeric?: true;
  readonly chinese?: true;
  readonly cell: (line: HouseholdLine) => JSX.Element | readonly JSX.Element[] | string | number;
}

/** A line a household: who, what is certain, how many of each answer. Headers sort. */
export function HouseholdTable({ page, sort, open, opened, ...context }: HouseholdTableProps): JSX.Element {
  const { words, query, text } = context;
  const columns = columnsOf(context);
  return (
    <ScrollRegion class="scroll" label={words.table.caption}>
      <table class="plain results-table">
        <caption class="sr">{words.table.caption}</caption>
        <thead>
          <tr>
            <Header
              {...{ words, query, sort }}
              column={{ name: 'household', label: words.table.household, sort: 'id' }}
            />
            {columns.map((column) => (
              <Header key={column.name} {...{ words, query, sort, column }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <tr key={line.index} data-index={line.index} aria-current={line.index === opened ? 'true' : undefined}>
              <th scope="row">
                <OpenHousehold {...{ words, text, line, open }} />
              </th>
              {columns.map(({ name, numeric, chinese, cell, label }) => (
                <td
                  key={name}
                  class={numeric ? 'numeric' : undefined}
                  lang={chinese ? 'zh-CN' : undefined}
                  data-label={label}
                  data-column={name}
                >
                  {cell(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function columnsOf({ words, summary, text }: ResultsContext): readonly Column[] {
  const { table, statuses } = words;
  const several = (values: readonly (string | null)[]): boolean => values.some((value) => value !== null);
  return [
    {
      name: 'amount',
      label: table.amount,
      sort: 'amount',
      numeric: true,
      cell: ({ sums }) => {
        const certain = text.certain(sums);
        return certain.length === 0
          ? '—'
          : certain.map((sum) => (
              <span key={sum} class="results-sum">
                {sum}
              </span>
            ));
      },
    },
    ...(['met', 'unknown', 'unmet'] as const).map((status) => ({
      name: status,
      label: statuses[status],
      sort: status,
      numeric: true as const,
      cell: ({ counts }: HouseholdLine) => (
        <span data-status={counts[status] === 0 ? undefined : status}>{grouped(counts[status])}</span>
      ),
    })),
    ...(summary.persons > 0
      ? [
          {
            name: 'members',
            label: table.members,
            sort: 'members' as const,
            numeric: true as const,
            cell: ({ members }: HouseholdLine) => members,
          },
        ]
      : []),
    ...(several(summary.types)
      ? [
          {
            name: 'type',
            label: table.type,
            sort: 'type' as const,
            cell: ({ type }: HouseholdLine) => (type === null ? '—' : upperFirst(text.type(type))),
          },
        ]
      : []),
    ...(several(summary.villages)
      ? [
          {
            name: 'village',
            label: table.village,
            sort: 'village' as const,
            chinese: true as const,
            cell: ({ village }: HouseholdLine) => village ?? '—',
          },
        ]
      : []),
    ...(several(summary.groups)
      ? [
          {
            name: 'group',
            label: table.group,
            chinese: true as const,
            cell: ({ group }: HouseholdLine) => group ?? '—',
          },
        ]
      : []),
    { name: 'row', label: table.row, sort: 'file', numeric: true, cell: ({ row }) => row },
  ];
}

interface HeaderProps extends Pick<HouseholdTableProps, 'words' | 'query' | 'sort'> {
  readonly column: Omit<Column, 'cell'>;
}

/** Sorts by its column; a second click turns the order round. Numbers begin with the largest. */
function Header({ words, query, sort, column }: HeaderProps): JSX.Element {
  const { label, numeric, sort: by } = column;
  const isSorted = by !== undefined && query.sort.by === by;
  const { descending } = query.sort;
  if (by === undefined) return <th scope="col">{label}</th>;
  return (
    <th
      scope="col"
      class={numeric ? 'numeric' : undefined}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="results-sort"
        title={say(words.table.sort, { column: label })}
        onClick={() => sort({ by, descending: isSorted ? !descending : numeric === true && by !== 'file' })}
      >
        {label}
        <span aria-hidden="true">{isSorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
