import {
  type Case,
  type Decision,
  decide,
  JingzhunError,
  type Policy,
  type RuleModel,
  rulesOn,
  type Status,
} from '@jingzhun/rules';
import type { RosterHousehold } from '@jingzhun/schemas/table';
import type { AskedRule, FactToAsk, RefusedHousehold, Scope } from '../protocol-results.ts';
import { FindingStore, isOwn } from './finding-store.ts';
import { MissingFacts } from './missing-facts.ts';

export interface RosterQuestion {
  readonly policy: Policy;
  readonly on: string;
  readonly households: readonly RosterHousehold[];
  /** The part of the village that each household belongs to, where the file says so. */
  readonly groups?: readonly (string | null)[];
  /** What holds for everyone; a household's own facts come before it. */
  readonly common?: Case;
}

/** Households between two reports of how far it is. */
const batch = 64;
/** More of the same reasons help nobody. */
const mostRefused = 200;

const benefits = new Set(['entitlement', 'incentive']);

/**
 * A whole roster, decided: for each household what `decide` finds about it and its members, in few bytes. Reasons are
 * not kept: one household's whole answer is decided again when it is asked for.
 *
 * @example
 * const roster = new DecidedRoster({ policy, on: '2017-09-01', households });
 * for (const done of roster.deciding()) report(done / households.length);
 */
export class DecidedRoster {
  readonly question: RosterQuestion;
  /** As they read on the day, in the document's order. */
  readonly rules: readonly RuleModel[];
  readonly store: FindingStore;
  /** The first of those that could not be decided, with the reasons. */
  readonly refused: RefusedHousehold[] = [];
  private readonly refusedPlaces = new Set<number>();
  private readonly missing: MissingFacts;
  private readonly benefit: readonly boolean[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly said: Uint8Array;

  constructor(question: RosterQuestion) {
    this.question = question;
    this.rules = rulesOn(question.policy, question.on);
    this.store = new FindingStore(this.rules);
    this.missing = new MissingFacts(question.households.length);
    this.benefit = this.rules.map(({ kind }) => benefits.has(kind));
    this.places = new Map(this.rules.map(({ id }, place) => [id, place]));
    this.said = new Uint8Array(this.rules.length);
  }

  /** Decides all households, batch by batch; yields how many are done. */
  *deciding(): Generator<number, void> {
    const { households } = this.question;
    for (let index = 0; index < households.length; index++) {
      this.decideNext(households[index] as RosterHousehold, index);
      if (index % batch === batch - 1 || index === households.length - 1) yield index + 1;
    }
  }

  /** Everything that is found about a household, with reasons. */
  household(index: number): Decision | undefined {
    const { policy, on, households } = this.question;
    const household = households[index];
    if (household === undefined || this.isRefused(index)) return undefined;
    return decide(policy, this.caseOf(household), { on });
  }

  /** A household's case with what holds for everyone. */
  caseOf({ case: own }: RosterHousehold): Case {
    return { ...this.question.common, ...own };
  }

  /** Which facts are missing, the ones that settle something in most households first. */
  toAsk(scope: Scope): readonly FactToAsk[] {
    return this.missing.list(scope);
  }

  lacks(household: number, fact: string, scope: Scope): boolean {
    return this.missing.lacks(household, fact, scope);
  }

  /** The rules that say something about somebody here, in the document's order. */
  askedRules(): readonly AskedRule[] {
    return this.rules.flatMap(({ id, kind, clause, asks }, place) =>
      this.said[place] === 0
        ? []
        : [{ rule: id, kind, clause, benefit: this.isBenefit(place), persons: asks[0] === 'person' }],
    );
  }

  isBenefit(rule: number): boolean {
    return this.benefit[rule] === true;
  }

  isIn(scope: Scope, rule: number): boolean {
    return scope === 'all' || this.isBenefit(rule);
  }

  placeOf(rule: string): number | undefined {
    return this.places.get(rule);
  }

  get refusedCount(): number {
    return this.refusedPlaces.size;
  }

  /** Could it not be decided? */
  isRefused(index: number): boolean {
    return this.refusedPlaces.has(index);
  }

  private decideNext(household: RosterHousehold, index: number): void {
    const { policy, on } = this.question;
    let decision: Decision;
    try {
      decision = decide(policy, this.caseOf(household), { on });
    } catch (error) {
      if (!(error instanceof JingzhunError)) throw error;
      this.refuse(household, index, error);
      return;
    }
    this.store.add(decision.findings);
    for (const finding of decision.findings) {
      if (!isOwn(finding)) continue;
      const rule = this.places.get(finding.rule) as number;
      if (says(finding.status)) this.said[rule] = 1;
      this.missing.add(index, finding, this.isBenefit(rule));
    }
  }

  private refuse({ rows }: RosterHousehold, index: number, { problems }: JingzhunError): void {
    this.store.add([]);
    this.refusedPlaces.add(index);
    if (this.refused.length < mostRefused)
      this.refused.push({ row: rows[0] ?? 0, reasons: problems.map(({ zh, en }) => ({ zh, en })) });
  }
}

const says = (status: Status): boolean => status === 'met' || status === 'unknown' || status === 'unmet';

/** How many persons a case holds. */
export function personsIn(input: Case): number {
  const { members } = input.household ?? {};
  return Array.isArray(members) ? members.length : 0;
}
