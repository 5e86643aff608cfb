import type { LoadedPolicy } from '@jingzhun/rules/load';
import type { Bilingual, Condition, ParameterFile, RuleFile } from '@jingzhun/schemas';
import { fieldOf, shapeFieldOf } from '@jingzhun/schemas';
import { type Language, say } from '../language.ts';
import { Labels } from './labels.ts';

interface Holdings {
  readonly parameters: Map<string, ParameterFile>;
  readonly conditions: Map<string, Condition>;
  readonly rules: Map<string, RuleFile>;
  readonly facts: Set<string>;
  /** Facts that are days, and those that are yes or no. */
  readonly days: Set<string>;
  readonly truths: Set<string>;
  readonly labels: Labels;
}

/** What the names in a policy's files are called. What the first policy does not know is looked up in the next. */
export class PolicyWords {
  readonly language: Language;
  private readonly held: readonly Holdings[];

  constructor(policies: readonly LoadedPolicy[], language: Language) {
    this.language = language;
    this.held = policies.map((each) => holdingsOf(each, language));
  }

  say(text: Bilingual): string {
    return say(this.language, text);
  }

  get labels(): Labels {
    return (this.held[0] as Holdings).labels;
  }

  parameter(name: string): ParameterFile | undefined {
    return this.find(({ parameters }) => parameters.get(name));
  }

  /** A parameter's title with its figures: one, or one for each code or period. Undefined where there is no such parameter. */
  parameterText(name: string): string | undefined {
    const file = this.parameter(name);
    if (file === undefined) return undefined;
    const title = this.say(file.title);
    const values = 'values' in file ? file.values : [];
    const figures = values.map(({ from, value }) => {
      const figure = this.parameterValue(value, file);
      return values.length === 1 ? figure : this.say({ zh: `自 ${from} 起 ${figure}`, en: `from ${from} ${figure}` });
    });
    if (figures.length === 0) return title;
    return this.say({ zh: `${title}（${figures.join('；')}）`, en: `${title} (${figures.join('; ')})` });
  }

  /** One value of a parameter; of a table, by code. */
  parameterValue(value: unknown, file: ParameterFile | undefined): string {
    if (typeof value !== 'object' || value === null) return this.amount(value, file?.unit);
    const by = file !== undefined && 'by' in file ? (file.by ?? '') : '';
    return Object.entries(value)
      .map(([code, each]) => `${this.value(by, code)} ${this.amount(each, file?.unit)}`)
      .join(this.say({ zh: '、', en: ', ' }));
  }

  condition(name: string): Condition | undefined {
    return this.find(({ conditions }) => conditions.get(name));
  }

  rule(id: string): RuleFile | undefined {
    return this.find(({ rules }) => rules.get(id));
  }

  /** A fact; its entity is named where that is not the one spoken of. */
  fact(name: string, spokenOf?: string): string {
    const inRecord = fieldOf(name) === undefined ? shapeFieldOf(name) : undefined;
    if (inRecord !== undefined) return this.say(inRecord);
    const labels = this.find((each) => (each.facts.has(name) ? each.labels : undefined)) ?? this.labels;
    return labels.fact(name, spokenOf);
  }

  ruleTitle(id: string): string {
    const labels = this.find((each) => (each.labels.provision(id) === undefined ? undefined : each.labels));
    return labels?.rule(id) ?? id;
  }

  value(fact: string, value: unknown): string {
    return this.labels.value(fact, value);
  }

  amount(value: unknown, unit?: string): string {
    return typeof value === 'number' ? this.labels.amount(value, unit) : String(value);
  }

  /** Whether a fact or parameter is a day. */
  isDay(name: string): boolean {
    if (name.startsWith('date.') || this.parameter(name)?.unit === 'date') return true;
    const type = (fieldOf(name) ?? shapeFieldOf(name))?.type;
    return type === 'date' || this.held.some(({ days }) => days.has(name));
  }

  /** Whether a fact is a yes or no. */
  isTruth(name: string): boolean {
    const type = (fieldOf(name) ?? shapeFieldOf(name))?.type;
    return type === 'boolean' || this.held.some(({ truths }) => truths.has(name));
  }

  private find<T>(pick: (held: Holdings) => T | undefined): T | undefined {
    for (const each of this.held) {
      const found = pick(each);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

function holdingsOf({ files, policy, text }: LoadedPolicy, language: Language): Holdings {
  const sections = Object.values(files.sections);
  return {
    parameters: new Map(sections.flatMap(({ parameters = {} }) => Object.entries(parameters))),
    conditions: new Map(sections.flatMap(({ conditions = {} }) => Object.entries(conditions))),
    rules: new Map(sections.flatMap(({ rules = {} }) => Object.entries(rules))),
    facts: new Set(sections.flatMap(({ facts = {} }) => Object.keys(facts))),
    days: new Set(policy.facts.flatMap(({ name, kind }) => (kind === 'date' ? [name] : []))),
    truths: new Set(policy.facts.flatMap(({ name, type }) => (type === 'boolean' ? [name] : []))),
    labels: new Labels(policy, text, language),
  };
}
