import type { JSX } from 'preact';
import { say } from '../../../calculator/say.ts';
import type { HouseholdLine } from '../../protocol-results.ts';
import type { ResultsContext } from './results-context.ts';

interface OpenHouseholdProps extends Pick<ResultsContext, 'words' | 'text'> {
  readonly line: HouseholdLine;
  readonly open: (index: number, from: HTMLElement) => void;
}

/** Heads a household's row, by its name and number, and opens its answer. */
export function OpenHousehold({ words, text, line, open }: OpenHouseholdProps): JSX.Element {
  return (
    <button
      type="button"
      class="results-open"
      aria-label={say(words.table.open, { household: text.household(line) })}
      onClick={(event) => open(line.index, event.currentTarget)}
    >
      <span lang="zh-CN">{line.name}</span> <span class="numeric">{line.id}</span>
      {line.id === null && line.name === null && text.household(line)}
    </button>
  );
}
