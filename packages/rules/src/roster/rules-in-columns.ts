import { JingzhunError } from '@jingzhun/schemas/problem';
import { isRecord } from '../compile/read.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Combination } from './combination.ts';
import { grouped } from './key-groups.ts';
import { keyVector } from './keys.ts';
import { knownAmong } from './known-numbers.ts';
import { onLevel } from './number-vector.ts';
import { numbersOf } from './numbers.ts';
import { type OpenGrant, type OpenRule, recode } from './rule-columns.ts';
import { ruleStatus } from './rule-status.ts';
import { firstIn, rowsIn, type Sheet } from './sheet.ts';
import { notAsked } from './status-codes.ts';
import { type Member, StatusGroup } from './status-group.ts';
import {
  type Block,
  inOrder,
  isConstant,
  type Level,
  NotInColumns,
  type NumberVector,
  type Vector,
} from './vectors.ts';

/** Fills the columns of those rules that can be worked out block by block; says of each whether it is one of them. */
export class RulesInColumns {
  private readonly sheet: Sheet;
  private readonly members: Member[] = [];
  private readonly groups: readonly StatusGroup[];
  /** What is done before the first block. */
  private readonly starts: (() => void)[] = [];
  /** What is done in each block after its vectors and statuses. */
  private readonly tasks: ((block: Block) => void)[] = [];
  private readonly vectors: readonly Vector[];

  constructor(sheet: Sheet, rules: readonly OpenRule[]) {
    this.sheet = sheet;
    const steps: Vector[] = [];
    for (const each of rules) {
      try {
        steps.push(...this.take(each));
      } catch (error) {
        // What is too large is too large for some rows only: these are told apart one by one.
        if (!(error instanceof NotInColumns || error instanceof JingzhunError)) throw error;
        each.inColumns = false;
      }
    }
    this.groups = (['case', 'person'] satisfies Level[]).flatMap((level) =>
      grouped(this.members.filter(({ open }) => open.level === level)).map(
        ({ inputs, members }) => new StatusGroup(keyVector(inputs, level, sheet), members, sheet),
      ),
    );
    this.vectors = inOrder([...this.groups.map(({ key }) => key), ...steps]);
  }

  begin(): void {
    for (const group of this.groups) group.begin();
    for (const start of this.starts) start();
  }

  work(block: Block): void {
    try {
      for (const vector of this.vectors) vector.fill(block);
      for (const group of this.groups) group.work(block);
      for (const task of this.tasks) task(block);
    } catch (error) {
      // A formula came to a number that is too large: which rows that is the end of, they say themselves.
      if (!(error instanceof JingzhunError)) throw error;
      this.sheet.odd.fill(1, block.first, block.first + block.households);
    }
  }

  /** Counts the statuses that were looked up. Called once, at the end. */
  count(): void {
    for (const group of this.groups) group.count();
  }

  /** Takes a rule in; what it grants by row is filled from the vectors returned. */
  private take(open: OpenRule): Vector[] {
    const { rule, level, grants } = open;
    const status = ruleStatus(rule, this.sheet);
    const steps = rule.grants.map(({ place }) => {
      const formula = rule.model.outcomes[place]?.value;
      if (formula === null || formula === undefined || formula.type !== 'number') return Number.NaN;
      const operand = numbersOf(formula.expression, this.sheet);
      if (!isConstant(operand)) return onLevel(operand, level, this.sheet);
      return typeof operand.value === 'number' ? operand.value : Number.NaN;
    });
    this.takeStatus(open, status);
    return steps.flatMap((of, place) => {
      const grant = grants[place];
      if (grant === undefined) return [];
      if (typeof of === 'number') {
        grant.steps = of;
        return [];
      }
      return [this.takeSteps(of, grant, open.rows)];
    });
  }

  private takeStatus(open: OpenRule, status: Combination): void {
    const asked = askedOf(open.rule, this.sheet);
    if (asked === 'nobody') return;
    if (typeof status === 'number') {
      this.starts.push(() => {
        open.codes.fill(status);
        open.counts[status] = open.rows;
      });
    } else this.members.push({ open, ...status });
    if (asked === 'all') return;
    this.tasks.push(({ first, households }) => {
      for (let row = first; row < first + households; row++) if (asked[row] !== 1) recode(open, row, notAsked);
    });
  }

  private takeSteps(numbers: NumberVector, grant: OpenGrant, rows: number): Vector {
    const { level } = numbers;
    const known = numbers.known?.() ?? knownAmong(numbers, this.sheet);
    grant.known = known;
    this.starts.push(() => {
      grant.steps = new Float64Array(rows);
    });
    this.tasks.push((block) => {
      const own = known.values.subarray(0, rowsIn(block, level));
      (grant.steps as Float64Array).set(own, firstIn(block, level));
    });
    return known;
  }
}

/** Whom a rule asks is the first of its entities that is there: shared by all, or the household where there is one. */
function askedOf({ model: { asks } }: CompiledRule, { shared, columns }: Sheet): 'all' | 'nobody' | Uint8Array {
  if (asks[0] === 'person') return 'all';
  if (asks.some((entity) => entity !== 'household' && isRecord(shared.objects[entity]))) return 'all';
  return asks.includes('household') ? (columns.present ?? 'all') : 'nobody';
}
