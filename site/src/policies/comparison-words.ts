import type { Syntax } from '@jingzhun/rules/compare';
import { type Compared, comparedAmong } from './compared.ts';
import { nameOf, withoutOne } from './formula-parts.ts';
import type { FormulaWords } from './formula-words.ts';
import { inMeasure } from './in-measure.ts';
import { opposite } from './opposite.ts';
import { countsRoster, entryOf, unitOf } from './roster-of.ts';

const comparisons = {
  '=': 'equal',
  '!=': 'notEqual',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
} as const;

/** The policy's own mark for "never": no document speaks of a day this late. */
const isNever = (syntax: Syntax): boolean => syntax.form === 'date' && syntax.value >= '2100';

/** Puts into words what a formula asks: how two values compare, the answer of a yes/no fact, and what is not the case. */
export class ComparisonWords {
  private readonly formula: FormulaWords;

  constructor(formula: FormulaWords) {
    this.formula = formula;
  }

  of(syntax: Extract<Syntax, { form: 'compare' }>, about: string): string {
    return (
      this.answered(syntax, about) ??
      this.absent(syntax, about) ??
      this.listed(syntax) ??
      this.compared(syntax.left, comparisons[syntax.operator], [syntax.right], about)
    );
  }

  /** That a roster is there at all, whatever it lists. */
  private listed({ operator, left, right }: Extract<Syntax, { form: 'compare' }>): string | undefined {
    const isOne =
      right.form === 'number' && right.unit === undefined && right.digits === (operator === '>' ? '0' : '1');
    const isPlain = countsRoster(left) && unitOf(this.formula.roster) === undefined;
    return isPlain && isOne && /^>=?$/.test(operator) ? this.formula.voice.words.formula.rosterThere : undefined;
  }

  /** A yes/no fact that is held against an answer. */
  private answered({ operator, left, right }: Extract<Syntax, { form: 'compare' }>, about: string): string | undefined {
    if (left.form !== 'name' || right.form !== 'truth' || !this.formula.voice.isTruth(left.name)) return undefined;
    return this.formula.voice.truth(left.name, about, right.value === (operator === '='));
  }

  /** What is not the case, as what is the case instead where it can be said so. */
  denied(syntax: Syntax, about: string): string {
    const { not, ifAbsent } = this.formula.voice.words.formula;
    if (syntax.form === 'name' && this.formula.voice.isTruth(syntax.name))
      return this.formula.voice.truth(syntax.name, about, false);
    if (syntax.form === 'not') return this.formula.write(syntax.of, about);
    if (syntax.form === 'compare') return this.formula.write({ ...syntax, operator: opposite[syntax.operator] }, about);
    if (syntax.form === 'in') return this.compared(syntax.of, 'notIn', syntax.values, about);
    if (syntax.form === 'contains') return this.compared(syntax.of, 'doesNotContain', [syntax.value], about);
    const [what, other] = syntax.form === 'call' ? syntax.inputs : [];
    if (syntax.form === 'call' && syntax.name === 'given' && what !== undefined)
      return this.told(what, 'notGiven', about);
    if (syntax.form === 'call' && syntax.name === 'ifAbsent' && what !== undefined && other?.form === 'truth') {
      const denied = this.denied(what, about);
      return other.value ? denied : this.formula.fill(ifAbsent.denied, [denied]);
    }
    return this.formula.fill(not, [this.formula.inner(syntax, 'not', about)]);
  }

  /** Whether something is given; of what is told in a sentence, whether that is so. */
  told(syntax: Syntax, how: 'given' | 'notGiven', about: string): string {
    const { voice } = this.formula;
    const { functions, yes } = voice.words.formula;
    const named = this.plain(syntax, about);
    const said = this.formula.write(syntax, about);
    const isTruth = syntax.form === 'name' && voice.isTruth(syntax.name);
    const isSentence = voice.language === 'zh' || said !== this.formula.fill(yes, [named]);
    return this.formula.fill(functions[isTruth && isSentence ? `${how}Truth` : how] ?? '', [named, said]);
  }

  /** A name by itself, also of a yes/no fact: nothing is said of its answer. */
  private plain(syntax: Syntax, about: string): string {
    return syntax.form === 'name' && syntax.name !== 'roster'
      ? this.formula.name(syntax.name, about)
      : this.formula.write(syntax, about);
  }

  /** Whether what is given instead of a missing value is that same value: the value is it, or missing. */
  private absent({ operator, left, right }: Extract<Syntax, { form: 'compare' }>, about: string): string | undefined {
    if (operator !== '=' || left.form !== 'call' || left.name !== 'ifAbsent') return undefined;
    const [what, other] = left.inputs;
    if (what === undefined || other === undefined || JSON.stringify(other) !== JSON.stringify(right)) return undefined;
    const { functions } = this.formula.voice.words.formula;
    if (isNever(other)) return this.formula.fill(functions.notGiven ?? '', [this.formula.write(what, about)]);
    return this.formula.fill(functions.orNotGiven ?? '', [this.compared(what, 'equal', [right], about)]);
  }

  compared(left: Syntax, operator: string, values: readonly Syntax[], about: string): string {
    const { voice } = this.formula;
    const texts = values.map((value) => this.beside(value, left, about));
    const compared = comparedAmong([left, ...values], (name): Compared => voice.compared(name));
    const [only] = values;
    const one =
      only?.form === 'number' && Number(only.digits) === 0
        ? this.beside({ ...only, digits: '1' }, left, about)
        : undefined;
    const said =
      operator === 'in' || operator === 'notIn'
        ? voice.among(operator, texts, compared)
        : voice.comparison(
            operator,
            only?.form === 'text' ? voice.quoted(texts[0] ?? '') : texts.join(voice.words.formula.list),
            compared,
            one,
          );
    const subject = voice.numbered(
      left.form === 'name' ? this.plain(left, about) : this.formula.inner(left, 'compare', about),
      nameOf(withoutOne(left)),
    );
    const asked = inMeasure(said, subject, voice.language);
    if (only?.form === 'name' && voice.isName(only.name) && /^(?:equal|notEqual)$/.test(operator))
      return voice.alike(subject, operator, only.name);
    return voice.language === 'zh' ? `${subject}${asked}` : `${subject} ${asked}`;
  }

  private counted(digits: string, unit: string | undefined): string {
    const { voice } = this.formula;
    return voice.language === 'en' || unit === undefined ? digits : voice.value(Number(digits), unit);
  }

  /** A code stands as its label beside the fact that has it. */
  private beside(value: Syntax, of: Syntax, about: string): string {
    // What is taken where a fact is not given is that fact too.
    if (of.form === 'call' && of.name === 'ifAbsent' && of.inputs[0]?.form === 'name')
      return this.beside(value, of.inputs[0], about);
    const unit = unitOf(this.formula.roster);
    if (value.form === 'number' && value.unit !== undefined && unit !== undefined && countsRoster(of))
      return this.formula.voice.value(Number(value.digits), unit);
    // How many of a list there are is said in Chinese in what they are counted in.
    if (value.form === 'number' && value.unit === undefined && of.form === 'call' && of.name === 'count')
      return this.counted(value.digits, unitOf(entryOf(of.inputs[0], this.formula.roster)));
    if (of.form === 'name' && !this.formula.voice.parameters.has(of.name)) {
      const fact = of.name === 'entry' ? (this.formula.list ?? of.name) : of.name;
      if (value.form === 'text') return this.formula.voice.code(fact, value.value);
      if (value.form === 'number' && value.unit === undefined && !value.percent) {
        return this.formula.voice.describe.value(fact, Number(value.digits));
      }
    }
    const sole = this.formula.sole(value);
    return sole ?? this.formula.voice.numbered(this.formula.inner(value, 'compare', about), nameOf(value));
  }
}
