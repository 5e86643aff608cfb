import type { Decision, Finding, Policy, RuleFinding, Status } from '@jingzhun/rules';
import { isRuleFinding } from '../wording/finding-text.ts';

/** Sums in one unit. `possible` holds also what comes if every unknown finding is met. */
export interface Amount {
  readonly unit: string;
  readonly every: string;
  readonly certain: number;
  readonly possible: number;
}

/** How a rule came out over a roster. */
export interface Measure {
  readonly rule: string;
  readonly kind: string;
  readonly clause: string;
  /** Findings by status: of persons where the rule is asked of persons. */
  readonly findings: Readonly<Record<Status, number>>;
  /** Households with at least one met finding. */
  readonly households: number;
  readonly asks: string;
  readonly amounts: readonly Amount[];
  /** Missing facts of unknown findings, the most frequent first. */
  readonly missing: readonly { readonly fact: string; readonly findings: number }[];
}

interface Counting {
  readonly findings: Record<Status, number>;
  households: number;
  lastHousehold: number;
  readonly amounts: Map<string, { unit: string; every: string; certain: bigint; possible: bigint }>;
  readonly missing: Map<string, number>;
}

const precision = 10_000;

/** What was counted, to be added to another tally, also in another thread. */
export interface Counted {
  readonly households: number;
  readonly contradictions: number;
  readonly counts: ReadonlyMap<string, Counting>;
}

/** Counts decisions, household by household. Money is added as whole numbers. */
export class Tally implements Counted {
  private readonly rules: Policy['rules'];
  readonly counts = new Map<string, Counting>();
  private readonly grants = new Map<string, number>();
  households = 0;
  contradictions = 0;

  /** The policy's rules as they read on the day that is asked about. */
  constructor(rules: Policy['rules']) {
    this.rules = rules;
    for (const { id, outcomes } of rules) {
      // Grants come first among a rule's outcomes, and an open finding has all of them.
      this.grants.set(id, outcomes.filter(({ role }) => role === 'grant').length);
    }
  }

  add(decision: Decision): void {
    const household = this.households++;
    for (const finding of decision.findings as Finding[]) {
      if (isRuleFinding(finding)) this.count(finding, household);
      else this.contradictions++;
    }
  }

  counted(): Counted {
    const { households, contradictions, counts } = this;
    return { households, contradictions, counts };
  }

  /** Adds what was counted of other households. */
  merge({ households, contradictions, counts }: Counted): void {
    this.households += households;
    this.contradictions += contradictions;
    for (const [rule, counting] of counts) {
      const own = this.of(rule);
      for (const status of Object.keys(own.findings) as Status[]) own.findings[status] += counting.findings[status];
      own.households += counting.households;
      for (const [fact, findings] of counting.missing) own.missing.set(fact, (own.missing.get(fact) ?? 0) + findings);
      for (const { unit, every, certain, possible } of counting.amounts.values()) {
        addTo(own, unit, every, { certain, possible });
      }
    }
  }

  private of(rule: string): Counting {
    let own = this.counts.get(rule);
    if (own === undefined) {
      own = {
        findings: { met: 0, unmet: 0, unknown: 0, 'not-applicable': 0, 'not-in-force': 0 },
        households: 0,
        lastHousehold: -1,
        amounts: new Map(),
        missing: new Map(),
      };
      this.counts.set(rule, own);
    }
    return own;
  }

  private count(finding: RuleFinding, household: number): void {
    const own = this.of(finding.rule);
    own.findings[finding.status]++;
    if (finding.status === 'met' && own.lastHousehold !== household) {
      own.lastHousehold = household;
      own.households++;
    }
    if (finding.status === 'unknown')
      for (const fact of finding.missing) own.missing.set(fact, (own.missing.get(fact) ?? 0) + 1);
    if (finding.status !== 'met' && finding.status !== 'unknown') return;
    for (let place = 0; place < (this.grants.get(finding.rule) ?? 0); place++) {
      const { value, unit = '', every = 'once' } = finding.outcomes[place] ?? { value: null };
      if (typeof value !== 'number') continue;
      const steps = BigInt(Math.round(value * precision));
      addTo(own, unit, every, { certain: finding.status === 'met' ? steps : 0n, possible: steps });
    }
  }

  /** Every rule that was asked, in the document's order. */
  measures(): Measure[] {
    return this.rules.flatMap(({ id, kind, clause, asks }) => {
      const own = this.counts.get(id);
      if (own === undefined) return [];
      const missing = [...own.missing]
        .map(([fact, findings]) => ({ fact, findings }))
        .sort((a, b) => b.findings - a.findings);
      const amounts = [...own.amounts.values()].map(({ unit, every, certain, possible }) => ({
        unit,
        every,
        certain: Number(certain) / precision,
        possible: Number(possible) / precision,
      }));
      return [
        {
          rule: id,
          kind,
          clause,
          findings: own.findings,
          households: own.households,
          asks: asks[0] ?? '',
          amounts,
          missing,
        },
      ];
    });
  }
}

function addTo(
  { amounts }: Counting,
  unit: string,
  every: string,
  { certain, possible }: { readonly certain: bigint; readonly possible: bigint },
): void {
  const key = `${unit} ${every}`;
  const sum = amounts.get(key) ?? { unit, every, certain: 0n, possible: 0n };
  sum.certain += certain;
  sum.possible += possible;
  amounts.set(key, sum);
}

/** Sums over measures, by unit and by how often. */
export function totalsOf(measures: readonly Measure[]): Amount[] {
  const sums = new Map<string, { unit: string; every: string; certain: number; possible: number }>();
  for (const { unit, every, certain, possible } of measures.flatMap(({ amounts }) => amounts)) {
    const key = `${unit} ${every}`;
    const sum = sums.get(key) ?? { unit, every, certain: 0, possible: 0 };
    sum.certain = Math.round((sum.certain + certain) * precision) / precision;
    sum.possible = Math.round((sum.possible + possible) * precision) / precision;
    sums.set(key, sum);
  }
  return [...sums.values()];
}
