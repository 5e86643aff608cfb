import type { Expression } from '../model/expression.ts';
import { classesByPerson } from './by-person.ts';
import { bytesFor } from './byte-rows.ts';
import { truthOfFormula } from './formula.ts';
import { isExact, onLevel, watchIn } from './number-vector.ts';
import { numbersOf } from './numbers.ts';
import type { Sheet } from './sheet.ts';
import { type ClassVector, constant, isConstant, type NumberVector, truthValue, type Vector } from './vectors.ts';

type Aggregate = Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>;

/** Does something hold for one member, or for every one? */
export function quantified({ op, where }: Aggregate, sheet: Sheet): ClassVector {
  const belongs = belonging(where, sheet);
  const { ends, memberOf } = sheet;
  const classes = bytesFor(sheet.most.case);
  // By which truths there are among the members, a bit each, and a bit more where the members are not known.
  const answers = Uint8Array.from({ length: 16 }, (_, found) => {
    // What settles it: one who belongs, or one who does not.
    const decisive = op === 'any' ? 1 : 2;
    if (found >= 8) return 0;
    if ((found & (1 << decisive)) !== 0) return decisive;
    return (found & 1) !== 0 ? 0 : 3 - decisive;
  });
  const found = new Uint8Array(sheet.most.case + 1);
  return {
    level: 'case',
    width: 3,
    inputs: belongs.inputs,
    classes,
    meaning: truthValue,
    fill: ({ households, persons }) => {
      const truths = belongs.classes() as Uint8Array;
      found.fill(0);
      for (let person = 0; person < persons; person++) {
        const home = memberOf[person] as number;
        found[home] = (found[home] as number) | (1 << (truths[person] as number));
      }
      for (let row = 0; row < households; row++) {
        classes[row] = answers[(found[row] as number) | (((ends[row] as number) >>> 31) << 3)] as number;
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
  if (where === null) return summed(each, sheet);
  const { starts, ends } = sheet;
  const low = new Float64Array(sheet.most.case);
  const high = new Float64Array(sheet.most.case);
  return {
    level: 'case',
    inputs: [...belongs.inputs, each],
    low,
    high,
    fill: (block) => {
      const { households } = block;
      const watch = watchIn(block, 'case', sheet);
      const truths = belongs.classes() as Uint8Array;
      const [lows, highs] = [each.low, each.high];
      for (let row = 0; row < households; row++) {
        const to = ends[row] as number;
        let [from, most] = to < 0 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [0, 0];
        for (let person = starts[row] as number; person < to; person++) {
          const truth = truths[person] as number;
          if (truth === 2) continue;
          const [small, large] = [lows[person] as number, highs[person] as number];
          from += truth === 1 ? small : Math.min(0, small);
          most += truth === 1 ? large : Math.max(0, large);
        }
        low[row] = from;
        high[row] = most;
        if (from === most && !isExact(from)) watch(row);
      }
    },
  };
}

/** What all members come to. */
function summed(each: NumberVector, sheet: Sheet): NumberVector {
  const { ends, memberOf } = sheet;
  const low = new Float64Array(sheet.most.case + 1);
  const high = new Float64Array(sheet.most.case + 1);
  const fill: NumberVector['fill'] = (block) => {
    const { households, persons } = block;
    const watch = watchIn(block, 'case', sheet);
    low.fill(0);
    high.fill(0);
    const [lows, highs] = [each.low, each.high];
    for (let person = 0; person < persons; person++) {
      const home = memberOf[person] as number;
      low[home] = (low[home] as number) + (lows[person] as number);
      high[home] = (high[home] as number) + (highs[person] as number);
    }
    for (let row = 0; row < households; row++) {
      if ((ends[row] as number) >= 0) {
        const total = low[row] as number;
        if (total === high[row] && !isExact(total)) watch(row);
        continue;
      }
      low[row] = Number.NEGATIVE_INFINITY;
      high[row] = Number.POSITIVE_INFINITY;
    }
  };
  return { level: 'case', inputs: [each], low, high, fill };
}

/** How many there are for certain, and how many there can be. */
function numbered(belongs: Belonging, sheet: Sheet): NumberVector {
  const { starts, ends, memberOf } = sheet;
  const low = new Float64Array(sheet.most.case);
  const high = new Float64Array(sheet.most.case);
  const certain = new Uint32Array(sheet.most.case + 1);
  const excluded = new Uint32Array(sheet.most.case + 1);
  const fill: NumberVector['fill'] = ({ households, persons }) => {
    const truths = belongs.classes() as Uint8Array;
    certain.fill(0);
    excluded.fill(0);
    for (let person = 0; person < persons; person++) {
      const truth = truths[person] as number;
      const home = memberOf[person] as number;
      certain[home] = (certain[home] as number) + (truth & 1);
      excluded[home] = (excluded[home] as number) + (truth >> 1);
    }
    for (let row = 0; row < households; row++) {
      const to = ends[row] as number;
      low[row] = to < 0 ? 0 : (certain[row] as number);
      high[row] = to < 0 ? Number.POSITIVE_INFINITY : to - (starts[row] as number) - (excluded[row] as number);
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
