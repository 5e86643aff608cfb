import type { Policy, PolicyText, ProvisionText } from '@jingzhun/rules';
import type { Bilingual, Field } from '@jingzhun/schemas';
import { fieldOf, labelOf, vocabulary } from '@jingzhun/schemas';
import { type Language, say } from '../language.ts';

/** What facts, codes, rules and units of a policy are called. */
export class Labels {
  readonly language: Language;
  private readonly facts = new Map<string, Bilingual>();
  private readonly provisions = new Map<string, ProvisionText>();
  /** What was asked before: a roster names the same facts over and over. By whom is spoken of, then by fact. */
  private readonly named = new Map<string, Map<string, string>>();
  private readonly fields = new Map<string, Field | undefined>();

  private readonly printsNone: ReadonlySet<string>;

  constructor(policy: Policy, text: PolicyText, language: Language) {
    this.language = language;
    this.printsNone = new Set(
      policy.rules.flatMap(({ id, outcomes }) =>
        outcomes.filter(({ value }) => value === null).map(({ what }) => `${id} ${what}`),
      ),
    );
    for (const section of text.sections) {
      for (const [name, { title }] of Object.entries(section.facts)) this.facts.set(name, title);
      for (const provision of section.provisions) this.provisions.set(provision.id, provision);
    }
  }

  say(text: Bilingual): string {
    return say(this.language, text);
  }

  provision(id: string): ProvisionText | undefined {
    return this.provisions.get(id);
  }

  rule(id: string): string {
    const title = this.provisions.get(id)?.title;
    return title === undefined ? id : this.say(title);
  }

  /** Whether the document leaves the amount to others, so that no fact can settle it. */
  isPrinted(rule: string, what: string): boolean {
    return !this.printsNone.has(`${rule} ${what}`);
  }

  entity(name: string): string {
    const label = labelOf(name);
    return label === undefined ? name : this.say(label).replace(/（.*）$/, '');
  }

  /** A fact, with its entity where that is not the one spoken of. */
  fact(name: string, spokenOf = ''): string {
    let names = this.named.get(spokenOf);
    if (names === undefined) {
      names = new Map();
      this.named.set(spokenOf, names);
    }
    let named = names.get(name);
    if (named === undefined) {
      named = this.factName(name, spokenOf);
      names.set(name, named);
    }
    return named;
  }

  private factName(name: string, spokenOf: string): string {
    const [entity = '', ...path] = name.split('.');
    // A list of cases, which belongs to no entity.
    if (path.length === 0) return this.entity(entity);
    const own = this.facts.get(name);
    const label = own === undefined ? this.field(entity, path) : this.say(own);
    if (entity === spokenOf || entity === 'date') return label;
    const whose = this.entity(entity);
    return whose === entity ? label : `${whose}${this.language === 'zh' ? '：' : ': '}${label}`;
  }

  private field(entity: string, path: readonly string[]): string {
    if (entity === 'date') return this.say(dates[path[0] ?? ''] ?? { zh: '日期', en: 'date' });
    const parts: string[] = [];
    for (let length = 1; length <= path.length; length++) {
      const label = labelOf([entity, ...path.slice(0, length)].join('.'));
      if (label !== undefined) parts.push(this.say(label));
    }
    return parts.length === 0 ? path.join('.') : [...new Set(parts)].join(this.language === 'zh' ? '·' : ', ');
  }

  /** A value of a fact: the label of a code, 是 or 否, a number with its unit. */
  value(fact: string, value: unknown): string {
    if (value === null || value === undefined) return this.say({ zh: '未知', en: 'unknown' });
    if (Array.isArray(value))
      return value.map((each) => this.value(fact, each)).join(this.language === 'zh' ? '、' : ', ');
    if (typeof value === 'boolean') return this.say(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });
    if (!this.fields.has(fact)) this.fields.set(fact, fieldOf(fact));
    const field = this.fields.get(fact);
    if (typeof value === 'number') return field?.type === 'year' ? String(value) : this.amount(value, field?.unit);
    const set = field?.enum ?? field?.items?.enum;
    const code = set && vocabulary.codes[set].values.find((each) => each.code === value);
    return code === undefined ? String(value) : this.say(code);
  }

  amount(value: number, unit?: string): string {
    const number = grouped(value);
    if (unit === undefined || unit === '1') return number;
    return this.language === 'zh'
      ? `${number} ${unitInChinese(unit)}`
      : unit === '%'
        ? `${number}%`
        : `${number} ${unit}`;
  }
}

const dates: Readonly<Record<string, Bilingual>> = {
  on: { zh: '适用日期', en: 'day whose law applies' },
  assessedOn: { zh: '核算日期', en: 'day of assessment' },
};

const every: Readonly<Record<string, Bilingual>> = {
  once: { zh: '（一次性）', en: ' once' },
  year: { zh: '/年', en: '/year' },
  'school-year': { zh: '/学年', en: '/school year' },
  month: { zh: '/月', en: '/month' },
  day: { zh: '/天', en: '/day' },
  admission: { zh: '/次住院', en: '/admission' },
  visit: { zh: '/次', en: '/visit' },
};

/** How often an amount comes. */
export const everyLabel = (name: string | undefined): Bilingual =>
  name === undefined ? { zh: '', en: '' } : (every[name] ?? { zh: `/${name}`, en: `/${name}` });

const units: Readonly<Record<string, string>> = {
  years: '年',
  year: '年',
  month: '月',
  day: '天',
  person: '人',
  household: '户',
  village: '村',
  labourer: '劳动力',
};

/** The words that follow a number: `元/人·年`. */
export function unitInChinese(unit: string): string {
  if (Object.hasOwn(vocabulary.units, unit)) return vocabulary.units[unit as keyof typeof vocabulary.units];
  return unit
    .split('/')
    .map((part) =>
      Object.hasOwn(vocabulary.units, part)
        ? vocabulary.units[part as keyof typeof vocabulary.units]
        : (units[part] ?? part),
    )
    .join('/');
}

/** A number with commas between thousands and no more decimals than it has. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).includes('e') ? [String(value)] : String(value).split('.');
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}
