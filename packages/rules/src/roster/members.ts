import type { Expression } from '../model/expression.ts';
import { bytesFor } from './byte-rows.ts';
import { classesByPerson } from './by-person.ts';
import { truthOfFormula } from './formula.ts';
import { onLevel } from './number-vector.ts';
import { numbersOf } from './numbers.ts';
import type { Sheet } from './sheet.ts';
import { type ClassVector, constant, isConstant, type NumberVector, truthValue, type Vector } from './vectors.ts';

type Aggregate = Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>;

/** Does something hold for one member, or for every one? */
export function quantified({ op, where }: Aggregate, sheet: Sheet): ClassVector {
  const belongs = belonging(where, sheet);
  const { starts, ends } = sheet;
  const classes = bytesFor(sheet.most.case);
  // What settles it: one who belongs, or one who does not.
  const decisive = op === 'any' ? 1 : 2;
  const otherwise = 3 - decisive;
  return {
    level: 'case',
    width: 3,
    inputs: belongs.inputs,
    classes,
    meaning: truthValue,
    fill: ({ households }) => {
      const truths = belongs.classes() as Uint8Array;
      for (let row = 0; row < households; row++) {
        const to = ends[row] as number;
        let found = to < 0 ? 0 : otherwise;
        for (let person = starts[row] as number; person < to; person++) {
          const truth = truths[person] as number;
          if (truth === decisive) {
            found = decisive;
            break;
          }
          if (truth === 0) found = 0;
        }
        classes[row] = found;
      }
    },
  };
}

/** How many members belong, or what they come to: from what is certain to what is possible. */
export function counted(aggregate: Aggregate, sheet: Sheet): NumberVector {
  const { of, where } = aggregate;
  const belongs = belonging(where, sheet);
  if (of === null) return numbered(belongs, sheet);
  const each = onLevel(numbersOf(of, sheet), 'person', sheet);
  const { starts, ends } = sheet;
  const low = new Float64Array(sheet.most.case);
  const high = new Float64Array(sheet.most.case);
  return {
    level: 'case',
    inputs: [...belongs.inputs, each],
    low,
    high,
    fill: ({ households }) => {
      const truths = belongs.classes() as Uint8Array;
      for (let row = 0; row < households; row++) {
        const to = ends[row] as number;
        let [from, most] = to < 0 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [0, 0];
        for (let person = starts[row] as number; person < to; person++) {
          const truth = truths[person] as number;
          if (truth === 2) continue;
          const [small, large] = [each.low[person] as number, each.high[person] as number];
          from += truth === 1 ? small : Math.min(0, small);
          most += truth === 1 ? large : Math.max(0, large);
        }
        low[row] = from;
        high[row] = most;
      }
    },
  };
}

/** How many there are for certain, and how many there can be. */
function numbered(belongs: Belonging, sheet: Sheet): NumberVector {
  const { starts, ends } = sheet;
  const low = new Float64Array(sheet.most.case);
  const high = new Float64Array(sheet.most.case);
  const fill: NumberVector['fill'] = ({ households }) => {
    const truths = belongs.classes() as Uint8Array;
    for (let row = 0; row < households; row++) {
      const to = ends[row] as number;
      let certain = 0;
      let excluded = 0;
      const from = starts[row] as number;
      for (let person = from; person < to; person++) {
        const truth = truths[person] as number;
        certain += truth & 1;
        excluded += truth >> 1;
      }
      low[row] = certain;
      high[row] = to < 0 ? Number.POSITIVE_INFINITY : to - from - excluded;
    }
  };
  return { level: 'case', inputs: belongs.inputs, low, high, fill };
}

interface Belonging {
  readonly inputs: readonly Vector[];
  /** By person of the block. */
  classes(): ClassVector['classes'];
}

function belonging(where: Expression | null, sheet: Sheet): Belonging {
  const operand = where === null ? constant(true) : truthOfFormula(where, sheet);
  if (isConstant(operand)) {
    const { value } = operand;
    const all = bytesFor(sheet.most.person).fill(value === true ? 1 : value === false ? 2 : 0);
    return { inputs: [], classes: () => all };
  }
  const vector = classesByPerson(operand as ClassVector, sheet);
  return { inputs: [vector], classes: () => vector.classes };
}
