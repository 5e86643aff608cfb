export type { Band, Distribution } from './bands.ts';
export { type BoundaryRow, type BoundaryTable, boundaryCases } from './boundary-cases.ts';
export { type Cause, type ChangedRule, changedRules, type ParameterValue } from './changed-rules.ts';
export { type ImpactOptions, ImpactRun, impact } from './impact.ts';
export { type FindingKind, findingKinds, type HouseholdKind, householdKinds, type Standing } from './kinds.ts';
export type { Measure, MoneyChange } from './measures.ts';
export type {
  FindingImpact,
  GroupImpact,
  HouseholdCounts,
  HouseholdImpact,
  Impact,
  RefusedCase,
  RuleImpact,
  SideName,
} from './result.ts';
export type { Side } from './side.ts';
