export { caseAt } from './case-at.ts';
export {
  type BooleanColumn,
  type CodeColumn,
  type DateColumn,
  type DictionaryColumn,
  dayOfNumber,
  type FactColumn,
  type NumberColumn,
  numberOfDay,
  type RosterColumns,
} from './columns.ts';
export { type ColumnsFrom, columnsFrom } from './columns-from.ts';
export { decideRoster, decidingRoster, type RosterDecision, type RosterQuestion } from './decide-roster.ts';
export type { GrantColumn, RosterTotal, RuleColumn } from './rule-columns.ts';
export { statuses } from './status-codes.ts';
