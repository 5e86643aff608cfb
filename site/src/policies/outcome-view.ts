import type { ProvisionText } from '@jingzhun/rules';
import { parseFormula } from '@jingzhun/rules/compare';
import type { RuleVersion } from '@jingzhun/rules/load';
import type { GrantFile, RequireFile, StateFile } from '@jingzhun/schemas';
import { saysUnset } from '../calculator/figure-words.ts';
import { say } from '../calculator/say.ts';
import { isThing } from '../calculator/things-had.ts';
import { languages } from '../language.ts';
import { asList } from './as-list.ts';
import { comparedIn } from './compared.ts';
import { type Outline, outlineOf } from './condition-outline.ts';
import { workedOut } from './figure.ts';
import { kindOf } from './formula-brackets.ts';
import type { FormulaLine } from './formula-lines.ts';
import { given } from './given.ts';
import { inMeasure } from './in-measure.ts';
import type { PolicyVoice } from './policy-voice.ts';

/** What a rule grants, requires or states, in words. */
export interface OutcomeView {
  readonly role: 'grant' | 'require' | 'state';
  readonly title?: string;
  readonly amount: string;
  /** The amount, and the figure held against it, where it takes several lines to say. */
  readonly amountLines?: FormulaLine;
  readonly actual?: string;
  readonly actualLines?: FormulaLine;
  readonly when?: Outline;
}

/** The outcomes of a rule as it reads between two amendments. */
export function outcomesOf(
  version: Pick<RuleVersion, OutcomeView['role']>,
  text: Pick<ProvisionText, 'outcomes'>,
  voice: PolicyVoice,
  about: string,
): OutcomeView[] {
  const actualOf = (formula: string | number, title: string | undefined, unit: string | undefined): string => {
    const manner = title === undefined ? undefined : voice.own(String(formula), title);
    const { actual, actualOwn } = voice.words.provision;
    if (manner !== undefined) return say(actualOwn, { manner });
    // Of a yes/no fact the answer is the figure: only its name is said.
    const isTruth = voice.isTruth(String(formula));
    const said = isTruth ? voice.fact(String(formula), about) : voice.formula(formula, about, unit);
    return voice.close(say(actual, { formula: isTruth ? voice.within(said) : said }));
  };
  const linesOf = (formula: unknown, unit: string | undefined): FormulaLine | undefined => {
    const lines = typeof formula === 'string' ? voice.lines(formula, about, unit) : undefined;
    return lines?.of === undefined ? undefined : lines;
  };
  const actualLinesOf = (formula: unknown, unit: string | undefined): FormulaLine | undefined => {
    const lines = linesOf(formula, unit);
    const head = voice.within(lines?.text ?? '');
    return lines && { ...lines, text: say(voice.words.provision.actualLines, { head }).trim() };
  };
  // What is required has the name of what it requires, and is another figure.
  const ownOf = (role: OutcomeView['role'], value: unknown, title: string | undefined): string | undefined =>
    role === 'state' && typeof value === 'string' && title !== undefined ? voice.own(value, title) : undefined;
  // A figure that has the name of its line, in one language or the other, says how it follows from others.
  const worked = (value: unknown, title: ProvisionText['title'] | undefined): string | undefined => {
    const file = voice.parameters.get(String(value));
    const isNamedSo = file !== undefined && languages.some((language) => file.title[language] === title?.[language]);
    return isNamedSo && 'formula' in file ? workedOut(String(value), file, voice, about) : undefined;
  };
  // As the fact that it is held against is answered: a thing is there or not. A name with a verb says itself that it is.
  const truthOf = (value: boolean, file: object, name = ''): string => {
    const fact = 'actual' in file ? String(file.actual) : '';
    return voice.isTruth(fact) && (voice.language === 'en' || isThing(name))
      ? voice.describe.value(fact, value)
      : voice.describe.quantity(value, undefined);
  };
  const view = (role: OutcomeView['role'], file: GrantFile | RequireFile | StateFile): OutcomeView => {
    const value = 'amount' in file ? file.amount : file.value;
    const { unit } = file;
    const { per, every, comparator } =
      'per' in file || 'every' in file || 'comparator' in file ? file : ({} as GrantFile);
    const named = text.outcomes[file.what] ?? file.title;
    const titled = named?.[voice.language];
    const title = value === null ? titled?.replace(saysUnset, '') : titled;
    const stated =
      value === null
        ? voice.unset(unit, named)
        : typeof value === 'boolean'
          ? truthOf(value, file, named?.zh)
          : amountOf(role, value, { unit, per, every, comparator }, voice, about);
    const held = 'actual' in file ? file.actual : undefined;
    const isPlain = comparator === undefined || comparator === 'equal';
    return given({
      role,
      title,
      amount: inMeasure(ownOf(role, value, title) ?? worked(value, named) ?? stated, title ?? '', voice.language),
      amountLines: isPlain && per === undefined && every === undefined ? linesOf(value, unit) : undefined,
      actual: held === undefined ? undefined : actualOf(held, title, unit),
      actualLines: actualLinesOf(held, unit),
      when: 'when' in file && file.when !== undefined ? outlineOf(file.when, voice, about) : undefined,
    });
  };
  return [
    ...asList(version.grant).map((file) => view('grant', file)),
    ...asList(version.require).map((file) => view('require', file)),
    ...asList(version.state).map((file) => view('state', file)),
  ];
}

type Manner = { readonly [Key in 'unit' | 'per' | 'every' | 'comparator']?: GrantFile[Key] | undefined };

/** A number of the document with whom it is per and how often; a formula as it is worked out. */
function amountOf(
  role: OutcomeView['role'],
  value: string | number,
  { unit, per, every, comparator = 'equal' }: Manner,
  voice: PolicyVoice,
  about: string,
): string {
  const compared = comparedIn(unit);
  const [, percent] = /^(\d+(?:\.\d+)?)%$/.exec(String(value)) ?? [];
  const only = percent === undefined ? (typeof value === 'number' ? value : soleValue(value, voice)) : Number(percent);
  if (only !== undefined && unit !== 'year') {
    // All of none, and no more than none, is none.
    const asked = Number(only) === 0 && ['at-most', 'all'].includes(comparator) ? 'equal' : comparator;
    const sized = (manner: Manner): string =>
      voice.describing(compared).amount({ what: '', value: only, comparator: asked, ...manner } as never);
    if (role !== 'require' || !unit?.startsWith('yuan')) return sized(given({ unit, per, every }));
    // In the unit of the figure, as in the condition: what that leaves out is said in words.
    const own = voice.parameters.get(String(value))?.unit ?? unit;
    const unsaid = <Name extends string>(name: Name | undefined): Name | undefined =>
      own.split('/').includes(name ?? '') ? undefined : name;
    return inManner(sized({ unit: own }), { per: unsaid(per), every: unsaid(every) }, voice);
  }
  const words = only === undefined ? compareWith(String(value), comparator, unit, voice, about) : String(only);
  return inManner(voice.close(voice.bounded(comparator, words, compared)), { per, every }, voice);
}

/** An amount with whom it is per and how often in brackets behind it. */
function inManner(stated: string, { per, every }: Manner, voice: PolicyVoice): string {
  const { words, describe, language } = voice;
  const { provision, formula } = words;
  const manner = [
    ...(per === undefined ? [] : [say(provision.per, { per: describe.per(per) })]),
    ...(every === undefined ? [] : [howOften(every, voice)]),
  ];
  if (manner.length === 0) return stated;
  const space = language === 'zh' ? '' : ' ';
  return stated + space + say(formula.brackets, { 0: manner.join(formula.list) });
}

/** `每年`, `一次性`. */
export function howOften(every: string, { words: { provision }, describe }: PolicyVoice): string {
  return every === 'once' ? provision.once : say(provision.every, { every: describe.every(every) });
}

/** A formula as what an amount is held against: all of a list is not all of its number. */
function compareWith(
  formula: string,
  comparator: string,
  unit: string | undefined,
  voice: PolicyVoice,
  about: string,
): string {
  const [, counted] = comparator === 'all' ? (/^count\(([\w.]+)\)$/.exec(formula) ?? []) : [];
  const words = voice.formula(counted ?? formula, about, unit);
  // All of a number that is named with whose it is are all that there are of it.
  if (comparator === 'all' && voice.language === 'zh' && /^(?:\w+\.[\w.]+|count\(.*)$/.test(formula))
    return `（${words}）`;
  if (comparator === 'equal') return words;
  const kind = kindOf(parseFormula(formula));
  if (comparator === 'all' && kind !== 'if') return words;
  // A choice and what is rounded are held against as a whole.
  return /^(?:if|round)$/.test(kind) ? say(voice.words.formula.brackets, { 0: words }) : voice.numbered(words, formula);
}

/** The value of a parameter that has but one. */
function soleValue(name: string, voice: PolicyVoice): string | number | undefined {
  const file = voice.parameters.get(name);
  if (file === undefined || !('values' in file) || file.values.length > 1) return undefined;
  const value = file.values[0]?.value;
  return typeof value === 'object' ? undefined : value;
}
