import type { Dialect } from './dialect.ts';
import type { RuleCode, Statement } from './options.ts';
import { type RuleSql, statusCodes } from './rule.ts';
import type { Wording } from './wording.ts';

/** The rules' numbers, in order. */
export function codesOf(rules: readonly RuleSql[]): RuleCode[] {
  return rules
    .map(({ code, rule, level, name, amount }) => {
      const { unit = null, every = null, scale = null } = amount ?? {};
      return { code, rule: rule.model.id, clause: rule.model.clause, level, column: name, unit, every, scale };
    })
    .sort((a, b) => a.code - b.code);
}

/** The codes as queries, so that nobody has to write them into results. */
export function dictionaryOf(rules: readonly RuleCode[], wording: Wording, dialect: Dialect): Statement[] {
  const text = (value: string | null): string => (value === null ? 'CAST(NULL AS VARCHAR(20))' : dialect.text(value));
  const ruleRows = rules.map(({ code, rule, clause, level, unit, every, scale }) =>
    [
      code,
      text(rule),
      text(clause),
      text(wording.rule(rule) ?? rule),
      text(level),
      text(unit),
      text(every),
      scale ?? 'CAST(NULL AS INTEGER)',
    ].join(', '),
  );
  const statusRows = Object.entries(statusCodes).map(([status, code]) => `${code}, ${dialect.text(status)}`);
  const statements = [
    { name: 'statuses', sql: values(['status', 'name'], statusRows) },
    {
      name: 'rules',
      sql: values(['rule', 'id', 'clause', 'title', 'asked_of', 'unit', 'every', 'amount_scale'], ruleRows),
    },
  ];
  return rules.length === 0 ? statements.slice(0, 1) : statements;
}

function values(columns: readonly string[], rows: readonly string[]): string {
  return `SELECT * FROM (VALUES\n${rows.map((row) => `  (${row})`).join(',\n')}\n) AS dictionary (${columns.join(', ')})`;
}
