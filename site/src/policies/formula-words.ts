import { parseFormula, type Syntax } from '@jingzhun/rules/compare';
import { say } from '../calculator/say.ts';
import type { PolicyVoice } from './policy-voice.ts';

const comparisons = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const;

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

const compound = new Set(['arithmetic', 'compare', 'in', 'contains', 'join', 'not', 'call']);

const lists = new Set(['count', 'sum', 'any', 'every', 'earliest', 'latest']);

const dayFunctions = new Set(['addDays', 'addMonths', 'addYears', 'firstOfNextMonth', 'earliest', 'latest']);

/** Puts formulas into words: names by their titles, codes by their labels. */
export class FormulaWords {
  private readonly voice: PolicyVoice;
  /** The list that is gone through, whose entries `entry` stands for. */
  private list: string | undefined;

  constructor(voice: PolicyVoice) {
    this.voice = voice;
  }

  /** `unit`: of the result, for a formula that is but a number. */
  of(formula: string, about: string, unit?: string): string {
    const syntax = parseFormula(formula);
    if (syntax.form === 'number' && syntax.unit === undefined && !syntax.percent) {
      // As it is written: a factor may have more places than an amount.
      return unit === undefined ? syntax.digits : this.voice.value(Number(syntax.digits), unit);
    }
    return this.write(syntax, about);
  }

  private write(syntax: Syntax, about: string): string {
    const { voice } = this;
    const { formula } = voice.words;
    const inner = (part: Syntax): string => this.inner(part, about);
    switch (syntax.form) {
      case 'number':
        if (syntax.percent) return `${syntax.digits}%`;
        return syntax.unit === undefined ? syntax.digits : voice.value(Number(syntax.digits), syntax.unit);
      case 'text':
        return voice.ownText(syntax.value);
      case 'date':
        return syntax.value;
      case 'truth':
        return voice.describe.quantity(syntax.value, undefined);
      case 'unknown':
        return formula.unknown;
      case 'name':
        if (syntax.name === 'entry') return formula.entry;
        return voice.parameters.get(syntax.name)?.title[voice.language] ?? voice.fact(syntax.name, about);
      case 'arithmetic':
        return `${inner(syntax.left)} ${signs[syntax.operator]} ${inner(syntax.right)}`;
      case 'compare':
        return this.compared(syntax.left, comparisons[syntax.operator], [syntax.right], about);
      case 'in':
        return this.compared(syntax.of, 'in', syntax.values, about);
      case 'contains':
        return this.compared(syntax.of, 'contains', [syntax.value], about);
      case 'join':
        return syntax.of.map(inner).join(formula[syntax.operator]);
      case 'not':
        return fill(formula.not, [inner(syntax.of)]);
      case 'call':
        return this.called(syntax, about);
    }
  }

  private compared(left: Syntax, operator: string, values: readonly Syntax[], about: string): string {
    const { voice } = this;
    const right = values.map((value) => this.beside(value, left, about)).join(voice.words.formula.list);
    const days = [left, ...values].some((side) => this.isDay(side));
    const asked = voice.describe.comparison(operator, right, days);
    const subject = this.inner(left, about);
    return voice.language === 'zh' ? `${subject}${asked}` : `${subject} ${asked}`;
  }

  /** A code stands as its label beside the fact that has it. */
  private beside(value: Syntax, of: Syntax, about: string): string {
    if (of.form === 'name' && !this.voice.parameters.has(of.name)) {
      const fact = of.name === 'entry' ? (this.list ?? of.name) : of.name;
      if (value.form === 'text') return this.voice.code(fact, value.value);
      if (value.form === 'number' && value.unit === undefined && !value.percent) {
        return this.voice.describe.value(fact, Number(value.digits));
      }
    }
    return this.inner(value, about);
  }

  private called({ name, inputs }: Extract<Syntax, { form: 'call' }>, about: string): string {
    const { functions, rounded, brackets, list } = this.voice.words.formula;
    const [what, mode] = inputs;
    if (name === 'round' && what !== undefined) {
      const how = mode?.form === 'name' ? rounded[mode.name as keyof typeof rounded] : undefined;
      return this.voice.close(`${this.inner(what, about)} ${fill(brackets, [how ?? ''])}`);
    }
    const days = inputs.some((input) => this.isDay(input)) ? functions[`${name}Day`] : undefined;
    const pattern = days ?? functions[`${name}${inputs.length}`] ?? functions[name];
    const outer = this.list;
    const [first] = inputs;
    if (lists.has(name) && first?.form === 'name') this.list = first.name;
    const written = inputs.map((input) => this.write(input, about));
    this.list = outer;
    return pattern === undefined ? `${name}(${written.join(list)})` : fill(pattern, written);
  }

  private isDay(syntax: Syntax): boolean {
    if (syntax.form === 'call') return dayFunctions.has(syntax.name);
    return syntax.form === 'date' || (syntax.form === 'name' && this.voice.isDay(syntax.name));
  }

  /** In brackets where it is more than a name or number. */
  private inner(syntax: Syntax, about: string): string {
    const text = this.write(syntax, about);
    return compound.has(syntax.form) ? fill(this.voice.words.formula.brackets, [text]) : text;
  }
}

const fill = (pattern: string, inputs: readonly string[]): string =>
  say(pattern, Object.fromEntries(inputs.map((input, place) => [place, input])));
