import type { FactModel, Policy } from '@jingzhun/rules';
import { type Bilingual, type CodeSetName, codesOf, type EntityName, fieldOf, vocabulary } from '@jingzhun/schemas';
import { factsRead, rulesAskedOf } from './facts-read.ts';

/** How a question is answered. */
export type Control = 'yes-no' | 'code' | 'number' | 'date' | 'text' | 'presence' | 'codes' | 'texts' | 'count';

/** A fact as a question of the form. */
export interface Question {
  readonly fact: string;
  readonly entity: string;
  readonly path: readonly string[];
  readonly control: Control;
  readonly label: Bilingual;
  readonly unit?: Bilingual;
  readonly codes?: readonly (Bilingual & { readonly code: string })[];
  /** It follows from other answers where it is not given. */
  readonly derived: boolean;
  readonly wholeNumber: boolean;
  /** How many rules read it. */
  readonly readers: number;
}

/** Whom this page asks about. */
export const askedEntities = ['household', 'person'] as const;

/** The questions that rules about a household and its members ask, in the vocabulary's order. */
export function questionsOf(policy: Policy): readonly Question[] {
  const models = new Map(policy.facts.map((fact) => [fact.name, fact]));
  const questions = factsRead(policy, rulesAskedOf(policy, askedEntities)).flatMap((reading) => {
    const model = models.get(reading.name);
    // The policy's own facts and the two dates cannot be given; entries of lists are no questions of their own.
    if (model?.path === undefined || !Object.hasOwn(vocabulary.entities, model.entity)) return [];
    const control = controlOf(model, reading.presenceOnly);
    return control === undefined ? [] : [questionOf(model, control, reading.rules.size)];
  });
  return questions.sort((a, b) => placeOf(a) - placeOf(b));
}

function controlOf({ kind, path }: FactModel, presenceOnly: boolean): Control | undefined {
  // The members have their own table.
  if (kind === 'records') return path?.[0] === 'members' ? undefined : 'count';
  if (kind === 'text') return presenceOnly ? 'presence' : 'text';
  if (kind === 'boolean') return 'yes-no';
  if (kind === 'list') return 'texts';
  return kind;
}

function questionOf(model: FactModel, control: Control, readers: number): Question {
  const field = fieldOf(model.name);
  const set = field?.enum ?? field?.items?.enum;
  const unit = field?.unit;
  return {
    fact: model.name,
    entity: model.entity,
    path: model.path ?? [],
    control: control === 'texts' && set !== undefined ? 'codes' : control,
    label: labelFor(model.name, field),
    ...(unit === undefined ? {} : { unit: { zh: vocabulary.units[unit], en: unit } }),
    ...(set === undefined ? {} : { codes: codesFor(set) }),
    derived: model.derive !== undefined,
    wholeNumber: control === 'count' || (control === 'number' && model.scale === 1),
    readers,
  };
}

function labelFor(name: string, field: ReturnType<typeof fieldOf>): Bilingual {
  return field === undefined ? { zh: name, en: name } : { zh: field.zh, en: field.en };
}

function codesFor(set: CodeSetName): NonNullable<Question['codes']> {
  return codesOf(set).map(({ code, zh, en }) => ({ code, zh, en }));
}

/** Where a question's field stands in the vocabulary: its entity, the field, then the code that is its key. */
function placeOf({ entity, path }: Question): number {
  const entities = Object.keys(vocabulary.entities);
  const fields = Object.values(vocabulary.entities[entity as EntityName].fields);
  const name = path.join('.');
  const at = fields.findIndex(({ key }) => name === key || name.startsWith(`${key}.`));
  const field = fields[at];
  const keys = field?.keys?.enum === undefined ? [] : codesOf(field.keys.enum).map(({ code }) => code);
  const key = path[field?.key.split('.').length ?? 0] ?? '';
  return (entities.indexOf(entity) * 1000 + (at < 0 ? 999 : at)) * 1000 + keys.indexOf(key) + 1;
}
