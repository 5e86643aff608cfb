import type { Dialect } from './dialect.ts';
import { expectedOf, expectedText } from './expected.ts';
import type { ConditionCode, RuleCode, Statement } from './options.ts';
import { stepOf } from './reason-steps.ts';
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

/** The conditions of the rules in force, in the order of their digits. */
export function conditionsOf(rules: readonly RuleSql[]): ConditionCode[] {
  return rules
    .toSorted((a, b) => a.code - b.code)
    .flatMap(({ code, rule }) =>
      rule.leaves.map(({ leaf, item = null }, place) => {
        const { fact, operator } = leaf;
        return { rule: code, place, item, fact: fact.model.name, operator, expected: expectedOf(leaf) };
      }),
    );
}

/** The codes as queries, so that nobody has to write them into results. */
export function dictionaryOf(
  rules: readonly RuleCode[],
  wording: Pick<Wording, 'rule' | 'fact'>,
  dialect: Dialect,
  conditions: readonly ConditionCode[] = [],
): Statement[] {
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
  const conditionRows = conditions.map(({ rule, place, item, fact, operator, expected }) => {
    const step = stepOf(place);
    const numbers = [rule, place, 3n * step, step, 2n * step];
    const texts = [text(item), text(fact), text(wording.fact(fact)), text(operator), text(expectedText(expected))];
    return [...numbers, ...texts].join(', ');
  });
  const statements = [
    { name: 'statuses', sql: values(['status', 'name'], statusRows) },
    {
      name: 'rules',
      sql: values(['rule', 'id', 'clause', 'title', 'asked_of', 'unit', 'every', 'amount_scale'], ruleRows),
    },
  ];
  if (conditions.length > 0) {
    const columns = ['rule', 'place', 'mask', 'holds', 'unknown', 'item', 'fact', 'title', 'operator', 'expected'];
    statements.push({ name: 'conditions', sql: values(columns, conditionRows) });
  }
  return rules.length === 0 ? statements.slice(0, 1) : statements;
}

function values(columns: readonly string[], rows: readonly string[]): string {
  return `SELECT * FROM (VALUES\n${rows.map((row) => `  (${row})`).join(',\n')}\n) AS dictionary (${columns.join(', ')})`;
}
