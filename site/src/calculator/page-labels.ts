import type { Case, Policy, PolicyText, RuleModel } from '@jingzhun/rules';
import { type CodeSetName, codesOf, fieldOf, indicatorUnit, labelOf, shapeFieldOf } from '@jingzhun/schemas';
import type { TruthAnswers } from '../words/part-answers.ts';
import { factsRead } from './facts-read.ts';
import { isCount } from './is-count.ts';
import { isSwitch } from './is-switch.ts';
import { countsYears, isYear } from './is-year.ts';
import { itemTitles } from './item-titles.ts';
import { keyedFieldOf } from './keyed-field.ts';
import { labelChain } from './label-chain.ts';
import { measureWord } from './measure-word.ts';
import { subjectLabel } from './subject-label.ts';
import { entitiesAsked, rulesAskedOf } from './subjects.ts';
import { isThing } from './things-had.ts';
import { isPart, truthAnswers } from './truth-answers.ts';
import { unitLabel } from './unit-label.ts';
import { upperFirst } from './upper-first.ts';
import { type Language, type Words, words } from './words.ts';

/** What people read of a fact. */
export interface FactLabel {
  readonly label: string;
  readonly type: string;
  readonly unit?: string;
  /** It is counted: a whole number that is never below nought. */
  readonly isCount?: true;
  /** What it is answered with where that is not yes and no. */
  readonly answers?: TruthAnswers;
  /** It is one of the parts of a record of yes and no. */
  readonly isPart?: true;
  /** It only says what a case is asked for, and nothing of whom it is about. */
  readonly isSwitch?: true;
  /** Name of its set of codes. */
  readonly codes?: string;
}

/** What people read of a rule. */
export interface RuleLabel {
  readonly title: string;
  readonly summary?: string;
  readonly partial?: string;
  readonly readings: readonly string[];
  readonly outcomes: Readonly<Record<string, string>>;
  /** The words that count those of them that are items, where these are not counted as most things are. */
  readonly counted?: Readonly<Record<string, string>>;
  /** Those of them that say whether there is a thing, as facts do. */
  readonly had?: readonly string[];
  readonly items: Readonly<Record<string, string>>;
}

/** What is read of a policy's facts and rules in one language, with the words that an answer is told in. */
export interface PageLabels {
  readonly language: Language;
  readonly policy: { readonly id: string; readonly release: string; readonly digest: string };
  /** Whom the page is about, and what every entity is called. */
  readonly subject: string;
  readonly entities: Readonly<Record<string, string>>;
  /** Addresses of the same page for each release. */
  readonly releases: Readonly<Record<string, string>>;
  readonly example: Case;
  /** Of each list of records: what its entries are called in names of facts. */
  readonly entryFacts: Readonly<Record<string, string>>;
  readonly document: { readonly title: string; readonly number: string | null; readonly cited: string };
  readonly facts: Readonly<Record<string, FactLabel>>;
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rules: Readonly<Record<string, RuleLabel>>;
  readonly units: Readonly<Record<string, string>>;
  readonly words: Pick<
    Words,
    | 'answer'
    | 'applying'
    | 'amount'
    | 'counted'
    | 'comparators'
    | 'operators'
    | 'per'
    | 'each'
    | 'every'
    | 'status'
    | 'control'
    | 'date'
  >;
}

/** What a page is made for. */
export interface PageOf {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly subject: string;
  readonly releases: Readonly<Record<string, string>>;
  readonly example: Case;
}

/** Gathers labels of the facts and rules that the page asks about, and of nothing else. */
export function pageLabels({ policy, text, subject, releases, example }: PageOf, language: Language): PageLabels {
  const rules = rulesAskedOf(policy, subject);
  const items = itemTitles(policy, text);
  const own = Object.assign({}, ...text.sections.map(({ facts }) => facts)) as PolicyText['sections'][number]['facts'];
  const codes: Record<string, Record<string, string>> = {};
  const facts: Record<string, FactLabel> = {};
  for (const { name } of factsRead(policy, rules)) {
    const model = policy.facts.find((fact) => fact.name === name);
    const field = fieldOf(name) ?? shapeFieldOf(name);
    const set = field?.enum ?? field?.items?.enum;
    const label =
      keyedFieldOf(name, items)?.[language] ??
      field?.[language] ??
      own[name]?.title[language] ??
      // The day is one field of the page, whichever of its meanings a rule asks about.
      (name.startsWith('date.') ? words[language].date : undefined) ??
      labelOf(name)?.[language] ??
      name;
    const given = field?.unit ?? indicatorUnit(name) ?? (countsYears(name, policy) ? 'years' : own[name]?.unit);
    const unit = given === 'items' ? (countedBy(label, language) ?? given) : given;
    facts[name] = {
      label: withEntity(name, withRecord(name, label, language), subject, language),
      // Years are written like other years also where there are several, or where they follow from others.
      type: field?.items?.type === 'year' || isYear(model) ? 'year' : (model?.type ?? 'text'),
      ...(unit && { unit }),
      ...(model !== undefined && isCount(model) && { isCount: true as const }),
      ...(model?.type === 'boolean' && answersFor(name, language)),
      ...(isPart(name) && { isPart: true as const }),
      ...(model !== undefined && isSwitch(model, policy) && { isSwitch: true as const }),
      ...(set && { codes: set }),
    };
    if (set && codes[set] === undefined) codes[set] = codeLabels(set, language);
  }
  facts.roster = { label: upperFirst(labelOf('roster')?.[language] ?? 'roster'), type: 'list' };
  const { answer, applying, amount, counted, comparators, operators, per, each, every, status, control, date } =
    words[language];
  const entities = Object.fromEntries(
    policy.entities.map((name) => [name, upperFirst(labelOf(name)?.[language] ?? name)]),
  );
  return {
    language,
    policy: { id: policy.id, release: policy.release, digest: policy.digest },
    subject,
    entities,
    releases,
    example,
    entryFacts: Object.fromEntries(
      policy.facts.flatMap(({ name, items }) => (items === undefined ? [] : [[name, items]])),
    ),
    document: { title: text.document.title[language], number: text.document.number, cited: policy.document },
    facts,
    codes,
    rules: ruleLabels(text, rules, language),
    units: unitWords(facts, rules, language),
    words: {
      answer,
      applying,
      amount,
      counted,
      comparators,
      operators,
      per,
      each,
      every,
      status,
      control,
      date,
    },
  };
}

function answersFor(name: string, language: Language): Pick<FactLabel, 'answers'> {
  const answers = truthAnswers(name, language);
  return answers === undefined ? {} : { answers };
}

/** The word that counts what is named so: in English the name itself says it. */
function countedBy(name: string, language: Language): string | undefined {
  return language === 'zh' ? measureWord(name) : undefined;
}

/** A fact of another entity than the page's is named with it: there the label alone would say it of the subject. */
function withEntity(name: string, label: string, subject: string, language: Language): string {
  const [entity = ''] = name.split('.');
  if (entitiesAsked(subject).includes(entity) || entity === 'external' || fieldOf(name) === undefined) return label;
  return chained([subjectLabel(entity, language), label], language);
}

/** A field of a record is named with the record: "education: is applicable" rather than "is applicable". */
function withRecord(name: string, label: string, language: Language): string {
  const outer = fieldOf(name.split('.').slice(0, -1).join('.'));
  return chained(outer?.type === 'record' ? [outer[language], label] : [label], language);
}

function chained(names: readonly string[], language: Language): string {
  return upperFirst(labelChain(names).join(language === 'zh' ? '·' : ': '));
}

function codeLabels(set: CodeSetName, language: Language): Record<string, string> {
  return Object.fromEntries(codesOf(set).map((code) => [code.code, upperFirst(code[language])]));
}

function ruleLabels(text: PolicyText, rules: readonly RuleModel[], language: Language): Record<string, RuleLabel> {
  const labels: Record<string, RuleLabel> = {};
  const models = new Map(rules.map((rule) => [rule.id, rule]));
  for (const provision of text.sections.flatMap(({ provisions }) => provisions)) {
    const model = models.get(provision.id);
    if (model === undefined) continue;
    const inLanguage = (record: Readonly<Record<string, { zh: string; en: string }>>): Record<string, string> =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value[language]]));
    const counted = Object.fromEntries(
      Object.entries(provision.outcomes).flatMap(([what, name]) => {
        const word = countedBy(name[language], language);
        return word === undefined ? [] : [[what, word]];
      }),
    );
    const had = model.outcomes.flatMap(({ what, value }) =>
      language === 'zh' && value?.type === 'boolean' && isThing(provision.outcomes[what]?.zh ?? '') ? [what] : [],
    );
    labels[provision.id] = {
      title: provision.title[language],
      ...(provision.summary && { summary: provision.summary[language] }),
      ...(provision.why && { partial: provision.why[language] }),
      readings: provision.readings.map((reading) => reading[language]),
      outcomes: inLanguage(provision.outcomes),
      ...(Object.keys(counted).length > 0 && { counted }),
      ...(had.length > 0 && { had }),
      items: inLanguage(provision.items),
    };
  }
  return labels;
}

/** The units of the facts and outcomes of a page. What is a day apart is counted in days. */
function unitWords(
  facts: Readonly<Record<string, FactLabel>>,
  rules: readonly RuleModel[],
  language: Language,
): Record<string, string> {
  const used = [
    ...Object.values(facts),
    ...rules.flatMap(({ outcomes }) => outcomes),
    { unit: 'days' },
    { unit: 'years' },
  ];
  const units = new Set(used.flatMap(({ unit }) => unit ?? []));
  return Object.fromEntries([...units].map((unit) => [unit, unitLabel(unit, language)]));
}
