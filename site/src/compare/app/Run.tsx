import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Figures } from '../../calculator/Figures.tsx';
import { say } from '../../calculator/say.ts';
import type { CompareWords } from '../../words/compare.ts';
import type { Progress } from '../../worker/messages.ts';
import type { FieldFault } from '../chooser.ts';

interface RunProps {
  readonly words: CompareWords;
  /** Undefined while nothing is at work. */
  readonly progress: Progress | undefined;
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
            {faults.map(({ id, field, text }) => {
              const told = field === undefined ? text : field + words.colon + text;
              return (
                <li key={id + text}>
                  {id === '' ? (
                    told
                  ) : (
                    <a href={`#${id}`} onClick={(event) => jump(event, id)}>
                      {told}
                    </a>
                  )}
                </li>
              );
            })}
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
          <Figures text={said} />
        </p>
      </div>
    </div>
  );
}

function Bar({
  words,
  progress: { stage, done },
}: {
  readonly words: CompareWords;
  readonly progress: Progress;
}): JSX.Element {
  const { comparing, loading, reading } = words.progress;
  const text =
    done === null ? loading : say(stage === 'decide' ? comparing : reading, { percent: Math.round(done * 100) });
  return (
    <label class="progress">
      <progress {...(done !== null && { value: done, max: 1 })} />
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
