import type { ProvisionText, RuleModel } from '@jingzhun/rules';
import { type RuleVersion, versionsOf } from '@jingzhun/rules/load';
import type {
  AmendedFile,
  Condition,
  GrantFile,
  ListedFile,
  RequireFile,
  RuleFile,
  StateFile,
} from '@jingzhun/schemas';
import { say } from '../calculator/say.ts';
import { comparedIn } from './compared.ts';
import { type Outline, outlineOf } from './condition-outline.ts';
import { type Figure, figureOf } from './figure.ts';
import type { PolicyVoice } from './policy-voice.ts';
import { recomputed } from './recomputed.ts';
import { type Release, rulesOf } from './release.ts';

/** A provision as it stands on the page, everything in words of one language. */
export interface ProvisionView {
  readonly text: ProvisionText;
  readonly subject: string;
  /** Entities that the rule is evaluated for; none where there is no rule. */
  readonly asks: readonly string[];
  readonly alsoClauses: readonly string[];
  /** How it reads, from one amendment to the next. Empty where it is only listed. */
  readonly versions: readonly VersionView[];
  readonly quotes: readonly string[];
  readonly recomputed: readonly { readonly what: string; readonly said: string; readonly conflict?: string }[];
}

export interface VersionView {
  readonly force: string;
  readonly amendedBy?: AmendedFile['amendedBy'];
  /** Of the later document's sentence. */
  readonly quotes: readonly string[];
  readonly scope?: Outline;
  readonly when?: Outline;
  readonly items: readonly ItemView[];
  readonly due?: string;
  readonly delivered?: Outline;
  readonly outcomes: readonly OutcomeView[];
  readonly figures: readonly Figure[];
}

export interface ItemView {
  /** Nothing where its condition begins with it. */
  readonly title?: string;
  readonly scope?: Outline;
  readonly when?: Outline;
  readonly due?: string;
}

export interface OutcomeView {
  readonly role: 'grant' | 'require' | 'state';
  readonly title?: string;
  readonly amount: string;
  readonly actual?: string;
  readonly when?: Outline;
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

/** The provision with its rule, if it has one, in the words of a language. */
export function provisionView(text: ProvisionText, release: Release, voice: PolicyVoice): ProvisionView {
  const models = rulesOf(release.policy, text.id);
  const file = fileOf(release, text.id);
  const asks = models[0]?.asks ?? [];
  const versions = file !== undefined && 'why' in file ? [] : versionsOf(file as RuleFile);
  const reconciled = file !== undefined && 'reconcile' in file ? (file.reconcile ?? []) : [];
  return {
    text,
    subject: voice.entity(text.subject),
    asks,
    alsoClauses: file?.alsoClauses ?? [],
    versions: versions.map((version, place) => versionView(version, models[place], text, voice)),
    quotes: list(text.quoteSha256),
    recomputed: text.reconcile.flatMap((each, place) => {
      const sides = reconciled[place];
      const { what, conflict } = each;
      return sides === undefined
        ? []
        : [
            given({
              what: what[voice.language],
              said: recomputed(each, sides, voice),
              conflict: conflict?.[voice.language],
            }),
          ];
    }),
  };
}

function fileOf({ files }: Release, id: string): RuleFile | ListedFile | undefined {
  for (const { rules = {}, listed = {} } of Object.values(files.sections)) {
    const found = rules[id] ?? listed[id];
    if (found !== undefined) return found;
  }
  return undefined;
}

function versionView(
  version: RuleVersion,
  model: RuleModel | undefined,
  text: ProvisionText,
  voice: PolicyVoice,
): VersionView {
  const about = model?.asks[0] ?? text.subject;
  const outline = (condition: Condition | undefined): Outline | undefined =>
    condition === undefined ? undefined : outlineOf(condition, voice, about);
  const due = (day: RuleFile['due']): string | undefined => (day === undefined ? undefined : voice.due(day, about));
  const items = (version.items ?? []).map(({ key, scope, when, due: itemDue }): ItemView => {
    const title = text.items[key]?.[voice.language] ?? key;
    const asked = outline(when);
    return given({
      title: asked !== undefined && says(asked, title) ? undefined : title,
      scope: outline(scope),
      when: asked,
      due: due(itemDue),
    });
  });
  // What follows from a record is a list of its keys, each to be done.
  const each =
    version.each === undefined
      ? []
      : (model?.items ?? []).map(({ key }) => ({ title: text.items[key]?.[voice.language] ?? key }));
  return given({
    force: model === undefined ? '' : voice.span(model.force.from, model.force.to),
    amendedBy: version.amendedBy,
    quotes: version.amendedBy === undefined ? [] : list(version.quoteSha256),
    scope: outline(version.scope),
    when: outline(version.when),
    items: [...items, ...each],
    due: due(version.due),
    delivered: outline(version.delivered),
    outcomes: outcomesOf(version, text, voice, about),
    figures: model === undefined ? [] : figuresOf(version, voice),
  });
}

/** Whether a condition begins with the title of what it is the condition of. */
function says(outline: Outline, title: string): boolean {
  return 'text' in outline && outline.text.toLowerCase().startsWith(title.toLowerCase());
}

function outcomesOf(version: RuleVersion, text: ProvisionText, voice: PolicyVoice, about: string): OutcomeView[] {
  const actualOf = (formula: string | number, title: string | undefined, unit: string | undefined): string => {
    const manner = title === undefined ? undefined : voice.own(String(formula), title);
    const { actual, actualOwn } = voice.words.provision;
    if (manner !== undefined) return say(actualOwn, { manner });
    // Of a yes/no fact the answer is the figure: only its name is said.
    const isTruth = voice.isTruth(String(formula));
    const said = isTruth ? voice.fact(String(formula), about) : voice.formula(formula, about, unit);
    return voice.close(say(actual, { formula: isTruth ? voice.within(said) : said }));
  };
  // What is required has the name of what it requires, and is another figure.
  const ownOf = (role: OutcomeView['role'], value: unknown, title: string | undefined): string | undefined =>
    role === 'state' && typeof value === 'string' && title !== undefined ? voice.own(value, title) : undefined;
  // A figure that has the name of its line says how it follows from others.
  const worked = (value: unknown, title: ProvisionText['title'] | undefined): string | undefined => {
    const file = voice.parameters.get(String(value));
    return file !== undefined && 'formula' in file && file.title.zh === title?.zh
      ? voice.formula(file.formula, about, file.unit)
      : undefined;
  };
  // As the fact that it is held against is answered: a thing is there or not.
  const truthOf = (value: boolean, file: object): string => {
    const fact = 'actual' in file ? String(file.actual) : '';
    return voice.isTruth(fact) ? voice.describe.value(fact, value) : voice.describe.quantity(value, undefined);
  };
  const view = (role: OutcomeView['role'], file: GrantFile | RequireFile | StateFile): OutcomeView => {
    const value = 'amount' in file ? file.amount : file.value;
    const { unit } = file;
    const { per, every, comparator } =
      'per' in file || 'every' in file || 'comparator' in file ? file : ({} as GrantFile);
    const stated =
      value === null
        ? voice.unset(unit)
        : typeof value === 'boolean'
          ? truthOf(value, file)
          : amountOf(value, unit, { per, every, comparator }, voice, about);
    const named = text.outcomes[file.what] ?? file.title;
    const title = named?.[voice.language];
    const actual = 'actual' in file && file.actual !== undefined ? actualOf(file.actual, title, unit) : undefined;
    return given({
      role,
      title,
      amount: ownOf(role, value, title) ?? worked(value, named) ?? stated,
      actual,
      when: 'when' in file && file.when !== undefined ? outlineOf(file.when, voice, about) : undefined,
    });
  };
  return [
    ...list(version.grant).map((file) => view('grant', file)),
    ...list(version.require).map((file) => view('require', file)),
    ...list(version.state).map((file) => view('state', file)),
  ];
}

type Manner = Partial<Pick<GrantFile, 'per' | 'every' | 'comparator'>>;

/** A number of the document with whom it is per and how often; a formula as it is worked out. */
function amountOf(
  value: string | number,
  unit: string | undefined,
  { per, every, comparator = 'equal' }: Manner,
  voice: PolicyVoice,
  about: string,
): string {
  const compared = comparedIn(unit);
  const only = typeof value === 'number' ? value : soleValue(value, voice);
  if (only !== undefined && unit !== 'year') {
    const manner = { ...(per === undefined ? {} : { per }), ...(every === undefined ? {} : { every }) };
    // All of none, and no more than none, is none.
    const asked = Number(only) === 0 && ['at-most', 'all'].includes(comparator) ? 'equal' : comparator;
    return voice.describing(compared).amount({ what: '', value: only, unit, comparator: asked, ...manner } as never);
  }
  const words = only === undefined ? compareWith(String(value), comparator, unit, voice, about) : String(only);
  const { provision, formula } = voice.words;
  const manner = [
    ...(per === undefined ? [] : [say(provision.per, { per: voice.describe.per(per) })]),
    ...(every === undefined
      ? []
      : [every === 'once' ? provision.once : say(provision.every, { every: voice.describe.every(every) })]),
  ];
  const stated = voice.close(voice.bounded(comparator, words, compared));
  if (manner.length === 0) return stated;
  const space = voice.language === 'zh' ? '' : ' ';
  return stated + space + say(formula.brackets, { 0: manner.join(formula.list) });
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
  if (comparator === 'all' && voice.language === 'zh' && /^\w+\.[\w.]+$/.test(formula)) return `（${words}）`;
  if (comparator === 'all' || comparator === 'equal') return words;
  // A choice is held against as a whole.
  return formula.startsWith('if(') ? say(voice.words.formula.brackets, { 0: words }) : voice.numbered(words, formula);
}

/** The value of a parameter that has but one. */
function soleValue(name: string, voice: PolicyVoice): string | number | undefined {
  const file = voice.parameters.get(name);
  if (file === undefined || !('values' in file) || file.values.length > 1) return undefined;
  const value = file.values[0]?.value;
  return typeof value === 'object' ? undefined : value;
}

/** The parameters that a version names, each once, in the order in which they stand. */
function figuresOf(version: RuleVersion, voice: PolicyVoice): readonly Figure[] {
  const names = new Set<string>();
  const { scope, when, due, items, delivered, grant, require, state } = version;
  for (const name of namesIn({ scope, when, due, items, delivered, grant, require, state }, voice)) names.add(name);
  return [...names].map((name) => figureOf(name, voice));
}

function namesIn(part: unknown, voice: PolicyVoice): string[] {
  if (typeof part === 'string') {
    // Formulas and names of parameters are told from other words by what they name.
    return (part.match(/[A-Za-z_]\w*(?:[.-][A-Za-z0-9_]+)*/g) ?? []).filter((word) => voice.parameters.has(word));
  }
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    if (key === 'condition' && typeof value === 'string') return namesIn(voice.named(value), voice);
    return silent.has(key) ? [] : namesIn(value, voice);
  });
}

const silent = new Set(['title', 'what', 'unit', 'per', 'every', 'comparator', 'fact', 'operator', 'key', 'zh', 'en']);

/** Without what is not there. */
function given<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}
