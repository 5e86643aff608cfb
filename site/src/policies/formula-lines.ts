import type { Syntax } from '@jingzhun/rules/compare';
import { upperFirst } from '../calculator/upper-first.ts';
import { partsOf } from './formula-parts.ts';
import type { FormulaWords } from './formula-words.ts';
import { entryOf } from './roster-of.ts';

/** A line of a formula, and what stands below it. */
export interface FormulaLine {
  readonly text: string;
  /** Whether it only says how those below belong together. */
  readonly isHead?: true;
  readonly of?: readonly FormulaLine[];
}

/** So many names and values are too many for one sentence. */
const tooMany = 5;

/** Puts long formulas into lines: each case, each part of a condition and each part of a sum has its own. */
export class FormulaLines {
  private readonly formula: FormulaWords;

  constructor(formula: FormulaWords) {
    this.formula = formula;
  }

  of(syntax: Syntax, about: string): FormulaLine {
    const parted = leaves(syntax) < tooMany ? undefined : this.parted(syntax, about);
    return parted?.of === undefined ? { text: this.formula.write(syntax, about) } : begun(parted);
  }

  private parted(syntax: Syntax, about: string): FormulaLine {
    const { groups, formula } = this.formula.voice.words;
    if (syntax.form === 'join') return this.group(groups[syntax.operator === 'and' ? 'all' : 'any'], syntax.of, about);
    if (isChoice(syntax)) return this.cases(syntax, about);
    const addends = addendsOf(syntax);
    if (addends.some(isChoice)) return this.group(formula.lines.sum, addends, about);
    const [what, other, which] = syntax.form === 'call' ? syntax.inputs : [];
    if (syntax.form === 'call' && what !== undefined && other !== undefined) {
      if (syntax.name === 'sum' && isChoice(other)) return this.summed(what, other, which, about);
      if (syntax.name === 'ifAbsent' && (isChoice(other) || other.form === 'join' || leaves(other) >= tooMany))
        return {
          text: '',
          of: [begun(this.parted(what, about)), this.below(formula.lines.notGiven, [], without(what, other), about)],
        };
    }
    return this.sentence(syntax, about);
  }

  /** What stands by itself. A number is in the unit of the whole. */
  private sentence(syntax: Syntax, about: string): FormulaLine {
    const { unit, voice } = this.formula;
    const isBare = syntax.form === 'number' && syntax.unit === undefined && !syntax.percent;
    if (isBare && unit !== undefined) return { text: voice.value(Number(syntax.digits), unit) };
    return { text: this.formula.sole(syntax) ?? this.formula.write(syntax, about) };
  }

  /** Parts that stand below one another, each on one line unless it has words above lines of its own. */
  private group(text: string, parts: readonly Syntax[], about: string): FormulaLine {
    const of = parts.map((part) => {
      const line = this.parted(part, about);
      if (line.text !== '' || line.of === undefined) return begun(line);
      return line.of.some((each) => each.of !== undefined) ? begun(this.sentence(part, about)) : this.inOne(line.of);
    });
    return { text, isHead: true, of };
  }

  private inOne([first, ...others]: readonly FormulaLine[]): FormulaLine {
    const { voice } = this.formula;
    const texts = [first?.text ?? '', ...others.map(({ text }) => voice.within(text))];
    return { text: texts.join(voice.words.formula.semicolon) };
  }

  /** What is added up over a list, of which each entry has cases. */
  private summed(list: Syntax, what: Choice, which: Syntax | undefined, about: string): FormulaLine {
    const { lines } = this.formula.voice.words.formula;
    const entry = entryOf(list, this.formula.roster) ?? about;
    const outer = this.formula.list;
    if (list.form === 'name') this.formula.list = list.name;
    const { of = [] } = this.cases(what, entry);
    const met = which === undefined ? [] : [this.formula.write(which, entry)];
    this.formula.list = outer;
    const over = this.formula.write(list, about);
    return {
      text: this.formula.fill(which === undefined ? lines.over : lines.overMet, [over, ...met]),
      of,
    };
  }

  /** One case after the other, down to what is left. */
  private cases(syntax: Choice, about: string): FormulaLine {
    const { lines } = this.formula.voice.words.formula;
    const of: FormulaLine[] = [];
    let rest: Syntax = syntax;
    while (isChoice(rest)) {
      const [when, chosen, other] = rest.inputs as readonly [Syntax, Syntax, Syntax];
      of.push(this.below(lines.case, [this.formula.write(when, about)], chosen, about));
      rest = other;
    }
    const several = of.length > 1;
    // Where none of several lines applies, the policy says nothing: that needs no line.
    if (!several || rest.form !== 'unknown' || rest === notKnown) of.push(this.below(lines.otherwise, [], rest, about));
    return several ? { text: lines.first, isHead: true, of } : { text: '', of };
  }

  /** A line that ends in a part, whose own lines stand below it. */
  private below(pattern: string, inputs: readonly string[], syntax: Syntax, about: string): FormulaLine {
    const { text, of } = this.parted(syntax, about);
    if (of === undefined) return { text: this.formula.fill(pattern, [...inputs, text]) };
    return { text: this.formula.fill(pattern, [...inputs, this.formula.voice.within(text)]).trim(), of };
  }
}

/** As it begins a line. */
const begun = (line: FormulaLine): FormulaLine => ({ ...line, text: upperFirst(line.text) });

type Choice = Extract<Syntax, { form: 'call' }> & { readonly name: 'if' };

const isChoice = (syntax: Syntax): syntax is Choice => syntax.form === 'call' && syntax.name === 'if';

const notKnown: Syntax = { form: 'unknown' };

/** Cases of which none is left to a fact that is not given: of it nothing is known. */
const without = (fact: Syntax, syntax: Syntax): Syntax => {
  if (isChoice(syntax)) return { ...syntax, inputs: syntax.inputs.map((each) => without(fact, each)) };
  return fact.form === 'name' && syntax.form === 'name' && syntax.name === fact.name ? notKnown : syntax;
};

const addendsOf = (syntax: Syntax): readonly Syntax[] =>
  syntax.form === 'arithmetic' && syntax.operator === '+' ? [...addendsOf(syntax.left), syntax.right] : [syntax];

function leaves(syntax: Syntax): number {
  const parts = partsOf(syntax);
  return parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + leaves(part), 0);
}
