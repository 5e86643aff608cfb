import { bytesFor } from './byte-rows.ts';
import type { Sheet } from './sheet.ts';
import type { ClassVector } from './vectors.ts';
import { truthValue } from './vectors.ts';

/** Bytes of 1 and 0 by household as true and false. */
export function flagVector(flags: Uint8Array, sheet: Sheet): ClassVector {
  const classes = bytesFor(sheet.most.case);
  return {
    level: 'case',
    width: 3,
    inputs: [],
    classes,
    meaning: truthValue,
    fill: ({ first, households }) => {
      for (let row = 0; row < households; row++) classes[row] = flags[first + row] === 1 ? 1 : 2;
    },
  };
}
