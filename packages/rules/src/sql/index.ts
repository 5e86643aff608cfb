export type { DialectName } from './dialect.ts';
export type { Form, RuleCode, SqlOfPolicy, SqlOptions, Statement } from './options.ts';
export { toSql } from './to-sql.ts';
