import { type Bilingual, fieldOf, labelOf, shapeFieldOf, vocabulary } from '@jingzhun/schemas';
import type { ConditionModel, LeafModel, Policy, PolicyText } from '../model/policy.ts';

const operators: Readonly<Record<LeafModel['operator'], readonly [zh: string, en: string]>> = {
  equal: ['为', 'is'],
  notEqual: ['不为', 'is not'],
  in: ['属于', 'is one of'],
  notIn: ['不属于', 'is none of'],
  lessThan: ['低于', 'is below'],
  lessThanInclusive: ['不高于', 'is at most'],
  greaterThan: ['高于', 'is above'],
  greaterThanInclusive: ['不低于', 'is at least'],
  contains: ['含', 'has'],
  doesNotContain: ['不含', 'has no'],
};

const onDays: Partial<typeof operators> = {
  equal: ['是', 'is'],
  lessThan: ['早于', 'is before'],
  lessThanInclusive: ['不晚于', 'is not after'],
  greaterThan: ['晚于', 'is after'],
  greaterThanInclusive: ['不早于', 'is not before'],
};

/** The statuses of a finding, as people say them. */
export const statusWords: Readonly<Record<string, Bilingual>> = {
  met: { zh: '符合', en: 'met' },
  unmet: { zh: '不符合', en: 'not met' },
  unknown: { zh: '待补充', en: 'unknown' },
  'not-applicable': { zh: '不适用', en: 'does not apply' },
  'not-in-force': { zh: '不在执行期', en: 'not in force' },
};

const dates: Readonly<Record<string, Bilingual>> = {
  'date.on': { zh: '适用日期', en: 'day whose law applies' },
  'date.assessedOn': { zh: '核算日期', en: 'day of assessment' },
};

/** What rules, facts and conditions of a policy are called in sentences. */
export class Words {
  private readonly policy: Policy;
  private readonly titles = new Map<string, Bilingual>();
  private readonly outcomes = new Map<string, Readonly<Record<string, Bilingual>>>();
  private readonly facts = new Map<string, Bilingual>();
  private readonly parameters = new Map<string, Bilingual & { readonly unit: string }>();

  constructor(policy: Policy, text: PolicyText) {
    this.policy = policy;
    for (const { provisions, facts, parameters } of text.sections) {
      for (const { id, title, outcomes } of provisions) {
        this.titles.set(id, title);
        this.outcomes.set(id, outcomes);
      }
      for (const [name, { title }] of Object.entries(facts)) this.facts.set(name, title);
      for (const [name, { title, unit }] of Object.entries(parameters)) this.parameters.set(name, { ...title, unit });
    }
  }

  rule(id: string): Bilingual {
    const title = this.titles.get(id);
    return title === undefined ? { zh: id, en: id } : { zh: `“${title.zh}”`, en: `“${title.en}”` };
  }

  outcome(rule: string, what: string): Bilingual {
    return this.outcomes.get(rule)?.[what] ?? { zh: '数额', en: 'the amount' };
  }

  rules(ids: readonly string[]): Bilingual {
    return listed(ids.map((id) => this.rule(id)));
  }

  fact(name: string): Bilingual {
    return this.facts.get(name) ?? dates[name] ?? labelOf(name) ?? shapeFieldOf(name) ?? this.keyOf(name);
  }

  entity(name: string): Bilingual {
    const { zh, en } = labelOf(name) ?? { zh: name, en: name };
    return { zh: zh.replace(/（.*）$/, ''), en };
  }

  /** A key of a record: what the record is called, and the code's own label. */
  private keyOf(name: string): Bilingual {
    const parent = name.replace(/\.[^.]+$/, '');
    const key = name.slice(parent.length + 1);
    const record = parent.includes('.') ? this.fact(parent) : undefined;
    const set = fieldOf(parent)?.keys?.enum;
    const code = set && vocabulary.codes[set].values.find((each) => each.code === key);
    const last = code ?? { zh: key, en: key };
    return record === undefined
      ? { zh: last.zh, en: last.en }
      : { zh: `${record.zh}·${last.zh}`, en: `${record.en}, ${last.en}` };
  }

  parameter(name: string): Bilingual {
    return this.parameters.get(name) ?? { zh: name, en: name };
  }

  /** A value of a fact, as people say it. */
  value(name: string, value: unknown): Bilingual {
    if (Array.isArray(value)) return listed(value.map((each) => this.value(name, each)));
    if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    const field = fieldOf(name);
    if (typeof value === 'number') {
      const isYear = (field?.items?.type ?? field?.type) === 'year';
      return isYear ? { zh: String(value), en: String(value) } : amount(value, field?.unit);
    }
    const set = field?.enum ?? field?.items?.enum;
    const code = set && vocabulary.codes[set].values.find((each) => each.code === value);
    return code === undefined ? { zh: String(value), en: String(value) } : { zh: code.zh, en: code.en };
  }

  leaf({ fact, operator, value }: LeafModel, day: string): Bilingual {
    const kind = this.policy.facts.find(({ name }) => name === fact)?.kind;
    const [zh, en] = (kind === 'date' ? onDays[operator] : undefined) ?? operators[operator];
    const name = this.fact(fact);
    const other = this.expected(fact, value, day);
    if (typeof value === 'boolean' && operator === 'equal')
      return { zh: `${name.zh}：${other.zh}`, en: `${name.en}: ${other.en}` };
    return { zh: `${name.zh}${zh}${spaced(other.zh)}`, en: `${name.en} ${en} ${other.en}` };
  }

  condition(condition: ConditionModel, day: string): Bilingual {
    if ('not' in condition) {
      // What is joined stands in brackets already.
      const { zh, en } = this.condition(condition.not, day);
      const isJoined = zh.startsWith('（');
      return isJoined ? { zh: `并非${zh}`, en: `not ${en}` } : { zh: `并非（${zh}）`, en: `not (${en})` };
    }
    if (!('all' in condition) && !('any' in condition)) return this.leaf(condition, day);
    const all = 'all' in condition;
    const [only, ...others] = all ? condition.all : condition.any;
    if (only !== undefined && others.length === 0) return this.condition(only, day);
    const parts = (all ? condition.all : condition.any).map((part) => this.condition(part, day));
    return {
      zh: `（${parts.map(({ zh }) => zh).join(all ? '，且' : '，或')}）`,
      en: `(${parts.map(({ en }) => en).join(all ? ' and ' : ' or ')})`,
    };
  }

  private expected(fact: string, value: LeafModel['value'], day: string): Bilingual {
    if (typeof value !== 'object' || Array.isArray(value)) return this.value(fact, value);
    if ('fact' in value) return this.fact(value.fact);
    if (!('parameter' in value)) return { zh: '', en: '' };
    const { parameter } = value;
    const model = this.policy.parameters[parameter];
    const now = model?.values.findLast(({ from, to }) => from <= day && (to === undefined || day <= to))?.value;
    const shown = typeof now === 'number' ? now / (model?.scale ?? 1) : now;
    const title = this.parameter(parameter);
    if (typeof shown !== 'number' && typeof shown !== 'string') return title;
    const figure =
      typeof shown === 'number' ? amount(shown, this.parameters.get(parameter)?.unit) : { zh: shown, en: shown };
    return { zh: `${figure.zh}（${title.zh}）`, en: `${figure.en} (${title.en})` };
  }
}

/** A number with its unit: `4,000 元/人·年`. */
export function amount(value: number, unit?: string): Bilingual {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const grouped = `${value < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
  if (unit === undefined || unit === '1') return { zh: grouped, en: grouped };
  if (unit === '%') return { zh: `${grouped}%`, en: `${grouped}%` };
  const chinese = (vocabulary.units as Readonly<Record<string, string>>)[unit] ?? unit;
  return { zh: `${grouped} ${chinese}`, en: `${grouped} ${unit}` };
}

export function listed(parts: readonly Bilingual[]): Bilingual {
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}

/** A sentence begins with a capital. */
export const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** Each in quotation marks: conditions read as one thing in a sentence. */
export function quoted(parts: readonly Bilingual[]): Bilingual {
  return listed(parts.map(({ zh, en }) => ({ zh: `“${zh}”`, en: `"${en}"` })));
}

/** Chinese sets a number off with a space. */
export const spaced = (text: string): string => (/^[\d-]/.test(text) ? ` ${text}` : text);
