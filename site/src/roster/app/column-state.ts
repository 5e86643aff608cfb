import type { FieldChoices, SheetHeaders } from '../protocol.ts';
import { rememberedFields } from './remembered-fields.ts';

/** The columns of a sheet and the fields chosen for them. */
export interface ColumnState {
  readonly headers: SheetHeaders;
  /** By place in the sheet. */
  readonly fields: FieldChoices;
  /** Columns that the user chose a field for. */
  readonly chosen: ReadonlySet<number>;
  readonly fillHouseholds: boolean;
  /** The fields are those that the device remembered. */
  readonly remembered: boolean;
  /** They are to be remembered. */
  readonly remember: boolean;
}

/** What is recognised for certain is used; what is only likely waits for the user. */
export function startColumns(headers: SheetHeaders, exists: (field: string) => boolean): ColumnState {
  const width = Math.max(0, ...headers.columns.map(({ index }) => index + 1));
  const recognised: (string | null)[] = new Array(width).fill(null);
  for (const { index, field, confidence } of headers.columns) if (confidence !== 'nearest') recognised[index] = field;
  const known = rememberedFields(headers.fingerprint, exists);
  const fits = known !== undefined && known.length === width;
  return {
    headers,
    fields: fits ? known : recognised,
    chosen: new Set(),
    fillHouseholds: false,
    remembered: fits,
    remember: fits,
  };
}

export function withField(state: ColumnState, index: number, field: string | null): ColumnState {
  const fields = state.fields.map((known, place) => (place === index ? field : known));
  return { ...state, fields, chosen: new Set([...state.chosen, index]) };
}
