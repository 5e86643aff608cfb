import type { MoneyChange } from '@jingzhun/rules/impact';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual } from '@jingzhun/schemas';
import { type Language, say } from '../language.ts';
import { everyLabel, grouped, Labels } from '../wording/labels.ts';

type Sum = MoneyChange['difference'];

/** What facts, rules and amounts of two editions are called: in the words of the later one, where it has any. */
export class ImpactLabels {
  readonly language: Language;
  private readonly before: Labels;
  private readonly after: Labels;
  private readonly loaded: readonly LoadedPolicy[];

  constructor(before: LoadedPolicy, after: LoadedPolicy, language: Language) {
    this.language = language;
    this.before = new Labels(before.policy, before.text, language);
    this.after = new Labels(after.policy, after.text, language);
    this.loaded = [after, before];
  }

  say(text: Bilingual): string {
    return say(this.language, text);
  }

  rule(id: string): string {
    return (this.after.provision(id) === undefined ? this.before : this.after).rule(id);
  }

  entity(name: string): string {
    return this.after.entity(name);
  }

  fact(name: string, spokenOf?: string): string {
    return this.after.fact(name, spokenOf);
  }

  value(fact: string, value: unknown): string {
    return this.after.value(fact, value);
  }

  /** A parameter's title and unit. */
  parameter(name: string): {
    readonly title: string;
    readonly unit: string | undefined;
    readonly by: string | undefined;
  } {
    for (const { text, policy } of this.loaded) {
      for (const { parameters } of text.sections) {
        const found = parameters[name];
        if (found !== undefined)
          return { title: this.say(found.title), unit: found.unit, by: policy.parameters[name]?.by };
      }
    }
    return { title: name, unit: undefined, by: undefined };
  }

  amount(value: number, unit?: string): string {
    return this.after.amount(value, unit);
  }

  /** `元/年` */
  unit({ unit, every }: Pick<MoneyChange, 'unit' | 'every'>): string {
    return `${this.amount(1, unit).replace(/^1 ?/, '')}${this.say(everyLabel(every))}`;
  }

  /** `5,000 元/年`, with what it comes to if all that is not settled is met. */
  sum({ certain, possible }: Sum, { unit, every }: Pick<MoneyChange, 'unit' | 'every'>, signed = false): string {
    const number = (value: number): string => `${signed && value > 0 ? '+' : ''}${grouped(value)}`;
    const text = `${this.amount(certain, unit).replace(grouped(certain), number(certain))}${this.say(everyLabel(every))}`;
    if (possible === certain) return text;
    return `${text}${this.say({ zh: `（待定的若都符合则 ${number(possible)}）`, en: ` (${number(possible)} if all that is open is met)` })}`;
  }

  /** Several sums, one after another; a dash where there are none. */
  sums(money: readonly MoneyChange[], which: 'before' | 'after' | 'difference'): string {
    const shown = which === 'difference' ? money.filter(hasDifference) : money;
    if (shown.length === 0) return which === 'difference' && money.length > 0 ? '0' : '—';
    return shown
      .map((each) => this.sum(each[which], each, which === 'difference'))
      .join(this.say({ zh: '；', en: '; ' }));
  }
}

export const hasDifference = ({ difference }: MoneyChange): boolean =>
  difference.certain !== 0 || difference.possible !== 0;
