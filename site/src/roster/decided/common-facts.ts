import type { Case } from '@jingzhun/rules';
import { fieldOf, vocabulary } from '@jingzhun/schemas';
import { type CellFault, parseCell } from '@jingzhun/schemas/table';
import type { CommonField } from '../protocol-results.ts';
import { codesOfField } from '../table/field-options.ts';

/** Facts that hold for everyone, as they were typed, by name. */
export type CommonTexts = Readonly<Record<string, string>>;

/** What a roster's households have in common: other policies' figures, and the province that the document is of. */
const entities = new Set(['external', 'province']);

export const isCommon = (fact: string): boolean => {
  const [entity = ''] = fact.split('.');
  return entities.has(entity) && fieldOf(fact) !== undefined;
};

/**
 * The facts that were typed, as a case has them. What cannot be read stays unknown.
 *
 * @example
 * commonCase({ 'external.dibaoLine': '400' }) // { external: { dibaoLine: 400 } }
 */
export function commonCase(texts: CommonTexts): Case {
  const found: Record<string, unknown> = {};
  for (const [fact, text] of Object.entries(texts)) {
    const reading = readingOf(fact, text);
    if (reading === undefined || 'fault' in reading || reading.value === undefined) continue;
    const keys = fact.split('.');
    const last = keys.pop() as string;
    let within = found;
    for (const key of keys) {
      within[key] ??= {};
      within = within[key] as Record<string, unknown>;
    }
    within[last] = reading.value;
  }
  return found as Case;
}

/** The fields in which they are typed, in the vocabulary's order: those that something lacks, and those that were filled in. */
export function commonFields(missing: readonly string[], texts: CommonTexts): readonly CommonField[] {
  const filled = Object.keys(texts).filter((fact) => texts[fact] !== '');
  const facts = [...new Set([...missing, ...filled])].filter(isCommon);
  return facts.sort((one, other) => placeOf(one) - placeOf(other)).map((fact) => fieldFor(fact, texts[fact] ?? ''));
}

function fieldFor(fact: string, text: string): CommonField {
  const field = fieldOf(fact);
  const reading = readingOf(fact, text);
  const unit = field?.unit;
  return {
    fact,
    text,
    codes: field === undefined ? [] : codesOfField(field),
    ...(unit !== undefined && { unit: { zh: vocabulary.units[unit], en: unit } }),
    ...(reading !== undefined && 'fault' in reading && { fault: sentenceOf(reading) }),
  };
}

const sentenceOf = ({ zh, en }: CellFault) => ({ zh, en });

function readingOf(fact: string, text: string): ReturnType<typeof parseCell> | undefined {
  const field = fieldOf(fact);
  return field === undefined || text.trim() === '' ? undefined : parseCell(field, text);
}

/** Keys of one record stand together, in the order in which they are asked for. */
function placeOf(fact: string): number {
  const [entity = '', ...path] = fact.split('.');
  const { fields } = vocabulary.entities[entity as keyof typeof vocabulary.entities];
  const keys = Object.values(fields).map(({ key }) => key);
  return keys.findIndex((key) => path.join('.') === key || path.join('.').startsWith(`${key}.`));
}
