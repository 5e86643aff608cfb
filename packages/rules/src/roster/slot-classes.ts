import type { CompiledFact } from '../compile/facts.ts';
import { comparisons, type Leaf, type Slot } from '../compile/slots.ts';
import type { Expression } from '../model/expression.ts';
import type { Value } from '../values/interval.ts';
import { bytesFor } from './byte-rows.ts';
import { combine } from './combine.ts';
import { factOperand } from './fact-operand.ts';
import { truthOfFormula } from './formula.ts';
import { classesOfPlain, placeAmong } from './plain-classes.ts';
import { rowsIn, type Sheet } from './sheet.ts';
import { type ClassVector, isConstant, type NumberVector, truthClass } from './vectors.ts';

/** A slot of the tables by row. */
export interface SlotClasses {
  readonly slot: Slot;
  /** The class of every row, or a vector of them. */
  readonly classes: number | ClassVector;
  /** What a class past those of the slot stands for: the classes that a number only partly known can still be in. */
  readonly spreads: readonly (readonly number[])[];
}

/** The classes of the slot that a leaf looks at, made once. */
export function slotClasses(leaf: Leaf, sheet: Sheet): SlotClasses {
  let made = sheet.slots.get(leaf.slot);
  if (made === undefined) {
    made = leaf.slot.test ? ofTest(leaf, sheet) : ofFact(leaf, sheet);
    sheet.slots.set(leaf.slot, made);
  }
  return made;
}

function ofFact({ slot, fact }: Leaf, sheet: Sheet): SlotClasses {
  const unknown = slot.classes.classify(undefined);
  // Where there is only one class, that is it, whatever the value.
  if (unknown !== 0) return { slot, classes: unknown, spreads: [] };
  const operand = factOperand(fact, sheet);
  if (isConstant(operand)) return ofValue(slot, operand.value);
  if ('low' in operand) return ofNumbers(slot, operand, sheet);
  if (fact.model.kind === 'boolean' || fact.model.kind === 'code') return { slot, classes: operand, spreads: [] };
  const classes = combine([operand], sheet, ([of = 0]) => slot.classes.classify(operand.meaning(of)), {
    width: slot.width,
    meaning: (of) => of,
  });
  return { slot, classes, spreads: [] };
}

function ofValue(slot: Slot, value: Value): SlotClasses {
  const { code, spread } = classOf(slot, value);
  return spread === undefined ? { slot, classes: code, spreads: [] } : { slot, classes: slot.width, spreads: [spread] };
}

/** The class of a value; where it can still be in several, which. */
function classOf({ classes }: Slot, value: Value): { code: number; spread: readonly number[] | undefined } {
  const code = classes.classify(value);
  return { code, spread: code === 0 && value !== undefined ? classes.spread(value) : undefined };
}

/** Two facts compared, or a list searched. */
function ofTest({ slot, fact, other, operator, expected }: Leaf, sheet: Sheet): SlotClasses {
  const truth = truthOfFormula(
    other === undefined
      ? { op: 'contains', of: read(fact), value: { op: 'value', value: expected as string | number } }
      : {
          op: 'compare',
          operator: comparisons[operator as keyof typeof comparisons],
          left: read(fact, other),
          right: read(other, fact),
        },
    sheet,
  );
  return { slot, classes: isConstant(truth) ? truthClass(truth.value) : (truth as ClassVector), spreads: [] };
}

/** A fact, in the finer steps of the two where it is compared with another. */
function read({ model }: CompiledFact, beside?: CompiledFact): Expression {
  const of: Expression = { op: 'fact', fact: model.name };
  const by = (beside?.model.scale ?? 1) / model.scale;
  return by > 1 ? { op: 'rescale', of, by } : of;
}

/** By where the two ends of what is known lie among the thresholds. */
function ofNumbers(slot: Slot, numbers: NumberVector, sheet: Sheet): SlotClasses {
  const { classes: own } = slot;
  const thresholds = own.thresholds as readonly number[];
  const places = 2 * thresholds.length + 1;
  const exact = Uint8Array.from({ length: places }, (_, place) => own.classify(valueIn(place, thresholds)));
  const spreads: (readonly number[])[] = [];
  // By first and last place of a number that is only known to lie in a range, each beside that of one that is known.
  const classOfPlaces = new Uint8Array(2 * places * places);
  for (let first = 0; first < places; first++) {
    for (let last = first; last < places; last++) {
      const { code, spread } = classOf(slot, { low: valueIn(first, thresholds), high: valueIn(last, thresholds) });
      const at = 2 * (first * places + last);
      classOfPlaces[at] = spread === undefined ? code : slot.width + placeOf(spread, spreads);
      classOfPlaces[at + 1] = exact[first] as number;
    }
  }
  const classes = bytesFor(sheet.most[numbers.level]);
  const { level, plain } = numbers;
  if (plain !== undefined) {
    const { code } = classOf(slot, undefined);
    const fill = classesOfPlain(plain, level, thresholds, exact, code, classes);
    return { slot, classes: { level, width: slot.width, inputs: [], classes, meaning: (of) => of, fill }, spreads: [] };
  }
  const vector: ClassVector = {
    level,
    width: slot.width + spreads.length,
    inputs: [numbers],
    classes,
    meaning: (of) => of,
    fill: (block) => {
      const { low, high } = numbers;
      const rows = rowsIn(block, level);
      for (let row = 0; row < rows; row++) {
        const from = low[row] as number;
        const to = high[row] as number;
        const first = placeAmong(thresholds, from);
        const last = placeAmong(thresholds, to);
        classes[row] = classOfPlaces[2 * (first * places + last) + Number(from === to)] as number;
      }
    },
  };
  return { slot, classes: vector, spreads };
}

/** A value that stands at a place. */
function valueIn(place: number, thresholds: readonly number[]): number {
  if (place % 2 === 1) return thresholds[(place - 1) / 2] as number;
  const before = thresholds[place / 2 - 1];
  const after = thresholds[place / 2];
  if (before === undefined) return (after as number) - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

function placeOf(spread: readonly number[], among: (readonly number[])[]): number {
  const known = among.findIndex((each) => each.join() === spread.join());
  return known < 0 ? among.push(spread) - 1 : known;
}
