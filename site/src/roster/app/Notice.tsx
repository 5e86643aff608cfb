import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../language.ts';
import type { RosterWords } from '../../words/roster-in.ts';
import { Marked } from './Marked.tsx';
import type { Trouble } from './use-request.ts';

interface NoticeProps {
  readonly trouble: Trouble;
  readonly words: RosterWords;
  readonly language: Language;
}

/** Why there is no answer. Takes the focus, so that it is read wherever one was. */
export function Notice({ trouble, words, language }: NoticeProps): JSX.Element {
  const stop = language === 'zh' ? '。' : '.';
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [trouble]);
  if (trouble === 'cancelled')
    return (
      <div class="notice roster-notice" role="alert" tabIndex={-1} ref={box}>
        <p>{words.cancelled}</p>
      </div>
    );
  return (
    <div class="notice bad roster-notice" role="alert" tabIndex={-1} ref={box}>
      {trouble === 'failed' ? (
        <p>{words.failed}</p>
      ) : (
        <>
          <p>
            <strong>{words.refused}</strong>
          </p>
          <ul>
            {trouble.refused.map((sentence) => (
              <li key={sentence.en}>
                <Marked text={sentence[language] + stop} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
