import type { Regime } from '../compile/regime.ts';
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import { daysBetween, isDay } from '../values/dates.ts';
import type { Interval } from '../values/interval.ts';
import { Differences } from './differences.ts';
import { rangeOf, readAs } from './ranges.ts';

/** A quantity as another one, or zero, and so many more. */
interface Term {
  readonly key: string;
  readonly plus: number;
}

const zero = '';

/** The first day that a case can give: days are counted from it. */
const firstDay = '1900-01-01';

/** What formulas compare: numbers in steps and days, each with its range and with what it can differ from its parts. */
export class Quantities {
  private readonly known = new Differences();
  private readonly seen = new Map<string, Expression>();
  private readonly regime: Regime;

  constructor(regime: Regime) {
    this.regime = regime;
  }

  /** Takes a comparison for true. */
  hold(operator: Exclude<ComparisonOperator, '!='>, left: Expression, right: Expression): void {
    switch (operator) {
      case '=':
        this.hold('<=', left, right);
        this.hold('<=', right, left);
        return;
      case '>':
        this.hold('<', right, left);
        return;
      case '>=':
        this.hold('<=', right, left);
        return;
      default:
        this.below(left, right, operator === '<');
        return;
    }
  }

  contradict(): boolean {
    return this.known.contradict();
  }

  /** Left is below right, or at most right. Between two whole numbers, below is at most one less. */
  private below(left: Expression, right: Expression, isStrict: boolean): void {
    const least = (line: number): number => (isStrict && Number.isInteger(line) ? 1 : 0);
    const [a, b] = [readAs(left, this.regime), readAs(right, this.regime)];
    const [low, high] = [this.numberOf(a), this.numberOf(b)];
    if (a.op === 'year' && !Number.isNaN(high)) {
      const day = this.term(a.of);
      const next = yearStart(Math.floor(high) - least(high) + 1);
      this.known.atMost(day.key, zero, next - 1 - day.plus);
    } else if (b.op === 'year' && !Number.isNaN(low)) {
      const day = this.term(b.of);
      this.known.atMost(zero, day.key, day.plus - yearStart(Math.ceil(low) + least(low)));
    }
    // A difference below another: told where one quantity at most is left on either side.
    const [one, other] = [this.spread(a), this.spread(b)];
    const up = [one.more, other.less].flatMap((term) => (term === undefined || term.key === zero ? [] : [term.key]));
    const down = [other.more, one.less].flatMap((term) => (term === undefined || term.key === zero ? [] : [term.key]));
    const apart = other.more.plus - (other.less?.plus ?? 0) - one.more.plus + (one.less?.plus ?? 0);
    if (up.length <= 1 && down.length <= 1) this.known.atMost(up[0] ?? zero, down[0] ?? zero, apart - least(apart));
    const [x, y] = [this.term(a), this.term(b)];
    this.known.atMost(x.key, y.key, y.plus - x.plus - least(y.plus - x.plus));
  }

  /** NaN where it is not one number whatever is given. */
  private numberOf(part: Expression): number {
    const { low, high } = rangeOf(part, this.regime);
    return low === high ? low : Number.NaN;
  }

  /** A difference taken apart. */
  private spread(part: Expression): { more: Term; less?: Term } {
    if (part.op === 'subtract') return { more: this.term(part.left), less: this.term(part.right) };
    if (part.op === 'daysBetween') return { more: this.term(part.right), less: this.term(part.left) };
    return { more: this.term(part) };
  }

  private term(named: Expression): Term {
    const part = readAs(named, this.regime);
    const plus = ({ key, plus: before }: Term, more: number): Term => ({ key, plus: before + more });
    if (part.op === 'value' && typeof part.value === 'string') return { key: zero, plus: dayNumber(part.value) };
    const fixed = this.numberOf(part);
    if (!Number.isNaN(fixed)) return { key: zero, plus: fixed };
    if (part.op === 'add') {
      const [a, b] = [this.numberOf(part.left), this.numberOf(part.right)];
      if (!Number.isNaN(a)) return plus(this.term(part.right), a);
      if (!Number.isNaN(b)) return plus(this.term(part.left), b);
    }
    const less = part.op === 'subtract' ? this.numberOf(part.right) : Number.NaN;
    if (part.op === 'subtract' && !Number.isNaN(less)) return plus(this.term(part.left), -less);
    const days = part.op === 'addDays' ? this.numberOf(part.by) : Number.NaN;
    if (part.op === 'addDays' && !Number.isNaN(days)) return plus(this.term(part.of), days);
    const key = JSON.stringify(part);
    if (!this.seen.has(key)) {
      this.seen.set(key, part);
      this.relate(key, part);
    }
    return { key, plus: 0 };
  }

  /** What is known of a quantity beside the comparisons. */
  private relate(key: string, part: Expression): void {
    this.lies(key, { key: zero, plus: 0 }, rangeOf(part, this.regime));
    const range = (each: Expression): Interval => rangeOf(each, this.regime);
    switch (part.op) {
      case 'add':
        this.lies(key, this.term(part.left), range(part.right));
        this.lies(key, this.term(part.right), range(part.left));
        return;
      case 'subtract': {
        const { low, high } = range(part.right);
        this.lies(key, this.term(part.left), { low: -high, high: -low });
        return;
      }
      case 'addMonths':
      case 'addYears': {
        const [short, long] = part.op === 'addMonths' ? [28, 31] : [365, 366];
        const count = this.numberOf(part.by);
        if (Number.isNaN(count)) return;
        const [a, b] = [count * short, count * long];
        this.lies(key, this.term(part.of), { low: Math.min(a, b), high: Math.max(a, b) });
        return;
      }
      case 'firstOfNextMonth':
        this.lies(key, this.term(part.of), { low: 1, high: 31 });
        return;
      case 'count':
        // Those of a list that are so are no more than the list.
        for (const [other, { op, list, where }] of this.counts()) {
          if (other === key || op !== 'count' || list !== part.list) continue;
          if (where === null) this.known.atMost(key, other, 0);
          else if (part.where === null) this.known.atMost(other, key, 0);
        }
        return;
      default:
        return;
    }
  }

  private counts(): (readonly [string, Extract<Expression, { op: 'count' | 'sum' | 'any' | 'every' }>])[] {
    return [...this.seen].flatMap(([key, part]) => (part.op === 'count' ? [[key, part] as const] : []));
  }

  private lies(key: string, { key: other, plus }: Term, { low, high }: Interval): void {
    this.known.atMost(key, other, plus + high);
    this.known.atMost(other, key, -plus - low);
  }
}

function dayNumber(day: string): number {
  return isDay(day) ? daysBetween(firstDay, day) : Number.NaN;
}

const yearStart = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-01-01`);
