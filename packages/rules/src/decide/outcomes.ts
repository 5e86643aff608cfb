import type { Outcome, Status } from '@jingzhun/schemas';
import type { Frame } from '../compile/frame.ts';
import type { Regime } from '../compile/regime.ts';
import type { CompiledOutcome, CompiledRule } from '../compile/rule.ts';
import { look } from '../compile/table.ts';
import { TRUE } from '../compile/truth.ts';
import type { Formula } from '../model/expression.ts';
import { isInterval, type Value } from '../values/interval.ts';
import { unknownIn } from './inputs.ts';
import type { Asked } from './subjects.ts';

export interface Outcomes {
  readonly outcomes: Outcome[];
  /** Facts that an amount still needs. */
  readonly missing: readonly string[];
}

const none: Outcomes = { outcomes: [], missing: [] };

/** What follows: grants and statements where the rule is met or may be, requirements wherever it applies. */
export function outcomesOf(rule: CompiledRule, status: Status, asked: Asked, regime: Regime): Outcomes {
  const { frame, codes, partial } = asked;
  if (rule.outcomes.length === 0 || status === 'not-applicable' || status === 'not-in-force') return none;
  const open = status === 'met' || status === 'unknown';
  const outcomes: Outcome[] = [];
  const missing: string[] = [];
  for (const outcome of rule.outcomes) {
    if (outcome.model.role === 'grant' && !open) continue;
    if (outcome.model.role === 'state' && outcome.when !== undefined && look(outcome.when, codes, partial) !== TRUE) continue;
    if (outcome.model.role === 'state' && outcome.when === undefined && !open) continue;
    outcomes.push(outcomeOf(outcome, frame));
    if (open && outcome.model.role === 'grant') missing.push(...neededBy(outcome, frame, regime));
  }
  return { outcomes, missing };
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
  if (model.actual !== undefined) {
    outcome.actual = inUnits(actual?.(frame), model.actual);
    outcome.gap = gapOf(outcome);
  }
  return outcome;
}

/** A value in its unit; null where it is unknown or not a plain value. */
export function inUnits(value: Value, formula: Formula | null | undefined): Outcome['value'] {
  if (value === undefined || formula === null || formula === undefined || typeof value === 'object') return null;
  return typeof value === 'number' ? value / formula.scale : value;
}

function gapOf({ value, actual, comparator }: Outcome): number | null {
  if (typeof value !== 'number' || typeof actual !== 'number') return null;
  const difference = Math.round((value - actual) * 1e6) / 1e6;
  switch (comparator) {
    case 'at-least':
      return Math.max(0, difference);
    case 'at-most':
    case 'less-than':
      return Math.max(0, -difference);
    default:
      return Math.abs(difference);
  }
}

function neededBy({ model, value, actual }: CompiledOutcome, frame: Frame, regime: Regime): string[] {
  const needed = (formula: Formula | null | undefined, now: Value): string[] =>
    formula && (now === undefined || isInterval(now)) ? unknownIn(formula.expression, frame, regime) : [];
  return [...needed(model.value, value?.(frame)), ...needed(model.actual, actual?.(frame))];
}
