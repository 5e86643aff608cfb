import type { Field } from '../../packages/schemas/src/index.ts';

/** A column of household.parquet or person.parquet. */
export interface TypedColumn {
  readonly field: Field;
  /** The field's path in snake_case: `housing.needsRenovation` → `housing_needs_renovation`. */
  readonly name: string;
  readonly type: string;
}

export const typedColumn = (field: Field): TypedColumn => ({ field, name: snakeCase(field.key), type: typeOf(field) });

const snakeCase = (key: string): string =>
  key.replaceAll('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function typeOf({ type, items }: Pick<Field, 'type' | 'items'>): string {
  if (type === 'list') return `${typeOf(items ?? { type: 'text' })}[]`;
  if (type === 'boolean') return 'BOOLEAN';
  if (type === 'integer' || type === 'year' || type === 'months') return 'INTEGER';
  if (type === 'yuan') return 'DECIMAL(18,2)';
  if (type === 'number' || type === 'percent' || type === 'ratio') return 'DOUBLE';
  return type === 'date' ? 'DATE' : 'VARCHAR';
}
