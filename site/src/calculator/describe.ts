import type { Change, Outcome, OutcomeModel, Reason } from '@jingzhun/rules';
import type { TruthAnswers } from '../words/part-answers.ts';
import { digits } from './digits.ts';
import type { PageLabels } from './page-labels.ts';
import { say } from './say.ts';
import { onceFor, withUnit } from './with-unit.ts';

type Value = Reason['actual'];

/** Chinese puts a space between its characters and figures. */
const besideChinese = /(\p{Script=Han}?)\{value\}(\p{Script=Han}?)/u;

const besideFigures = /(?<=\d)(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\d)/gu;

/** The labels and words that it takes. */
export type DescribeData = Pick<PageLabels, 'facts' | 'codes' | 'units'> &
  Partial<Pick<PageLabels, 'subject' | 'entities'>> & {
    readonly words: Pick<
      PageLabels['words'],
      'answer' | 'amount' | 'counted' | 'comparators' | 'operators' | 'per' | 'each' | 'every' | 'control'
    >;
  };

/** Whom an amount is per, how often it comes, and in what it is counted. */
export type Manner = Pick<Outcome, 'unit' | 'per' | 'every'>;

/** Puts values, conditions and amounts into words. */
export class Describe {
  private readonly data: DescribeData;

  constructor(data: DescribeData) {
    this.data = data;
  }

  fact(name: string): string {
    return this.data.facts[name]?.label ?? name;
  }

  /** Whether a fact is answered by yes and no. */
  isTruth(name: string): boolean {
    return this.data.facts[name]?.type === 'boolean';
  }

  /** Whether a fact is a part of a record of yes and no. */
  isPart(name: string): boolean {
    return this.data.facts[name]?.isPart ?? false;
  }

  /** Whether a fact only says what is asked for. */
  isSwitch(name: string): boolean {
    return this.data.facts[name]?.isSwitch ?? false;
  }

  /** A value of a fact: codes by their label, numbers with their unit. */
  value(fact: string, value: Value): string {
    const { words, facts, codes } = this.data;
    if (value === null) return words.control.unknown;
    if (Array.isArray(value) && value.length === 0) return words.control.none;
    if (Array.isArray(value)) return value.map((each) => this.value(fact, each)).join(words.answer.or);
    const known = facts[fact];
    if (typeof value === 'boolean') return this.truth(value, known?.answers);
    if (typeof value === 'string') {
      if (value === '') return words.answer.empty;
      return codes[known?.codes ?? '']?.[value] ?? value;
    }
    if (known?.type === 'year') return String(value);
    return this.inUnit(value, known?.unit);
  }

  /** Yes or no, or what stands for it. */
  private truth(value: boolean, answers?: TruthAnswers): string {
    const { yes, no } = this.data.words.control;
    const [isSo, isNot] = answers ?? [yes, no];
    return value ? isSo : isNot;
  }

  /** What a condition asks of a fact: "低于 4,000 元/人·年". */
  condition(asked: { fact: string; operator: string; value: Value }): string {
    const { fact, operator, value } = this.plainly(asked);
    // One of a single value is that value.
    const single = operator === 'in' && Array.isArray(value) && value.length === 1;
    const { type, answers } = this.data.facts[fact] ?? {};
    const text = this.asked(fact, operator, value);
    // "Is not not at school" would be hard to read.
    const quoted = typeof value === 'string' && type !== 'date' && /^not/.test(operator);
    return this.comparison(
      single ? 'equal' : answers ? `${operator}.said` : operator,
      quoted ? say(this.data.words.answer.quoted, { value: text }) : onceFor(text),
      isInTime(type),
    );
  }

  /** Not yes is no. More than none is at least one, no more than none is none; what is measured is more than nothing. */
  private plainly<Asked extends { fact: string; operator: string; value: Value }>(asked: Asked): Asked {
    if (typeof asked.value === 'boolean' && asked.operator === 'notEqual')
      return { ...asked, operator: 'equal', value: !asked.value };
    if (asked.value !== 0) return asked;
    const isCount = this.data.facts[asked.fact]?.isCount;
    if (asked.operator === 'greaterThan')
      return isCount ? { ...asked, operator: 'some', value: 1 } : { ...asked, operator: 'aboveZero' };
    return isCount && asked.operator === 'lessThanInclusive' ? { ...asked, operator: 'equal' } : asked;
  }

  private asked(fact: string, operator: string, value: Value): string {
    const isChoice = Array.isArray(value) && (operator === 'in' || operator === 'notIn');
    return isChoice ? this.oneOf(value.map((each) => this.value(fact, each))) : this.value(fact, value);
  }

  /** Several values of which one is meant: “有”或“部分丧失”, 2016 或 2017. */
  oneOf(values: readonly string[]): string {
    const { comma, eitherOr, either, quoted } = this.data.words.answer;
    const isFigures = values.every((each) => /^\d/.test(each));
    // A value that is a choice itself would run into the others.
    const isMixed = values.some((each) => each.includes(eitherOr) || each.includes(comma));
    const named =
      isFigures || values.length === 1 ? values : values.map((value) => say(isMixed ? quoted : either, { value }));
    const text = [named.slice(0, -1).join(comma), ...named.slice(-1)].filter(Boolean).join(eitherOr);
    return isFigures ? text.replace(besideFigures, ' ') : text;
  }

  /** An operator in words, with the words that stand for its value. */
  comparison(operator: string, value: string, inTime: boolean): string {
    const { operators } = this.data.words;
    const dated = inTime ? operators[`date.${operator}`] : undefined;
    const sentence = dated ?? operators[operator] ?? `${operator} {value}`;
    return say(spaced(sentence, value), { value }).trim();
  }

  /** What is asked, without its verb. `against` is the fact with which it is compared: it is named with its value. */
  expected({ fact, operator, expected }: Reason, against?: string): string {
    if (against === undefined) return this.bare({ fact, operator, value: expected });
    const { answer, operators } = this.data.words;
    const value = expected === null ? answer.openNumber : this.value(fact, expected);
    const named = say(answer.namedFact, { fact: this.fact(against), value });
    const type = this.data.facts[fact]?.type;
    const alike = type === 'date' ? undefined : operators[`fact.${operator}`];
    if (alike !== undefined) return this.withoutVerb(say(alike, { fact: this.fact(against), value }));
    return this.withoutVerb(this.comparison(operator, named, isInTime(type)));
  }

  change({ fact, operator, value }: Change): string {
    return this.bare({ fact, operator, value });
  }

  private bare(condition: { fact: string; operator: string; value: Value }): string {
    return this.withoutVerb(this.condition(condition));
  }

  private withoutVerb(sentence: string): string {
    return withoutVerb(sentence, this.data.words.answer.copula);
  }

  /** An amount with whom it is per and how often: "3,000 元/人·年", "每村不少于 1 个". */
  amount({ value, unit, per, every, comparator }: Outcome): string {
    const number = onceFor(this.quantity(value, unit));
    const isTruth = typeof value === 'boolean';
    const isNone = value === 0 && comparator === 'at-most';
    // All of one is that one, and all of a whole the whole.
    const isOne = comparator === 'all' && (value === 1 || unit === '%');
    const compared = isTruth || isNone || isOne ? 'equal' : (comparator ?? 'equal');
    const sized = unit === 'date' ? this.day(comparator, number) : `${this.compared(compared)}${number}`;
    // Truths, days and words are not per anyone.
    const isAmount = typeof value === 'number' || value === null;
    return this.inManner(sized, { unit, every, per: isAmount ? per : undefined });
  }

  /** An amount as what must be: of yes and no with the verb, where the language has one. */
  demand(outcome: Outcome): string {
    const { value, unit } = outcome;
    if (typeof value !== 'boolean') return this.amount(outcome);
    return this.withoutVerb(
      this.comparison(unit === 'had' ? 'equal.said' : 'equal', this.quantity(value, unit), false),
    );
  }

  /** An amount in words with whom it is per and how often. Money has it behind: what is counted may have it before. */
  inManner(value: string, { unit, per, every }: Manner): string {
    const { amount, counted, each } = this.data.words;
    const forms = unit?.startsWith('yuan') ? amount : { ...amount, ...counted };
    const manner = say(forms[formOf(per, every)], {
      value,
      per: per === undefined ? '' : this.per(per),
      each: per === undefined ? '' : (each[per] ?? this.per(per)),
      every: every === undefined ? '' : this.every(every),
    });
    return manner.replace(/(?<=\p{Script=Han})(?=\d)/gu, ' ');
  }

  /** Whom an amount is per. */
  per(name: string): string {
    // What an entity includes is said where it is asked about.
    const entity = this.data.entities?.[name]?.replace(/\s*[（(].*$/, '');
    return this.data.words.per[name] ?? (entity && entity.charAt(0).toLowerCase() + entity.slice(1)) ?? name;
  }

  /** A day as what is required: days are not "at least" but "no earlier". */
  private day(comparator: string | undefined, value: string): string {
    const operator = { 'at-least': 'greaterThanInclusive', 'at-most': 'lessThanInclusive' }[comparator ?? ''];
    const sentence = operator === undefined ? undefined : this.data.words.operators[`date.${operator}`];
    return sentence === undefined ? value : this.withoutVerb(say(spaced(sentence, value), { value }));
  }

  /** How often an amount comes. */
  every(name: string): string {
    return this.data.words.every[name] ?? name;
  }

  /** How an amount is meant, before it: "不少于 ". */
  compared(comparator: string): string {
    return this.data.words.comparators[comparator] ?? '';
  }

  /** A number, truth, day or word of an outcome, in its unit. */
  quantity(value: Outcome['value'] | undefined, unit: string | undefined): string {
    const { words, units } = this.data;
    if (value === null || value === undefined) return words.control.unknown;
    if (typeof value === 'boolean')
      return this.truth(value, unit === 'had' ? [words.control.given, words.control.notGiven] : undefined);
    if (typeof value === 'string') return value;
    // How far apart two days are is counted in days.
    if (unit === 'date') return counted(value, units.days ?? '');
    return this.inUnit(value, unit);
  }

  private inUnit(value: number, unit = '1'): string {
    const name = unit === '1' ? '' : this.unit(unit);
    if (!unit.startsWith('yuan')) return counted(value, name);
    // Every sum of money is written as its currency is, whatever it is per.
    return minusFirst(say(this.data.words.amount.yuan, { number: digits(value) })) + name.replace(/^(?:元|yuan)/, '');
  }

  /** A unit in words. */
  unit(name: string): string {
    return this.data.units[name] ?? name;
  }

  /** What stands for what is granted where there is no number: one that is still to come, or none that the document sets. */
  unset({ unit }: Outcome, model: OutcomeModel | undefined, isSettled: boolean): string {
    const { amountUnset, numberUnset, noAmount, noNumber, amountOpen } = this.data.words.answer;
    const isMoney = unit?.startsWith('yuan');
    if (isSettled) return isMoney ? amountUnset : numberUnset;
    if (model?.value !== null) return amountOpen;
    return isMoney ? noAmount : noNumber;
  }

  /** A member by number and name; the household; another entity by what it is called. The page's own subject goes without saying. */
  who({ entity, index }: { entity: string; index?: number | undefined }, names: readonly string[]): string {
    const { subject, entities = {}, words } = this.data;
    if (entity === 'person') {
      const name = names[index ?? 0];
      return say(words.answer.person, { n: (index ?? 0) + 1 }) + (name ? ` ${name}` : '');
    }
    if (entity === 'household' && subject === 'household') return words.answer.household;
    return entity === subject ? '' : (entities[entity] ?? entity);
  }
}

/** A day or a year is before or after another, not below or above it. */
const isInTime = (type: string | undefined): boolean => type === 'date' || type === 'year';

/** A number in its unit. Of a share two decimals are enough, unless it would look like a whole number that it is not. */
function counted(value: number, unit: string): string {
  const short = Number(value.toFixed(2));
  const isShare = unit === '%' && (!Number.isInteger(short) || short === value);
  return withUnit(digits(isShare ? short : value), unit);
}

/** A sentence with the spaces that its value needs beside it. */
function spaced(sentence: string, value: string): string {
  if (/^“/.test(value)) return sentence.replace(/(?<=\p{Script=Han}) /gu, '');
  if (!/^\d/.test(value)) return sentence;
  return sentence.replace(besideChinese, (_, before, after) => [before, '{value}', after].filter(Boolean).join(' '));
}

function formOf(
  per: string | undefined,
  every: string | undefined,
): 'plain' | 'per' | 'every' | 'perEvery' | 'once' | 'perOnce' {
  if (per === undefined) return every === undefined ? 'plain' : every === 'once' ? 'once' : 'every';
  return every === undefined ? 'per' : every === 'once' ? 'perOnce' : 'perEvery';
}

/** What is asked, without the verb that it may begin with, and the space between that and a figure. */
export const withoutVerb = (sentence: string, copula: string): string =>
  sentence.startsWith(copula) ? sentence.slice(copula.length).trimStart() : sentence;

/** The sign of an amount stands before that of its currency. */
const minusFirst = (money: string): string => money.replace(/^¥-/, '-¥');
