import { type Bilingual, codesOf, fieldOf, indicatorUnit, labelOf, shapeFieldOf, vocabulary } from '@jingzhun/schemas';
import type { DescribeData } from '../calculator/describe.ts';
import { withGloss } from '../calculator/gloss.ts';
import { isYear } from '../calculator/is-year.ts';
import { itemTitles } from '../calculator/item-titles.ts';
import { labelChain } from '../calculator/label-chain.ts';
import type { FactLabel } from '../calculator/page-labels.ts';
import { say } from '../calculator/say.ts';
import { isHad } from '../calculator/things-had.ts';
import { unitLabel } from '../calculator/unit-label.ts';
import { words } from '../calculator/words.ts';
import type { Language } from '../language.ts';
import { policyWords } from '../words/policies.ts';
import { inSentence, properWords } from './in-sentence.ts';
import type { Release } from './release.ts';

/** What people read of everything that a policy names: facts, codes, units. */
export function policyLabels({ policy, text }: Pick<Release, 'policy' | 'text'>, language: Language): DescribeData {
  const { answer, amount, counted, comparators, operators, per, each, every, control } = words[language];
  const own = new Map(text.sections.flatMap(({ facts }) => Object.entries(facts)));
  const titles = itemTitles(policy, text);
  const facts: Record<string, FactLabel> = {};
  const codes: Record<string, Record<string, string>> = {};
  for (const model of policy.facts) {
    const { name } = model;
    const field = fieldOf(name) ?? shapeFieldOf(name);
    // Years are written like other years also where there are several, or where they follow from others.
    const type = field?.items?.type === 'year' || isYear(model) ? 'year' : model.type;
    const set = field?.enum ?? field?.items?.enum;
    const label = own.get(name)?.title[language] ?? fieldLabel(name, text, language, titles.get(name));
    const unit = field?.unit ?? indicatorUnit(name) ?? own.get(name)?.unit;
    const answers = language === 'zh' && isHad(name) ? ([control.given, control.notGiven] as const) : undefined;
    facts[name] = { label, type, ...(unit && { unit }), ...(answers && { answers }), ...(set && { codes: set }) };
    if (set) codes[set] ??= Object.fromEntries(codesOf(set).map((code) => [code.code, code[language]]));
  }
  const entities = Object.keys(vocabulary.entities).map((name) => [name, entityLabel(name, language)] as const);
  return {
    facts,
    codes,
    units: unitLabels(policy, text, facts, language),
    words: {
      answer,
      amount,
      counted,
      comparators,
      operators,
      per: { ...Object.fromEntries(entities), ...per },
      each,
      every,
      control,
    },
  };
}

/**
 * `household.housing.stepsDone.task` by the labels of its parts, from the record down. `title` is what a rule of the policy calls it,
 * where one does.
 */
export function fieldLabel(name: string, text: Release['text'], language: Language, title?: Bilingual): string {
  if (name.startsWith('date.')) return words[language].date;
  const [entity = '', ...path] = name.split('.');
  const parts = path.flatMap((part, place) => {
    const outer = fieldOf([entity, ...path.slice(0, place)].join('.'));
    // A record with keys of any kind has no labels of theirs.
    const isOpen = outer?.keys !== undefined && outer.keys.enum === undefined;
    const inner = [entity, ...path.slice(0, place + 1)].join('.');
    const label = isOpen ? keyLabel(part, text, title) : (fieldOf(inner) ?? shapeFieldOf(inner) ?? labelOf(inner));
    return label === undefined
      ? []
      : [place > 0 && language === 'en' ? inSentence(label.en, properWords(text)) : label[language]];
  });
  const label = labelChain(parts).join(language === 'zh' ? '·' : ': ');
  return label === '' ? entityLabel(name, language) : label;
}

/** Keys of any kind are fields that are counted, a county's villages by `hasBusService`, or what the policy names so. */
function keyLabel(key: string, text: Release['text'], title: Bilingual | undefined): Bilingual | undefined {
  for (const entity of Object.keys(vocabulary.entities)) {
    const field = fieldOf(`${entity}.${key}`);
    if (field?.type === 'boolean') return field;
  }
  const own = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return title ?? titleOf(own, text, ['outcomes', 'items']);
}

/** The title of the first item or outcome that has this key. */
function titleOf(
  key: string,
  { sections }: Release['text'],
  places: readonly ('items' | 'outcomes')[],
): Bilingual | undefined {
  const provisions = sections.flatMap((section) => section.provisions);
  const titles = places.flatMap((place) => provisions.flatMap((provision) => provision[place][key] ?? []));
  return titles[0];
}

/** `work-team` and `workTeam` are the same; what stands in brackets explains and is left out. */
export function entityLabel(name: string, language: Language): string {
  const label = labelOf(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return label === undefined ? name : label[language].replace(/[（(].*$/, '').trim();
}

/**
 * A text that stands for itself in a policy: an entity, a code of one of its facts, or what the policy itself names so,
 * the key of an item or outcome. Anything else stands as it is.
 */
export function textLabel(value: string, text: Release['text'], data: DescribeData, language: Language): string {
  if (Object.hasOwn(vocabulary.entities, value)) return entityLabel(value, language);
  const labels = new Set(Object.values(data.codes).flatMap((set) => set[value] ?? []));
  const [only] = labels;
  if (only !== undefined && labels.size === 1) return only;
  const title = titleOf(value, text, ['items', 'outcomes']);
  if (title !== undefined) return say(policyWords[language].provision.named, { title: title[language] });
  return ownLabel(value, text, language) ?? (language === 'en' ? withGloss(value) : value);
}

/** What a policy's own word stands for: the item or outcome that has it as its key, or a result that no title names. */
export function ownLabel(value: string, text: Release['text'], language: Language): string | undefined {
  return titleOf(value, text, ['items', 'outcomes'])?.[language] ?? policyWords[language].ownCodes[value];
}

/** Units of the vocabulary, and the products and quotients of them that outcomes and parameters have. */
function unitLabels(
  policy: Release['policy'],
  text: Release['text'],
  facts: Readonly<Record<string, FactLabel>>,
  language: Language,
): Record<string, string> {
  const used = [
    ...policy.rules.flatMap(({ outcomes }) => outcomes.map(({ unit }) => unit)),
    ...text.sections
      .flatMap((section) => [section.parameters, section.facts].flatMap(Object.values))
      .map(({ unit }) => unit),
    ...Object.values(facts).map(({ unit }) => unit),
    ...Object.keys(vocabulary.units),
  ];
  return Object.fromEntries(used.flatMap((unit) => (unit === undefined ? [] : [[unit, unitLabel(unit, language)]])));
}
