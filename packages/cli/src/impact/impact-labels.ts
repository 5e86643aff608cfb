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

  /** Of the document, or of both. */
  title(): string {
    const [after, before] = this.loaded.map(({ text }) => this.say(text.document.title));
    return after === before ? `${after}` : `${before} → ${after}`;
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

  /** `5,000 元/年`, `+5,000 元/年` */
  sum(value: number, { unit, every }: Pick<MoneyChange, 'unit' | 'every'>, signed = false): string {
    const number = grouped(value);
    return `${this.amount(value, unit).replace(number, signed && value > 0 ? `+${number}` : number)}${this.say(everyLabel(every))}`;
  }

  /** What is certain of several sums, one after another; a dash where there are none. */
  sums(money: readonly MoneyChange[], which: 'before' | 'after' | 'difference', of: keyof Sum = 'certain'): string {
    const shown = which === 'difference' ? money.filter(({ difference }) => difference[of] !== 0) : money;
    if (shown.length === 0) return which === 'difference' && money.length > 0 ? '0' : '—';
    return shown
      .map((each) => this.sum(each[which][of], each, which === 'difference'))
      .join(this.say({ zh: '；', en: '; ' }));
  }

  /** The heads of the columns that `differences` fills. */
  differenceHeads(money: readonly MoneyChange[]): string[] {
    const head = this.say({ zh: '差额', en: 'difference' });
    return isOpen(money) ? [head, this.say({ zh: '待定的若都符合', en: 'if all not settled are met' })] : [head];
  }

  /** The certain difference; where any of `all` is open, also what it comes to if all that is open is met. */
  differences(money: readonly MoneyChange[], all: readonly MoneyChange[]): string[] {
    const certain = this.sums(money, 'difference');
    return isOpen(all) ? [certain, this.sums(money, 'difference', 'possible')] : [certain];
  }
}

const isOpen = (money: readonly MoneyChange[]): boolean =>
  money.some(({ difference }) => difference.certain !== difference.possible);

export const hasDifference = ({ difference }: MoneyChange): boolean =>
  difference.certain !== 0 || difference.possible !== 0;
