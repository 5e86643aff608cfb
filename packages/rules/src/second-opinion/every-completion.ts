export interface Answer {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Fen, or whole units where the measure says so. Null: an amount that is not known. Left out: the measure names none. */
  readonly amount?: number | null;
  /** A no because the measure does not speak of the subject at all; `perhaps`: in some completions only. */
  readonly outside?: true | 'perhaps';
}

export const no: Answer = { answer: 'no' };
export const outside: Answer = { answer: 'no', outside: true };
/** For what is to be done by a day that has not come. */
export const notYetDue: Answer = { answer: 'unknown' };

/** Granted; with an amount where the measure names one, which may itself be unknown. */
export function yes(amount?: number | null): Answer {
  return amount === undefined ? { answer: 'yes' } : { answer: 'yes', amount };
}

/** Gives one of the values that a missing fact may have. The same key gets the same value until the question is over. */
export type Suppose = <T>(key: string, values: readonly T[]) => T;

/**
 * Asks the question once for every way in which the facts it misses can come out. What all of them answer is the answer;
 * where two of them differ, it is unknown. This is slow and plain: no reasoning about the unknown, only trying.
 */
export function overEveryCompletion(question: (suppose: Suppose) => Answer): Answer {
  const chosen: { key: string; values: readonly unknown[]; place: number }[] = [];
  const answers: Answer[] = [];
  for (;;) {
    answers.push(
      question((key, values) => {
        let choice = chosen.find((each) => each.key === key);
        if (choice === undefined) {
          choice = { key, values, place: 0 };
          chosen.push(choice);
        }
        return choice.values[choice.place] as (typeof values)[number];
      }),
    );
    if (isSettled(answers)) return together(answers);
    // The last choice with a value left takes the next; those made after it are made anew.
    for (;;) {
      const last = chosen.at(-1);
      if (last === undefined) return together(answers);
      last.place += 1;
      if (last.place < last.values.length) break;
      chosen.pop();
    }
  }
}

/** Two different answers without an amount: whatever the other completions say, the answer stays unknown. */
function isSettled(answers: readonly Answer[]): boolean {
  return (
    answers.every((each) => each.amount === undefined) && answers.some((each) => each.answer !== answers[0]?.answer)
  );
}

function together(answers: readonly Answer[]): Answer {
  const [first = no] = answers;
  const answer = answers.every((each) => each.answer === first.answer) ? first.answer : 'unknown';
  if (answer === 'no') {
    if (answers.every((each) => each.outside)) return outside;
    return answers.some((each) => each.outside) ? { answer, outside: 'perhaps' } : no;
  }
  const amounts = new Set(answers.filter((each) => each.answer === 'yes').map((each) => each.amount));
  const [amount] = amounts;
  if (amounts.size === 0 || (amounts.size === 1 && amount === undefined)) return { answer };
  return { answer, amount: amounts.size === 1 ? (amount as number | null) : null };
}
