import type { JSX } from 'preact';
import { type RosterWords, type StepName, steps } from '../../words/roster-in.ts';

interface StepListProps {
  readonly words: RosterWords;
  readonly step: StepName;
  /** Steps that may be gone to. */
  readonly reached: ReadonlySet<StepName>;
  readonly go: (step: StepName) => void;
}

/** Where one is, and the way back. */
export function StepList({ words, step, reached, go }: StepListProps): JSX.Element {
  return (
    <nav class="roster-steps" aria-label={words.stepsLabel}>
      <ol>
        {steps.map((each, place) => {
          const inside = (
            <>
              <span class="roster-step-number" aria-hidden="true">
                {place + 1}
              </span>
              {words.steps[each]}
            </>
          );
          return (
            <li key={each} aria-current={each === step ? 'step' : undefined}>
              {each !== step && reached.has(each) ? (
                <button type="button" class="roster-step" onClick={() => go(each)}>
                  {inside}
                </button>
              ) : (
                <span class="roster-step">{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
