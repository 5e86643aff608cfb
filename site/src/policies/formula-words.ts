import { parseFormula, type Syntax } from '@jingzhun/rules/compare';
import { fieldOf } from '@jingzhun/schemas';
import { CallWords } from './call-words.ts';
import { ComparisonWords } from './comparison-words.ts';
import { filled } from './filled.ts';
import { bracketed, isAlternative, kindOf } from './formula-brackets.ts';
import { type FormulaLine, FormulaLines } from './formula-lines.ts';
import { withoutOne } from './formula-parts.ts';
import type { PolicyVoice } from './policy-voice.ts';
import { rosterOf, unitOf } from './roster-of.ts';

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

/** Puts formulas into words: names by their titles, codes by their labels. */
export class FormulaWords {
  readonly voice: PolicyVoice;
  /** The list that is gone through, whose entries `entry` stands for. */
  list: string | undefined;
  /** Of the result, which says to what a sum is rounded that names no step. */
  unit: string | undefined;
  /** Whom the roster lists. */
  roster: string | undefined;
  private readonly comparisons: ComparisonWords;
  private readonly calls: CallWords;

  constructor(voice: PolicyVoice) {
    this.voice = voice;
    this.comparisons = new ComparisonWords(this);
    this.calls = new CallWords(this, this.comparisons);
  }

  /** `unit`: of the result, for a formula that is but a number. */
  of(formula: string, about: string, unit?: string): string {
    const syntax = parseFormula(formula);
    if (syntax.form === 'number' && syntax.unit === undefined && !syntax.percent) {
      // As it is written: a factor may have more places than an amount.
      return unit === undefined ? syntax.digits : this.voice.value(Number(syntax.digits), unit);
    }
    this.unit = unit;
    this.roster = rosterOf(syntax);
    return this.write(syntax, about);
  }

  /** The same in several lines where it is too long for one. */
  lines(formula: string, about: string, unit?: string): FormulaLine {
    const syntax = parseFormula(formula);
    this.unit = unit;
    this.roster = rosterOf(syntax);
    return new FormulaLines(this).of(syntax, about);
  }

  write(syntax: Syntax, about: string): string {
    const { voice } = this;
    const { formula } = voice.words;
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
        if (syntax.name === 'roster') return this.rosterNamed();
        if (voice.isTruth(syntax.name)) return voice.truth(syntax.name, about, true);
        return this.name(syntax.name, about);
      case 'arithmetic':
        if (withoutOne(syntax) !== syntax) return this.write(withoutOne(syntax), about);
        return `${this.side(syntax.left, syntax, about)} ${signs[syntax.operator]} ${this.side(syntax.right, syntax, about)}`;
      case 'compare':
        return this.comparisons.of(syntax, about);
      case 'in':
        return this.comparisons.compared(syntax.of, 'in', syntax.values, about);
      case 'contains':
        return this.comparisons.compared(syntax.of, 'contains', [syntax.value], about);
      case 'join':
        return syntax.of.map((part) => this.joined(part, syntax.operator, about)).join(formula[syntax.operator]);
      case 'not':
        return this.comparisons.denied(syntax.of, about);
      case 'call':
        return this.calls.called(syntax, about);
    }
  }

  name(name: string, about: string): string {
    const { voice } = this;
    if (name === 'entry') return this.entry();
    const title = voice.parameters.get(name)?.title[voice.language];
    return title === undefined ? voice.inText(name, about) : voice.within(title);
  }

  private entry(): string {
    const { date, year, other } = this.voice.words.formula.entries;
    const type = this.list === undefined ? undefined : fieldOf(this.list)?.items?.type;
    return type === 'date' ? date : type === 'year' ? year : other;
  }

  /** A parameter that stands by itself, beside another or as what is chosen: where it has one value, that value. */
  sole(syntax: Syntax): string | undefined {
    return syntax.form === 'name' && this.voice.parameters.has(syntax.name)
      ? this.voice.within(this.voice.parameter(syntax.name))
      : undefined;
  }

  private rosterNamed(): string {
    const { roster, rosterOf } = this.voice.words.formula;
    const unit = unitOf(this.roster);
    return unit === undefined ? roster : this.fill(rosterOf, [this.voice.counted(unit)]);
  }

  /** Chinese has a comma before its “and”; in English what holds an “or” of its own would run into it. */
  private joined(part: Syntax, operator: 'and' | 'or', about: string): string {
    const text = this.inner(part, 'join', about);
    const isApart = this.voice.language === 'en' && operator === 'and' && isAlternative(part);
    return isApart ? this.fill(this.voice.words.formula.brackets, [text]) : text;
  }

  /** A product within a sum, and what stands first among its like, needs no brackets. */
  private side(part: Syntax, { operator, right }: Extract<Syntax, { form: 'arithmetic' }>, about: string): string {
    const isSum = operator === '+' || operator === '-';
    const plain =
      part.form === 'arithmetic' &&
      (isSum
        ? part !== right || part.operator === '*' || part.operator === '/'
        : part !== right && (part.operator === '*' || part.operator === '/'));
    return plain ? this.write(part, about) : this.inner(part, 'arithmetic', about);
  }

  /** A part in brackets where it would else be read with what stands around it; `whole` where it stands by itself. */
  inner(syntax: Syntax, inside: keyof typeof bracketed, about: string, whole?: 'whole'): string {
    const text = this.write(syntax, about);
    const kind = kindOf(withoutOne(syntax));
    const apart = whole === undefined ? bracketed[inside].has(kind) : kind === 'if';
    return apart ? this.fill(this.voice.words.formula.brackets, [text]) : text;
  }

  fill(pattern: string, inputs: readonly string[]): string {
    return filled(pattern, inputs, this.voice.language);
  }
}
