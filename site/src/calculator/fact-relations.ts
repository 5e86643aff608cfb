import type { ConditionModel, Expression, Formula, Policy, RuleModel } from '@jingzhun/rules';
import { type EntityName, fieldOf, type Unit, vocabulary } from '@jingzhun/schemas';
import { partsOf } from './expression-parts.ts';
import { factModels } from './facts-read.ts';
import { rulesAskedOf } from './subjects.ts';
import { wholesByDerivation } from './wholes-by-derivation.ts';

/** Two facts that a rule divides: a share of a whole, or what became of an earlier figure. */
export interface Ratio {
  readonly part: string;
  readonly whole: string;
  readonly growth: boolean;
  /** What a rule asks of the ratio: its threshold, 0.7 for 70 %, and on which side it is met. */
  readonly asked?: { readonly threshold: number; readonly atMost: boolean };
}

/** Figures that a fact is a part of, the narrowest last. */
export type Wholes = ReadonlyMap<string, readonly string[]>;

/** Units of which a part can be counted, or measured, beside its whole. */
const counted: readonly (Unit | undefined)[] = ['persons', 'households', 'villages', 'groups', 'items', 'km', 'shares'];

/** The ratios that the rules of a page take, each once. */
export function ratiosOf(policy: Policy, subject: string, on: string): readonly Ratio[] {
  const found = new Map<string, Ratio>();
  const add = (ratio: Ratio | undefined): void => {
    const key = ratio && `${ratio.part}/${ratio.whole}`;
    if (key !== undefined && found.get(key)?.asked === undefined) found.set(key, ratio as Ratio);
  };
  for (const rule of rulesAskedOf(policy, subject)) {
    for (const { value, actual, comparator } of rule.outcomes) {
      const asked = thresholdOf(value, policy, on);
      const atMost = comparator === 'at-most' || comparator === 'below';
      add(ratioIn(actual, policy, asked === undefined ? undefined : { threshold: asked, atMost }));
      add(ratioIn(value, policy));
    }
  }
  return [...found.values()];
}

function thresholdOf(value: Formula | null | undefined, policy: Policy, on: string): number | undefined {
  if (value?.expression.op !== 'parameter') return undefined;
  const { values, scale } = policy.parameters[value.expression.parameter] ?? { values: [], scale: 1 };
  const { value: number } = values.findLast(({ from }) => from <= on) ?? values[0] ?? {};
  return typeof number === 'number' ? number / scale / 100 : undefined;
}

/** "a / b", "a / b - 100 %" or "(a - b) / b" of two facts in the same unit. */
function ratioIn(formula: Formula | null | undefined, policy: Policy, asked?: Ratio['asked']): Ratio | undefined {
  if (formula == null) return undefined;
  const division = firstDivision(formula.expression);
  if (division?.by.op !== 'fact') return undefined;
  const difference = division.of.op === 'subtract' && division.of.left.op === 'fact' ? division.of.left : undefined;
  const models = factModels(policy);
  const lower = givenFor(division.by.fact, models);
  const uppers = (difference ? [difference.fact] : factors(division.of)).map((fact) => givenFor(fact, models));
  const upper = difference ? uppers[0] : uppers.find((fact) => unitOf(fact) === unitOf(lower));
  if (upper === undefined) return undefined;
  if (upper === lower || unitOf(upper) === undefined || unitOf(upper) !== unitOf(lower)) return undefined;
  if (models.get(upper)?.path === undefined || models.get(lower)?.path === undefined) return undefined;
  const growth = difference !== undefined || formula.expression.op === 'subtract';
  return { part: upper, whole: lower, growth, ...(asked && { asked }) };
}

/** The fact whose place another takes where it is not given: what a case gives instead. */
function givenFor(fact: string, models: ReturnType<typeof factModels>): string {
  const model = models.get(fact);
  if (model?.path !== undefined || model?.derive === undefined || !('formula' in model.derive)) return fact;
  const { expression } = model.derive.formula;
  return expression.op === 'ifAbsent' ? expression.fact : fact;
}

function firstDivision(expression: Expression): { of: Expression; by: Expression } | undefined {
  if (expression.op === 'round' && expression.by !== null) {
    return { of: unscaled(expression.of), by: unscaled(expression.by) };
  }
  for (const part of partsOf(expression)) {
    const found = firstDivision(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The facts of which one is the product: a share of the profit is shares held by profit, over all shares. */
function factors(expression: Expression): readonly string[] {
  if (expression.op === 'fact') return [expression.fact];
  return expression.op === 'multiply' ? [...factors(expression.left), ...factors(expression.right)] : [];
}

function unscaled(expression: Expression): Expression {
  return expression.op === 'rescale' ? unscaled(expression.of) : expression;
}

/**
 * What each number is a part of: where a rule divides them, asks that one reach the other, or the vocabulary counts the
 * one among the other. In the vocabulary the first count in a unit is that of all.
 */
export function wholesOf(policy: Policy, subject: string, on: string, facts: readonly string[]): Wholes {
  const wholes = new Map<string, Set<string>>();
  const add = (part: string, whole: string): void => {
    if (part !== whole) wholes.set(part, (wholes.get(part) ?? new Set()).add(whole));
  };
  for (const fact of facts) {
    const first = firstOfUnit(fact);
    if (first !== undefined) add(fact, first);
  }
  for (const [part, whole] of wholesByDerivation(policy, facts)) add(part, whole);
  for (const [part, whole] of standIns(policy)) add(part, whole);
  for (const { part, whole, growth } of ratiosOf(policy, subject, on)) if (!growth) add(part, whole);
  for (const rule of rulesAskedOf(policy, subject)) for (const [part, whole] of reached(rule)) add(part, whole);
  return new Map([...wholes].map(([part, all]) => [part, [...all]]));
}

/** What counts for that of a larger place where this is not known: that place has at least as much. */
function standIns(policy: Policy): readonly (readonly [string, string])[] {
  const models = factModels(policy);
  return policy.facts.flatMap(({ derive }) => {
    const formula = derive !== undefined && 'formula' in derive ? derive.formula.expression : undefined;
    if (formula?.op !== 'ifAbsent' || formula.other.op !== 'fact') return [];
    const [part, whole] = [formula.other.fact, givenFor(formula.fact, models)];
    const isOther = part.split('.')[0] !== whole.split('.')[0];
    return isOther && unitOf(part) !== undefined && unitOf(part) === unitOf(whole) ? [[part, whole] as const] : [];
  });
}

/** The count of all of an entity in the unit of a count. */
export function firstOfUnit(fact: string): string | undefined {
  const unit = unitOf(fact);
  if (unit === undefined || unit === 'items' || !counted.includes(unit)) return undefined;
  const entity = fact.split('.')[0] as EntityName;
  const first = Object.values(vocabulary.entities[entity]?.fields ?? {}).find(({ unit: other }) => other === unit);
  return first && `${entity}.${first.key}`;
}

/** Counts that a rule wants to be as many as another count: every teaching point with digital resources. */
function reached({ scope, when, items = [] }: RuleModel): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const inside = (condition: ConditionModel): void => {
    if ('all' in condition) condition.all.forEach(inside);
    else if ('any' in condition) condition.any.forEach(inside);
    else if ('not' in condition) inside(condition.not);
    else if (typeof condition.value === 'object' && 'fact' in condition.value) {
      const { fact, operator, value } = condition;
      const unit = unitOf(fact);
      const isReached = operator === 'equal' || operator === 'greaterThanInclusive';
      if (isReached && unit !== undefined && counted.includes(unit) && unit === unitOf(value.fact)) {
        found.push([fact, value.fact]);
      }
    }
  };
  for (const condition of [scope, when, ...items.flatMap((item) => [item.scope, item.when])]) {
    if (condition !== undefined) inside(condition);
  }
  return found;
}

function unitOf(fact: string): Unit | undefined {
  return fieldOf(fact)?.unit;
}
