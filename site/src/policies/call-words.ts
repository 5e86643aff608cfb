import type { Syntax } from '@jingzhun/rules/compare';
import { comparedAmong, comparedIn } from './compared.ts';
import type { ComparisonWords } from './comparison-words.ts';
import { isCondition } from './formula-parts.ts';
import type { FormulaWords } from './formula-words.ts';
import { countsRoster, entryOf, isFlags, isRoster, unitOf } from './roster-of.ts';
import { roundedPlace } from './rounded-place.ts';

const lists = new Set(['count', 'sum', 'any', 'every', 'earliest', 'latest']);

/** What is added to a day, in units of the vocabulary. */
const spans: Readonly<Record<string, string>> = { addDays: 'days', addMonths: 'months', addYears: 'years' };

/** Puts the functions of formulas into words: choices, extremes, rounding, days to come, and what is asked of lists. */
export class CallWords {
  private readonly formula: FormulaWords;
  private readonly comparisons: ComparisonWords;

  constructor(formula: FormulaWords, comparisons: ComparisonWords) {
    this.formula = formula;
    this.comparisons = comparisons;
  }

  private readonly isTruth = (name: string): boolean => this.formula.voice.isTruth(name);

  called(syntax: Extract<Syntax, { form: 'call' }>, about: string): string {
    const { name, inputs } = syntax;
    const { functions, list } = this.formula.voice.words.formula;
    const [first, second, third] = inputs;
    if (name === 'round') return this.rounded(inputs, about);
    if (name === 'if') return this.chosen(inputs, about);
    if (name === 'max' || name === 'min') return this.extreme(syntax, about);
    if (name === 'given' && first !== undefined) return this.comparisons.told(first, 'given', about);
    if (name === 'ifAbsent') return this.orElse(inputs, about);
    // A sum of ones is a number of entries.
    if (name === 'sum' && first !== undefined && second?.form === 'number' && second.digits === '1' && !second.percent)
      return this.called({ ...syntax, name: 'count', inputs: third === undefined ? [first] : [first, third] }, about);
    const isList = lists.has(name);
    const entry = isList ? entryOf(first, this.formula.roster) : undefined;
    const outer = this.formula.list;
    if (isList && first?.form === 'name') this.formula.list = first.name;
    const written = inputs.map((input, place) =>
      // A list is named first, and what is asked of its entries stands in quotation marks.
      isList && place > 0 ? this.formula.write(input, entry ?? about) : this.formula.inner(input, 'call', about),
    );
    this.formula.list = outer;
    const unit = spans[name];
    if (unit !== undefined && second !== undefined && written[0] !== undefined) {
      // A period has its unit in its own name or value.
      if (second.form === 'name' && first !== undefined)
        return `${this.formula.inner(first, 'arithmetic', about)} + ${written[1]}`;
      const back = lessThanNought(second);
      const by = back ?? second;
      const span = by.form === 'number' ? this.formula.voice.value(Number(by.digits), unit) : undefined;
      const other = this.formula.fill(this.formula.voice.words.formula.spans[unit] ?? '', [
        this.formula.inner(by, 'arithmetic', about),
      ]);
      return this.formula.fill(functions[back === undefined ? 'later' : 'before'] ?? '', [written[0], span ?? other]);
    }
    if (name === 'count' && written[0] !== undefined) written[0] = partOf(written[0]);
    const { counts } = this.formula.voice.words.formula;
    const counted = unitOf(entry) ?? this.countedIn();
    if (name === 'count' && isFlags(first)) return this.formula.fill(counts.flags ?? '', written);
    if (name === 'count' && counted !== undefined) {
      const pattern = counts[`${countsRoster(syntax) ? 'roster' : 'list'}${inputs.length}`];
      return this.formula.fill(pattern ?? '', [...written, this.formula.voice.counted(counted)]);
    }
    const each = isRoster(first) ? unitOf(entry) : undefined;
    if (each !== undefined && counts[name] !== undefined)
      return this.formula.fill(counts[name], [...written, this.formula.voice.counted(each)]);
    if ((name === 'earliest' || name === 'latest') && second?.form === 'name' && second.name === 'entry')
      return this.formula.fill(functions[`${name}Entry${inputs.length}`] ?? '', written);
    const pattern = functions[`${name}${inputs.length}`] ?? functions[name];
    return pattern === undefined ? `${name}(${written.join(list)})` : this.formula.fill(pattern, written);
  }

  /** In what the result is counted: what it counts, where that is no entity. */
  private countedIn(): string | undefined {
    const { unit } = this.formula;
    return unit !== undefined && comparedIn(unit) === 'count' ? unit : undefined;
  }

  /** What is taken where a value is not given. */
  private orElse([what, other]: readonly Syntax[], about: string): string {
    const { ifAbsent } = this.formula.voice.words.formula;
    if (what === undefined || other === undefined) return '';
    const kind =
      other.form === 'call' && other.name === 'if'
        ? 'choice'
        : !isCondition(what, this.isTruth)
          ? 'value'
          : other.form === 'truth'
            ? 'answer'
            : 'condition';
    return this.formula.fill(ifAbsent[kind], [
      this.formula.inner(what, 'call', about),
      this.formula.sole(other) ?? this.formula.write(other, about),
    ]);
  }

  /** One case after the other: what is chosen from where none is met is not a choice of its own. */
  private chosen(inputs: readonly Syntax[], about: string): string {
    const { cases, otherwise, asks, comma, semicolon } = this.formula.voice.words.formula;
    const then = (of: Syntax, value: string, asked: string, when?: string): string => {
      const pattern = of.form !== 'truth' && isCondition(of, this.isTruth) ? asked : value;
      // Quotation marks do what brackets do.
      const text = pattern.includes('“')
        ? this.formula.write(of, about)
        : (this.formula.sole(of) ?? this.formula.inner(of, 'choice', about));
      return this.formula.fill(pattern, when === undefined ? [text] : [when, text]);
    };
    const said: string[] = [];
    let rest = inputs;
    while (rest.length === 3) {
      const [when, chosen, other] = rest as readonly [Syntax, Syntax, Syntax];
      said.push(then(chosen, cases, asks.cases, this.formula.inner(when, 'call', about, 'whole')));
      rest = other.form === 'call' && other.name === 'if' ? other.inputs : [other];
    }
    const last = rest.map((other) => then(other, otherwise, asks.otherwise));
    return [...said, ...last].join(said.length > 1 ? semicolon : comma);
  }

  /** The largest of the largest of several is the largest of all. */
  private extreme({ name, inputs }: Extract<Syntax, { form: 'call' }>, about: string): string {
    const { functions, list, last } = this.formula.voice.words.formula;
    const flat = (syntax: Syntax): readonly Syntax[] =>
      syntax.form === 'call' && syntax.name === name ? syntax.inputs.flatMap(flat) : [syntax];
    const all = inputs.flatMap(flat);
    const day = comparedAmong(all, (each) => this.formula.voice.compared(each)) === 'day' ? 'Day' : '';
    const written = all.map((input) => this.formula.inner(input, 'extreme', about));
    if (written.length <= 2) return this.formula.fill(functions[name + day] ?? '', written);
    const named = `${written.slice(0, -1).join(list)}${last}${written.at(-1)}`;
    return this.formula.fill(functions[`${name}Many${day}`] ?? '', [named]);
  }

  private rounded([what, mode, step]: readonly Syntax[], about: string): string {
    const { rounded, roundedTo, comma } = this.formula.voice.words.formula;
    const how = mode?.form === 'name' ? (mode.name as keyof typeof rounded) : 'half-up';
    const { unit } = this.formula;
    const to = roundedPlace(step, unit, this.formula.voice);
    const said = to === undefined ? rounded[how] : this.formula.fill(roundedTo[how], [to]);
    if (what === undefined) return '';
    // What is divided is in another unit than the quotient.
    if (what.form === 'arithmetic' && what.operator === '/') this.formula.unit = undefined;
    const text = `${this.formula.write(what, about)}${comma}${said}`;
    this.formula.unit = unit;
    return text;
  }
}

/** An English list that is a part of another, as it is counted: `leading group: heads` is `heads of the leading group`. */
const partOf = (list: string): string => list.replace(/^([^:“]+): ([^:]+)$/, '$2 of the $1');

/** What is taken from nothing: the grammar has no numbers below nought. */
const lessThanNought = (syntax: Syntax): Syntax | undefined =>
  syntax.form === 'arithmetic' && syntax.operator === '-' && syntax.left.form === 'number' && syntax.left.digits === '0'
    ? syntax.right
    : undefined;
