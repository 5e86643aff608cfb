import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CompareWords } from '../../words/compare.ts';

interface CopyButtonProps {
  readonly words: CompareWords;
  readonly text: string;
  readonly label: string;
}

/** Copies a text, and says whether it did. */
export function CopyButton({ words, text, label }: CopyButtonProps): JSX.Element {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.outcome.copied);
    } catch {
      setSaid(words.outcome.notCopied);
    }
  };
  return (
    <span class="copy">
      <button type="button" class="button quiet-button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" class="hint">
        {said}
      </span>
    </span>
  );
}
