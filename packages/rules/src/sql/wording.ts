import { fieldOf, labelOf } from '@jingzhun/schemas';
import type { PolicyText } from '../model/policy.ts';

export type Language = 'zh' | 'en';

/** What facts and rules are called, for comments. */
export class Wording {
  readonly language: Language;
  private readonly rules = new Map<string, string>();
  private readonly facts = new Map<string, string>();

  constructor(text: PolicyText | undefined, language: Language) {
    this.language = language;
    for (const section of text?.sections ?? []) {
      for (const { id, title } of section.provisions) this.rules.set(id, title[language]);
      for (const [name, { title }] of Object.entries(section.facts)) this.facts.set(name, title[language]);
    }
  }

  say(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  /** Undefined where there is no more to say than its id. */
  rule(id: string): string | undefined {
    return this.rules.get(id);
  }

  fact(name: string): string {
    const label = this.facts.get(name) ?? labelOf(name)?.[this.language] ?? name;
    const unit = fieldOf(name)?.unit;
    return unit === undefined ? label : this.say(`${label}（${unit}）`, `${label} (${unit})`);
  }
}

/** A comment is one line, whatever the text. */
export function comment(text: string): string {
  return `-- ${text.replaceAll(/\s+/g, ' ').trim()}`;
}
