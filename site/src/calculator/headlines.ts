import type { Outcome, Policy, RuleFinding, RuleModel, Total } from '@jingzhun/rules';
import type { Describe } from './describe.ts';
import { onlyApplies } from './only-applies.ts';
import type { PageLabels } from './page-labels.ts';
import { say } from './say.ts';
import { entitiesAsked } from './subjects.ts';
import { addedTo, type Measure, meantBy } from './sum-meant.ts';
import { named, sumNames } from './sum-names.ts';
import { upperFirst } from './upper-first.ts';
import type { Card, Verdict } from './verdict.ts';
import type { Words } from './words.ts';

/** A verdict in one line, with what a page has to count. */
export class Headlines {
  /** Where all rules of the page only apply, there is nothing to meet. */
  readonly asksAnything: boolean;
  private readonly describe: Describe;
  private readonly answer: Words['answer'];
  private readonly labels: PageLabels['rules'];
  /** The entities that the page is not about. */
  private readonly others: ReadonlySet<string>;
  private readonly rules: ReadonlyMap<string, RuleModel>;

  constructor({ rules }: Policy, describe: Describe, { words, rules: labels, entities, subject }: PageLabels) {
    this.labels = labels;
    this.describe = describe;
    this.answer = words.answer;
    this.others = new Set(Object.keys(entities).filter((entity) => !entitiesAsked(subject).includes(entity)));
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.asksAnything = !rules.every(onlyApplies);
  }

  /** Above the answer, in the order of the buckets below it. Where nothing is certain yet, a sum of nought would read as what was found. */
  headline(verdict: Verdict): string {
    const { answer, asksAnything } = this;
    const { met, applies, unmet, unknown, later } = verdict.cards;
    return joined(
      asksAnything && say(answer.countMet, { count: met.length }),
      (applies.length > 0 || !asksAnything) && say(answer.countApplies, { count: applies.length }),
      verdict.certainPerYear !== 0 && this.certain([perYear], this.sum(verdict), met),
      say(answer.countUnknown, { count: unknown.length }),
      later.length > 0 && say(answer.countLater, { count: later.length }),
      asksAnything && say(answer.countUnmet, { count: unmet.length }),
    );
  }

  /** In the bar of a narrow screen, which has little room: what is zero is left out, but for what is met where nothing applies. */
  bar(verdict: Verdict): string {
    const { answer, asksAnything } = this;
    const { met, applies, unmet, unknown, later } = verdict.cards;
    return joined(
      asksAnything && (met.length > 0 || applies.length === 0) && say(answer.countMet, { count: met.length }),
      (applies.length > 0 || !asksAnything) && say(answer.countApplies, { count: applies.length }),
      verdict.certainPerYear !== 0 && this.sum(verdict),
      unknown.length > 0 && say(answer.countUnknown, { count: unknown.length }),
      later.length > 0 && say(answer.countLater, { count: later.length }),
      unmet.length > 0 && say(answer.countUnmet, { count: unmet.length }),
    );
  }

  /** Below the headline: what is certain beside money by the year, and what it could all come to. */
  sums({ totals, cards, certainPerYear }: Verdict): readonly string[] {
    const { answer } = this;
    const join = (lines: readonly string[]): string => lines.join(answer.semicolon);
    // Beside nothing it is no other sum.
    const alone = (sum: string): string => upperFirst(this.certain(some, sum, cards.met));
    const others = totals.filter((total) => !isPerYear(total));
    const some = others.filter((total) => total.certain !== 0);
    const certain = some.map((total) => this.total(total, total.certain, cards.met));
    const open = [...cards.met, ...cards.unknown, ...cards.later];
    const possible = totals.filter((total) => total.value !== total.certain);
    // What is at least so much has no most.
    const isUnbounded = (total: Total): boolean => this.meant(total, open).comparator === 'at-least';
    const listed = (which: readonly Total[]): string =>
      join(which.map((total) => this.total(total, total.value, open)));
    const [bounded, unbounded] = [possible.filter((each) => !isUnbounded(each)), possible.filter(isUnbounded)];
    return [
      ...(certain.length > 0
        ? [certainPerYear === 0 ? alone(join(certain)) : say(answer.others, { list: join(certain) })]
        : []),
      ...(bounded.length > 0 ? [say(answer.ifAll, { list: listed(bounded) })] : []),
      ...(unbounded.length > 0 ? [say(answer.ifAllLeast, { list: listed(unbounded) })] : []),
    ];
  }

  /** What is certain. A sum that is about so much is not, to the yuan. */
  private certain(totals: readonly Measure[], sum: string, met: readonly Card[]): string {
    const isAbout = totals.some((total) => this.meant(total, met).comparator === 'approx');
    return say(isAbout ? this.answer.inAll : this.answer.certain, { sum });
  }

  private total(total: Measure, value: number, cards: readonly Card[]): string {
    const { unit, every } = total;
    // Money that comes once is worth saying; a thing that does always does.
    const often = unit !== 'yuan' && every === 'once' ? {} : { every };
    const findings = cards.map(({ finding }) => finding);
    const own = { what: '', value, unit, ...often, ...this.whose(total, findings), ...this.meant(total, cards) };
    return named(sumNames(total, findings, this.rules, this.labels), this.describe.amount(own), this.answer);
  }

  /** Of a sum that only another than the page's subject gets, whose it is: a village does not have what each household has. */
  private whose(total: Measure, findings: readonly RuleFinding[]): Pick<Outcome, 'per'> {
    const [per, ...rest] = new Set(addedTo(total, findings, this.rules).map((grant) => grant.per));
    return per !== undefined && rest.length === 0 && this.others.has(per) ? { per } : {};
  }

  private sum({ certainPerYear, cards }: Verdict): string {
    return this.total(perYear, certainPerYear, cards.met);
  }

  private meant(total: Measure, cards: readonly Card[]): ReturnType<typeof meantBy> {
    const findings = cards.map(({ finding }) => finding);
    return meantBy(total, findings, this.rules);
  }
}

const perYear: Measure = { unit: 'yuan', every: 'year' };
const isPerYear = ({ unit, every }: Total): boolean => unit === perYear.unit && every === perYear.every;

const joined = (...phrases: readonly (string | false)[]): string => phrases.filter(Boolean).join(' · ');
