import type { Outcome, RuleFinding, RuleModel } from '@jingzhun/rules';
import { changeWords } from '../calculator/change-words.ts';
import { awaitedOf, type Condition, failingOf } from '../calculator/conditions-of.ts';
import { Describe } from '../calculator/describe.ts';
import type { PageLabels } from '../calculator/page-labels.ts';
import { conditionSentence } from '../calculator/reason-words.ts';
import { say } from '../calculator/say.ts';
import { dueOf, grantsOf, isUndelivered } from '../calculator/verdict.ts';

/** A finding in words: plain text, in one language, without the reasons. */
export interface FindingWords {
  readonly rule: string;
  readonly title: string;
  readonly status: RuleFinding['status'];
  readonly benefit: boolean;
  /** Place among the members; -1 for the household. */
  readonly member: number;
  readonly who: string;
  /** As the document counts them, the rule's own first. */
  readonly clauses: readonly string[];
  readonly document: string;
  /** What is granted, one text for each grant. */
  readonly amounts: readonly string[];
  /** The amounts are certain. */
  readonly settled: boolean;
  /** It is one amount, and printed: several persons' add up. */
  readonly priced: boolean;
  /** Entitled and not delivered. */
  readonly alarm: string | undefined;
  /** Delivered, a due date and the like. */
  readonly remarks: readonly string[];
  /** What to ask, or what would have to be otherwise. */
  readonly line: string | undefined;
  /** Facts to ask, the one that settles most first. */
  readonly missing: readonly { readonly fact: string; readonly label: string }[];
}

const benefits = new Set(['entitlement', 'incentive']);
const shownMissing = 3;

/** Puts findings of one policy into words. */
export class FindingWriter {
  readonly data: PageLabels;
  readonly describe: Describe;
  protected readonly models: ReadonlyMap<string, RuleModel>;

  /** `rules` as they read on the day that was asked about. */
  constructor(data: PageLabels, rules: readonly RuleModel[]) {
    this.data = data;
    this.describe = new Describe(data);
    this.models = new Map(rules.map((rule) => [rule.id, rule]));
  }

  /** `member` is the person's place in the household, -1 for the household; `names` is what the members are called. */
  words(finding: RuleFinding, member: number, names: readonly string[]): FindingWords {
    const { data, describe } = this;
    const { rule, status, cite, missing } = finding;
    const grants = grantsOf(this.models.get(rule), finding);
    return {
      rule,
      title: this.title(rule),
      status,
      benefit: benefits.has(finding.kind),
      member,
      who: describe.who(member < 0 ? { entity: finding.subject.entity } : { entity: 'person', index: member }, names),
      clauses: [cite.clause, ...(cite.alsoClauses ?? [])],
      document: cite.document,
      amounts: grants.map((grant) => this.amount(grant, finding, grants.length > 1)),
      settled: status === 'met' && missing.length === 0,
      priced: grants.length === 1 && typeof grants[0]?.value === 'number',
      alarm: isUndelivered(finding) ? data.words.answer.undelivered : undefined,
      remarks: this.remarks(finding),
      line: this.line(finding),
      missing: missing.map((fact) => ({ fact, label: describe.fact(fact) })),
    };
  }

  title(rule: string): string {
    return this.data.rules[rule]?.title ?? rule;
  }

  private amount(grant: Outcome, { rule, status, missing }: RuleFinding, named: boolean): string {
    const name = named ? `${this.data.rules[rule]?.outcomes[grant.what] ?? grant.what} ` : '';
    if (grant.value !== null) return name + this.describe.amount(grant);
    const model = this.models.get(rule)?.outcomes.find(({ what }) => what === grant.what);
    return name + this.describe.unset(grant, model, status === 'met' && missing.length === 0);
  }

  private remarks(finding: RuleFinding): string[] {
    const { delivered, daysLeft } = finding;
    const due = dueOf(finding);
    const { answer } = this.data.words;
    return [
      ...(delivered === 'met' ? [answer.delivered] : []),
      ...(due === undefined ? [] : [say(answer.due, { date: due })]),
      ...(daysLeft === undefined ? [] : [say(answer.daysLeft, { days: daysLeft })]),
    ];
  }

  private line(finding: RuleFinding): string | undefined {
    const { describe } = this;
    const { status, missing, eligibleIf, rule } = finding;
    const { answer } = this.data.words;
    if (missing.length > 0 && (status === 'unknown' || status === 'met')) {
      const shown = missing.slice(0, shownMissing).map((fact) => describe.fact(fact));
      const more = missing.length > shownMissing ? say(answer.askMore, { count: missing.length }) : '';
      return `${answer.ask}${answer.colon}${shown.join(answer.comma)}${more}`;
    }
    if (status === 'unknown') return this.conditionLine(awaitedOf(finding, this.models.get(rule)), 'awaited');
    if (status !== 'unmet') return undefined;
    const change = eligibleIf?.[0];
    if (change !== undefined)
      return say(answer.eligibleIf, {
        fact: describe.fact(change.fact),
        ...changeWords(change, finding.because, describe, answer),
      });
    return this.conditionLine(failingOf(finding, this.models.get(rule)), 'failing');
  }

  /** What is, and what it should be. */
  private conditionLine([first, ...others]: readonly Condition[], sentence: 'failing' | 'awaited'): string | undefined {
    if (first === undefined) return undefined;
    const { describe, data } = this;
    const said = conditionSentence([first, ...others], sentence, describe, data.words.answer, data.words.applying);
    return say(said, { fact: describe.fact(first.reason.fact) });
  }
}
