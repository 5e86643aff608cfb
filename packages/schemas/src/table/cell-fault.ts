/** Other fields that a label also settles: field name → code. */
export type Sets = Readonly<Record<string, string>>;

/** Why a cell cannot be read and what to write instead. Never holds a name, a number of identity or another sensitive value. */
export interface CellFault {
  readonly fault: true;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
