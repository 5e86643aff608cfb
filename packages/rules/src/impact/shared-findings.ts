import type { FindingKind, Verdict } from './kinds.ts';
import { addVerdicts, type Measures, type MoneyChange, moneyOf, newSums } from './measures.ts';
import type { FindingImpact } from './result.ts';

/** What two verdicts come to, and who has got it so far: by place among the members, from -1. */
interface Pair {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly entity: string;
  readonly money: readonly MoneyChange[];
  readonly findings: FindingImpact[];
}

const mostPairs = 1000;
const noMoney: readonly MoneyChange[] = Object.freeze([]);

/** The findings of one rule. Equal ones are one frozen object: a roster has millions of them, and few different ones. */
export class SharedFindings {
  private readonly rule: string;
  private readonly measures: Measures;
  private readonly pairs = new Map<Verdict, Map<Verdict, Pair>>();
  private count = 0;
  private last: Pair | undefined;

  constructor(rule: string, measures: Measures) {
    this.rule = rule;
    this.measures = measures;
  }

  of(entity: string, member: number, kind: FindingKind, before: Verdict, after: Verdict): FindingImpact {
    let pair = this.last;
    if (pair === undefined || pair.before !== before || pair.after !== after || pair.entity !== entity) {
      pair = this.pairOf(entity, before, after);
      this.last = pair;
    }
    const known = pair.findings[member + 1];
    if (known !== undefined) return known;
    const { rule } = this;
    const { money } = pair;
    const finding = { rule, entity, member, kind, before: before.status, after: after.status, money };
    pair.findings[member + 1] = Object.freeze(finding);
    return finding;
  }

  private pairOf(entity: string, before: Verdict, after: Verdict): Pair {
    const known = this.pairs.get(before)?.get(after);
    if (known?.entity === entity) return known;
    const pair = { before, after, entity, money: this.moneyOf(before, after), findings: [] };
    if (this.count < mostPairs) {
      this.count++;
      this.pairs.set(before, (this.pairs.get(before) ?? new Map<Verdict, Pair>()).set(after, pair));
    }
    return pair;
  }

  private moneyOf(before: Verdict, after: Verdict): readonly MoneyChange[] {
    const { nothing } = this.measures;
    if (before.amounts === nothing && after.amounts === nothing) return noMoney;
    const sums = newSums(this.measures);
    addVerdicts(sums, before, after);
    return moneyOf(this.measures, sums);
  }
}
