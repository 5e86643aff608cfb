import type { Expression, FactModel, Policy } from '@jingzhun/rules';
import { partsOf } from './expression-parts.ts';
import { factModels } from './facts-read.ts';

/**
 * Whether a yes/no fact of a policy's own only says what a case is asked for: it turns on whom the case is about, and is
 * never open, whatever else is missing.
 */
export function isSwitch(model: FactModel, policy: Policy): boolean {
  const derived = (name: string): Expression | undefined => {
    const derive = factModels(policy).get(name)?.derive;
    return derive !== undefined && 'formula' in derive ? derive.formula.expression : undefined;
  };
  const inside = (expression: Expression): readonly Expression[] => {
    const followed = expression.op === 'fact' ? derived(expression.fact) : undefined;
    return followed === undefined ? partsOf(expression) : [followed];
  };
  const turnsOnWho = (expression: Expression): boolean =>
    expression.op === 'present' || inside(expression).some(turnsOnWho);
  const isNeverOpen = (expression: Expression): boolean =>
    neverOpen.has(expression.op) ||
    (whole.has(expression.op) && inside(expression).length > 0 && inside(expression).every(isNeverOpen));
  const own = model.kind === 'boolean' && model.path === undefined ? derived(model.name) : undefined;
  return own !== undefined && turnsOnWho(own) && isNeverOpen(own);
}

const neverOpen = new Set<Expression['op']>(['present', 'given', 'value']);
/** Open only where a part of them is; what is taken from a fact that is given is in none of them. */
const whole = new Set<Expression['op']>(['fact', 'ifAbsent', 'if', 'and', 'or', 'not']);
