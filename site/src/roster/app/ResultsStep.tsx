import type { JSX } from 'preact';
import type { Language } from '../../language.ts';
import type { RosterClient } from '../client.ts';
import type { CheckUp, PolicyChoice } from '../protocol.ts';

interface ResultsStepProps {
  readonly language: Language;
  readonly client: RosterClient;
  readonly checkUp: CheckUp;
  readonly choice: PolicyChoice;
  /** The name of the file. */
  readonly file: string;
  readonly back: () => void;
}

export function ResultsStep({ checkUp }: ResultsStepProps): JSX.Element {
  return <h2 tabIndex={-1}>{checkUp.households}</h2>;
}
