import type { Problem } from '@jingzhun/schemas';
import type { Distribution } from './bands.ts';
import type { Cause } from './changed-rules.ts';
import type { FindingKind, HouseholdKind, Standing } from './kinds.ts';
import type { MoneyChange } from './measures.ts';

/** One rule that comes out otherwise for one subject. */
export interface FindingImpact {
  readonly rule: string;
  readonly entity: string;
  /** Place among the members; -1 for the household, county … */
  readonly member: number;
  readonly kind: FindingKind;
  readonly before: Standing;
  readonly after: Standing;
  /** What it grants on both sides. */
  readonly money: readonly MoneyChange[];
}

/** What changes for one household (one case). */
export interface HouseholdImpact {
  /** Place among the cases. */
  readonly index: number;
  readonly kind: HouseholdKind;
  readonly persons: number;
  /** Of every kind but `still-not-met`. */
  readonly findings: readonly FindingImpact[];
  /** What the changed rules grant it in all. */
  readonly money: readonly MoneyChange[];
}

/** Households by kind, with the persons who live in them. */
export type HouseholdCounts = Readonly<
  Record<HouseholdKind, { readonly households: number; readonly persons: number }>
>;

/** A rule whose meaning differs between the two sides, and what comes of it over the roster. */
export interface RuleImpact {
  readonly rule: string;
  readonly kind: string;
  /** Where it stands in the policy's own document, whatever later document amended it. */
  readonly clause: string;
  /** Whether it gives something: an entitlement, an incentive, or what grants an amount. */
  readonly gives: boolean;
  /** Whom it is asked of. */
  readonly asks: readonly string[];
  readonly causes: readonly Cause[];
  /** Subjects by kind. */
  readonly subjects: Readonly<Record<FindingKind, number>>;
  /** Households with at least one subject of any kind but `still-not-met`. */
  readonly households: number;
  readonly money: readonly MoneyChange[];
}

/** The households of one group: a village, a type of household. */
export interface GroupImpact {
  /** The group's key; null where the case does not say. */
  readonly group: string | null;
  readonly households: HouseholdCounts;
  readonly money: readonly MoneyChange[];
}

/** One of the two sides, by what identifies it. */
export interface SideName {
  readonly policy: string;
  readonly release: string;
  readonly digest: string;
  readonly on: string;
  readonly assessedOn: string;
}

/** What a change of a policy does to the households of a roster. */
export interface Impact<Group extends string = string> {
  readonly before: SideName;
  readonly after: SideName;
  /** Cases decided on both sides. */
  readonly households: number;
  readonly persons: number;
  /** Cases that one of the sides refuses. */
  readonly refused: number;
  readonly byHousehold: HouseholdCounts;
  /** Persons by what becomes of them alone, by the rules asked of persons. */
  readonly byPerson: Readonly<Record<HouseholdKind, number>>;
  /** The rules that differ in meaning. */
  readonly rules: readonly RuleImpact[];
  /** How many rules mean the same on both sides, and so find the same for every case. */
  readonly equalRules: number;
  /** What the changed rules grant in all. */
  readonly money: readonly MoneyChange[];
  readonly groups: Readonly<Record<Group, readonly GroupImpact[]>>;
  /** How many households change by how much, by unit and period; those that do not change are left out. */
  readonly distribution: readonly Distribution[];
}

/** A case that one of the sides cannot decide, with what is wrong with it. */
export interface RefusedCase {
  readonly index: number;
  readonly problems: readonly Problem[];
}
