import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Figures } from '../../calculator/Figures.tsx';
import type { CompareWords } from '../../words/compare.ts';
import type { CompareClient } from '../protocol.ts';
import type { BoundaryView } from '../views.ts';
import { Clause } from './Clause.tsx';

interface BoundariesProps {
  readonly words: CompareWords;
  readonly client: CompareClient;
  /** Few enough that they are there in no time. */
  readonly atOnce: boolean;
}

/** Made-up cases on both sides of every line that was moved. */
export function Boundaries({ words, client, atOnce }: BoundariesProps): JSX.Element {
  const own = words.boundaries;
  const [tables, setTables] = useState<readonly BoundaryView[]>();
  const [making, setMaking] = useState(atOnce);
  const make = async (): Promise<void> => {
    setMaking(true);
    setTables(await client.ask('boundaries', {}));
    setMaking(false);
  };
  useEffect(() => {
    if (atOnce) void make();
  }, []);
  return (
    <section>
      <h3 id="boundaries">{own.heading}</h3>
      <p class="hint">{own.lead}</p>
      {tables === undefined && !atOnce && (
        <button type="button" class="button quiet-button" disabled={making} onClick={() => void make()}>
          {own.make}
        </button>
      )}
      <p role="status" class="hint">
        {making ? own.making : tables?.length === 0 ? own.none : ''}
      </p>
      <div class="boundaries">
        {tables?.map((table) => (
          <Table key={table.title + table.fact} {...{ words, table }} />
        ))}
      </div>
    </section>
  );
}

function Table({ words, table }: { readonly words: CompareWords; readonly table: BoundaryView }): JSX.Element {
  const own = words.boundaries;
  const { title, clause, fact, rows } = table;
  return (
    <table class="plain">
      <caption>
        {title} <Clause language={words.language} behind {...{ clause }} />
        {words.colon}
        {fact ?? own.single}
      </caption>
      <thead>
        <tr>
          {fact !== undefined && <th scope="col">{own.value}</th>}
          <th scope="col">{own.before}</th>
          <th scope="col">{own.after}</th>
          <th scope="col">{own.result}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, before, after, result }) => (
          <tr key={value}>
            {fact !== undefined && (
              <th scope="row">
                <Figures text={value} />
              </th>
            )}
            <td data-label={own.before}>
              <Figures text={before} />
            </td>
            <td data-label={own.after}>
              <Figures text={after} />
            </td>
            <td data-label={own.result}>{result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
