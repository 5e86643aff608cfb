import type { JSX } from 'preact';
import { Figures } from '../calculator/Figures.tsx';

interface SumListProps {
  readonly sums: readonly string[];
  /** What stands between two of them. */
  readonly mark: string;
}

/** Sums one after the other: a line ends between two of them, and each keeps the mark behind it. */
export function SumList({ sums, mark }: SumListProps): JSX.Element {
  const [close, space] = [mark.trimEnd(), mark.endsWith(' ') ? ' ' : ''];
  return (
    <>
      {sums.map((sum, at) => [
        at > 0 && space,
        <span class="phrase" key={sum}>
          <Figures text={at < sums.length - 1 ? sum + close : sum} />
        </span>,
      ])}
    </>
  );
}
