import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../language.ts';
import { rosterWords } from '../../words/roster-in.ts';
import type { CommonTexts } from '../decided/common-facts.ts';
import type { CheckUp, PolicyChoice, RosterClient } from '../protocol.ts';
import type { Labels, ResultSummary } from '../protocol-results.ts';
import { Notice } from './Notice.tsx';
import { Results } from './results/Results.tsx';
import { useSlow } from './slow.ts';
import { useRequest } from './use-request.ts';
import { Working } from './Working.tsx';

interface ResultsStepProps {
  readonly language: Language;
  readonly client: RosterClient;
  readonly checkUp: CheckUp;
  readonly choice: PolicyChoice;
  /** The name of the file. */
  readonly file: string;
  /** What holds for everyone, and how it is filled in. */
  readonly common: CommonTexts;
  readonly changeCommon: (fact: string, text: string) => void;
  readonly back: () => void;
}

/** Decides the roster, and shows what came of it. */
export function ResultsStep(props: ResultsStepProps): JSX.Element {
  const { language, client, checkUp, common, changeCommon, back } = props;
  const words = rosterWords[language];
  const [decided, setDecided] = useState<{ readonly summary: ResultSummary; readonly labels: Labels }>();
  const { ask, progress, trouble, cancel } = useRequest(client);
  const isSlow = useSlow(progress !== undefined);
  // Another check-up is another roster.
  useEffect(() => setDecided(undefined), [client, checkUp, language]);
  useEffect(() => {
    let current = true;
    void ask('decide', { common }).then(async (summary) => {
      if (summary === undefined || !current) return;
      const labels = await client.ask('labels', { language });
      if (current) setDecided({ summary, labels });
    });
    return () => {
      current = false;
      cancel();
    };
  }, [client, checkUp, language, common]);
  const shown = useMemo(
    () => decided && <Results key={checkUp.rows} {...{ language, client, changeCommon, ...decided }} />,
    [decided, client, language, checkUp, changeCommon],
  );
  return (
    <section aria-labelledby="results-title" class="results">
      <h2 id="results-title" tabIndex={-1}>
        {words.steps.results}
      </h2>
      {trouble !== undefined && <Notice trouble={trouble} words={words} language={language} />}
      {progress !== undefined && (decided === undefined || isSlow) && (
        <Working progress={progress} words={words} cancel={cancel} />
      )}
      {shown}
      <div class="roster-next">
        <button type="button" class="button quiet-button" onClick={back}>
          {words.back}
        </button>
      </div>
    </section>
  );
}
