import type { RuleModel } from '../model/policy.ts';
import type { Verdict } from './kinds.ts';

/** What grants add up in: a unit, and how often it comes. */
export interface Measure {
  readonly unit: string;
  readonly every: string;
}

/** A sum on both sides, in its unit. `possible` holds also what comes if every unknown finding is met. */
export interface MoneyChange extends Measure {
  readonly before: { readonly certain: number; readonly possible: number };
  readonly after: { readonly certain: number; readonly possible: number };
  readonly difference: { readonly certain: number; readonly possible: number };
}

/** The places of all units and periods in which the changed rules of both sides grant. */
export class Measures {
  readonly units: readonly Measure[];
  /** The amounts of a verdict that grants nothing: all of these are this one list. */
  readonly nothing: readonly number[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(rules: readonly (RuleModel | undefined)[]) {
    const found = new Map<string, Measure>();
    for (const rule of rules) {
      for (const { role, value, unit = '', every = 'once' } of rule?.outcomes ?? []) {
        if (role === 'grant' && value !== null) found.set(`${unit} ${every}`, { unit, every });
      }
    }
    this.units = [...found.values()];
    this.nothing = Object.freeze(this.units.map(() => 0));
    this.places = new Map([...found.keys()].map((key, place) => [key, place]));
  }

  placeOf({ unit, every }: Measure): number {
    return this.places.get(`${unit} ${every}`) as number;
  }
}

/** What a side says that has no such rule, or does not ask it of the subject. */
export const absentVerdict = ({ nothing }: Measures): Verdict => ({
  status: 'absent',
  open: false,
  amounts: nothing,
  unpriced: 0,
});

/** In how many parts a unit is counted, so that sums stay exact. */
export const parts = 10_000;

/** Before and after, certain and possible, of one measure. */
const perMeasure = 4;

/** Sums of all measures, over any number of households: whole numbers, past 2^53 as well. */
export class MoneySums {
  private readonly measures: Measures;
  private readonly small: number[];
  private readonly large: bigint[];

  constructor(measures: Measures) {
    this.measures = measures;
    this.small = new Array<number>(measures.units.length * perMeasure).fill(0);
    this.large = this.small.map(() => 0n);
  }

  /** Adds the sums of a household. */
  add(sums: readonly number[]): void {
    for (let place = 0; place < sums.length; place++) this.addAt(place, sums[place] as number);
  }

  /** Adds what the two verdicts on one subject grant. */
  addVerdicts(before: Verdict, after: Verdict): void {
    for (let measure = 0; measure < this.measures.units.length; measure++) {
      const place = measure * perMeasure;
      const [was, is] = [before.amounts[measure] as number, after.amounts[measure] as number];
      if (was !== 0) this.addAt(place + 1, was);
      if (was !== 0 && before.status === 'met') this.addAt(place, was);
      if (is !== 0) this.addAt(place + 3, is);
      if (is !== 0 && after.status === 'met') this.addAt(place + 2, is);
    }
  }

  private addAt(place: number, amount: number): void {
    const sum = (this.small[place] as number) + amount;
    if (Number.isSafeInteger(sum)) {
      this.small[place] = sum;
      return;
    }
    this.large[place] = (this.large[place] as bigint) + BigInt(this.small[place] as number) + BigInt(amount);
    this.small[place] = 0;
  }

  /** In units. The differences are those of the exact sums. */
  list(): MoneyChange[] {
    return this.measures.units.flatMap(({ unit, every }, measure) => {
      const sum = (place: number): bigint =>
        BigInt(this.small[measure * perMeasure + place] as number) +
        (this.large[measure * perMeasure + place] as bigint);
      const inUnits = (whole: bigint): number => Number(whole) / parts;
      if (sum(1) === 0n && sum(3) === 0n) return [];
      return [
        {
          unit,
          every,
          before: { certain: inUnits(sum(0)), possible: inUnits(sum(1)) },
          after: { certain: inUnits(sum(2)), possible: inUnits(sum(3)) },
          difference: { certain: inUnits(sum(2) - sum(0)), possible: inUnits(sum(3) - sum(1)) },
        },
      ];
    });
  }
}

/** Sums of one household, in parts: four numbers a measure. */
export const newSums = (measures: Measures): number[] => new Array<number>(measures.units.length * perMeasure).fill(0);

/** Adds what the two verdicts on one subject grant. */
export function addVerdicts(sums: number[], before: Verdict, after: Verdict): void {
  for (let place = 0, measure = 0; place < sums.length; place += perMeasure, measure++) {
    addAmount(sums, place, before.amounts[measure] as number, before.status === 'met');
    addAmount(sums, place + 2, after.amounts[measure] as number, after.status === 'met');
  }
}

function addAmount(sums: number[], place: number, amount: number, met: boolean): void {
  if (amount === 0) return;
  if (met) sums[place] = (sums[place] as number) + amount;
  sums[place + 1] = (sums[place + 1] as number) + amount;
}

/** How much more is certain afterwards, in parts. */
export const certainDifference = (sums: readonly number[], measure: number): number =>
  (sums[measure * perMeasure + 2] as number) - (sums[measure * perMeasure] as number);

/** A household's sums, or those of one finding: whole numbers that doubles hold exactly. */
export function moneyOf({ units }: Measures, sums: readonly number[]): MoneyChange[] {
  const changes: MoneyChange[] = [];
  for (let measure = 0; measure < units.length; measure++) {
    const place = measure * perMeasure;
    const [certain, possible] = [sums[place] as number, sums[place + 1] as number];
    const [certainAfter, possibleAfter] = [sums[place + 2] as number, sums[place + 3] as number];
    if (possible === 0 && possibleAfter === 0) continue;
    const { unit, every } = units[measure] as Measure;
    changes.push({
      unit,
      every,
      before: { certain: certain / parts, possible: possible / parts },
      after: { certain: certainAfter / parts, possible: possibleAfter / parts },
      difference: { certain: (certainAfter - certain) / parts, possible: (possibleAfter - possible) / parts },
    });
  }
  return changes;
}
