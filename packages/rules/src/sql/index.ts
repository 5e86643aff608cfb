export { type RuleCode, type SqlOfPolicy, type SqlOptions, type Statement, toSql } from './to-sql.ts';
