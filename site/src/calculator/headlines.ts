import type { Policy } from '@jingzhun/rules';
import type { Describe } from './describe.ts';
import { onlyApplies } from './only-applies.ts';
import { say } from './say.ts';
import type { Verdict } from './verdict.ts';
import type { Words } from './words.ts';

/** A verdict in one line, with what a page has to count. */
export class Headlines {
  /** Where all rules of the page only apply, there is nothing to meet. */
  readonly asksAnything: boolean;
  /** Where no rule of the page grants money by the year, a sum would only be a nought. */
  private readonly grantsMoney: boolean;
  private readonly describe: Describe;
  private readonly answer: Words['answer'];

  constructor({ rules }: Policy, describe: Describe, answer: Words['answer']) {
    this.describe = describe;
    this.answer = answer;
    this.asksAnything = !rules.every(onlyApplies);
    this.grantsMoney = rules.some(({ outcomes }) =>
      outcomes.some(({ role, unit, every }) => role === 'grant' && unit === 'yuan' && every === 'year'),
    );
  }

  /** Above the answer. */
  headline(verdict: Verdict): string {
    const { certain, countUnmet, countUnknown } = this.answer;
    const { unmet, unknown } = verdict.cards;
    return joined(
      ...this.settled(verdict),
      this.asksAnything && say(countUnmet, { count: unmet.length }),
      this.grantsMoney && say(certain, { sum: this.sum(verdict) }),
      say(countUnknown, { count: unknown.length }),
    );
  }

  /** In the bar of a narrow screen, where there is less room. */
  bar(verdict: Verdict, missing: number): string {
    return joined(
      ...this.settled(verdict),
      this.grantsMoney && this.sum(verdict),
      say(this.answer.missing, { count: missing }),
    );
  }

  private settled({ cards: { met, applies } }: Verdict): readonly (string | false)[] {
    const { countMet, countApplies } = this.answer;
    return [
      this.asksAnything && say(countMet, { count: met.length }),
      applies.length > 0 && say(countApplies, { count: applies.length }),
    ];
  }

  private sum({ certainPerYear }: Verdict): string {
    return say(this.answer.perYear, { sum: this.describe.sum(certainPerYear) });
  }
}

const joined = (...phrases: readonly (string | false)[]): string => phrases.filter(Boolean).join(' · ');
