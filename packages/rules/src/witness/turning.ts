import { type Case, checkCase, type RuleFinding, type Status } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { type Regime, regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import { decide } from '../decide/decide.ts';
import type { Dates } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { addYears } from '../values/dates.ts';
import { dice } from './bound.ts';
import { partsOf, without } from './case.ts';
import { type Input, Inputs, ownEntries } from './inputs.ts';
import { valuesFor } from './values.ts';
import { caseFor, type Witness } from './witness.ts';

/** How many cases are tried from one start, one fact changed after the other, and then several at once. */
const mostSingle = 800;
const mostJoint = 800;
const mostStarts = 3;
const laterYears = 4;

/** `little`: only cases that meet or fail the rule; `much`: and others around them. */
export type Effort = 'little' | 'much';

/** A case and the day of its facts, as they are changed on the way. */
interface Try {
  readonly input: Case;
  readonly assessedOn: string;
}

/**
 * A case on which two readings of a policy answer otherwise about a rule: in its status, an item, an amount, what is
 * required or a due date. With no more facts than matter. Undefined where none was found.
 */
export function caseTurning(
  id: string,
  policy: Policy,
  other: Policy,
  { on, effort }: { readonly on: string; readonly effort: Effort },
): Witness | undefined {
  const readings = [policy, other].map((each) => only(each, id)) as [Policy, Policy];
  const regimes = readings.map((each) => regimeOn(each, on));
  const rules = regimes.map((regime) => regime.rules.find(({ inForce }) => inForce)?.compiled());
  const [rule] = rules;
  if (rule === undefined || rules.includes(undefined)) return undefined;
  const search = new Turning(rule, readings, on);
  const starts = regimes.flatMap((regime, place) => startsOf(rules[place] as CompiledRule, regime, on));
  const first = starts.find((start) => search.differs(start));
  if (first !== undefined) return search.witness(first);
  if (effort === 'little') return undefined;
  const inputs = inputsOf(rules as CompiledRule[], regimes);
  for (const start of starts.slice(0, mostStarts)) {
    const found = search.near(start, inputs) ?? search.further(start, inputs);
    if (found !== undefined) return search.witness(found);
  }
  return undefined;
}

const narrowed = new WeakMap<Policy, Map<string, Policy>>();
const known = new WeakMap<CompiledRule, Map<string, readonly Try[]>>();

/** The policy with one rule alone, kept: compiling it is most of the work. */
function only(policy: Policy, id: string): Policy {
  const mine = narrowed.get(policy) ?? new Map<string, Policy>();
  narrowed.set(policy, mine);
  const alone = mine.get(id) ?? { ...policy, rules: policy.rules.filter((rule) => rule.id === id) };
  mine.set(id, alone);
  return alone;
}

function startsOf(rule: CompiledRule, regime: Regime, on: string): readonly Try[] {
  const mine = known.get(rule) ?? new Map<string, readonly Try[]>();
  known.set(rule, mine);
  const starts = mine.get(on) ?? newStarts(rule, regime, on);
  mine.set(on, starts);
  return starts;
}

function newStarts(rule: CompiledRule, regime: Regime, on: string): readonly Try[] {
  const found = (['met', 'unmet', 'not-applicable'] as const).flatMap((status) => {
    const witness = caseFor(rule, regime, status, { on });
    return witness === undefined ? [] : [{ input: witness.case, assessedOn: witness.assessedOn ?? on }];
  });
  const [asked = ''] = rule.model.asks;
  const bare = asked === 'person' ? { household: { members: [{}] } } : { [asked]: {} };
  return [...found, { input: bare as Case, assessedOn: on }];
}

/** What the rule rests on in either reading, its amounts included. */
function inputsOf(rules: readonly CompiledRule[], regimes: readonly Regime[]): Inputs {
  const all = rules.map((rule, place) => {
    const inputs = new Inputs(regimes[place] as Regime);
    for (const slot of rule.slots) inputs.slot(slot);
    for (const { due } of [rule.model, ...(rule.model.items ?? [])]) inputs.due(due);
    for (const { value, actual } of rule.model.outcomes) {
      if (value !== null) inputs.formula(value);
      if (actual !== undefined) inputs.formula(actual);
    }
    return inputs;
  });
  const [first, ...others] = all as [Inputs, ...Inputs[]];
  for (const each of others) first.take(each);
  return first;
}

class Turning {
  private readonly rule: CompiledRule;
  private readonly readings: readonly [Policy, Policy];
  private readonly on: string;

  constructor(rule: CompiledRule, readings: readonly [Policy, Policy], on: string) {
    this.rule = rule;
    this.readings = readings;
    this.on = on;
  }

  differs(each: Try): boolean {
    const [one, other] = this.readings.map((policy) => answer(policy, each.input, this.dates(each)));
    return one !== undefined && other !== undefined && one !== other;
  }

  /** One fact after the other. */
  near(start: Try, { all, constants }: Inputs): Try | undefined {
    let tries = 0;
    for (const input of all.values()) {
      for (const value of this.valuesOf(input, constants)) {
        if (++tries > mostSingle) return undefined;
        const changed = withInput(start, input, value);
        if (this.differs(changed)) return changed;
      }
    }
    return undefined;
  }

  /** Several facts at once, by chance, from wherever that leads. */
  further(start: Try, { all, constants }: Inputs): Try | undefined {
    const inputs = [...all.values()].map((input) => ({ input, values: this.valuesOf(input, constants) }));
    if (inputs.length === 0) return undefined;
    const roll = dice(inputs.length);
    let now = start;
    for (let tries = 0; tries < mostJoint; tries++) {
      if (tries % 12 === 0) now = start;
      const { input, values } = inputs[roll(inputs.length)] as (typeof inputs)[number];
      now = withInput(now, input, values[roll(values.length)]);
      if (this.differs(now)) return now;
    }
    return undefined;
  }

  /** Without the facts that do not matter. */
  witness(found: Try): Witness | undefined {
    let least = found;
    const statusOf = (each: Try) => findingIn(this.readings[0], each.input, this.dates(each))?.status;
    const status = statusOf(found) as Status;
    const isSame = (less: Try): boolean => this.differs(less) && statusOf(less) === status;
    const { asks } = this.rule.model;
    const kept = asks[0] === 'person' ? ['household', 'household.members', 'household.members.0'] : asks;
    for (const path of partsOf(least.input)) {
      if (kept.includes(path.join('.'))) continue;
      const less = { ...least, input: without(least.input, path) };
      if (isSame(less)) least = less;
    }
    const plain = { ...least, assessedOn: this.on };
    if (isSame(plain)) least = plain;
    if (!checkCase(least.input).ok) return undefined;
    const { on } = this;
    const member = asks[0] === 'person' ? { member: 0 } : {};
    return {
      case: least.input,
      on,
      ...(least.assessedOn === on ? {} : { assessedOn: least.assessedOn }),
      ...member,
      status,
    };
  }

  private dates({ assessedOn }: Try): Dates {
    return { on: this.on, assessedOn };
  }

  private valuesOf(input: Input, constants: Inputs['constants']): readonly unknown[] {
    const values = valuesFor(input, constants, this.on, input.path[0] !== this.rule.model.asks[0]);
    if (input.kind !== 'assessedOn' && input.fact?.model.kind !== 'date') return values;
    return [...values, ...Array.from({ length: laterYears }, (_, place) => addYears(this.on, place + 1))];
  }
}

function findingIn(policy: Policy, input: Case, dates: Dates): RuleFinding | undefined {
  return decide(policy, input, dates).findings.find((each): each is RuleFinding => each.kind !== 'contradiction');
}

/** What is decided, without the reasons: they quote the figure even where nothing turns on it. */
function answer(policy: Policy, input: Case, dates: Dates): string | undefined {
  try {
    const finding = findingIn(policy, input, dates);
    if (finding === undefined) return undefined;
    const { status, delivered, outcomes, items, due, daysLeft } = finding;
    return JSON.stringify([status, delivered, outcomes, items, due, daysLeft]);
  } catch (error) {
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}

/** The case with another value of one input. */
function withInput({ input, assessedOn }: Try, { kind, path }: Input, value: unknown): Try {
  if (kind === 'assessedOn') return { input, assessedOn: value as string };
  const copy = JSON.parse(JSON.stringify(input)) as Record<string, unknown>;
  if (kind === 'presence') {
    if (value === true) copy[path[0] as string] ??= {};
    else delete copy[path[0] as string];
    return { input: copy as Case, assessedOn };
  }
  let object: Record<string | number, unknown> = copy;
  path.slice(0, -1).forEach((key, place) => {
    if (typeof object[key] !== 'object' || object[key] === null)
      object[key] = typeof path[place + 1] === 'number' ? [] : {};
    object = object[key] as Record<string | number, unknown>;
    if (Array.isArray(object)) while (object.length <= Number(path[place + 1])) object.push({});
  });
  const last = path.at(-1) as string | number;
  if (kind === 'length') object[last] = resized(object[last], value as number);
  else if (value === undefined) delete object[last];
  else object[last] = value;
  return { input: copy as Case, assessedOn };
}

function resized(list: unknown, length: number): unknown[] {
  const entries = Array.isArray(list) ? list.slice(0, length) : [];
  while (entries.length < length) {
    const last = entries.length >= ownEntries ? entries.at(-1) : {};
    entries.push(JSON.parse(JSON.stringify(last)));
  }
  return entries;
}
