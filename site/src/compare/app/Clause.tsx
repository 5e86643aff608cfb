import type { JSX } from 'preact';
import type { Language } from '../../language.ts';
import { isNumeral } from '../../policies/is-part.ts';

interface ClauseProps {
  readonly clause: string;
  readonly language: Language;
  readonly quiet?: boolean;
  /** Behind the name of what it is the clause of. */
  readonly behind?: boolean;
}

/** The number of a clause, on one line. A lone 一 would be read as a dash, in Chinese where it stands behind a name: it says what it is. */
export function Clause({ clause, language, quiet = false, behind = false }: ClauseProps): JSX.Element {
  const part = language === 'en' ? 'Part ' : behind ? '条款 ' : '';
  return (
    <span class={quiet ? 'hint whole' : 'whole'}>
      {isNumeral(clause) && part}
      <span lang="zh-CN">{clause}</span>
    </span>
  );
}
