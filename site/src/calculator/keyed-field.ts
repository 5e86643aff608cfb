import { type Bilingual, type Field, fieldOf, vocabulary } from '@jingzhun/schemas';

/**
 * What people read of a key of a record that has no codes: `county.villageCounts.hasBusService` counts the villages of
 * which a field is true, so it is called as that field is; else as the item of a rule that tests it. Undefined for every
 * other name.
 */
export function keyedFieldOf(name: string, items: ReadonlyMap<string, Bilingual>): Bilingual | undefined {
  const path = name.split('.');
  const key = path.at(-1) ?? '';
  const outer: Field | undefined = fieldOf(path.slice(0, -1).join('.'));
  if (outer?.type !== 'record' || outer.keys === undefined || outer.keys.enum !== undefined) return undefined;
  const entity = Object.keys(vocabulary.entities).find((each) => path.at(-2)?.startsWith(each));
  const found = fieldOf(`${entity}.${key}`);
  return found === undefined ? items.get(name) : { zh: found.zh, en: found.en };
}
