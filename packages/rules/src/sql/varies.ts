import { type CompiledFact, homeOf } from '../compile/facts.ts';
import { pending } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { Expression } from '../model/expression.ts';
import { isColumn } from './columns.ts';
import type { Place } from './place.ts';

/**
 * What can differ from row to row. All else (constants, parameters, the days of the question, facts of other entities)
 * is worked out once, by the same functions that `decide` uses.
 */
export class Varying {
  private readonly known = new Map<CompiledFact, boolean>();
  private readonly regime: Regime;

  constructor(regime: Regime) {
    this.regime = regime;
  }

  fact(fact: CompiledFact, place: Place): boolean {
    // Seen from a household there is no member asked about.
    const home = homeOf(fact, place.frame);
    if (home === undefined || fact.level === 'item') return false;
    const known = this.known.get(fact);
    if (known !== undefined) return known;
    const { derive } = fact.model;
    const given = home.values[fact.index];
    // Noted first: what comes back to its own fact finds it unknown.
    this.known.set(fact, false);
    let varies = isColumn(fact.model);
    if (!varies && derive !== undefined && given === pending) {
      const parts = 'formula' in derive ? [derive.formula] : derive.cases.map(({ when }) => when);
      varies = parts.some(({ expression }) => this.expression(expression, { ...place, frame: home }));
    }
    this.known.set(fact, varies);
    return varies;
  }

  expression(expression: Expression, place: Place): boolean {
    const part = (each: Expression | null): boolean => each !== null && this.expression(each, place);
    const named = (name: string): boolean =>
      name === 'household.members' || this.fact(this.regime.scope.fact(name), place);
    switch (expression.op) {
      case 'value':
      case 'unknown':
      case 'parameter':
      case 'present':
        return false;
      case 'entry':
        return place.entry !== undefined;
      case 'fact':
      case 'given':
        return named(expression.fact);
      case 'table':
        return named(expression.by);
      case 'ifAbsent':
        return named(expression.fact) || part(expression.other);
      case 'and':
      case 'or':
        return expression.of.some(part);
      case 'count':
      case 'sum':
      case 'any':
      case 'every':
      case 'earliest':
      case 'latest':
        return (
          expression.list !== 'roster' && (named(expression.list) || part(expression.of) || part(expression.where))
        );
      case 'if':
        return part(expression.when) || part(expression.yes) || part(expression.no);
      case 'contains':
        return part(expression.of) || part(expression.value);
      case 'round':
      case 'addDays':
      case 'addMonths':
      case 'addYears':
        return part(expression.of) || part(expression.by);
      default:
        return 'left' in expression ? part(expression.left) || part(expression.right) : part(expression.of);
    }
  }
}
