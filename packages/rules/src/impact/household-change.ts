import { type FindingKind, type HouseholdKind, KindTally } from './kinds.ts';
import { type Measures, newSums } from './measures.ts';
import type { FindingImpact } from './result.ts';

/** What changes for one household, as it is gathered rule by rule. */
export class HouseholdChange {
  readonly sums: number[];
  readonly findings: FindingImpact[] = [];
  /** By place among the members; without those for whom nothing changes. */
  readonly persons: (KindTally | undefined)[] = [];
  private readonly own = new KindTally();

  constructor(measures: Measures) {
    this.sums = newSums(measures);
  }

  add(kind: FindingKind, gives: boolean, entity: string, member: number): void {
    if (entity === 'household' || entity === 'person') this.own.add(kind, gives);
    if (entity !== 'person') return;
    let person = this.persons[member];
    if (person === undefined) {
      person = new KindTally();
      this.persons[member] = person;
    }
    person.add(kind, gives);
  }

  kind(): HouseholdKind {
    return this.own.kind();
  }
}
