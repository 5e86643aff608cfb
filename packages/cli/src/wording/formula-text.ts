import { parseFormula, type Syntax } from '@jingzhun/rules/compare';
import { operatorWord, spaced } from './finding-text.ts';
import type { PolicyWords } from './policy-words.ts';

const comparisons = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const;

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/** Functions in words; `{0}` is the first input. Those that take more or less than here are looked up by their count. */
const functions: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  min: ['{0} 与 {1} 中较小（早）者', 'the smaller (earlier) of {0} and {1}'],
  max: ['{0} 与 {1} 中较大（晚）者', 'the larger (later) of {0} and {1}'],
  given: ['已填{0}', '{0} is given'],
  ifAbsent: ['{0}（未填则为{1}）', '{0} (or, where not given, {1})'],
  if: ['如{0}则为{1}，否则为{2}', '{1} if {0}, else {2}'],
  count1: ['{0}的个数', 'the number of {0}'],
  count2: ['{0}中符合“{1}”的个数', 'the number of {0} where “{1}”'],
  sum2: ['{0}的“{1}”之和', 'the sum of “{1}” over {0}'],
  sum3: ['{0}中符合“{2}”者的“{1}”之和', 'the sum of “{1}” over {0} where “{2}”'],
  any: ['{0}中至少一项符合“{1}”', '“{1}” holds for at least one of {0}'],
  every: ['{0}全部符合“{1}”', '“{1}” holds for each of {0}'],
  earliest1: ['{0}中最早的一天', 'the first day of {0}'],
  earliest2: ['{0}的“{1}”中最早的一天', 'the first “{1}” of {0}'],
  earliest3: ['{0}中符合“{2}”者最早的“{1}”', 'the first “{1}” of {0} where “{2}”'],
  latest1: ['{0}中最晚的一天', 'the last day of {0}'],
  latest2: ['{0}的“{1}”中最晚的一天', 'the last “{1}” of {0}'],
  latest3: ['{0}中符合“{2}”者最晚的“{1}”', 'the last “{1}” of {0} where “{2}”'],
  earliestEntry2: ['{0}中最早的一个', 'the earliest of {0}'],
  earliestEntry3: ['符合“{2}”的{0}中最早的一个', 'the earliest of {0} where “{2}”'],
  latestEntry2: ['{0}中最晚的一个', 'the latest of {0}'],
  latestEntry3: ['符合“{2}”的{0}中最晚的一个', 'the latest of {0} where “{2}”'],
  addDays: ['{0}之后 {1} 天', '{1} days after {0}'],
  addMonths: ['{0}之后 {1} 个月', '{1} months after {0}'],
  addYears: ['{0}之后 {1} 年', '{1} years after {0}'],
  firstOfNextMonth: ['{0}次月的第一天', 'the first of the month after {0}'],
  year: ['{0}的年份', 'the year of {0}'],
  completedYears: ['{0}至{1}的周年数', 'the full years from {0} to {1}'],
  daysBetween: ['{0}至{1}的天数', 'the days from {0} to {1}'],
};

const modes: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'half-up': ['四舍五入', 'rounded half up'],
  up: ['向上舍入', 'rounded up'],
  down: ['向下舍入', 'rounded down'],
};

/** A formula in words: names by their titles, codes by their labels. What cannot be read stands as written. */
export function formulaText(formula: unknown, words: PolicyWords, spokenOf?: string, unit?: string): string {
  if (formula === null || formula === undefined) {
    return unit?.startsWith('yuan')
      ? words.say({ zh: '文件没有定金额', en: 'the document sets no amount' })
      : words.say({ zh: '文件没有定数', en: 'the document sets no number' });
  }
  if (typeof formula === 'boolean') return words.say(formula ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });
  try {
    const syntax = parseFormula(String(formula));
    if (syntax.form === 'number' && syntax.unit === undefined && !syntax.percent) {
      return words.amount(Number(syntax.digits), unit);
    }
    const whole = syntax.form === 'name' ? words.parameterText(syntax.name) : undefined;
    return whole ?? new FormulaWriter(words, spokenOf).write(syntax);
  } catch {
    return String(formula);
  }
}

class FormulaWriter {
  private readonly words: PolicyWords;
  private readonly spokenOf: string | undefined;

  constructor(words: PolicyWords, spokenOf: string | undefined) {
    this.words = words;
    this.spokenOf = spokenOf;
  }

  write(syntax: Syntax): string {
    const { words } = this;
    switch (syntax.form) {
      case 'number':
        return this.number(syntax);
      case 'text':
      case 'date':
        return syntax.value;
      case 'truth':
        return formulaText(syntax.value, words);
      case 'unknown':
        return words.say({ zh: '未知', en: 'unknown' });
      case 'name':
        return words.isTruth(syntax.name) ? this.truth(syntax.name, true) : this.name(syntax.name);
      case 'arithmetic':
        return `${this.inner(syntax.left)} ${signs[syntax.operator]} ${this.inner(syntax.right)}`;
      case 'compare': {
        const { left, right, operator } = syntax;
        if (left.form === 'name' && right.form === 'truth' && words.isTruth(left.name))
          return this.truth(left.name, right.value === (operator === '='));
        const days = [syntax.left, syntax.right].some((side) => this.isDay(side));
        const word = operatorWord(comparisons[syntax.operator], words, days);
        return this.joined(this.inner(syntax.left), word, this.beside(syntax.right, syntax.left));
      }
      case 'in': {
        const values = syntax.values.map((value) => this.beside(value, syntax.of));
        return this.joined(
          this.inner(syntax.of),
          operatorWord('in', words),
          values.join(words.say({ zh: '、', en: ', ' })),
        );
      }
      case 'contains':
        return this.joined(
          this.inner(syntax.of),
          operatorWord('contains', words),
          this.beside(syntax.value, syntax.of),
        );
      case 'join': {
        const word = syntax.operator === 'and' ? { zh: ' 且 ', en: ' and ' } : { zh: ' 或 ', en: ' or ' };
        return syntax.of.map((part) => this.inner(part)).join(words.say(word));
      }
      case 'not':
        if (syntax.of.form === 'name' && words.isTruth(syntax.of.name)) return this.truth(syntax.of.name, false);
        return words.say({ zh: `并非${this.inner(syntax.of)}`, en: `not ${this.inner(syntax.of)}` });
      case 'call':
        return this.call(syntax);
    }
  }

  private number({ digits, percent, unit }: Extract<Syntax, { form: 'number' }>): string {
    if (percent) return `${digits}%`;
    // A plain number of this size is a year.
    return unit === undefined && /^(19|20)\d\d$/.test(digits) ? digits : this.words.amount(Number(digits), unit);
  }

  private name(name: string): string {
    const { words } = this;
    if (name === 'entry') return words.say({ zh: '该项', en: 'the entry' });
    const parameter = words.parameter(name);
    return parameter === undefined ? words.fact(name, this.spokenOf) : words.say(parameter.title);
  }

  /** That a yes or no is this: its name alone is no statement. */
  private truth(name: string, isTrue: boolean): string {
    const answer = formulaText(isTrue, this.words);
    return this.words.say({ zh: `${this.name(name)}为${answer}`, en: `${this.name(name)}: ${answer}` });
  }

  /** A value by itself: of a yes or no its name, where nothing is asked of it. */
  private plain(syntax: Syntax): string {
    return syntax.form === 'name' ? this.name(syntax.name) : this.inner(syntax);
  }

  private call({ name, inputs }: Extract<Syntax, { form: 'call' }>): string {
    const place = this.words.language === 'zh' ? 0 : 1;
    if (name === 'round') {
      const [what, mode] = inputs;
      const how = modes[mode?.form === 'name' ? mode.name : '']?.[place] ?? '';
      return this.words.say({
        zh: `${this.inner(what as Syntax)}（${how}）`,
        en: `${this.inner(what as Syntax)} (${how})`,
      });
    }
    const [first, second, third] = inputs;
    // A sum of ones is a number of entries, and the day taken of an entry that is a day is that entry.
    if (name === 'sum' && first !== undefined && second?.form === 'number' && second.digits === '1' && !second.percent)
      return this.call({ form: 'call', name: 'count', inputs: third === undefined ? [first] : [first, third] });
    const entry =
      second?.form === 'name' && second.name === 'entry' ? functions[`${name}Entry${inputs.length}`] : undefined;
    const pattern = (entry ?? functions[`${name}${inputs.length}`] ?? functions[name])?.[place];
    const written = inputs.map((input) => (name === 'given' ? this.plain(input) : this.write(input)));
    if (pattern === undefined) return `${name}(${written.join(', ')})`;
    return pattern.replace(/\{(\d)\}/g, (_, index) => written[Number(index)] ?? '');
  }

  /** In brackets where it is more than a name or number. */
  private inner(syntax: Syntax): string {
    const text = this.write(syntax);
    const simple = !['arithmetic', 'compare', 'in', 'contains', 'join', 'not', 'call'].includes(syntax.form);
    return simple ? text : this.words.say({ zh: `（${text}）`, en: `(${text})` });
  }

  /** A code stands as its label beside the fact that has it. */
  private beside(value: Syntax, of: Syntax): string {
    if (value.form === 'text' && of.form === 'name') return this.words.value(of.name, value.value);
    if (value.form === 'number' && of.form === 'name' && value.unit === undefined && !value.percent) {
      return this.words.value(of.name, Number(value.digits));
    }
    return this.inner(value);
  }

  private isDay(syntax: Syntax): boolean {
    return syntax.form === 'date' || (syntax.form === 'name' && this.words.isDay(syntax.name));
  }

  private joined(left: string, word: string, right: string): string {
    return this.words.language === 'zh' ? `${left}${word}${spaced(right)}` : `${left} ${word} ${right}`;
  }
}
