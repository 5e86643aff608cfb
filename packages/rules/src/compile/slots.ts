import type { LeafModel, Operator } from '../model/policy.ts';
import { isInterval, type Value } from '../values/interval.ts';
import { type Classes, codeClasses, orderedClasses, type Question, textClasses, truthClasses } from './classes.ts';
import { compare } from './compare.ts';
import type { Scope } from './expression.ts';
import { type CompiledFact, factValue } from './facts.ts';
import type { Frame } from './frame.ts';
import { type Ground, groundOf } from './ground.ts';

/**
 * What the tables are indexed by: a fact seen through its classes, or a test of its own (two facts compared, a list
 * searched), which is true, false or unknown.
 */
export interface Slot {
  /** Its place among the codes: those of a person come first. */
  index: number;
  readonly level: 'case' | 'person';
  readonly classes: Classes;
  /** How many classes, unknown included. */
  readonly width: number;
  /** The facts it looks at: one, or the two of a comparison. */
  readonly facts: readonly CompiledFact[];
  /** Is it a test of its own? */
  readonly test: boolean;
  /** Of a test, or of a fact that cannot be given: what it rests on, if that is plain arithmetic over given facts. */
  readonly ground: Ground | undefined;
  read(frame: Frame): Value;
}

/** A leaf of a condition: which slot it looks at, and where it holds. */
export interface Leaf {
  readonly model: LeafModel;
  readonly fact: CompiledFact;
  readonly operator: Operator;
  /** What it expects, as in the case's own terms; undefined where it is another fact's value. */
  readonly expected: boolean | number | string | readonly (string | number)[] | undefined;
  readonly other: CompiledFact | undefined;
  readonly slot: Slot;
  /** By class; of what is unknown, [0], nothing holds. */
  readonly holds: readonly boolean[];
}

type Constant = boolean | number | string | readonly (string | number)[];

interface Draft {
  readonly key: string;
  readonly fact: CompiledFact;
  readonly other: CompiledFact | undefined;
  readonly operator: Operator;
  /** In steps. */
  readonly value: Constant | undefined;
  readonly model: LeafModel;
}

export const comparisons = {
  equal: '=',
  notEqual: '!=',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const;

/** Gathers the leaves of all rules, so that each fact is classified once for all of them. */
export class SlotTable {
  readonly slots: Slot[] = [];
  private readonly drafts = new Map<string, Draft[]>();
  private readonly byKey = new Map<string, Slot>();
  private readonly leaves = new Map<LeafModel, Leaf>();
  private readonly scope: Scope;

  constructor(scope: Scope) {
    this.scope = scope;
  }

  /** First pass: note what is asked. */
  note(model: LeafModel): void {
    const draft = this.draft(model);
    const known = this.drafts.get(draft.key);
    if (known === undefined) this.drafts.set(draft.key, [draft]);
    else known.push(draft);
  }

  /** Second pass, after all were noted: those of a person first, so that a person's own codes are the first of all. */
  makeSlots(): { case: Slot[]; person: Slot[] } {
    for (const [key, drafts] of this.drafts) this.makeSlot(key, drafts);
    const byLevel = (level: Slot['level']): Slot[] => this.slots.filter((slot) => slot.level === level);
    const ordered = { case: byLevel('case'), person: byLevel('person') };
    [...ordered.person, ...ordered.case].forEach((slot, index) => {
      slot.index = index;
    });
    return ordered;
  }

  /** Of a leaf that was noted, or is like one, once the slots are made. */
  leaf(model: LeafModel): Leaf {
    const known = this.leaves.get(model);
    if (known !== undefined) return known;
    const draft = this.draft(model);
    const slot = this.byKey.get(draft.key) as Slot;
    const { fact, other, operator, value } = draft;
    const question = slot.test ? testQuestion(draft) : questionOf(draft);
    const leaf: Leaf = {
      model,
      fact,
      operator,
      other,
      slot,
      expected: inTerms(fact, value),
      holds: slot.classes.representatives.map((representative, index) => index > 0 && question(representative)),
    };
    this.leaves.set(model, leaf);
    return leaf;
  }

  private draft(model: LeafModel): Draft {
    const fact = this.scope.fact(model.fact);
    const { operator } = model;
    const { value } = model;
    if (typeof value === 'object' && 'fact' in value) {
      const other = this.scope.fact(value.fact);
      return {
        key: `${fact.model.name} ${operator} ${other.model.name}`,
        fact,
        other,
        operator,
        value: undefined,
        model,
      };
    }
    const constant =
      typeof value === 'object' && 'parameter' in value
        ? parameterIn(fact, value.parameter, this.scope)
        : inSteps(fact, value);
    const searches = operator === 'contains' || operator === 'doesNotContain';
    const key = searches ? `${fact.model.name} contains ${constant}` : fact.model.name;
    return { key, fact, other: undefined, operator, value: constant, model };
  }

  private makeSlot(key: string, drafts: readonly Draft[]): void {
    const { fact, other, operator, value } = drafts[0] as Draft;
    const test = other !== undefined || operator === 'contains' || operator === 'doesNotContain';
    const facts = other === undefined ? [fact] : [fact, other];
    const classes = test ? truthClasses : classesOf(fact, drafts);
    const slot: Slot = {
      index: this.slots.length,
      level: facts.some(({ level }) => level === 'person') ? 'person' : 'case',
      classes,
      width: classes.representatives.length,
      facts,
      test,
      ground: test || fact.model.path === undefined ? groundOfAll(facts, this.scope) : undefined,
      read: readerOf(fact, other, operator, value),
    };
    this.slots.push(slot);
    this.byKey.set(key, slot);
    if (!test) fact.slot = slot;
  }
}

function groundOfAll(facts: readonly CompiledFact[], scope: Scope): Ground | undefined {
  const all: CompiledFact[] = [];
  for (const { model } of facts) {
    const ground = groundOf({ op: 'fact', fact: model.name }, scope);
    if (!ground?.linear) return undefined;
    all.push(...ground.facts);
  }
  return { facts: all, linear: true };
}

/** Does a class stand for one value, so that it tells what the case has? */
export function isFixed({ test, facts }: Slot): boolean {
  const kind = facts[0]?.model.kind;
  return !test && (kind === 'boolean' || kind === 'code');
}

function readerOf(
  fact: CompiledFact,
  other: CompiledFact | undefined,
  operator: Operator,
  value: Constant | undefined,
): (frame: Frame) => Value {
  if (other !== undefined) {
    const comparison = comparisons[operator as keyof typeof comparisons];
    const factor = common(fact, other);
    // What is unknown still lies within the bounds of its field: no count is below 0.
    return (frame) =>
      compare(
        comparison,
        multiplied(factValue(fact, frame) ?? fact.bounds, factor.left),
        multiplied(factValue(other, frame) ?? other.bounds, factor.right),
      );
  }
  if (operator === 'contains' || operator === 'doesNotContain') {
    return (frame) => {
      const list = factValue(fact, frame);
      return Array.isArray(list) ? list.includes(value) : undefined;
    };
  }
  return (frame) => factValue(fact, frame);
}

/** Two numbers may be held in different steps: what each is multiplied with to make them alike. */
function common(a: CompiledFact, b: CompiledFact): { left: number; right: number } {
  const scale = Math.max(a.model.scale, b.model.scale);
  return { left: scale / a.model.scale, right: scale / b.model.scale };
}

/** A number in other steps; what is no number is in none. */
function multiplied(value: Value, by: number): Value {
  if (typeof value === 'number') return value * by;
  return isInterval(value) ? { low: value.low * by, high: value.high * by } : value;
}

function classesOf(fact: CompiledFact, drafts: readonly Draft[]): Classes {
  switch (fact.model.kind) {
    case 'boolean':
      return truthClasses;
    case 'code':
      return codeClasses(fact.model.codes as readonly string[]);
    case 'number':
    case 'date':
      return orderedClasses(
        fact,
        drafts.flatMap(({ value }) => value as number | string | (number | string)[]),
        drafts.map(questionOf),
      );
    default:
      return textClasses([...new Set(drafts.flatMap(({ value }) => value as string | string[]))]);
  }
}

function questionOf({ operator, value }: Draft): Question {
  if (operator === 'in') return (seen) => (value as readonly unknown[]).includes(seen);
  if (operator === 'notIn') return (seen) => !(value as readonly unknown[]).includes(seen);
  const comparison = comparisons[operator as keyof typeof comparisons];
  return (seen) => compare(comparison, seen, value as number | string | boolean) === true;
}

function testQuestion({ operator }: Draft): Question {
  return operator === 'doesNotContain' ? (seen) => seen === false : (seen) => seen === true;
}

/** A parameter's value in the steps of the fact it is compared with; between two of them where it is finer. */
function parameterIn(fact: CompiledFact, parameter: string, { parameters, scaleOf }: Scope): number | string {
  const value = parameters.get(parameter) as number | string;
  return typeof value === 'number' ? (value * fact.model.scale) / (scaleOf?.(parameter) ?? fact.model.scale) : value;
}

function inSteps(fact: CompiledFact, value: Constant): Constant {
  const { scale } = fact.model;
  if (scale === 1) return value;
  return typeof value === 'number' ? Math.round(value * scale) : (value as number[]).map((v) => Math.round(v * scale));
}

/** A value in steps, in the terms in which a case gives it. */
export function inTerms<T>(fact: CompiledFact, value: T): T {
  const { scale } = fact.model;
  if (scale === 1) return value;
  if (Array.isArray(value)) return value.map((each) => each / scale) as T;
  return typeof value === 'number' ? ((value / scale) as T) : value;
}
