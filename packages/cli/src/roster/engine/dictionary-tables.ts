import type { RuleCode, Statement } from '@jingzhun/rules/sql';
import { sqlText } from '../sql-session.ts';

/** The dictionary as queries, that of the rules with the name of each rule's columns. */
export function dictionaryTables(dictionary: readonly Statement[], rules: readonly RuleCode[]): Statement[] {
  const names = rules.map(({ code, column }) => `(${code}, ${sqlText(column)})`).join(', ');
  return dictionary.map(({ name, sql }) =>
    name !== 'rules'
      ? { name, sql }
      : {
          name,
          sql: `SELECT d.rule, names.columns_begin_with, d.id, d.clause, d.title, d.asked_of, d.unit, d.every, d.amount_scale
FROM (${sql}) AS d JOIN (VALUES ${names}) AS names (rule, columns_begin_with) ON names.rule = d.rule ORDER BY d.rule`,
        },
  );
}
