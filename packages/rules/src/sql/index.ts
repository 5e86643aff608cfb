export type { DialectName } from './dialect.ts';
export { type ImpactSide, impactSql } from './impact.ts';
export type {
  ConditionCode,
  Facts,
  Form,
  ImpactOptions,
  RuleCode,
  SqlOfPolicy,
  SqlOptions,
  Statement,
  WritingOptions,
} from './options.ts';
export { type TableColumn, tableColumns, tableDdl } from './tables.ts';
export { toSql } from './to-sql.ts';
