import type { JSX } from 'preact';
import { chineseRuns } from '../../chinese-runs.ts';
import type { Language } from '../../language.ts';

interface MarkedProps {
  readonly text: string;
  readonly language: Language;
}

/** A sentence that may name something of the file: what is Chinese in an English one says so. */
export function Marked({ text, language }: MarkedProps): JSX.Element {
  if (language === 'zh') return <>{text}</>;
  return (
    <>
      {chineseRuns(text).map((run, place) =>
        run.chinese ? (
          <span lang="zh-CN" key={place}>
            {run.text}
          </span>
        ) : (
          run.text
        ),
      )}
    </>
  );
}
