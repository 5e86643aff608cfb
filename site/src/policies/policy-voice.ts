import type { Bilingual, Condition, ConditionLeaf, ParameterFile, RuleFile } from '@jingzhun/schemas';
import { vocabulary } from '@jingzhun/schemas';
import { Describe, withoutVerb } from '../calculator/describe.ts';
import { say } from '../calculator/say.ts';
import { unitLabel } from '../calculator/unit-label.ts';
import { upperFirst } from '../calculator/upper-first.ts';
import { onceFor } from '../calculator/with-unit.ts';
import type { Language } from '../language.ts';
import { type Compared, comparedIn } from './compared.ts';
import { FactVoice, worded } from './fact-voice.ts';
import type { FormulaLine } from './formula-lines.ts';
import { FormulaWords } from './formula-words.ts';
import { inMeasure } from './in-measure.ts';
import { isSameName } from './in-sentence.ts';
import { nestQuotes } from './nest-quotes.ts';
import type { Release } from './release.ts';

type Scalar = string | number | boolean;
type Reference = { readonly fact: string } | { readonly parameter: string };

/** Speaks of a release in a language: values, conditions and formulas of its files in words. */
export class PolicyVoice extends FactVoice {
  readonly parameters: ReadonlyMap<string, ParameterFile>;
  /** The figures as the library has worked them out, in steps of their scale. */
  readonly worked: Release['policy']['parameters'];
  private readonly conditions: ReadonlyMap<string, Condition>;
  private readonly formulas: FormulaWords;
  private readonly manners: Readonly<Record<Compared, Describe>>;

  constructor(release: Pick<Release, 'policy' | 'text' | 'files'>, language: Language) {
    super(release, language);
    const { operators, rates, counts } = this.words.compared;
    const manner = (own: typeof rates): Describe =>
      new Describe(worded(this.labels, { ...own, operators: { ...operators, ...own.operators } }));
    this.manners = { rate: manner(rates), count: manner(counts), day: this.describe, other: this.describe };
    this.worked = release.policy.parameters;
    const sections = Object.values(release.files.sections);
    this.parameters = new Map(sections.flatMap(({ parameters = {} }) => Object.entries(parameters)));
    this.conditions = new Map(sections.flatMap(({ conditions = {} }) => Object.entries(conditions)));
    this.formulas = new FormulaWords(this);
  }

  /** What is said in place of a figure of this title that the document does not set. */
  unset(unit: string | undefined, title?: Bilingual): string {
    const kind = unit?.startsWith('yuan') ? 'noAmount' : title?.zh.includes('期限') ? 'noTimeLimit' : 'noNumber';
    return this.words.provision[kind];
  }

  named(name: string): Condition {
    const condition = this.conditions.get(name);
    if (condition === undefined) throw new ReferenceError(`there is no condition ${name}`);
    return condition;
  }

  /** What a fact or parameter is, where it is compared. */
  compared(name: string): Compared {
    const fact = this.labels.facts[name];
    if (fact === undefined) return comparedIn(this.parameters.get(name)?.unit);
    return comparedIn(fact.type === 'date' || fact.type === 'year' ? fact.type : fact.unit);
  }

  /** An operator in words. `one` is given where the value is 0: of what is counted, more than none is at least one. */
  comparison(operator: string, value: string, compared: Compared, one?: string): string {
    const describe = this.describing(compared);
    if (one === undefined) return describe.comparison(operator, onceFor(value), compared === 'day');
    if (operator === 'greaterThan')
      return compared === 'count'
        ? describe.comparison('some', onceFor(one), false)
        : describe.comparison('more', value, false);
    return describe.comparison(operator === 'lessThanInclusive' ? 'equal' : operator, value, false);
  }

  /** That a value is one of several, or none of them: of two, neither the one nor the other. */
  among(operator: 'in' | 'notIn', values: readonly string[], compared: Compared): string {
    const texts = values.map((value) => this.quoted(value));
    const [first = '', second = ''] = texts;
    if (texts.length === 1) return this.comparison(operator === 'in' ? 'equal' : 'notEqual', first, compared);
    if (texts.length === 2 && operator === 'notIn') return say(this.words.compared.neither, { 0: first, 1: second });
    return this.comparison(operator, this.describe.oneOf(values), compared);
  }

  /** How an amount is meant, in words before it: days are not at least but no earlier than another. */
  bounded(comparator: string, value: string, compared: Compared): string {
    const operator = {
      'at-least': 'greaterThanInclusive',
      'at-most': 'lessThanInclusive',
      'less-than': 'lessThan',
      'more-than': 'greaterThan',
    }[comparator];
    if (compared !== 'day' || operator === undefined)
      return `${this.describing(compared).compared(comparator)}${value}`;
    return withoutVerb(this.comparison(operator, value, compared), this.labels.words.answer.copula);
  }

  describing(compared: Compared): Describe {
    return this.manners[compared];
  }

  /** One leaf of a condition as a line: `在读学段为“小学”或“初中”`, `School stage is …`. */
  leaf(leaf: ConditionLeaf, about: string): string {
    const label = upperFirst(this.single(leaf.fact, this.describe.fact(leaf.fact)));
    const answer = answerOf(leaf);
    if (answer === undefined) return this.close(this.asking(label, leaf, about));
    return `${label}${this.language === 'zh' ? '：' : ': '}${this.describe.value(leaf.fact, answer)}`;
  }

  /** One leaf inside of a sentence, with whose it is where that is not clear. */
  leafOf(leaf: ConditionLeaf, about: string): string {
    const answer = answerOf(leaf);
    if (answer !== undefined) return this.truth(leaf.fact, about, answer);
    return this.asking(this.inText(leaf.fact, about), leaf, about);
  }

  private asking(label: string, { fact, operator, value }: ConditionLeaf, about: string): string {
    if (
      typeof value === 'object' &&
      'fact' in value &&
      this.isName(value.fact) &&
      /^(?:equal|notEqual)$/.test(operator)
    )
      return this.alike(label, operator, value.fact);
    const asked =
      typeof value === 'object' && !Array.isArray(value)
        ? this.comparison(operator, this.reference(value as Reference, about), this.compared(fact))
        : this.asked(fact, operator, value as Scalar | readonly Scalar[]);
    return this.isNumber(fact) ? this.sized(label, inMeasure(asked, label, this.language)) : `${label} ${asked}`;
  }

  /** What a count is named, held against another: `the number of households screened`. */
  numbered(label: string, fact: string | undefined): string {
    if (fact === undefined || !this.isNumber(fact) || this.compared(fact) !== 'count' || isNumberNamed.test(label))
      return label;
    return say(this.words.formula.numberOf, { 0: label });
  }

  /** A number and how large it is asked to be: after a plural the English verb would be another. */
  sized(label: string, asked: string): string {
    // A name that asks how many there are is answered.
    if (this.language === 'zh') return `${label}${/几|多少/.test(label) ? '：' : ''}${asked}`;
    return `${label}: ${withoutVerb(asked, this.labels.words.answer.copula)}`;
  }

  private asked(fact: string, operator: string, value: Scalar | readonly Scalar[]): string {
    const compared = this.compared(fact);
    const isText = [value].flat().every((each) => typeof each === 'string' && each !== '');
    if (isText) {
      const codes = [value].flat().map((each) => this.code(fact, String(each)));
      return Array.isArray(value)
        ? this.among(operator as 'in' | 'notIn', codes, compared)
        : this.comparison(operator, this.quoted(codes[0] ?? ''), compared);
    }
    if (typeof value === 'number' && operator !== 'equal' && operator !== 'notEqual') {
      const one = value === 0 ? this.describe.value(fact, 1) : undefined;
      return this.comparison(operator, this.describe.value(fact, value), compared, one);
    }
    return this.describe.condition({ fact, operator, value: value as never });
  }

  /** Chinese has spaces beside figures only; quotation marks inside of others are single. */
  close(text: string): string {
    const quoted = nestQuotes(text);
    return this.language === 'zh' ? quoted.replace(chineseGap, '') : quoted.replaceAll('the the ', 'the ');
  }

  /** A unit of counting by itself, 户 or households: the measure word before a noun is left out. */
  counted(unit: string): string {
    return unitLabel(unit, this.language).replace(/^个(?=.)/, '');
  }

  private reference(value: Reference, about: string): string {
    if ('parameter' in value) return this.within(this.parameter(value.parameter));
    return this.numbered(this.inText(value.fact, about), value.fact);
  }

  /** A parameter by its value; where it has several, or follows from others, by its title. */
  parameter(name: string): string {
    const file = this.parameters.get(name);
    if (file === undefined) return name;
    const only = 'values' in file && file.values.length === 1 ? file.values[0]?.value : undefined;
    return only === undefined || typeof only === 'object' ? file.title[this.language] : this.value(only, file.unit);
  }

  /** A value of a parameter; a table says which code has which. */
  value(value: Scalar | Readonly<Record<string, Scalar>>, unit: string | undefined, by?: string): string {
    if (typeof value !== 'object') {
      const plain = unit === undefined || unit === '1' || unit === 'yuan' || unit === 'date';
      // A year has no thousands. What is counted has a unit, so that a bare number of these years is one.
      const bare = unit === undefined || unit === '1';
      const isYear = bare && Number.isInteger(value) && Number(value) > 1900 && Number(value) < 2100;
      if (unit === 'year' || isYear) return String(value);
      // Nought of what is counted is a plural, which one of it makes singular.
      const counted = !plain && Object.hasOwn(vocabulary.units, `${unit}s`) ? `${unit}s` : unit;
      return this.describe.quantity(value, plain ? unit : unitLabel(counted as string, this.language));
    }
    return Object.entries(value)
      .map(([code, each]) => `${by === undefined ? code : this.describe.value(by, code)} ${this.value(each, unit)}`)
      .join(this.words.formula.list);
  }

  formula(formula: string | number, about: string, unit?: string): string {
    return typeof formula === 'number' ? this.value(formula, unit) : this.close(this.formulas.of(formula, about, unit));
  }

  /** A formula in lines, each closed as a sentence of its own. */
  lines(formula: string | number, about: string, unit?: string): FormulaLine {
    const closed = ({ text, of, ...line }: FormulaLine): FormulaLine => ({
      ...line,
      text: this.close(text),
      ...(of && { of: of.map(closed) }),
    });
    return typeof formula === 'number'
      ? { text: this.value(formula, unit) }
      : closed(this.formulas.lines(formula, about, unit));
  }

  /** Of a figure that is but a fact and has the name of its line: whether it is entered or worked out. */
  own(formula: string, line: string): string | undefined {
    if (!factName.test(formula) || this.parameters.has(formula) || !isSameName(line, this.label(formula)))
      return undefined;
    const { asEntered, asDerived } = this.words.provision;
    return this.isOwn(formula) ? asDerived : asEntered;
  }

  /** The last day of a rule or item: a day, a parameter or a fact. */
  due(due: NonNullable<RuleFile['due']>, about: string): string {
    const said = this.parameters.has(due) ? this.parameter(due) : due;
    if (/^\d{4}-/.test(said)) return say(this.words.provision.dueBy, { date: said });
    return this.parameters.has(due) ? said : this.fact(due, about);
  }

  span(from: string, to: string | null | undefined): string {
    const { page } = this.words;
    return to === null || to === undefined ? say(page.from, { from }) : say(page.span, { from, to });
  }
}

/** What a leaf asks of a yes/no fact. */
function answerOf({ operator, value }: ConditionLeaf): boolean | undefined {
  if (typeof value !== 'boolean') return undefined;
  return operator === 'equal' ? value : operator === 'notEqual' ? !value : undefined;
}

/** English names of counts that are no plurals. */
const isNumberNamed = /^(?:of|(?:the )?(?:number|total))\b|\b(?:size|population)\b|: /i;

const factName = /^[a-z]\w*(?:\.\w+)+$/i;

const chineseGap = /(?<=[\p{Script=Han}，。、；：“”‘’（）]) (?=[\p{Script=Han}，。、；：“”‘’（）])/gu;
