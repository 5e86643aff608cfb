import type { Outcome, Status } from '@jingzhun/schemas';
import { type CompiledFact, factValue } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { CompiledOutcome, CompiledRule } from '../compile/rule.ts';
import { look } from '../compile/table.ts';
import { TRUE } from '../compile/truth.ts';
import type { Formula } from '../model/expression.ts';
import { daysBetween, isDay } from '../values/dates.ts';
import type { Value } from '../values/interval.ts';
import { unknownIn } from './inputs.ts';
import { isOpen } from './status.ts';
import type { Asked } from './subjects.ts';

export interface Outcomes {
  readonly outcomes: Outcome[];
  /** Facts that an amount still needs. */
  readonly needed: readonly string[];
}

const none: Outcomes = { outcomes: [], needed: [] };

/**
 * What follows: grants and statements where the rule is met or may be, requirements wherever it applies.
 */
export function outcomesOf(rule: CompiledRule, status: Status, asked: Asked, regime: Regime): Outcomes {
  if (rule.outcomes.length === 0 || status === 'not-applicable') return none;
  const open = isOpen(rule, status, asked.codes, asked.partial, asked.frame);
  const outcomes: Outcome[] = [];
  const needed: string[] = [];
  for (const outcome of rule.outcomes) {
    const { role } = outcome.model;
    if (role === 'state' ? !isStated(outcome, open, asked) : role === 'grant' && !open) continue;
    const shown = outcomeOf(outcome, asked.frame);
    outcomes.push(shown);
    if (role === 'grant' && shown.value === null) needed.push(...neededBy(outcome, asked.frame, regime));
  }
  return { outcomes, needed };
}

function isStated({ when }: CompiledOutcome, open: boolean, { codes, partial }: Asked): boolean {
  return when === undefined ? open : look(when, codes, partial) === TRUE;
}

/** All that a met rule grants or demands, for those who decide otherwise whether it is met. */
export function factOutcomes(rule: CompiledRule, frame: Frame): Outcome[] {
  return rule.outcomes.filter(({ model }) => model.role !== 'state').map((outcome) => outcomeOf(outcome, frame));
}

function outcomeOf({ model, value, actual }: CompiledOutcome, frame: Frame): Outcome {
  const required = value?.(frame);
  const outcome: Outcome = { what: model.what, value: inUnits(required, model.value) };
  if (model.unit !== undefined) outcome.unit = model.unit;
  if (model.per !== undefined) outcome.per = model.per;
  if (model.every !== undefined) outcome.every = model.every;
  if (model.comparator !== undefined) outcome.comparator = model.comparator;
  if (actual !== undefined) {
    outcome.actual = inUnits(actual(frame), model.actual);
    outcome.gap = gapOf(outcome);
  }
  return outcome;
}

/** A value in its unit; null where it is unknown or not a plain value. */
function inUnits(value: Value, formula: Formula | null | undefined): Outcome['value'] {
  if (value === undefined || typeof value === 'object') return null;
  return typeof value === 'number' ? value / (formula as Formula).scale : value;
}

/** How far what is falls short of what is required; of two dates, in days. */
function gapOf({ value, actual, comparator }: Outcome): number | null {
  const difference = differenceOf(value, actual);
  if (difference === undefined) return null;
  switch (comparator) {
    case 'at-least':
    case 'more-than':
      return Math.max(0, difference);
    case 'at-most':
    case 'less-than':
      return Math.max(0, -difference);
    default:
      return Math.abs(difference);
  }
}

function differenceOf(value: Outcome['value'], actual: Outcome['actual']): number | undefined {
  if (typeof value === 'number' && typeof actual === 'number') return Math.round((value - actual) * 1e6) / 1e6;
  return isDay(value) && isDay(actual) ? daysBetween(actual, value) : undefined;
}

/** The facts an amount needs and does not have. */
function neededBy({ model, grounds }: CompiledOutcome, frame: Frame, regime: Regime): string[] {
  if (model.value === null) return [];
  const ground = grounds[0];
  if (!ground?.linear) return [...unknownIn(model.value.expression, frame, regime)];
  return ground.facts.filter((fact) => factValue(fact, frame) === undefined).map(({ model: { name } }) => name);
}

/**
 * Do the unknown facts settle what the outcomes are? So they do where nothing is known that an outcome rests on, and
 * where the one formula is such that a single unknown makes it unknown.
 */
export function settledByUnknowns({ outcomes }: CompiledRule, frame: Frame): boolean {
  return outcomes.every(({ grounds }) =>
    grounds.every((ground) => {
      if (ground === undefined) return false;
      const isUnknown = (fact: CompiledFact): boolean => factValue(fact, frame) === undefined;
      return ground.linear ? ground.facts.some(isUnknown) : ground.facts.every(isUnknown);
    }),
  );
}
