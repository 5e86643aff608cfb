import type { Expression } from '../model/expression.ts';
import { classesByPerson } from './by-person.ts';
import { truthOfFormula } from './formula.ts';
import { type NumberOperand, onLevel } from './number-vector.ts';
import { numbersOf } from './numbers.ts';
import type { Sheet } from './sheet.ts';
import {
  type Block,
  type ClassVector,
  constant,
  isConstant,
  type NumberVector,
  truthValue,
  type Vector,
} from './vectors.ts';

type Aggregate = Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>;

/** Does something hold for one member, or for every one? */
export function quantified({ op, where }: Aggregate, sheet: Sheet): ClassVector {
  const belongs = belonging(where, sheet);
  const members = membersOf(sheet);
  const classes = new Uint8Array(sheet.most.case);
  // What settles it: one who belongs, or one who does not.
  const decisive = op === 'any' ? 1 : 2;
  const otherwise = 3 - decisive;
  return {
    level: 'case',
    width: 3,
    inputs: belongs.inputs,
    classes,
    meaning: truthValue,
    fill: (block) => {
      const truths = belongs.classes();
      for (let row = 0; row < block.households; row++) {
        const to = members.end(block, row);
        let found = to < 0 ? 0 : otherwise;
        for (let person = members.start(row); person < to; person++) {
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
export function counted({ op, of, where }: Aggregate, sheet: Sheet): NumberVector {
  const belongs = belonging(where, sheet);
  const each = onLevel(of === null ? constant(1) : (numbersOf(of, sheet) as NumberOperand), 'person', sheet);
  const members = membersOf(sheet);
  const low = new Float64Array(sheet.most.case);
  const high = new Float64Array(sheet.most.case);
  const least = of === null && op === 'count' ? 0 : Number.NEGATIVE_INFINITY;
  return {
    level: 'case',
    inputs: [...belongs.inputs, each],
    low,
    high,
    fill: (block) => {
      const truths = belongs.classes();
      for (let row = 0; row < block.households; row++) {
        const to = members.end(block, row);
        let [from, most] = to < 0 ? [least, Number.POSITIVE_INFINITY] : [0, 0];
        for (let person = members.start(row); person < to; person++) {
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

interface Belonging {
  readonly inputs: readonly Vector[];
  /** By person of the block. */
  classes(): ClassVector['classes'];
}

function belonging(where: Expression | null, sheet: Sheet): Belonging {
  const operand = where === null ? constant(true) : truthOfFormula(where, sheet);
  if (isConstant(operand)) {
    const { value } = operand;
    const all = new Uint8Array(sheet.most.person).fill(value === true ? 1 : value === false ? 2 : 0);
    return { inputs: [], classes: () => all };
  }
  const vector = classesByPerson(operand as ClassVector, sheet);
  return { inputs: [vector], classes: () => vector.classes };
}

/** Which persons of the block are members of which household. */
function membersOf({ columns: { listed, alone, present }, starts }: Sheet): {
  start(row: number): number;
  /** Negative where nobody knows who belongs to it. */
  end(block: Block, row: number): number;
} {
  return {
    start: (row) => starts[row] as number,
    end: ({ first }, row) => {
      if (listed?.[first + row] === 0 || present?.[first + row] === 0) return -1;
      return (starts[row + 1] as number) - (alone?.[first + row] === 1 ? 1 : 0);
    },
  };
}
