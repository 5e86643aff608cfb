import type { Level } from './columns.ts';
import type { Dialect } from './dialect.ts';
import type { RuleSql } from './rule.ts';
import { ruleTitle, type WrittenSide } from './side.ts';
import { type ColumnSql, lines, query } from './stages.ts';
import { FALSE, NULL, TRUE } from './text.ts';
import type { Wording } from './wording.ts';

const ids: Readonly<Record<Level, string>> = { household: 'household_id', person: 'household_id, person_id, member' };

/** One row for every household, or for every person: a status and, where the rule grants, an amount. */
export function wide({ rules, parts, sources }: WrittenSide, level: Level, wording: Wording): string {
  return query(
    parts,
    `SELECT ${ids[level]},\n${lines(rules.flatMap((rule) => resultColumns(rule, wording)))}\nFROM ${sources[level]}`,
  );
}

function resultColumns(rule: RuleSql, wording: Wording): ColumnSql[] {
  const { name, status, amount } = rule;
  const columns: ColumnSql[] = [{ name: `${name}_status`, sql: status, comment: ruleTitle(rule, wording) }];
  if (amount !== undefined) columns.push({ name: `${name}_amount`, sql: amount.sql });
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
    const cells = own.map(({ code, name, amount }) => [
      dialect.code(String(code)),
      `${name}_status`,
      amount === undefined ? dialect.whole('NULL') : `${name}_amount`,
    ]);
    const { select, from } = dialect.unpivot(['rule', 'status', 'amount'], cells);
    return [`SELECT household_id, member, ${select}\nFROM ${results}${from}`];
  });
  return query(parts, selects.join('\nUNION ALL\n'));
}

/**
 * One row a rule: how many were asked, by status; what is granted for certain, and what it would be if all that is
 * unknown came out met; and how many of these amounts are not known. Where everybody is granted the same it is counted
 * first and multiplied once.
 */
export function totals(side: WrittenSide, levels: readonly Level[], dialect: Dialect): string {
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
    parts.push({ name: `${level}_counts`, sql: `SELECT\n${lines(sums)}\nFROM ${side.sources[level]}` });
    const { select, from } = dialect.unpivot(
      columns,
      counted.map((each) => each.cells.map((cell, place) => (place === 0 ? cell : dialect.whole(cell)))),
    );
    return [`SELECT ${select}\nFROM ${level}_counts${from}`];
  });
  return query(parts, selects.join('\nUNION ALL\n'));
}

interface Counts {
  readonly columns: ColumnSql[];
  readonly cells: string[];
}

function countsOf({ rule, code, name, counts, open, amount }: RuleSql, dialect: Dialect): Counts {
  const columns: ColumnSql[] = [];
  const count = (suffix: string, where: string): string => {
    if (where === FALSE || where === NULL) return '0';
    if (where === TRUE) return 'asked';
    columns.push({ name: `${name}_${suffix}`, sql: dialect.filtered('count(*)', where) });
    return `${name}_${suffix}`;
  };
  const none = [NULL, NULL, NULL];
  if (!rule.inForce)
    return { columns, cells: [dialect.code(String(code)), 'asked', '0', '0', '0', '0', 'asked', ...none] };
  const met = count('met', counts.met);
  const unmet = count('unmet', counts.unmet);
  const outside = count('not_applicable', counts.notApplicable);
  const unknown = ['asked', met, unmet, outside].filter((each) => each !== '0').join(' - ');
  let money = none;
  if (amount?.constant !== undefined) {
    const possible = count('open', open);
    money = [`${met} * ${amount.constant}`, `${possible} * ${amount.constant}`, '0'];
  } else if (amount !== undefined) {
    const sum = (suffix: string, sql: string): string => {
      columns.push({ name: `${name}_${suffix}`, sql: `coalesce(sum(${sql}), 0)` });
      return `${name}_${suffix}`;
    };
    money = [
      sum('certain', `CASE WHEN ${counts.met} THEN ${amount.sql} END`),
      sum('possible', amount.sql),
      count('amounts_unknown', `${amount.value} IS NULL AND ${open}`),
    ];
  }
  return { columns, cells: [dialect.code(String(code)), 'asked', met, unmet, unknown, outside, '0', ...money] };
}
