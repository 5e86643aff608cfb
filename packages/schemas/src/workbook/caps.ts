/** How much of a file is read at most. Beyond it a browser would stall, or somebody means harm. */
export const caps = {
  /** Bytes of a text file. */
  text: 200_000_000,
  /** Bytes of an Excel file as it stands on the disk. */
  excel: 60_000_000,
  /** Bytes of all that is needed of an Excel file, unpacked. */
  inflated: 400_000_000,
  /** Parts of an Excel file. */
  parts: 4_000,
  rows: 300_000,
  columns: 500,
  cells: 15_000_000,
} as const;
export type Caps = { readonly [Name in keyof typeof caps]: number };
