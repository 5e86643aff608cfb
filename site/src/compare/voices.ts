import type { ProvisionText } from '@jingzhun/rules';
import type { MoneyChange } from '@jingzhun/rules/impact';
import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual, ParameterFile, RuleFile, SectionFile } from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import type { Language } from '../language.ts';
import { inMeasure } from '../policies/in-measure.ts';
import { PolicyVoice } from '../policies/policy-voice.ts';
import { type CompareResultWords, compareResultWords } from '../words/compare-result.ts';

/** Speaks of two sides: in the words of the later one, where it has any. */
export class Voices {
  readonly language: Language;
  readonly words: CompareResultWords;
  readonly before: PolicyVoice;
  readonly after: PolicyVoice;
  private readonly provisions: ReadonlyMap<string, ProvisionText>;
  private readonly rules: ReadonlyMap<string, RuleFile>;
  private readonly factUnits: ReadonlyMap<string, string | undefined>;
  private readonly sides: Readonly<Record<'before' | 'after', LoadedPolicy>>;

  constructor(before: LoadedPolicy, after: LoadedPolicy, language: Language) {
    this.language = language;
    this.sides = { before, after };
    this.words = compareResultWords[language];
    this.before = new PolicyVoice(before, language);
    this.after = new PolicyVoice(after, language);
    const sides = [before, after];
    const provisions = sides.flatMap(({ text }) => text.sections.flatMap((section) => section.provisions));
    this.provisions = new Map(provisions.map((each) => [each.id, each]));
    const sections = sides.flatMap(({ files }) => Object.values(files.sections));
    this.factUnits = new Map(
      sections.flatMap(({ facts = {} }) => Object.entries(facts).map(([name, { unit }]) => [name, unit] as const)),
    );
    this.rules = new Map(sections.flatMap(({ rules = {} }) => Object.entries(rules)));
  }

  /** The voice of a side, and where that does not know the name, of the other. */
  of(side: 'before' | 'after'): PolicyVoice {
    return side === 'after' ? this.after : this.before;
  }

  rule(id: string): string {
    return this.provisions.get(id)?.title[this.language] ?? id;
  }

  /** An outcome or an item of a checklist, whichever list it is in, by its title; its short name where it has none. */
  partOf(id: string, name: string, list: string): string {
    const plain = name.replace(/#\d+$/, '');
    const { outcomes, items } = this.provisions.get(id) ?? {};
    return (list === 'items' ? items : outcomes)?.[plain]?.[this.language] ?? plain;
  }

  ruleFile(id: string): RuleFile | undefined {
    return this.rules.get(id);
  }

  /** Whom a rule is asked of first: its facts need no name before them. */
  about(id: string): string {
    const file = this.rules.get(id);
    return [file?.asks ?? file?.subject ?? ''].flat()[0] as string;
  }

  /** In what a derived fact is counted. */
  factUnit(name: string): string | undefined {
    return this.factUnits.get(name);
  }

  parameter(name: string): ParameterFile | undefined {
    return this.after.parameters.get(name) ?? this.before.parameters.get(name);
  }

  section(side: 'before' | 'after', name: string): SectionFile | undefined {
    return this.sides[side].files.sections[name];
  }

  /** The first few by title, and how many there are. */
  ruleList(ids: readonly string[]): string {
    const { list, rules } = this.words;
    const names = ids.slice(0, mostNamed).map((id) => this.rule(id));
    const sentence = ids.length > mostNamed ? rules.many : rules.few;
    return say(sentence, { list: names.join(list), count: ids.length });
  }

  days({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): string {
    const { days } = this.words;
    if (from !== undefined && to !== undefined) return say(days.span, { from, to });
    if (from !== undefined) return say(days.from, { from });
    return to === undefined ? '' : say(days.to, { to });
  }

  /** A unit as it stands beside a field of this name: `元/人·年`, `villages`. */
  unitName(unit: string | undefined, title: Bilingual): string {
    if (unit?.startsWith('yuan/')) return this.after.describe.unit(unit);
    const two = unit === undefined ? '' : this.after.describe.quantity(2, unit);
    return inMeasure(two, title[this.language], this.language).replace(/2 ?/, '').trim();
  }

  /** `元/年`: what the sums of a measure are in. */
  unit({ unit, every }: Pick<MoneyChange, 'unit' | 'every'>): string {
    return this.sum(1, { unit, every }).replace('1', '').trim();
  }

  /** `5,000 元/年`, `+5,000 元/年`, `−5,000 元/年`. */
  sum(value: number, { unit, every }: Pick<MoneyChange, 'unit' | 'every'>, signed = false): string {
    const shown = this.after.describe.amount({ what: '', value: Math.abs(value), unit, every } as never);
    return `${value < 0 ? '−' : signed && value > 0 ? '+' : ''}${shown}`;
  }
}

const mostNamed = 4;
