import { JingzhunError } from '@jingzhun/schemas/problem';
import { isRecord } from '../compile/read.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { onLevel } from './number-vector.ts';
import { numbersOf } from './numbers.ts';
import type { OpenRule } from './rule-columns.ts';
import { firstIn, rowsIn, type Sheet } from './sheet.ts';
import { notAsked } from './status-codes.ts';
import { type StatusVector, statusVector } from './status-vector.ts';
import { type Block, inOrder, isConstant, NotInColumns, type NumberVector, type Vector } from './vectors.ts';

type Task = (block: Block) => void;

/** Fills the columns of those rules that can be worked out block by block; says of each whether it is one of them. */
export class RulesInColumns {
  private readonly sheet: Sheet;
  private readonly roots: Vector[] = [];
  private readonly tasks: Task[] = [];
  private vectors: readonly Vector[] = [];

  constructor(sheet: Sheet, rules: readonly OpenRule[]) {
    this.sheet = sheet;
    for (const each of rules) {
      try {
        this.take(each);
      } catch (error) {
        // What is too large is too large for some rows only: these are told apart one by one.
        if (!(error instanceof NotInColumns || error instanceof JingzhunError)) throw error;
        each.inColumns = false;
      }
    }
    this.vectors = inOrder(this.roots);
  }

  work(block: Block): void {
    try {
      for (const vector of this.vectors) vector.fill(block);
      for (const task of this.tasks) task(block);
    } catch (error) {
      // A formula came to a number that is too large: which rows that is the end of, they say themselves.
      if (!(error instanceof JingzhunError)) throw error;
      this.sheet.odd.fill(1, block.first, block.first + block.households);
    }
  }

  private take(each: OpenRule): void {
    const { rule, level, grants } = each;
    const status = statusVector(rule, level, this.sheet);
    const steps = rule.grants.map(({ place }) => {
      const formula = rule.model.outcomes[place]?.value;
      if (formula == null || formula.type !== 'number') return Number.NaN;
      const operand = numbersOf(formula.expression, this.sheet);
      if (!isConstant(operand)) return onLevel(operand, level, this.sheet);
      return typeof operand.value === 'number' ? operand.value : Number.NaN;
    });
    this.statusTask(each, status);
    steps.forEach((of, place) => {
      const grant = grants[place];
      if (grant === undefined) return;
      if (typeof of === 'number') {
        grant.steps = of;
        return;
      }
      grant.steps = new Float64Array(each.rows);
      this.stepsTask(of, grant.steps);
    });
  }

  private statusTask({ rule, level, codes }: OpenRule, status: StatusVector): void {
    const asked = askedOf(rule, this.sheet);
    if (typeof status !== 'number') this.roots.push(status);
    this.tasks.push((block) => {
      const first = firstIn(block, level);
      const rows = rowsIn(block, level);
      if (asked === 'nobody') return;
      if (typeof status === 'number') codes.fill(status, first, first + rows);
      else codes.set(status.classes.subarray(0, rows), first);
      if (asked === 'all') return;
      for (let row = first; row < first + rows; row++) if (asked[row] !== 1) codes[row] = notAsked;
    });
  }

  private stepsTask(numbers: NumberVector, steps: Float64Array): void {
    this.roots.push(numbers);
    this.tasks.push((block) => {
      const first = firstIn(block, numbers.level);
      const rows = rowsIn(block, numbers.level);
      const { low, high } = numbers;
      for (let row = 0; row < rows; row++) {
        steps[first + row] = low[row] === high[row] ? (low[row] as number) : Number.NaN;
      }
    });
  }
}

/** Whom a rule asks is the first of its entities that is there: shared by all, or the household where there is one. */
function askedOf({ model: { asks } }: CompiledRule, { shared, columns }: Sheet): 'all' | 'nobody' | Uint8Array {
  if (asks[0] === 'person') return 'all';
  if (asks.some((entity) => entity !== 'household' && isRecord(shared.objects[entity]))) return 'all';
  return asks.includes('household') ? (columns.present ?? 'all') : 'nobody';
}
