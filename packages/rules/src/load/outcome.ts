import type { Condition, RuleFile } from '@jingzhun/schemas';
import type { Formula } from '../model/expression.ts';
import type { ConditionModel, OutcomeModel } from '../model/policy.ts';
import { Fault } from './faults.ts';
import { typeFormula } from './formula.ts';
import type { Context } from './functions.ts';
import { inScale, names, type Typed } from './typed.ts';
import { anyUnit, fitsOutcome, parseUnit, unitName } from './units.ts';

type Check = (condition: Condition) => ConditionModel;
type One<T> = T extends readonly (infer E)[] ? E : T;
type Grant = One<NonNullable<RuleFile['grant']>>;
type Require = One<NonNullable<RuleFile['require']>>;
type State = One<NonNullable<RuleFile['state']>>;

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The keys of a rule that hold outcomes, in the order in which a finding lists them. */
export const outcomeKeys = ['grant', 'require', 'state'] as const;

/** A rule's outcomes under one key: what is granted, what is required, or statements. */
export function checkOutcomes(
  rule: RuleFile,
  key: (typeof outcomeKeys)[number],
  context: Context,
  check: Check,
): OutcomeModel[] {
  switch (key) {
    case 'grant':
      return list(rule.grant as Grant | Grant[] | undefined).map((grant) => grantOf(grant, context));
    case 'require':
      return list(rule.require as Require | Require[] | undefined).map((require) => requireOf(require, context));
    case 'state':
      return list(rule.state as State | State[] | undefined).map((state) => stateOf(state, context, check));
  }
}

/** The names of a rule's outcomes, for people. */
export function outcomeTitles(rule: RuleFile): Record<string, { zh: string; en: string }> {
  const all = [...list(rule.grant), ...list(rule.require), ...list(rule.state)].flat() as {
    what: string;
    title?: { zh: string; en: string };
  }[];
  return Object.fromEntries(all.flatMap(({ what, title }) => (title === undefined ? [] : [[what, title]])));
}

function grantOf(grant: Grant, context: Context): OutcomeModel {
  const value = grant.amount === null ? null : formulaIn(typeFormula(grant.amount, context), grant);
  if (value !== null && value.type !== 'number') {
    throw new Fault('wrong-type', 'amount 须为数', 'an amount is a number');
  }
  if (value !== null && grant.unit === 'yuan' && value.scale > 100) {
    throw new Fault(
      'unrounded-amount',
      '金额可能带有分以下的小数：须写明舍入方式，如 round(…, half-up)',
      'the amount may hold fractions of a fen: say how it is rounded, such as round(…, half-up)',
    );
  }
  return { role: 'grant', what: grant.what, value, ...measures(grant) };
}

function requireOf(require: Require, context: Context): OutcomeModel {
  const value = require.value === null ? null : formulaIn(typeFormula(require.value, context), require);
  const actual = require.actual === undefined ? undefined : formulaIn(typeFormula(require.actual, context), require);
  if (value !== null && actual !== undefined && value.type !== actual.type) {
    throw new Fault(
      'wrong-type',
      `value 与 actual 须为同一类：${names[value.type].zh}、${names[actual.type].zh}`,
      `value and actual are of one type, not ${names[value.type].en} and ${names[actual.type].en}`,
    );
  }
  return {
    role: 'require',
    what: require.what,
    value,
    ...(actual === undefined ? {} : { actual }),
    ...measures(require),
  };
}

function stateOf(state: State, context: Context, check: Check): OutcomeModel {
  const value = state.value === null ? null : formulaIn(typeFormula(state.value, context), state);
  return {
    role: 'state',
    what: state.what,
    value,
    ...(state.unit === undefined ? {} : { unit: state.unit }),
    ...(state.when === undefined ? {} : { when: check(state.when) }),
  };
}

interface Measured {
  unit?: string | undefined;
  per?: string | undefined;
  every?: string | undefined;
  comparator?: string | undefined;
}

function measures({ unit, per, every, comparator }: Measured): Partial<OutcomeModel> {
  return {
    ...(unit === undefined ? {} : { unit }),
    ...(per === undefined ? {} : { per }),
    ...(every === undefined ? {} : { every }),
    comparator: comparator ?? 'equal',
  };
}

/** A formula whose unit is the one its place names. */
function formulaIn(typed: Typed, { unit, per, every }: Measured): Formula {
  if (unit !== undefined && unit !== 'date') parseUnit(unit);
  if (typed.type !== 'number')
    return { expression: typed.expression, type: typed.type === 'unknown' ? 'text' : typed.type, scale: 1 };
  const percent = unit?.includes('%') === true;
  if (
    typed.dimensions !== anyUnit &&
    unit !== undefined &&
    unit !== 'date' &&
    !fitsOutcome(typed.dimensions, unit, per, every)
  ) {
    const found = unitName(typed.dimensions);
    throw new Fault(
      'unit-mismatch',
      `公式的单位是 ${found}，写明的却是 ${unit}`,
      `the formula gives ${found}, but ${unit} is stated`,
    );
  }
  // A percent is kept as a share: 45% is 0.45, shown as 45. A bare number in a percent outcome is meant as written.
  if (percent && typed.dimensions === anyUnit)
    return { expression: typed.expression, type: 'number', scale: typed.scale };
  const scale = percent ? Math.max(typed.scale, 100) : typed.scale;
  return { expression: inScale(typed, scale), type: 'number', scale: percent ? scale / 100 : scale };
}
