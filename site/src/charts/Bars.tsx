import type { JSX } from 'preact';

/** A bar, or two bars of one thing: what there was and what there is. */
export interface Bar {
  readonly label: string;
  /** The label is Chinese whatever the language of the page. */
  readonly chinese?: boolean;
  /** Where it stands, as the document prints it. */
  readonly clause?: string;
  readonly value: number;
  /** The value as it is read, with its unit. */
  readonly shown: string;
}

interface BarsProps {
  /** What the bars count; the name of the figure and of its table. */
  readonly title: string;
  readonly labelColumn: string;
  readonly valueColumn: string;
  readonly bars: readonly Bar[];
  /** Said where there is nothing to show. */
  readonly empty: string;
}

/**
 * Horizontal bars that are a table: each row says its label and value in words, the bar beside them only shows the
 * size. Screen readers and paper need nothing else.
 */
export function Bars({ title, labelColumn, valueColumn, bars, empty }: BarsProps): JSX.Element {
  const most = Math.max(0, ...bars.map(({ value }) => Math.abs(value)));
  if (bars.length === 0 || most === 0) return <p class="empty">{empty}</p>;
  return (
    <table class="bars">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{labelColumn}</th>
          <td aria-hidden="true" />
          <th scope="col" class="numeric">
            {valueColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, chinese, clause, value, shown }) => (
          <tr key={label + clause}>
            <th scope="row" lang={chinese ? 'zh-CN' : undefined}>
              {label}
              {clause !== undefined && (
                <>
                  {' '}
                  <span lang="zh-CN" class="whole">
                    {clause}
                  </span>
                </>
              )}
            </th>
            <td class="bars-track" aria-hidden="true">
              <svg viewBox="0 0 100 8" preserveAspectRatio="none">
                <title>{shown}</title>
                <rect width={(Math.abs(value) / most) * 100} height="8" class={value < 0 ? 'falls' : 'rises'} />
              </svg>
            </td>
            <td class="numeric">{shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
