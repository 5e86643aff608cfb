import { parseFormula, type Syntax } from '@jingzhun/rules/compare';
import { type Compared, comparedAmong } from './compared.ts';
import { filled } from './filled.ts';
import { bracketed, kindOf } from './formula-brackets.ts';
import { isCondition, nameOf, withoutOne } from './formula-parts.ts';
import { opposite } from './opposite.ts';
import type { PolicyVoice } from './policy-voice.ts';
import { countsRoster, entryOf, rosterOf, unitOf } from './roster-of.ts';

const comparisons = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const;

const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const;

const lists = new Set(['count', 'sum', 'any', 'every', 'earliest', 'latest']);

/** What is added to a day, in units of the vocabulary. */
const spans: Readonly<Record<string, string>> = { addDays: 'days', addMonths: 'months', addYears: 'years' };

/** The policy's own mark for "never": no document speaks of a day this late. */
const isNever = (syntax: Syntax): boolean => syntax.form === 'date' && syntax.value >= '2100';

/** Puts formulas into words: names by their titles, codes by their labels. */
export class FormulaWords {
  private readonly voice: PolicyVoice;
  /** The list that is gone through, whose entries `entry` stands for. */
  private list: string | undefined;
  /** Of the result, which says to what a sum is rounded that names no step. */
  private unit: string | undefined;

  constructor(voice: PolicyVoice) {
    this.voice = voice;
  }

  /** Whom the roster lists. */
  private roster: string | undefined;

  private readonly named = (name: string): Compared => this.voice.compared(name);
  private readonly isTruth = (name: string): boolean => this.voice.isTruth(name);

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

  private write(syntax: Syntax, about: string): string {
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
        return (
          this.answered(syntax, about) ??
          this.absent(syntax, about) ??
          this.compared(syntax.left, comparisons[syntax.operator], [syntax.right], about)
        );
      case 'in':
        return this.compared(syntax.of, 'in', syntax.values, about);
      case 'contains':
        return this.compared(syntax.of, 'contains', [syntax.value], about);
      case 'join':
        return syntax.of.map((part) => this.inner(part, 'join', about)).join(formula[syntax.operator]);
      case 'not':
        return this.denied(syntax.of, about);
      case 'call':
        return this.called(syntax, about);
    }
  }

  private name(name: string, about: string): string {
    const { voice } = this;
    if (name === 'entry') return voice.words.formula.entry;
    return voice.within(voice.parameters.get(name)?.title[voice.language] ?? voice.fact(name, about));
  }

  private rosterNamed(): string {
    const { roster, rosterOf } = this.voice.words.formula;
    const unit = unitOf(this.roster);
    return unit === undefined ? roster : this.fill(rosterOf, [this.voice.counted(unit)]);
  }

  /** A yes/no fact that is held against an answer. */
  private answered({ operator, left, right }: Extract<Syntax, { form: 'compare' }>, about: string): string | undefined {
    if (left.form !== 'name' || right.form !== 'truth' || !this.voice.isTruth(left.name)) return undefined;
    return this.voice.truth(left.name, about, right.value === (operator === '='));
  }

  /** What is not the case, as what is the case instead where it can be said so. */
  private denied(syntax: Syntax, about: string): string {
    const { not, ifAbsent } = this.voice.words.formula;
    if (syntax.form === 'name' && this.voice.isTruth(syntax.name)) return this.voice.truth(syntax.name, about, false);
    if (syntax.form === 'not') return this.write(syntax.of, about);
    if (syntax.form === 'compare') return this.write({ ...syntax, operator: opposite[syntax.operator] }, about);
    if (syntax.form === 'in') return this.compared(syntax.of, 'notIn', syntax.values, about);
    if (syntax.form === 'contains') return this.compared(syntax.of, 'doesNotContain', [syntax.value], about);
    const [what, other] = syntax.form === 'call' ? syntax.inputs : [];
    if (syntax.form === 'call' && syntax.name === 'given' && what !== undefined)
      return this.told(what, 'notGiven', about);
    if (syntax.form === 'call' && syntax.name === 'ifAbsent' && what !== undefined && other?.form === 'truth') {
      const denied = this.denied(what, about);
      return other.value ? denied : this.fill(ifAbsent.denied, [denied]);
    }
    return this.fill(not, [this.inner(syntax, 'not', about)]);
  }

  /** Whether something is given; of what is told in a sentence, whether that is so. */
  private told(syntax: Syntax, how: 'given' | 'notGiven', about: string): string {
    const { functions, yes } = this.voice.words.formula;
    const named = this.plain(syntax, about);
    const said = this.write(syntax, about);
    const isSentence = said !== named && said !== this.fill(yes, [named]);
    return this.fill(functions[isSentence ? `${how}Truth` : how] ?? '', [named, said]);
  }

  /** A name by itself, also of a yes/no fact: nothing is said of its answer. */
  private plain(syntax: Syntax, about: string): string {
    return syntax.form === 'name' && syntax.name !== 'roster'
      ? this.name(syntax.name, about)
      : this.write(syntax, about);
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

  /** Whether what is given instead of a missing value is that same value: the value is it, or missing. */
  private absent({ operator, left, right }: Extract<Syntax, { form: 'compare' }>, about: string): string | undefined {
    if (operator !== '=' || left.form !== 'call' || left.name !== 'ifAbsent') return undefined;
    const [what, other] = left.inputs;
    if (what === undefined || other === undefined || JSON.stringify(other) !== JSON.stringify(right)) return undefined;
    const { functions } = this.voice.words.formula;
    if (isNever(other)) return this.fill(functions.notGiven ?? '', [this.write(what, about)]);
    return this.fill(functions.orNotGiven ?? '', [this.compared(what, 'equal', [right], about)]);
  }

  private compared(left: Syntax, operator: string, values: readonly Syntax[], about: string): string {
    const { voice } = this;
    const written = (sides: readonly Syntax[]): string => {
      const texts = sides.map((value) => this.beside(value, left, about));
      return operator === 'in' || (operator === 'notIn' && voice.language === 'zh')
        ? voice.describe.oneOf(texts)
        : texts.join(voice.words.formula.list);
    };
    const compared = comparedAmong([left, ...values], this.named);
    const [only] = values;
    const one = only?.form === 'number' && Number(only.digits) === 0 ? written([{ ...only, digits: '1' }]) : undefined;
    const asked = voice.comparison(operator, written(values), compared, one);
    const subject = voice.numbered(
      left.form === 'name' ? this.plain(left, about) : this.inner(left, 'compare', about),
      nameOf(left),
    );
    if (only?.form === 'name' && voice.isName(only.name) && /^(?:equal|notEqual)$/.test(operator))
      return voice.alike(subject, operator, only.name);
    return voice.language === 'zh' ? `${subject}${asked}` : `${subject} ${asked}`;
  }

  /** A code stands as its label beside the fact that has it. */
  private beside(value: Syntax, of: Syntax, about: string): string {
    const unit = unitOf(this.roster);
    if (value.form === 'number' && value.unit !== undefined && unit !== undefined && countsRoster(of))
      return this.voice.value(Number(value.digits), unit);
    if (of.form === 'name' && !this.voice.parameters.has(of.name)) {
      const fact = of.name === 'entry' ? (this.list ?? of.name) : of.name;
      if (value.form === 'text') return this.voice.code(fact, value.value);
      if (value.form === 'number' && value.unit === undefined && !value.percent) {
        return this.voice.describe.value(fact, Number(value.digits));
      }
    }
    return this.voice.numbered(this.inner(value, 'compare', about), nameOf(value));
  }

  private called(syntax: Extract<Syntax, { form: 'call' }>, about: string): string {
    const { name, inputs } = syntax;
    const { functions, list } = this.voice.words.formula;
    const [first, second, third] = inputs;
    if (name === 'round') return this.rounded(inputs, about);
    if (name === 'if') return this.chosen(inputs, about);
    if (name === 'max' || name === 'min') return this.extreme(syntax, about);
    if (name === 'given' && first !== undefined) return this.told(first, 'given', about);
    if (name === 'ifAbsent') return this.orElse(inputs, about);
    // A sum of ones is a number of entries.
    if (name === 'sum' && first !== undefined && second?.form === 'number' && second.digits === '1' && !second.percent)
      return this.called({ ...syntax, name: 'count', inputs: third === undefined ? [first] : [first, third] }, about);
    const isList = lists.has(name);
    const entry = isList ? entryOf(first, this.roster) : undefined;
    const outer = this.list;
    if (isList && first?.form === 'name') this.list = first.name;
    const written = inputs.map((input, place) =>
      // A list is named first, and what is asked of its entries stands in quotation marks.
      isList && place > 0 ? this.write(input, entry ?? about) : this.inner(input, 'call', about),
    );
    this.list = outer;
    const unit = spans[name];
    if (unit !== undefined && second !== undefined && written[0] !== undefined) {
      // A period has its unit in its own name or value.
      if (second.form === 'name' && first !== undefined)
        return `${this.inner(first, 'arithmetic', about)} + ${written[1]}`;
      const back = lessThanNought(second);
      const by = back ?? second;
      const span = by.form === 'number' ? this.voice.value(Number(by.digits), unit) : undefined;
      const other = this.fill(this.voice.words.formula.spans[unit] ?? '', [this.inner(by, 'arithmetic', about)]);
      return this.fill(functions[back === undefined ? 'later' : 'before'] ?? '', [written[0], span ?? other]);
    }
    const counted = unitOf(entry);
    if (name === 'count' && counted !== undefined) {
      const { counts } = this.voice.words.formula;
      const pattern = counts[`${countsRoster(syntax) ? 'roster' : 'list'}${inputs.length}`];
      return this.fill(pattern ?? '', [...written, this.voice.counted(counted)]);
    }
    if ((name === 'earliest' || name === 'latest') && second?.form === 'name' && second.name === 'entry')
      return this.fill(functions[`${name}Entry${inputs.length}`] ?? '', written);
    const pattern = functions[`${name}${inputs.length}`] ?? functions[name];
    return pattern === undefined ? `${name}(${written.join(list)})` : this.fill(pattern, written);
  }

  /** What is taken where a value is not given. */
  private orElse([what, other]: readonly Syntax[], about: string): string {
    const { ifAbsent } = this.voice.words.formula;
    if (what === undefined || other === undefined) return '';
    const kind =
      other.form === 'call' && other.name === 'if'
        ? 'choice'
        : !isCondition(what, this.isTruth)
          ? 'value'
          : other.form === 'truth'
            ? 'answer'
            : 'condition';
    return this.fill(ifAbsent[kind], [this.inner(what, 'call', about), this.write(other, about)]);
  }

  /** One case after the other: what is chosen from where none is met is not a choice of its own. */
  private chosen(inputs: readonly Syntax[], about: string): string {
    const { cases, otherwise, asks, comma, semicolon } = this.voice.words.formula;
    const then = (of: Syntax, value: string, asked: string, when?: string): string => {
      const pattern = of.form !== 'truth' && isCondition(of, this.isTruth) ? asked : value;
      // Quotation marks do what brackets do.
      const text = pattern.includes('“') ? this.write(of, about) : this.inner(of, 'call', about);
      return this.fill(pattern, when === undefined ? [text] : [when, text]);
    };
    const said: string[] = [];
    let rest = inputs;
    while (rest.length === 3) {
      const [when, chosen, other] = rest as readonly [Syntax, Syntax, Syntax];
      said.push(then(chosen, cases, asks.cases, this.inner(when, 'call', about, 'whole')));
      rest = other.form === 'call' && other.name === 'if' ? other.inputs : [other];
    }
    const last = rest.map((other) => then(other, otherwise, asks.otherwise));
    return [...said, ...last].join(said.length > 1 ? semicolon : comma);
  }

  /** The largest of the largest of several is the largest of all. */
  private extreme({ name, inputs }: Extract<Syntax, { form: 'call' }>, about: string): string {
    const { functions, list, last } = this.voice.words.formula;
    const flat = (syntax: Syntax): readonly Syntax[] =>
      syntax.form === 'call' && syntax.name === name ? syntax.inputs.flatMap(flat) : [syntax];
    const all = inputs.flatMap(flat);
    const day = comparedAmong(all, this.named) === 'day' ? 'Day' : '';
    const written = all.map((input) => this.inner(input, 'call', about));
    if (written.length <= 2) return this.fill(functions[name + day] ?? '', written);
    const named = `${written.slice(0, -1).join(list)}${last}${written.at(-1)}`;
    return this.fill(functions[`${name}Many${day}`] ?? '', [named]);
  }

  private rounded([what, mode, step]: readonly Syntax[], about: string): string {
    const { rounded, roundedTo, fen, comma } = this.voice.words.formula;
    const how = mode?.form === 'name' ? (mode.name as keyof typeof rounded) : 'half-up';
    const digits = step?.form === 'number' && step.digits !== '1' ? step.digits : undefined;
    const to = digits ?? (step === undefined && this.unit?.startsWith('yuan') ? fen : undefined);
    const said = to === undefined ? rounded[how] : this.fill(roundedTo[how], [to]);
    return what === undefined ? '' : `${this.write(what, about)}${comma}${said}`;
  }

  /** A part in brackets where it would else be read with what stands around it; `whole` where it stands by itself. */
  private inner(syntax: Syntax, inside: keyof typeof bracketed, about: string, whole?: 'whole'): string {
    const text = this.write(syntax, about);
    const kind = kindOf(withoutOne(syntax));
    const apart = whole === undefined ? bracketed[inside].has(kind) : kind === 'if';
    return apart ? this.fill(this.voice.words.formula.brackets, [text]) : text;
  }

  private fill(pattern: string, inputs: readonly string[]): string {
    return filled(pattern, inputs, this.voice.language);
  }
}

/** What is taken from nothing: the grammar has no numbers below nought. */
const lessThanNought = (syntax: Syntax): Syntax | undefined =>
  syntax.form === 'arithmetic' && syntax.operator === '-' && syntax.left.form === 'number' && syntax.left.digits === '0'
    ? syntax.right
    : undefined;
