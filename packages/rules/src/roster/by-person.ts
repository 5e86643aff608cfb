import { bytesFor } from './byte-rows.ts';
import type { Sheet } from './sheet.ts';
import type { Classes, ClassVector, NumberVector } from './vectors.ts';

/** A household's classes, repeated for each of its persons. */
export function classesByPerson(vector: ClassVector, sheet: Sheet): ClassVector {
  if (vector.level === 'person') return vector;
  const known = sheet.byPerson.get(vector);
  if (known !== undefined) return known as ClassVector;
  const classes = emptyClasses(vector.width, sheet.most.person);
  const { homes } = sheet;
  const made: ClassVector = {
    level: 'person',
    width: vector.width,
    inputs: [vector],
    classes,
    meaning: vector.meaning,
    fill: ({ persons }) => {
      const { classes: own } = vector;
      if (own instanceof Uint8Array && classes instanceof Uint8Array) repeatBytes(own, homes, classes, persons);
      else repeat(own, homes, classes, persons);
    },
  };
  sheet.byPerson.set(vector, made);
  return made;
}

export function numbersByPerson(vector: NumberVector, sheet: Sheet): NumberVector {
  if (vector.level === 'person') return vector;
  const known = sheet.byPerson.get(vector);
  if (known !== undefined) return known as NumberVector;
  const low = new Float64Array(sheet.most.person);
  const high = new Float64Array(sheet.most.person);
  const { homes } = sheet;
  const made: NumberVector = {
    level: 'person',
    inputs: [vector],
    low,
    high,
    fill: ({ persons }) => {
      repeat(vector.low, homes, low, persons);
      repeat(vector.high, homes, high, persons);
    },
  };
  sheet.byPerson.set(vector, made);
  return made;
}

function repeatBytes(from: Uint8Array, homes: Uint32Array, into: Uint8Array, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = from[homes[row] as number] as number;
}

function repeat(from: Classes | Float64Array, homes: Uint32Array, into: Classes | Float64Array, rows: number): void {
  for (let row = 0; row < rows; row++) into[row] = from[homes[row] as number] as number;
}

export function emptyClasses(width: number, rows: number): Classes {
  return width <= 256 ? bytesFor(rows) : width <= 65_536 ? new Uint16Array(rows) : new Uint32Array(rows);
}
