import type { FactModel, Policy, PolicyText } from '@jingzhun/rules';
import {
  type Bilingual,
  type CodeSetName,
  codesOf,
  type EntityName,
  type Field,
  fieldOf,
  indicatorUnit,
  type ShapeName,
  shapeFieldOf,
  type Unit,
  vocabulary,
} from '@jingzhun/schemas';
import { factModels, type Reading } from './facts-read.ts';
import { itemTitles } from './item-titles.ts';
import { keyedFieldOf } from './keyed-field.ts';
import { labelChain } from './label-chain.ts';
import { factsOfPage } from './subjects.ts';
import { unitLabel } from './unit-label.ts';
import { wordsCompared } from './words-compared.ts';

/** How a question is answered. */
export type Control =
  | 'yes-no'
  | 'code'
  | 'number'
  | 'date'
  | 'text'
  | 'presence'
  | 'codes'
  | 'texts'
  | 'dates'
  | 'numbers'
  | 'count'
  | 'records';

/** A fact as a question of the form. */
export interface Question {
  readonly fact: string;
  readonly entity: string;
  readonly path: readonly string[];
  readonly control: Control;
  readonly label: Bilingual;
  readonly unit?: Bilingual;
  readonly codes?: readonly (Bilingual & { readonly code: string; readonly aliases: readonly string[] })[];
  /** Other headings under which rosters hold it. */
  readonly aliases: readonly string[];
  /** Of records: what is asked of each. */
  readonly entries?: readonly Question[];
  /** Of a count: the list holds words, not records. */
  readonly ofWords?: true;
  /** It follows from other answers where it is not given. */
  readonly derived: boolean;
  readonly wholeNumber: boolean;
  /** Of a text: the words with which the rules compare it, where there are any. */
  readonly words?: readonly string[];
  /** Of a number: it is a year, which has four digits. */
  readonly isYear?: true;
  /** Ids of the rules that read it. */
  readonly rules: ReadonlySet<string>;
}

/** The questions of a page: what its rules ask, in the vocabulary's order. */
export function questionsOf(policy: Policy, text: PolicyText, subject: string): readonly Question[] {
  const items = itemTitles(policy, text);
  const read = factsOfPage(policy, subject);
  const models = factModels(policy);
  const titles = new Map(
    text.sections.flatMap(({ provisions }) => provisions.map(({ id, title }) => [id, title] as const)),
  );
  const questions = read.flatMap((reading) => {
    const model = models.get(reading.name);
    // The policy's own facts and the two dates cannot be given; entries of lists are asked with their list.
    if (model?.path === undefined || reading.list !== undefined) return [];
    if (!Object.hasOwn(vocabulary.entities, model.entity)) return [];
    // Only a household's page has a table of members; elsewhere what follows from members is asked itself.
    if (subject !== 'household' && (model.entity === 'person' || model.name === membersFact)) return [];
    const entries = read
      .filter(({ list }) => list === model.name)
      .map((entry) => withWords(entryOf(entry, models, items), policy));
    const question = questionOf(model, reading, entries, items);
    return question === undefined ? [] : { ...withWords(question, policy), label: forRules(question, titles) };
  });
  return questions.sort((a, b) => placeOf(a) - placeOf(b));
}

function withWords(question: Question, policy: Policy): Question {
  if (question.control !== 'text' && question.control !== 'texts') return question;
  const words = wordsCompared(policy, question.fact);
  return words.length === 0 ? question : { ...question, words };
}

type Titles = ReadonlyMap<string, Bilingual>;

const membersFact = 'household.members';

/** What a list that names these counts; a list of anything else counts items. */
const countedIn: Partial<Record<EntityName, Unit>> = {
  person: 'persons',
  cadre: 'persons',
  household: 'households',
  village: 'villages',
};

function entryOf(reading: Reading, models: ReadonlyMap<string, FactModel>, items: Titles): Question {
  const model = models.get(reading.name) as FactModel;
  const question = questionOf(model, reading, [], items);
  if (question === undefined) throw new TypeError(`${reading.name} cannot be asked of an entry`);
  return question;
}

function questionOf(
  model: FactModel,
  reading: Reading,
  entries: readonly Question[],
  items: Titles,
): Question | undefined {
  const control = controlOf(model, reading, entries.length > 0);
  if (control === undefined) return undefined;
  const field = fieldOf(model.name) ?? shapeFieldOf(model.name);
  const set = field?.enum ?? field?.items?.enum;
  const named = control === 'count' ? field?.items?.to : undefined;
  const unit = named === undefined ? (field?.unit ?? indicatorUnit(model.name)) : countedIn[named];
  const isYear = control === 'number' && model.type === 'year';
  const label =
    keyedFieldOf(model.name, items) ??
    (field === undefined ? { zh: model.name, en: model.name } : inShape(model.name, field));
  return {
    fact: model.name,
    entity: model.entity,
    path: model.path ?? [],
    control,
    label,
    ...(unit === undefined ? {} : { unit: { zh: unitLabel(unit, 'zh'), en: unit } }),
    // A name may not say that a year is wanted: what prices are based on.
    ...(isYear && !label.zh.includes('年')
      ? { unit: { zh: unitLabel('calendar-year', 'zh'), en: 'calendar-year' } }
      : {}),
    ...(set === undefined ? {} : { codes: codesFor(set) }),
    aliases: field?.aliases ?? [],
    ...(control === 'records' ? { entries } : {}),
    ...(control === 'count' && model.kind === 'list' ? { ofWords: true as const } : {}),
    ...(isYear ? { isYear: true as const } : {}),
    derived: model.derive !== undefined,
    wholeNumber: control === 'count' || (control === 'number' && model.scale === 1),
    rules: reading.rules,
  };
}

/** A field of a record with a shape is named with the record: "approval: date" rather than "date". */
function inShape(name: string, { zh, en }: Bilingual): Bilingual {
  const outer = fieldOf(name.split('.').slice(0, -1).join('.'));
  if (outer?.type !== 'record' || outer.keys !== undefined) return { zh, en };
  return { zh: labelChain([outer.zh, zh]).join('·'), en: labelChain([outer.en, en]).join(': ') };
}

/** "Date" alone does not say which: it is named with what the rules that read it are about. */
function forRules({ control, label, rules }: Question, titles: Titles): Bilingual {
  if (control !== 'date' || label.zh !== '日期') return label;
  const about = [...rules].flatMap((id) => titles.get(id) ?? []);
  if (about.length === 0) return label;
  return {
    zh: `${label.zh}（${about.map(({ zh }) => zh).join('；')}）`,
    en: `${label.en} (${about.map(({ en }) => en).join('; ')})`,
  };
}

function controlOf(
  { name, kind, entries, codes }: FactModel,
  { presenceOnly, countOnly }: Reading,
  hasEntries: boolean,
): Control | undefined {
  switch (kind) {
    case 'records':
      // The members have their own table.
      return name === membersFact ? undefined : hasEntries ? 'records' : 'count';
    case 'text':
      return presenceOnly ? 'presence' : 'text';
    case 'boolean':
      return 'yes-no';
    case 'list':
      if (codes !== undefined) return 'codes';
      if (entries !== undefined) return entries === 'date' ? 'dates' : 'numbers';
      return countOnly ? 'count' : 'texts';
    default:
      return kind;
  }
}

function codesFor(set: CodeSetName): NonNullable<Question['codes']> {
  return codesOf(set).map(({ code, zh, en, aliases = [] }) => ({
    code,
    zh,
    en,
    // A word that needs confirmation is no answer yet.
    aliases: aliases.filter((alias): alias is string => typeof alias === 'string'),
  }));
}

/** Where a question's field stands in the vocabulary: its entity, the field, then the code that is its key. */
function placeOf({ entity, path }: Question): number {
  const entities = Object.keys(vocabulary.entities);
  const fields: readonly Field[] = Object.values(
    vocabulary.entities[entity as EntityName]?.fields ?? vocabulary.shapes[entity as ShapeName]?.fields ?? {},
  );
  const name = path.join('.');
  const at = fields.findIndex(({ key }) => name === key || name.startsWith(`${key}.`));
  const field = fields[at];
  const keys: readonly string[] =
    field?.keys?.enum === undefined ? [] : codesOf(field.keys.enum).map(({ code }) => code);
  const key = path[field?.key.split('.').length ?? 0] ?? '';
  return (entities.indexOf(entity) * 1000 + (at < 0 ? 999 : at)) * 1000 + keys.indexOf(key) + 1;
}
