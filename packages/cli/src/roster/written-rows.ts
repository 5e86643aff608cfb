import type { TableProblem } from '@jingzhun/schemas/table';
import { type Language, say } from '../language.ts';
import type { DecidedBatch } from './decide-rows.ts';
import type { RowResult } from './row-result.ts';
import type { TableRow } from './table-source.ts';

export interface DecidedRows {
  /** Every row that is not blank: its cells, and its result after them. */
  readonly rows: readonly (readonly string[])[];
  /** Sorted by row. */
  readonly problems: readonly TableProblem[];
  readonly persons: number;
  readonly leftOut: number;
}

/** A batch with its results, as it is written under headers of a width. */
export function writtenRows(
  rows: readonly TableRow[],
  { results, problems, persons, leftOut }: DecidedBatch,
  width: number,
  language: Language,
): DecidedRows {
  const undecided: RowResult = [
    say(language, { zh: '未判定', en: 'not decided' }),
    '',
    '',
    say(language, { zh: '见有误的行', en: 'see the rows with errors' }),
  ];
  const written = results.map(({ place, result }) => {
    // A row that was cut off keeps its cells, and the results stay under their headers.
    const cells = (rows[place]?.cells ?? []).slice(0, width);
    while (cells.length < width) cells.push('');
    return [...cells, ...(result ?? undecided)];
  });
  return { rows: written, problems, persons, leftOut };
}
