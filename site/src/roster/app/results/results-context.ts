import { Describe } from '../../../calculator/describe.ts';
import { say } from '../../../calculator/say.ts';
import type { Language } from '../../../language.ts';
import { type RosterOutWords, rosterOutWords } from '../../../words/roster-out.ts';
import type { RosterClient } from '../../protocol.ts';
import type { HouseholdLine, HouseholdQuery, Inexact, Labels, ResultSummary, Sum } from '../../protocol-results.ts';

/** What every part of the results is given. */
export interface ResultsContext {
  readonly language: Language;
  readonly client: RosterClient;
  readonly words: RosterOutWords;
  readonly summary: ResultSummary;
  readonly text: ResultsText;
  readonly query: HouseholdQuery;
  /** Names and numbers in full. */
  readonly names: boolean;
}

export const grouped = (number: number): string => number.toLocaleString('en-US');

/** Puts sums, rules and households into words. */
export class ResultsText {
  readonly describe: Describe;
  private readonly labels: Labels;
  private readonly words: RosterOutWords;

  constructor(labels: Labels, language: Language) {
    this.labels = labels;
    this.describe = new Describe(labels.data);
    this.words = rosterOutWords[language];
  }

  /** The words that an answer is told with. */
  get answer(): Labels['data']['words']['answer'] {
    return this.labels.data.words.answer;
  }

  rule(rule: string): string {
    return this.labels.data.rules[rule]?.title ?? rule;
  }

  fact(fact: string): string {
    return this.describe.fact(fact);
  }

  type(type: string | null): string {
    return type === null ? this.words.filter.notStated : (this.labels.types[type] ?? type);
  }

  /** A village or group that may not be stated. */
  place(name: string | null): string {
    return name ?? this.words.filter.notStated;
  }

  /** `19,130 元/年`. */
  sum({ unit, every }: Pick<Sum, 'unit' | 'every'>, value: number, meant?: Inexact): string {
    // Money that comes once is worth saying; a thing that does always does.
    const often = unit !== 'yuan' && every === 'once' ? {} : { every };
    return this.describe.amount({ what: '', value, unit, ...often, ...(meant && { comparator: meant }) });
  }

  /** A sum as under a heading that says how often. */
  certainAmount({ unit, certain, certainMeant }: Sum): string {
    return this.describe.amount({
      what: '',
      value: certain,
      unit,
      ...(certainMeant && { comparator: certainMeant }),
    });
  }

  /** A bare number, as under a heading that names its unit. */
  number(value: number): string {
    return this.describe.quantity(value, undefined);
  }

  /** What is certain, by unit and by how often. */
  certain(sums: readonly Sum[]): readonly string[] {
    return sums.filter(({ certain }) => certain !== 0).map((sum) => this.sum(sum, sum.certain, sum.certainMeant));
  }

  /** How often, as words: 每年, 一次性. */
  every(every: string): string {
    const { once, each } = this.words.charts;
    return every === 'once' ? once : say(each, { every: this.labels.data.words.every[every] ?? every });
  }

  /** Number and name, as far as they are given; the row where neither is. */
  household({ id, name, row }: HouseholdLine): string {
    const called = [name, id].filter(Boolean).join(' ');
    return called === '' ? `${this.words.table.row} ${row}` : called;
  }
}
