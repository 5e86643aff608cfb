import { codesOf, fieldOf, labelOf, shapeFieldOf, vocabulary } from '@jingzhun/schemas';
import type { DescribeData } from '../calculator/describe.ts';
import type { FactLabel } from '../calculator/page-data.ts';
import { say } from '../calculator/say.ts';
import { words } from '../calculator/words.ts';
import type { Language } from '../language.ts';
import { policyWords } from '../words/policies.ts';
import type { Release } from './release.ts';

/** What people read of everything that a policy names: facts, codes, units. */
export function policyLabels({ policy, text }: Pick<Release, 'policy' | 'text'>, language: Language): DescribeData {
  const { answer, amount, comparators, operators, per, every, control } = words[language];
  const own = new Map(text.sections.flatMap(({ facts }) => Object.entries(facts)));
  const facts: Record<string, FactLabel> = {};
  const codes: Record<string, Record<string, string>> = {};
  for (const { name, type } of policy.facts) {
    const field = fieldOf(name) ?? shapeFieldOf(name);
    const set = field?.enum ?? field?.items?.enum;
    const label = own.get(name)?.title[language] ?? presence(name, language) ?? fieldLabel(name, language);
    facts[name] = { label, type, ...(field?.unit && { unit: field.unit }), ...(set && { codes: set }) };
    if (set) codes[set] ??= Object.fromEntries(codesOf(set).map((code) => [code.code, code[language]]));
  }
  const entities = Object.keys(vocabulary.entities).map((name) => [name, entityLabel(name, language)] as const);
  return {
    facts,
    codes,
    units: unitLabels(policy, text, language),
    words: { answer, amount, comparators, operators, per: { ...Object.fromEntries(entities), ...per }, every, control },
  };
}

/** `household.housing.stepsDone.task` by the labels of its parts, from the record down. */
export function fieldLabel(name: string, language: Language): string {
  if (name.startsWith('date.')) return words[language].page.date;
  const [entity = '', ...path] = name.split('.');
  const parts = path.flatMap((_, place) => {
    const inner = [entity, ...path.slice(0, place + 1)].join('.');
    const label = fieldOf(inner) ?? shapeFieldOf(inner) ?? labelOf(inner);
    return label === undefined ? [] : [label[language]];
  });
  const label = [...new Set(parts)].join(language === 'zh' ? '·' : ': ');
  return label === '' ? entityLabel(name, language) : label;
}

function presence(name: string, language: Language): string | undefined {
  const [first, entity = ''] = name.split('.');
  if (first !== 'present') return undefined;
  return say(policyWords[language].provision.inCase, { entity: entityLabel(entity, language) });
}

/** `work-team` and `workTeam` are the same; what stands in brackets explains and is left out. */
export function entityLabel(name: string, language: Language): string {
  const label = labelOf(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  return label === undefined ? name : label[language].replace(/[（(].*$/, '').trim();
}

/** Units of the vocabulary, and the products and quotients of them that the policy uses. */
function unitLabels(policy: Release['policy'], text: Release['text'], language: Language): Record<string, string> {
  const known: Record<string, string> = { ...words[language].units };
  if (language === 'zh') Object.assign(known, vocabulary.units);
  const used = [
    ...policy.rules.flatMap(({ outcomes }) => outcomes.map(({ unit }) => unit)),
    ...text.sections.flatMap(({ parameters }) => Object.values(parameters).map(({ unit }) => unit)),
    ...Object.keys(vocabulary.units),
  ];
  for (const unit of used) {
    if (unit === undefined || known[unit] !== undefined) continue;
    const parts = unit.split(/([*/])/).map((part) => (part === '*' ? '·' : unitPart(part, known, language)));
    known[unit] = parts.join('');
  }
  return known;
}

function unitPart(part: string, known: Readonly<Record<string, string>>, language: Language): string {
  const { per, every } = words[language];
  return known[part] ?? per[part] ?? every[part] ?? (part === '/' ? part : entityLabel(part, language));
}
