import { type FindingKind, type HouseholdKind, KindTally, type Verdict } from './kinds.ts';
import { addVerdicts, type Measures, type MoneyChange, moneyOf, newSums } from './measures.ts';
import type { FindingImpact } from './result.ts';

const noMoney: readonly MoneyChange[] = Object.freeze([]);

/** What changes for one household, as it is gathered rule by rule. */
export class HouseholdChange {
  readonly sums: number[];
  readonly findings: FindingImpact[] = [];
  /** By place among the members; without those for whom nothing changes. */
  readonly persons: (KindTally | undefined)[] = [];
  private readonly own = new KindTally();
  private readonly measures: Measures;
  private readonly listed: boolean;

  /** `listed`: is somebody going to look at the findings? */
  constructor(measures: Measures, listed: boolean) {
    this.measures = measures;
    this.listed = listed;
    this.sums = newSums(measures);
  }

  add(
    { changed, gives }: { readonly changed: { readonly rule: string }; readonly gives: boolean },
    entity: string,
    member: number,
    kind: FindingKind,
    before: Verdict,
    after: Verdict,
  ): void {
    if (entity === 'household' || entity === 'person') this.own.add(kind, gives);
    if (entity === 'person') {
      let person = this.persons[member];
      if (person === undefined) {
        person = new KindTally();
        this.persons[member] = person;
      }
      person.add(kind, gives);
    }
    if (!this.listed) return;
    const { rule } = changed;
    const { nothing } = this.measures;
    const granted = before.amounts !== nothing || after.amounts !== nothing;
    const money = granted ? this.moneyOf(before, after) : noMoney;
    this.findings.push({ rule, entity, member, kind, before: before.status, after: after.status, money });
  }

  kind(): HouseholdKind {
    return this.own.kind();
  }

  private moneyOf(before: Verdict, after: Verdict): readonly MoneyChange[] {
    const sums = newSums(this.measures);
    addVerdicts(sums, before, after);
    return moneyOf(this.measures, sums);
  }
}
