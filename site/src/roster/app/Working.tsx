import type { JSX } from 'preact';
import type { RosterWords } from '../../words/roster-in.ts';
import type { Progress } from '../../worker/messages.ts';

interface WorkingProps {
  readonly progress: Progress;
  readonly words: RosterWords;
  readonly cancel: () => void;
}

/** What is being done, how far it is, and a way out. */
export function Working({ progress, words, cancel }: WorkingProps): JSX.Element {
  const text = words.working[progress.stage];
  return (
    <div class="roster-working">
      <p role="status">{text}</p>
      {progress.done === null ? (
        <progress aria-label={text} />
      ) : (
        <progress aria-label={text} max={1} value={progress.done} />
      )}
      <button type="button" class="button quiet-button" onClick={cancel}>
        {words.cancel}
      </button>
    </div>
  );
}
