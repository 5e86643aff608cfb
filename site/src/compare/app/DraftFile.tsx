import type { JSX } from 'preact';
import type { CompareWords } from '../../words/compare.ts';
import { CopyButton } from './CopyButton.tsx';

interface DraftFileProps {
  readonly words: CompareWords;
  readonly draft: string;
  readonly policy: string;
}

/** The change as the file that a policy team reviews. */
export function DraftFile({ words, draft, policy }: DraftFileProps): JSX.Element {
  const own = words.draft;
  const download = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([draft], { type: 'application/yaml' }));
    link.download = 'draft.yaml';
    link.click();
    // The browser has taken the file over by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <section>
      <h3 id="draft">{own.heading}</h3>
      <p class="hint">{own.lead}</p>
      <section class="code" tabindex={0} aria-labelledby="draft">
        <pre>{draft}</pre>
      </section>
      <p class="draft-buttons">
        <button type="button" class="button" id="download" onClick={download}>
          {own.download}
        </button>
        <CopyButton {...{ words }} text={draft} label={own.copy} />
      </p>
      <p class="hint">{own.inBrowser}</p>
      <p class="hint">{own.next}</p>
      <section class="code" tabindex={0} aria-label={own.next}>
        <pre>{['check', 'compare', 'release'].map((command) => `jingzhun ${commandFor(command, policy)}\n`)}</pre>
      </section>
    </section>
  );
}

const commandFor = (command: string, policy: string): string =>
  command === 'compare' ? `compare ${policy} draft` : `${command} ${policy}`;
