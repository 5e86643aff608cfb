import type { Policy } from '@jingzhun/rules';
import { conditionValues } from './condition-values.ts';
import { firstOfUnit, type Ratio, ratiosOf, type Wholes, wholesOf } from './fact-relations.ts';
import { factModels } from './facts-read.ts';
import type { Question } from './questions.ts';
import { disjointFrom } from './wholes-by-derivation.ts';

/** Numbers by the name of their fact. */
export type Numbers = ReadonlyMap<string, number>;

/** How much there is in a place, or of anything, of middling size. */
const sizes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  household: { persons: 4, 'yuan/person/year': 4000 },
  village: { households: 420, persons: 1600, groups: 12, shares: 300, 'yuan/person/year': 10_400 },
  town: { households: 520, persons: 24_000, villages: 14 },
  county: { households: 3000, persons: 180_000, villages: 120, km: 1200, yuan: 500_000, 'yuan/year': 50_000_000 },
  fund: { yuan: 2_000_000 },
};

/** What any other number of a unit may well be. */
const typical: Readonly<Record<string, number>> = {
  persons: 40,
  households: 12,
  villages: 12,
  days: 200,
  shares: 1000,
  '%': 60,
  '%/year': 8,
  yuan: 20_000,
  'yuan/year': 60_000,
  'yuan/day': 50,
  'yuan/person/year': 13_000,
  'yuan/person/month': 300,
  'yuan/household': 5_000,
  'years-of-life': 77,
  'per-thousand': 4,
  'per-hundred-thousand': 12,
};

/** What part of all a count is, where no rule sets the two against each other. */
const fewOf = 0.12;
/** Shares of what a rule sets a count against, and growth over a year, the likeliest first. */
const shares = [0.92, 0.75, 0.5, 1, 0.25, 0.1];
const growths = [0.08, 0.03, 0.12, 0, -0.04];
/** How far past its threshold a figure is. */
const past = 0.02;
/** More in a year is no likely growth. */
const mostGrowth = 0.5;

/** Finds figures for an example that agree with one another: parts within their wholes, a year like the year before. */
export class Figures {
  private readonly policy: Policy;
  private readonly on: string;
  private readonly facts: readonly string[];
  private readonly ratios: readonly Ratio[];
  private readonly wholes: Wholes;
  private readonly disjoint = new Map<string, readonly string[]>();

  constructor(policy: Policy, subject: string, questions: readonly Question[], on: string) {
    this.policy = policy;
    this.on = on;
    this.facts = questions.filter(({ control }) => control === 'number').map(({ fact }) => fact);
    this.ratios = ratiosOf(policy, subject, on);
    this.wholes = wholesOf(policy, subject, on, this.facts);
    for (const fact of this.facts) this.disjoint.set(fact, disjointFrom(policy, fact, this.facts));
  }

  /** The facts from which a number takes its size: they come first. */
  before(fact: string): readonly string[] {
    const earlier = this.ratios.flatMap(({ part, whole }) => (part === fact ? [whole] : []));
    return [...(this.wholes.get(fact) ?? []), ...earlier].filter((each) => this.facts.includes(each));
  }

  /** Whether figures agree. */
  agree(numbers: Numbers): boolean {
    const fits = ([part, wholes]: readonly [string, readonly string[]]): boolean => {
      const value = numbers.get(part);
      if (value === undefined) return true;
      return wholes.every((whole) => value + this.besides(part, whole, numbers) <= (numbers.get(whole) ?? Infinity));
    };
    return [...this.wholes].every(fits) && this.ratios.every((ratio) => isLikely(ratio, numbers));
  }

  /** What a number may be beside those that are chosen, the likeliest first. `wanted` is what rules ask of it as things are. */
  candidates({ fact, unit }: Question, numbers: Numbers, wanted: readonly number[]): readonly number[] {
    const { scale = 1, min, max, type } = factModels(this.policy).get(fact) ?? {};
    if (type === 'year') return [Number(this.on.slice(0, 4))];
    const step = type === 'yuan' ? 10 : scale === 1 ? 1 : 0.1;
    const named = this.named(fact, numbers);
    const isWhole = [...this.wholes.values()].some((wholes) => wholes.includes(fact));
    const sized = [...this.fromRatios(fact, numbers), ...wanted, ...this.sized(fact, unit?.en ?? '', numbers)];
    const values = [
      ...named.filter((value) => value !== 0),
      ...sized.map((value) => Math.round(value / step) * step),
      ...named.flatMap((value) => [value + step, value - step]),
      ...(isWhole ? [] : [1, 0]),
    ].map((value) => Number(value.toFixed(4)));
    const low = min === undefined ? Number.NEGATIVE_INFINITY : min / scale;
    const high = max === undefined ? Number.POSITIVE_INFINITY : max / scale;
    const others = new Map(numbers);
    return [...new Set(values)].filter(
      (value) => low <= value && value <= high && !(isWhole && value <= 0) && this.agree(others.set(fact, value)),
    );
  }

  /** The numbers that conditions compare with the fact, and what they leave for it of a sum. */
  private named(fact: string, numbers: Numbers): readonly number[] {
    const compared = (name: string): number[] =>
      [name, ...this.takingOver(name)].flatMap((each) =>
        conditionValues(this.policy, each, this.on).filter((value) => typeof value === 'number'),
      );
    const ofSums = this.policy.facts.flatMap(({ name, derive }) => {
      const sum = derive !== undefined && 'formula' in derive ? derive.formula.expression : undefined;
      if (sum?.op !== 'add' || sum.left.op !== 'fact' || sum.right.op !== 'fact') return [];
      const other = { [sum.left.fact]: sum.right.fact, [sum.right.fact]: sum.left.fact }[fact];
      if (other === undefined) return [];
      const rest = numbers.get(other);
      return compared(name).map((total) => (rest === undefined ? Math.round(total / 2) : total - rest));
    });
    return [...compared(fact), ...ofSums];
  }

  /** The facts that have its value wherever it is given. */
  private takingOver(fact: string): readonly string[] {
    return this.policy.facts.flatMap(({ name, derive }) => {
      const formula = derive !== undefined && 'formula' in derive ? derive.formula.expression : undefined;
      return formula?.op === 'ifAbsent' && formula.fact === fact ? [name, ...this.takingOver(name)] : [];
    });
  }

  /** Just past what a rule asks of a ratio, then what a share or a year's growth may well be. */
  private fromRatios(fact: string, numbers: Numbers): readonly number[] {
    return this.ratios.flatMap(({ part, whole, growth, asked }) => {
      const other = numbers.get(whole);
      if (part !== fact || other === undefined || this.isFew(fact)) return [];
      const threshold = asked && [asked.threshold + (asked.atMost ? -past : past), asked.threshold];
      return [...(threshold ?? []), ...(growth ? growths : shares)].map((each) => other * (growth ? 1 + each : each));
    });
  }

  /** By what it is a part of; else by the size of its place; else by its unit alone. */
  private sized(fact: string, unit: string, numbers: Numbers): readonly number[] {
    const otherwise = [typical[unit] ?? 10, 100];
    const room = this.room(fact, numbers);
    if (room !== undefined) {
      const apart = 1 + (this.disjoint.get(fact)?.length ?? 0);
      const usual = this.isFew(fact) ? [fewOf, ...shares] : shares;
      return [...usual.map((share) => (room.whole * share) / apart), room.left, ...otherwise];
    }
    const all = sizes[fact.split('.')[0] ?? '']?.[unit];
    const first = firstOfUnit(fact);
    if (all === undefined) return otherwise;
    return [first === undefined || first === fact ? all : all * fewOf, ...otherwise];
  }

  /** One count among all of a place, or one holder among those of a fund; each key of a record is true of most. */
  private isFew(fact: string): boolean {
    const [entity = '', ...path] = fact.split('.');
    const all = path.length === 1 ? firstOfUnit(fact) : undefined;
    const wholes = this.wholes.get(fact) ?? [];
    return wholes.length > 0 && wholes.every((whole) => whole === all || !whole.startsWith(`${entity}.`));
  }

  /** The smallest figure that the fact is a part of, and what other parts of it leave. */
  private room(fact: string, numbers: Numbers): { whole: number; left: number } | undefined {
    const rooms = (this.wholes.get(fact) ?? []).flatMap((name) => {
      const whole = numbers.get(name);
      return whole === undefined ? [] : [{ whole, left: whole - this.besides(fact, name, numbers) }];
    });
    return rooms.sort((a, b) => a.whole - b.whole)[0];
  }

  /** What other parts of a whole come to that can have nothing in common with this one. */
  private besides(fact: string, whole: string, numbers: Numbers): number {
    return (this.disjoint.get(fact) ?? [])
      .filter((other) => this.wholes.get(other)?.includes(whole))
      .reduce((sum, other) => sum + (numbers.get(other) ?? 0), 0);
  }
}

function isLikely({ part, whole, growth }: Ratio, numbers: Numbers): boolean {
  const [upper, lower] = [numbers.get(part), numbers.get(whole)];
  if (upper === undefined || lower === undefined) return true;
  if (lower <= 0) return false;
  return growth ? Math.abs(upper / lower - 1) <= mostGrowth : upper <= lower;
}
