import { type ShapeName, type ValueType, vocabulary } from '@jingzhun/schemas';
import type { Language } from '../language.ts';
import { referenceWords } from '../words/reference.ts';
import { slugOf, spacedName } from './vocabulary.ts';

interface TypeWords {
  readonly text: string;
  /** Of the page that explains it, below that of the language. */
  readonly path?: string;
  /** The shape of the records in it, whose fields have no page of their own. */
  readonly shape?: ShapeName;
}

const pathOfCodes = (set: string): string => `docs/vocabulary/codes/#${slugOf(set)}`;
const pathOfEntity = (entity: string): string => `docs/vocabulary/${slugOf(entity)}/`;

/** The type of a field for a reader: what it is, and where what it names is explained. */
export function typeInWords(type: ValueType, language: Language, many = false): TypeWords {
  const words = referenceWords[language].entity;
  const named = (name: string): string => (many ? words.many(name) : name);
  const label = named(words.types[type.type] ?? type.type);
  const codes = (set: keyof typeof vocabulary.codes): string => vocabulary.codes[set][language];
  if (type.enum) return { text: words.of(label, codes(type.enum)), path: pathOfCodes(type.enum) };
  if (type.to) return { text: words.of(label, vocabulary.entities[type.to][language]), path: pathOfEntity(type.to) };
  if (type.entity) return { text: named(vocabulary.entities[type.entity][language]), path: pathOfEntity(type.entity) };
  if (type.items) {
    const entries = typeInWords(type.items, language, true);
    return { ...entries, text: words.listOf(entries.text) };
  }
  if (type.values) {
    const { text, shape } = typeInWords(type.values, language);
    const set = type.keys?.enum;
    return {
      text: words.forEach(text, set && codes(set)),
      ...(set && { path: pathOfCodes(set) }),
      ...(shape && { shape }),
    };
  }
  if (type.shape) {
    const { shape } = type;
    return { text: language === 'zh' ? vocabulary.shapes[shape].zh : named(spacedName(shape)), shape };
  }
  const unit = type.unit && (language === 'zh' ? vocabulary.units[type.unit] : type.unit);
  if (!unit) return { text: label };
  // Of months the unit says the type.
  return { text: unit.startsWith(label) ? unit : words.withUnit(label, unit) };
}
