import { matchColumns } from '@jingzhun/schemas/table';
import type { FieldChoices } from '../protocol.ts';

/** The headers that make the table be read as the user chose: the full name of each field, nothing where a column is not used. */
export function headersFor(fields: FieldChoices): {
  readonly names: string[];
  readonly layout: 'person' | 'household';
} {
  const names = fields.map((field) => field ?? '');
  return { names, layout: matchColumns(names).layout };
}
