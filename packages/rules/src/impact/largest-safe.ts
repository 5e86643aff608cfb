import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';

const mostEntries = 1000;
const mostDays = 4_000_000;
/** Numbers of a case are at most this, in units; in steps they may be a hundred or ten thousand times that. */
const largestGiven = 1e16;

/**
 * The largest number, in steps, such that a case with no larger one can be computed exactly whatever the formula: a bound for every
 * formula of the regime, from the inside out. Cases with larger ones may be refused as too large for a formula.
 */
export function largestSafe(regime: Regime): number {
  for (let most = largestGiven; most >= 1; most /= 10) if (new Bounds(regime, most).isSafe()) return most;
  return 0;
}

class Bounds {
  private readonly regime: Regime;
  private readonly most: number;
  private readonly facts = new Map<string, number>();
  private worst = 0;

  constructor(regime: Regime, most: number) {
    this.regime = regime;
    this.most = most;
  }

  isSafe(): boolean {
    const { facts, rules } = this.regime;
    for (const name of facts.keys()) this.fact(name);
    for (const { model, inForce } of rules) {
      if (!inForce) continue;
      for (const { value, actual } of model.outcomes) {
        if (value) this.of(value.expression);
        if (actual) this.of(actual.expression);
      }
    }
    return this.worst <= Number.MAX_SAFE_INTEGER;
  }

  private fact(name: string): number {
    const known = this.facts.get(name);
    if (known !== undefined) return known;
    const model = this.regime.facts.get(name)?.model;
    // A fact that comes back to itself is unknown there.
    this.facts.set(name, 0);
    if (model === undefined) return 0;
    const derived = this.derived(model.derive);
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, path, kind } = model;
    const given =
      path === undefined || kind !== 'number' ? 0 : Math.min(this.most, Math.max(Math.abs(min), Math.abs(max)));
    const bound = Math.max(given, derived);
    this.facts.set(name, bound);
    return bound;
  }

  private derived(
    derive:
      | { readonly formula: { readonly expression: Expression } }
      | { readonly cases: readonly { readonly is: unknown; readonly when: { readonly expression: Expression } }[] }
      | undefined,
  ): number {
    if (derive === undefined) return 0;
    if ('formula' in derive) return this.of(derive.formula.expression);
    return Math.max(
      0,
      ...derive.cases.map(({ is, when }) => {
        this.of(when.expression);
        return typeof is === 'number' ? Math.abs(is) : 0;
      }),
    );
  }

  /** The largest size a formula's number can have; what holds no number is 0. */
  private of(expression: Expression): number {
    const bound = this.bound(expression);
    if (bound > this.worst || Number.isNaN(bound)) this.worst = Number.isNaN(bound) ? Number.POSITIVE_INFINITY : bound;
    return bound;
  }

  private bound(expression: Expression): number {
    switch (expression.op) {
      case 'value':
        return typeof expression.value === 'number' ? Math.abs(expression.value) : 0;
      case 'fact':
      case 'given':
        return this.fact(expression.fact);
      case 'parameter':
      case 'table': {
        const value = this.regime.scope.parameters.get(expression.parameter);
        if (typeof value === 'number') return Math.abs(value);
        return typeof value === 'object' ? Math.max(0, ...Object.values(value).map(Math.abs)) : 0;
      }
      case 'ifAbsent':
        return Math.max(this.fact(expression.fact), this.of(expression.other));
      case 'add':
      case 'subtract':
        return this.of(expression.left) + this.of(expression.right);
      case 'multiply':
        return this.of(expression.left) * this.of(expression.right);
      case 'rescale':
        return this.of(expression.of) * Math.abs(expression.by);
      case 'round': {
        const { of, by, numerator, denominator, step } = expression;
        if (by !== null) this.of(by);
        // A product that is divided at once may be larger than a number can be.
        const above = of.op === 'multiply' ? this.of(of.left) * this.of(of.right) : this.of(of);
        return above * Math.abs(numerator / denominator) + step;
      }
      case 'count':
      case 'sum': {
        if (expression.where !== null) this.of(expression.where);
        const each = expression.of === null ? 0 : this.of(expression.of);
        return expression.op === 'count' ? mostEntries : mostEntries * each;
      }
      case 'any':
      case 'every':
      case 'earliest':
      case 'latest':
        if (expression.where !== null) this.of(expression.where);
        if (expression.of !== null) this.of(expression.of);
        return 0;
      case 'if':
        this.of(expression.when);
        return Math.max(this.of(expression.yes), this.of(expression.no));
      case 'and':
      case 'or':
        for (const part of expression.of) this.of(part);
        return 0;
      case 'contains':
        this.of(expression.of);
        this.of(expression.value);
        return 0;
      case 'addDays':
      case 'addMonths':
      case 'addYears':
        this.of(expression.of);
        this.of(expression.by);
        return 0;
      case 'in':
      case 'not':
        this.of(expression.of);
        return 0;
      case 'completedYears':
      case 'daysBetween':
      case 'year':
        return mostDays;
      case 'min':
      case 'max':
        return Math.max(this.of(expression.left), this.of(expression.right));
      case 'compare':
        this.of(expression.left);
        this.of(expression.right);
        return 0;
      default:
        return 0;
    }
  }
}
