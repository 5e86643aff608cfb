import type { Level } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { type Groups, groupedBy, withGroup } from './groups.ts';
import type { RuleSql } from './rule.ts';
import { ruleTitle, type WrittenSide } from './side.ts';
import { type ColumnSql, lines, query } from './stages.ts';
import { choice, FALSE, maybe, NULL, TRUE } from './text.ts';
import type { Wording } from './wording.ts';

const ids: Readonly<Record<Level, string>> = { household: 'household_id', person: 'household_id, person_id, member' };

/** One row for every household, or for every person: a status, where the rule grants an amount, and where they are wanted the reasons. */
export function wide({ rules, parts, sources }: WrittenSide, level: Level, wording: Wording, dialect: Dialect): string {
  return query(
    parts,
    `SELECT ${ids[level]},\n${lines(rules.flatMap((rule) => resultColumns(rule, wording)))}\nFROM ${sources[level]}`,
    dialect,
  );
}

function resultColumns(rule: RuleSql, wording: Wording): ColumnSql[] {
  const { name, status, amount, reasons } = rule;
  const columns: ColumnSql[] = [{ name: `${name}_status`, sql: status, comment: ruleTitle(rule, wording) }];
  if (amount !== undefined) columns.push({ name: `${name}_amount`, sql: amount.sql });
  if (reasons !== undefined) columns.push({ name: `${name}_reasons`, sql: reasons });
  return columns;
}

/** One row for every rule and everyone it is asked of. */
export function rows(side: WrittenSide, levels: readonly Level[], wording: Wording, dialect: Dialect): string {
  const parts = [...side.parts];
  const selects = levels.flatMap((level) => {
    const own = side.rules.filter((rule) => rule.level === level);
    if (own.length === 0) return [];
    const member = level === 'person' ? 'member' : '-1 AS member';
    const results = `${level}_results`;
    parts.push({
      name: results,
      sql: `SELECT household_id, ${member},\n${lines(own.flatMap((rule) => resultColumns(rule, wording)))}\nFROM ${side.sources[level]}`,
    });
    const cells = own.map(({ code, name, amount, reasons }) => [
      dialect.code(String(code)),
      `${name}_status`,
      amount === undefined ? dialect.whole('NULL') : `${name}_amount`,
      ...(reasons === undefined ? [] : [dialect.whole(`${name}_reasons`)]),
    ]);
    const columns = ['rule', 'status', 'amount', 'reasons'].slice(0, cells[0]?.length);
    const { select, from } = dialect.unpivot(columns, cells);
    return [`SELECT household_id, member, ${select}\nFROM ${results}${from}`];
  });
  return query(parts, selects.join('\nUNION ALL\n'), dialect);
}

/**
 * One row a rule: how many were asked, by status; what is granted for certain, and what it would be if all that is
 * unknown came out met; and how many of these amounts are not known. Where everybody is granted the same it is counted
 * first and multiplied once. With groups one row for each rule and value of a column of the households.
 */
export function totals(side: WrittenSide, levels: readonly Level[], dialect: Dialect, groups?: Groups): string {
  const parts = [...side.parts];
  const columns = [
    'rule',
    'asked',
    'met',
    'unmet',
    'unknown',
    'not_applicable',
    'not_in_force',
    'certain',
    'possible',
    'amounts_unknown',
  ];
  const selects = levels.flatMap((level) => {
    const own = side.rules.filter((rule) => rule.level === level);
    if (own.length === 0) return [];
    const counted = own.map((rule) => countsOf(rule, dialect));
    const sums: ColumnSql[] = [{ name: 'asked', sql: 'count(*)' }, ...counted.flatMap((each) => each.columns)];
    const { group, from: rows } = withGroup(level, side.sources[level], groups);
    const sql = `SELECT\n${lines([...group, ...sums])}\nFROM ${rows}${groupedBy(group)}`;
    parts.push({ name: `${level}_counts`, sql });
    const { select, from } = dialect.unpivot(
      columns,
      counted.map((each) => each.cells.map((cell, place) => (place === 0 ? cell : dialect.whole(cell)))),
    );
    return [`SELECT ${group.map(({ name }) => `${name}, `).join('')}${select}\nFROM ${level}_counts${from}`];
  });
  return query(parts, selects.join('\nUNION ALL\n'), dialect);
}

interface Counts {
  readonly columns: ColumnSql[];
  readonly cells: string[];
}

/** Truths are counted, and how many of them are true; or how many are met, and how many can be. What is left follows. */
function countsOf({ rule, code, name, answer, met: all, outside, open, amount }: RuleSql, dialect: Dialect): Counts {
  const columns: ColumnSql[] = [];
  const column = (suffix: string, sql: string): string => {
    columns.push({ name: `${name}_${suffix}`, sql });
    return `${name}_${suffix}`;
  };
  const trues = (suffix: string, sql: string): string =>
    sql === FALSE || sql === NULL ? '0' : sql === TRUE ? 'asked' : column(suffix, dialect.trues(sql));
  const none = [NULL, NULL, NULL];
  const number = dialect.code(String(code));
  if (!rule.inForce) return { columns, cells: [number, 'asked', '0', '0', '0', '0', 'asked', ...none] };
  const sure = all ?? answer;
  const met = trues('met', sure);
  let [settled, granted, apart] = ['asked', '0', '0'];
  let unmet: string;
  let unknown: string;
  if (all !== undefined) {
    granted = trues('open', open);
    unmet = `asked - ${granted}`;
    unknown = `${granted} - ${met}`;
  } else {
    const isConstant = answer === TRUE || answer === FALSE;
    settled = answer === NULL ? '0' : isConstant ? 'asked' : column('settled', `count(${answer})`);
    unmet = `${settled} - ${met}`;
    apart = trues('outside', outside);
    unknown = `asked - ${settled} - ${apart}`;
    if (amount !== undefined) granted = open === maybe(answer) ? `asked - (${unmet})` : trues('open', open);
  }
  let money = none;
  if (amount?.constant !== undefined) {
    money = [`${met} * ${amount.constant}`, `(${granted}) * ${amount.constant}`, '0'];
  } else if (amount !== undefined) {
    const isNeverMet = sure === FALSE || sure === NULL;
    const certain = isNeverMet ? '0' : column('certain', `coalesce(sum(${choice([[sure, amount.sql]])}), 0)`);
    const possible = column('possible', `coalesce(sum(${amount.sql}), 0)`);
    money = [certain, possible, `${granted} - ${column('priced', `count(${amount.sql})`)}`];
  }
  return { columns, cells: [number, 'asked', met, unmet, unknown, apart, '0', ...money] };
}
