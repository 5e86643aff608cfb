import type { Case, Status } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { boundsOf, factValue } from '../compile/facts.ts';
import type { Frame } from '../compile/frame.ts';
import { type Regime, regimeOn } from '../compile/regime.ts';
import { assess } from '../decide/assess.ts';
import { decide } from '../decide/decide.ts';
import { type Dates, open } from '../decide/question.ts';
import type { FactModel, Policy, RuleModel } from '../model/policy.ts';
import { groundOf, groundOfRule } from '../model/rests-on.ts';
import { isInterval } from '../values/interval.ts';
import { boundaryValues } from '../witness/index.ts';
import { mulberry32 } from './seeded-numbers.ts';

/** A place in a case where a fact that a rule rests on is not given; `member` -1 outside of the members. */
interface Gap {
  readonly fact: FactModel;
  readonly member: number;
  readonly values: readonly unknown[];
}

/** How one finding stands against the ways in which the missing facts can come out. */
export interface Held {
  readonly rule: string;
  readonly status: Status;
  /** Nothing that the rule rests on is missing: there is nothing to tell. */
  readonly complete: boolean;
  /** All completions were tried, and not only some. */
  readonly all: boolean;
  /** What they came to; more than one where they differ. */
  readonly outcomes: ReadonlySet<Status>;
}

/** More completions than these are only sampled. */
const most = 3000;
const sampled = 60;

/**
 * Holds each finding of a case against the completions of the facts that its rule rests on: every combination of values on
 * both sides of every line, or some at random where those are too many. Slow and plain: it only tries.
 */
export class Completions {
  private readonly policy: Policy;
  private readonly dates: Dates;
  private readonly regime: Regime;
  private readonly alone = new Map<RuleModel, Policy>();
  /** Facts whose absence the policy gives a meaning of its own: they are no gaps. */
  private readonly meantAbsent: ReadonlySet<string>;
  private readonly random = mulberry32(1);

  constructor(policy: Policy, dates: Dates) {
    this.policy = policy;
    this.dates = dates;
    this.regime = regimeOn(policy, dates.on);
    const named = partsOf([policy.facts, policy.rules]).filter(({ op }) => op === 'ifAbsent' || op === 'given');
    this.meantAbsent = new Set(named.flatMap((part) => [...groundOf(part, policy).facts]));
  }

  *of(input: Case): Generator<Held> {
    for (const { model: rule } of this.regime.rules) {
      const partial = this.verdicts(rule, input);
      if (partial.length === 0) continue;
      const gaps = this.gapsOf(rule, input);
      const ways = gaps?.reduce((product, { values }) => product * values.length, 1) ?? 0;
      const all = gaps !== undefined && ways <= most;
      const outcomes = partial.map(() => new Set<Status>());
      if (gaps !== undefined && gaps.length > 0) {
        for (const filled of all ? everyWay(gaps, input) : this.someWays(gaps, input))
          this.completed(rule, filled, gaps).forEach((status, place) => {
            // What was left to follow from others and did not is no completion; else unknown is what is not yet due.
            if (status !== 'unknown' || isWhole(filled, gaps)) outcomes[place]?.add(status);
          });
      }
      for (const [place, status] of partial.entries()) {
        yield { rule: rule.id, status, complete: gaps?.length === 0, all, outcomes: outcomes[place] as Set<Status> };
      }
    }
  }

  /** Nothing where the values together cannot be used, or a filled one contradicts what follows from the others: that is no completion. */
  private completed(rule: RuleModel, input: Case, gaps: readonly Gap[]): Status[] {
    try {
      const derived = gaps.filter(({ fact }) => fact.derive !== undefined).map(({ fact }) => fact.name);
      if (derived.length > 0 && this.contradicts(rule, input, derived)) return [];
      return this.verdicts(rule, input);
    } catch (error) {
      if (error instanceof JingzhunError) return [];
      throw error;
    }
  }

  private contradicts(rule: RuleModel, input: Case, filled: readonly string[]): boolean {
    const { findings } = decide(this.alone.get(rule) as Policy, input, this.dates);
    return findings.some((finding) => 'fact' in finding && filled.includes(finding.fact));
  }

  /** Is it known from others? */
  private follows({ name, derive }: FactModel, frame: Frame): boolean {
    const fact = this.regime.facts.get(name);
    if (derive === undefined || fact === undefined) return false;
    const value = factValue(fact, frame);
    return value !== undefined && !isInterval(value);
  }

  private verdicts(rule: RuleModel, input: Case): Status[] {
    let policy = this.alone.get(rule);
    if (policy === undefined) {
      policy = { ...this.policy, rules: [rule] };
      this.alone.set(rule, policy);
    }
    return assess(policy, input, this.dates).map(({ status }) => status);
  }

  /** Undefined where there is a gap that cannot be filled by trying values: a list of records, an entity that is not there. */
  private gapsOf(rule: RuleModel, input: Case): Gap[] | undefined {
    const { facts } = groundOfRule(rule, this.policy);
    const models = this.policy.facts.filter(({ name }) => facts.has(name));
    const constants = constantsIn([rule, models.map(({ derive }) => derive)], input);
    const { home, persons } = open(this.policy, input, this.dates, this.regime);
    const gaps: Gap[] = [];
    for (const fact of models) {
      if (fact.path === undefined || this.meantAbsent.has(fact.name)) continue;
      for (const [object, member] of placesOf(fact, input)) {
        if (object === undefined) return undefined;
        if (at(object, fact.path) != null || this.follows(fact, persons[member] ?? home)) continue;
        const values = valuesFor(fact, this.regime, constants);
        if (values.length === 0) return undefined;
        // What may follow from others is also left to do so.
        gaps.push({ fact, member, values: fact.derive === undefined ? values : [undefined, ...values] });
      }
    }
    return gaps;
  }

  private *someWays(gaps: readonly Gap[], input: Case): Generator<Case> {
    for (let count = 0; count < sampled; count++) {
      yield filled(input, gaps, (values) => values[Math.floor(this.random() * values.length)]);
    }
  }
}

function* everyWay(gaps: readonly Gap[], input: Case): Generator<Case> {
  const ways = gaps.reduce((product, { values }) => product * values.length, 1);
  for (let way = 0; way < ways; way++) {
    let left = way;
    yield filled(input, gaps, (values) => {
      const place = left % values.length;
      left = Math.floor(left / values.length);
      return values[place];
    });
  }
}

function isWhole(input: Case, gaps: readonly Gap[]): boolean {
  return gaps.every(
    ({ fact, member }) => at(placesOf(fact, input)[Math.max(member, 0)]?.[0] as Data, fact.path ?? []) != null,
  );
}

type Data = Record<string, unknown>;

/** Where a fact can stand in a case; undefined where the object, or the list of members, is not there. */
function placesOf({ entity }: FactModel, input: Case): (readonly [object: Data | undefined, member: number])[] {
  if (entity !== 'person') return [[(input as Data)[entity] as Data | undefined, -1]];
  const members = input.household?.members;
  if (!Array.isArray(members)) return [[undefined, -1]];
  return members.map((member, index) => [member as Data, index] as const);
}

function at(object: Data, path: readonly string[]): unknown {
  let value: unknown = object;
  for (const key of path) value = (value as Data | undefined | null)?.[key];
  return value;
}

function filled(input: Case, gaps: readonly Gap[], choose: (values: readonly unknown[]) => unknown): Case {
  const copy = JSON.parse(JSON.stringify(input)) as Case;
  for (const { fact, member, values } of gaps) {
    let object = placesOf(fact, copy)[Math.max(member, 0)]?.[0] as Data;
    const path = fact.path ?? [];
    for (const key of path.slice(0, -1)) {
      object[key] ??= {};
      object = object[key] as Data;
    }
    const value = choose(values);
    if (value !== undefined) object[path.at(-1) as string] = value;
  }
  return copy;
}

/** Every object inside. */
function partsOf(value: unknown): Data[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(partsOf);
  return Array.isArray(value) ? inside : [value as Data, ...inside];
}

interface Constants {
  readonly days: readonly string[];
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** What conditions and formulas name, and what the case holds: facts are compared with each other, too. */
function constantsIn(parts: unknown, input: Case): Constants {
  const given = partsOf(input).flatMap((object) => Object.values(object));
  const named = [...partsOf(parts).flatMap(({ value, values }) => [value, values].flat()), ...given];
  const texts = named.filter((each) => typeof each === 'string');
  const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
  return {
    days: texts.filter(isDay),
    texts: texts.filter((text) => !isDay(text)),
    numbers: named.filter((each) => typeof each === 'number'),
  };
}

/** Values on both sides of every line; of a fact that enters formulas only, what they name, and some that are far apart. */
function valuesFor(fact: FactModel, regime: Regime, { days, texts, numbers }: Constants): readonly unknown[] {
  const lines = boundaryValues(fact.name, regime);
  const { kind, scale, codes = [] } = fact;
  const { low, high } = boundsOf(fact);
  switch (kind) {
    case 'boolean':
      return [true, false];
    case 'code':
      return codes;
    case 'text':
      return [...new Set(['', 'another', ...lines, ...texts])];
    case 'date':
      return [...new Set([...lines, ...days, '2014-01-01', '2017-01-01', '2018-12-31'])];
    case 'number': {
      const near = numbers
        .filter(Number.isInteger)
        .slice(0, 3)
        .flatMap((value) => [value - 1, value, value + 1]);
      const steps = [-1000, -1, 0, 1, 2, 1000, 1_000_000, ...near].map((value) => value * scale);
      const within = steps.filter((value) => value >= low && value <= high).map((value) => value / scale);
      return [...new Set([...lines, ...within])];
    }
    case 'list':
      // Lists of anything but a few codes have no end.
      return codes.length > 0 && codes.length <= mostCodes ? subsetsOf(codes) : [];
    default:
      return [];
  }
}

const mostCodes = 6;

function subsetsOf(codes: readonly string[]): string[][] {
  return Array.from({ length: 2 ** codes.length }, (_, chosen) =>
    codes.filter((_code, place) => (chosen >> place) % 2 === 1),
  );
}
