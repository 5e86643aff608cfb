import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import type { FieldFault } from '../chooser.ts';
import { grouped } from '../grouped.ts';
import type { Progress } from '../protocol.ts';

/** How far it is, and with what. */
export interface Working extends Progress {
  readonly reading: boolean;
}

interface RunProps {
  readonly words: CompareWords;
  /** Undefined while nothing is at work. */
  readonly progress: Working | undefined;
  readonly said: string;
  readonly faults: readonly FieldFault[];
  readonly failed: boolean;
  onRun(): void;
  onCancel(): void;
}

/** The button, how far it is, and what has to be corrected first. */
export function Run({ words, progress, said, faults, failed, onRun, onCancel }: RunProps): JSX.Element {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  return (
    <div class="run">
      {faults.length > 0 && (
        <div class="notice bad" role="alert" tabindex={-1} ref={summary}>
          <p>
            <strong>{say(words.form.faults, { count: faults.length })}</strong>
          </p>
          <ul>
            {faults.map(({ id, text }) => (
              <li key={id + text}>
                {id === '' ? (
                  text
                ) : (
                  <a href={`#${id}`} onClick={(event) => jump(event, id)}>
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {failed && (
        <p class="notice bad" role="alert">
          {words.page.failed}
        </p>
      )}
      <div class="run-bar">
        <button type="button" class="button primary" id="compare" onClick={onRun} disabled={progress !== undefined}>
          {words.form.compare}
        </button>
        {progress !== undefined && (
          <>
            <button type="button" class="button quiet-button" id="cancel" onClick={onCancel}>
              {words.form.cancel}
            </button>
            <Bar {...{ words, progress }} />
          </>
        )}
        <p class="said" role="status">
          {said}
        </p>
      </div>
    </div>
  );
}

function Bar({
  words,
  progress: { done, total, reading },
}: {
  readonly words: CompareWords;
  readonly progress: Working;
}): JSX.Element {
  const text =
    total === 0
      ? words.progress.loading
      : reading
        ? words.roster.reading
        : say(words.progress.comparing, { done: grouped(done), total: grouped(total) });
  return (
    <label class="progress">
      <progress {...(total > 0 && { value: done, max: total })} />
      <span>{text}</span>
    </label>
  );
}

/** The fragment of the address holds the change, so that a link must not replace it. */
function jump(event: Event, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}
