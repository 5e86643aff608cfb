import type { RuleFinding } from '@jingzhun/rules';
import { type ByChoice, byChoice, mapChoices } from '../calculator/by-choice.ts';
import { type Condition, conditionsOf } from '../calculator/conditions-of.ts';
import type { PageLabels } from '../calculator/page-labels.ts';
import { type ReasonWords, reasonsInWords } from '../calculator/reason-words.ts';
import { figuresOf } from '../calculator/rule-figures.ts';
import { type FindingWords, FindingWriter } from './finding-words.ts';

/** A finding in words with why it is so. */
export interface ReasonedFinding extends FindingWords {
  readonly reasons: ByChoice<ReasonWords>;
  readonly figures: readonly string[];
  readonly notes: readonly { readonly title: string; readonly text: string }[];
}

/** Puts findings of one policy into words with their reasons, which a card has no room for. */
export class ReasonWriter extends FindingWriter {
  override words(finding: RuleFinding, member: number, names: readonly string[]): ReasonedFinding {
    const { data, describe } = this;
    return {
      ...super.words(finding, member, names),
      reasons: this.reasons(finding),
      figures: figuresOf(finding, this.models.get(finding.rule), data, describe, this.conditions(finding)),
      notes: this.notes(finding, data),
    };
  }

  private conditions(finding: RuleFinding): readonly Condition[] {
    return conditionsOf(finding, this.models.get(finding.rule)).bearing;
  }

  private reasons(finding: RuleFinding): ByChoice<ReasonWords> {
    const { data, describe } = this;
    const { rule } = finding;
    const worded = reasonsInWords(
      this.conditions(finding),
      data.rules[rule]?.items,
      describe,
      data.words.answer,
      data.words.applying,
    );
    return mapChoices(
      byChoice(worded, ({ condition }) => condition.choices),
      ({ words }) => words,
    );
  }

  private notes({ rule, anomalies }: RuleFinding, { rules, words, language }: PageLabels): ReasonedFinding['notes'] {
    const label = rules[rule];
    const { answer } = words;
    return [
      ...(label?.summary ? [{ title: '', text: label.summary }] : []),
      ...(label?.readings ?? []).map((text) => ({ title: answer.reading, text })),
      ...(label?.partial ? [{ title: answer.partial, text: label.partial }] : []),
      ...(anomalies ?? []).map((anomaly) => ({ title: answer.anomaly, text: anomaly[language] })),
    ];
  }
}
