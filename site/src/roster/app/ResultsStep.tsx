import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../language.ts';
import { rosterWords } from '../../words/roster-in.ts';
import type { CheckUp, PolicyChoice, RosterClient } from '../protocol.ts';
import type { Labels, ResultSummary } from '../protocol-results.ts';
import { Notice } from './Notice.tsx';
import { Results } from './results/Results.tsx';
import { useRequest } from './use-request.ts';
import { Working } from './Working.tsx';

interface ResultsStepProps {
  readonly language: Language;
  readonly client: RosterClient;
  readonly checkUp: CheckUp;
  readonly choice: PolicyChoice;
  /** The name of the file. */
  readonly file: string;
  readonly back: () => void;
}

/** Decides the roster, and shows what came of it. */
export function ResultsStep({ language, client, checkUp, back }: ResultsStepProps): JSX.Element {
  const words = rosterWords[language];
  const [decided, setDecided] = useState<{ readonly summary: ResultSummary; readonly labels: Labels }>();
  const { ask, progress, trouble, cancel } = useRequest(client);
  // Another check-up is another roster.
  useEffect(() => {
    let current = true;
    setDecided(undefined);
    void ask('decide', {}).then(async (summary) => {
      if (summary === undefined || !current) return;
      const labels = await client.ask('labels', { language });
      if (current) setDecided({ summary, labels });
    });
    return () => {
      current = false;
      cancel();
    };
  }, [client, checkUp, language]);
  const shown = useMemo(
    () => decided && <Results key={checkUp.rows} {...{ language, client, ...decided }} />,
    [decided, client, language, checkUp],
  );
  return (
    <section aria-labelledby="results-title" class="results">
      <h2 id="results-title" tabIndex={-1}>
        {words.steps.results}
      </h2>
      {trouble !== undefined && <Notice trouble={trouble} words={words} language={language} />}
      {progress !== undefined && <Working progress={progress} words={words} cancel={cancel} />}
      {shown}
      <div class="roster-next">
        <button type="button" class="button quiet-button" onClick={back}>
          {words.back}
        </button>
      </div>
    </section>
  );
}
