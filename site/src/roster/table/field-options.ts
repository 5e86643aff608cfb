import { codesOf, type Field, labelOf, vocabulary } from '@jingzhun/schemas';
import { upperFirst } from '../../calculator/upper-first.ts';
import type { CodeOption, FieldOption } from '../protocol.ts';

const truths: readonly CodeOption[] = [
  { code: 'true', label: { zh: '是', en: 'Yes' } },
  { code: 'false', label: { zh: '否', en: 'No' } },
];

/** What can be said of a field: its codes, or yes and no. Empty where any text or number may stand. */
export function codesOfField(field: Field): readonly CodeOption[] {
  const set = field.enum ?? field.items?.enum;
  if (set !== undefined) return codesOf(set).map(({ code, zh, en }) => ({ code, label: { zh, en: upperFirst(en) } }));
  return field.type === 'boolean' ? truths : [];
}

/** Every field that a column can fill, in the order of the vocabulary. A record has no cell of its own. */
export function fieldOptions(): FieldOption[] {
  return (['household', 'person'] as const).flatMap((entity) =>
    Object.values(vocabulary.entities[entity].fields)
      .filter((field: Field) => field.type !== 'record' && field.items?.type !== 'record' && field.to !== 'household')
      .map((field: Field): FieldOption => {
        const name = `${entity}.${field.key}`;
        const { zh, en } = labelOf(name) ?? field;
        return {
          name,
          entity,
          label: { zh, en: upperFirst(en) },
          aliases: field.aliases ?? [],
          codes: codesOfField(field),
        };
      }),
  );
}
