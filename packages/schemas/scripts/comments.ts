import type { ValueType } from '../src/vocabulary.ts';
import type { VocabularySource } from './read-vocabulary.ts';

/** An entity or a field, as far as the types of a case say what it is. */
interface Described extends Partial<ValueType> {
  readonly zh: string;
  readonly en: string;
  readonly note?: string;
}

const unitOf = ({ unit, items }: Described): ValueType['unit'] => unit ?? items?.unit;
const isDate = ({ type, items }: Described): boolean => (items?.type ?? type) === 'date';

/** `dates of visits (走访日期), yyyy-mm-dd: note`, as it stands in case.gen.ts. */
export function englishComment(described: Described): string {
  const { zh, en, note } = described;
  const unit = unitOf(described);
  const format = isDate(described) ? ', yyyy-mm-dd' : '';
  return `${en} (${zh})${unit ? `, ${unit}` : ''}${format}${note ? `: ${note}` : ''}`.replaceAll('*/', '*');
}

/** Shapes have no other English name: `hospitalPair` -> `hospital pair (医院结对)`. */
export const shapeComment = (name: string, zh: string): string =>
  englishComment({ zh, en: name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) });

/** Every comment that the generated files take from the vocabulary, and the same in Chinese. Notes are English: `noteOf` says them in Chinese. */
export function commentsInBoth(
  { units, codes, shapes, entities }: VocabularySource,
  noteOf: (english: string) => string,
): Map<string, string> {
  const chinese = (described: Described): string => {
    const unit = unitOf(described);
    const format = isDate(described) ? '，yyyy-mm-dd' : '';
    const note = described.note ? `。${noteOf(described.note)}` : '';
    return `${described.zh}${unit ? `，单位：${units[unit]}` : ''}${format}${note}`;
  };
  const named = [...entities.values()].flatMap(({ value }) => {
    const { note, fields, ...name } = value;
    return [name, { ...name, ...(note !== undefined && { note }) }, ...fields];
  });
  const all: Described[] = [...named, ...Object.values(shapes).flatMap(({ fields }) => fields)];
  return new Map([
    ...[...codes.values()].map(({ value: { zh, en } }) => [englishComment({ zh, en }), zh] as const),
    ...Object.entries(shapes).map(([name, { zh }]) => [shapeComment(name, zh), zh] as const),
    ...all.map((described) => [englishComment(described), chinese(described)] as const),
  ]);
}
