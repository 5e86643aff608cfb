import { type HouseholdKind, householdKinds } from './kinds.ts';
import { type Measures, type MoneyChange, MoneySums } from './measures.ts';
import type { GroupImpact, HouseholdCounts } from './result.ts';

/** Households by kind, and what they are granted. */
export class HouseholdTally {
  private readonly byKind: Record<HouseholdKind, { households: number; persons: number }>;
  private readonly sums: MoneySums;

  constructor(measures: Measures) {
    const none = householdKinds.map((kind) => [kind, { households: 0, persons: 0 }]);
    this.byKind = Object.fromEntries(none) as typeof this.byKind;
    this.sums = new MoneySums(measures);
  }

  add(kind: HouseholdKind, persons: number, sums: readonly number[]): void {
    const own = this.byKind[kind];
    own.households++;
    own.persons += persons;
    this.sums.add(sums);
  }

  counts(): HouseholdCounts {
    return this.byKind;
  }

  money(): MoneyChange[] {
    return this.sums.list();
  }
}

/** The same for each group, under each heading. */
export class GroupTallies<Entry> {
  private readonly measures: Measures;
  private readonly headings: readonly {
    readonly name: string;
    readonly groupOf: (entry: Entry) => string | null | undefined;
    readonly tallies: Map<string | null, HouseholdTally>;
  }[];

  constructor(measures: Measures, groupBy: Readonly<Record<string, (entry: Entry) => string | null | undefined>>) {
    this.measures = measures;
    this.headings = Object.entries(groupBy).map(([name, groupOf]) => ({ name, groupOf, tallies: new Map() }));
  }

  add(entry: Entry, kind: HouseholdKind, persons: number, sums: readonly number[]): void {
    for (const { groupOf, tallies } of this.headings) {
      const group = groupOf(entry) ?? null;
      let tally = tallies.get(group);
      if (tally === undefined) {
        tally = new HouseholdTally(this.measures);
        tallies.set(group, tally);
      }
      tally.add(kind, persons, sums);
    }
  }

  /** In the order in which the groups first came; those that are not stated last. */
  list(): Record<string, readonly GroupImpact[]> {
    return Object.fromEntries(
      this.headings.map(({ name, tallies }) => {
        const groups = [...tallies].sort(([a], [b]) => Number(a === null) - Number(b === null));
        return [name, groups.map(([group, tally]) => ({ group, households: tally.counts(), money: tally.money() }))];
      }),
    );
  }
}
