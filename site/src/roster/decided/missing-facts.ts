import type { RuleFinding } from '@jingzhun/rules';
import type { FactToAsk, Scope } from '../protocol-results.ts';
import { Flags } from './numbers.ts';

interface Asked {
  /** Households in which it is missing for some finding. */
  readonly lacking: Flags;
  /** Households in which it alone settles some finding. */
  readonly settling: Flags;
  findings: number;
}

/** Which facts are still missing, and in which households. */
export class MissingFacts {
  private readonly households: number;
  private readonly facts: Readonly<Record<Scope, Map<string, Asked>>> = { benefits: new Map(), all: new Map() };

  constructor(households: number) {
    this.households = households;
  }

  add(household: number, { status, missing }: RuleFinding, benefit: boolean): void {
    if (status !== 'unknown') return;
    for (const fact of missing) {
      this.note('all', fact, household, missing.length === 1);
      if (benefit) this.note('benefits', fact, household, missing.length === 1);
    }
  }

  /** The facts that settle something in most households first. */
  list(scope: Scope): readonly FactToAsk[] {
    return [...this.facts[scope]]
      .map(([fact, { lacking, settling, findings }]) => ({
        fact,
        households: lacking.count,
        settles: settling.count,
        findings,
      }))
      .sort((a, b) => b.settles - a.settles || b.households - a.households || b.findings - a.findings);
  }

  lacks(household: number, fact: string, scope: Scope): boolean {
    return this.facts[scope].get(fact)?.lacking.has(household) ?? false;
  }

  private note(scope: Scope, fact: string, household: number, alone: boolean): void {
    let asked = this.facts[scope].get(fact);
    if (asked === undefined) {
      asked = { lacking: new Flags(this.households), settling: new Flags(this.households), findings: 0 };
      this.facts[scope].set(fact, asked);
    }
    asked.lacking.set(household);
    if (alone) asked.settling.set(household);
    asked.findings++;
  }
}
