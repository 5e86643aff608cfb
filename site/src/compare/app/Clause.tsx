import type { JSX } from 'preact';
import type { Language } from '../../language.ts';
import { isPart } from '../../policies/is-part.ts';

interface ClauseProps {
  readonly clause: string;
  readonly language: Language;
  readonly quiet?: boolean;
}

/** The number of a clause, on one line. In English a lone 一 would be read as a dash: it says what it is. */
export function Clause({ clause, language, quiet = false }: ClauseProps): JSX.Element {
  return (
    <span class={quiet ? 'hint whole' : 'whole'}>
      {isPart(clause, language) && 'Part '}
      <span lang="zh-CN">{clause}</span>
    </span>
  );
}
