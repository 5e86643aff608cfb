import type { Policy, Total } from '@jingzhun/rules';
import type { Describe } from './describe.ts';
import { onlyApplies } from './only-applies.ts';
import { say } from './say.ts';
import type { Verdict } from './verdict.ts';
import type { Words } from './words.ts';

/** A verdict in one line, with what a page has to count. */
export class Headlines {
  /** Where all rules of the page only apply, there is nothing to meet. */
  readonly asksAnything: boolean;
  private readonly describe: Describe;
  private readonly answer: Words['answer'];

  constructor({ rules }: Policy, describe: Describe, answer: Words['answer']) {
    this.describe = describe;
    this.answer = answer;
    this.asksAnything = !rules.every(onlyApplies);
  }

  /** Above the answer. Where nothing is certain yet, a sum of nought would read as what was found. */
  headline(verdict: Verdict): string {
    const { answer, asksAnything } = this;
    const { met, applies, unmet, unknown } = verdict.cards;
    return joined(
      asksAnything && say(answer.countMet, { count: met.length }),
      applies.length > 0 && say(answer.countApplies, { count: applies.length }),
      asksAnything && say(answer.countUnmet, { count: unmet.length }),
      verdict.certainPerYear !== 0 && say(answer.certain, { sum: this.sum(verdict) }),
      say(answer.countUnknown, { count: unknown.length }),
    );
  }

  /** In the bar of a narrow screen, which has little room: what is zero is left out, but for what is met. */
  bar(verdict: Verdict, missing: number): string {
    const { answer, asksAnything } = this;
    const { met, applies, unmet } = verdict.cards;
    return joined(
      say(asksAnything ? answer.countMet : answer.countApplies, { count: (asksAnything ? met : applies).length }),
      unmet.length > 0 && say(answer.countUnmet, { count: unmet.length }),
      verdict.certainPerYear !== 0 && this.sum(verdict),
      say(answer.missing, { count: missing }),
    );
  }

  /** Below the headline: what is certain beside money by the year, and what it could all come to. */
  sums({ totals }: Verdict): readonly string[] {
    const { answer } = this;
    const join = (lines: readonly string[]): string => lines.join(answer.semicolon);
    const money = totals.filter(({ unit, every }) => !(unit === 'yuan' && every === 'year'));
    const certain = money.filter((total) => total.certain !== 0).map((total) => this.total(total, total.certain));
    const possible = totals
      .filter((total) => total.value !== total.certain)
      .map((total) => this.total(total, total.value));
    return [
      ...(certain.length > 0 ? [say(answer.others, { list: join(certain) })] : []),
      ...(possible.length > 0 ? [say(answer.ifAll, { list: join(possible) })] : []),
    ];
  }

  private total({ unit, every }: Total, value: number): string {
    // Money that comes once is worth saying; a thing that does always does.
    const often = unit !== 'yuan' && every === 'once' ? {} : { every };
    return this.describe.amount({ what: '', value, unit, ...often });
  }

  private sum({ certainPerYear }: Verdict): string {
    return say(this.answer.perYear, { sum: this.describe.sum(certainPerYear) });
  }
}

const joined = (...phrases: readonly (string | false)[]): string => phrases.filter(Boolean).join(' · ');
