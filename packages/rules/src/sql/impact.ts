import type { Policy, PolicyText } from '../model/policy.ts';
import type { Level } from './columns.ts';
import type { Dialect } from './dialect.ts';
import { dialectOf } from './dialects.ts';
import { dictionaryOf } from './dictionary.ts';
import { groupedBy, groupsOf, withGroup } from './groups.ts';
import type { Facts, ImpactOptions, RuleCode, SqlOfPolicy } from './options.ts';
import type { RuleSql } from './rule.ts';
import { namesFor, ruleTitle, type Side, writeSide } from './side.ts';
import { type ColumnSql, lines, query } from './stages.ts';
import { choice, NULL } from './text.ts';
import { headOf, refuseHouseholds } from './to-sql.ts';
import { Wording } from './wording.ts';

/** One side of a change: a release on a day. */
export interface ImpactSide {
  readonly policy: Policy;
  readonly on: string;
  readonly assessedOn?: string;
  readonly facts?: Facts;
  readonly text?: PolicyText;
}

/** What can become of a rule for a household or person; a count each. Not met is any status but met and unknown. */
export const kindCodes = {
  gains: 1,
  loses: 2,
  more: 3,
  less: 4,
  becomes_unknown: 5,
  becomes_known: 6,
  may_differ: 7,
  still_not_met: 8,
  exchanged: 9,
} as const;

/**
 * SQL that holds two releases, or one on two days, against each other over the same tables: one row for every rule of
 * either, with how many gain, lose, get more or less, become unknown or known, and what is granted before and after,
 * for certain and at most, in steps of the amount (fen).
 *
 * Numbers of rules are those of this comparison: see `rules`.
 *
 * @throws JingzhunError as `toSql` does.
 *
 * @example
 * const { statements } = impactSql(
 *   { policy: ruyuan2016, on: '2016-12-31' },
 *   { policy: ruyuan2016, on: '2017-01-01' },
 *   { dialect: 'duckdb' },
 * );
 * statements.map(({ name }) => name); // ['impact']
 */
export function impactSql(before: ImpactSide, after: ImpactSide, options: ImpactOptions): SqlOfPolicy {
  const { by, tables = { household: 'household', person: 'person' } } = options;
  const dialect = dialectOf(options.dialect);
  const groups = groupsOf(by, tables);
  const levels: readonly Level[] = ['household', 'person'];
  const sideOf = (side: ImpactSide, prefix: string): Side => {
    refuseHouseholds(side.facts);
    return { ...side, prefix, wording: new Wording(side.text ?? options.text, options.language ?? 'zh') };
  };
  const [was, is] = [sideOf(before, 'was_'), sideOf(after, 'now_')];
  const names = namesFor([before.policy, after.policy], by);
  const first = writeSide(was, levels, tables, dialect, names);
  const second = writeSide(is, levels, first.sources, dialect, names);
  const pairs = pairsOf(first.rules, second.rules);
  const parts = [...first.parts, ...second.parts];
  const selects = levels.flatMap((level) => {
    const own = pairs.filter((pair) => pair.level === level);
    if (own.length === 0) return [];
    const changes = own.flatMap((pair) =>
      changesOf(pair, dialect).map((column, place) =>
        place === 0 ? { ...column, comment: titleOf(pair, was, is) } : column,
      ),
    );
    const { group, from: rows } = withGroup(level, second.sources[level], groups);
    parts.push({
      name: `${level}_changes`,
      sql: `SELECT household_id,\n${lines([...group, ...changes])}\nFROM ${rows}`,
    });
    const kept = group.map(({ name }) => ({ name, sql: name }));
    const sums = own.map((pair) => sumsOf(pair, dialect));
    const all: ColumnSql[] = [...kept, { name: 'asked', sql: 'count(*)' }, ...sums.flatMap(({ columns }) => columns)];
    parts.push({ name: `${level}_sums`, sql: `SELECT\n${lines(all)}\nFROM ${level}_changes${groupedBy(kept)}` });
    const { select, from } = dialect.unpivot(
      resultColumns,
      sums.map(({ cells }) => cells),
    );
    return [`SELECT ${kept.map(({ name }) => `${name}, `).join('')}${select}\nFROM ${level}_sums${from}`];
  });
  const rules = pairs.map(codeOf);
  const head = [headOf(was), headOf(is)].join('\n');
  const statements =
    selects.length === 0
      ? []
      : [{ name: 'impact', sql: `${head}\n${query(parts, selects.join('\nUNION ALL\n'), dialect)}` }];
  // A rule that is no more has its title from the side that had it.
  const wording = {
    rule: (id: string) => is.wording.rule(id) ?? was.wording.rule(id),
    fact: (name: string) => is.wording.fact(name),
  };
  return { statements, rules, dictionary: dictionaryOf(rules, wording, dialect) };
}

const resultColumns = [
  'rule',
  'asked',
  ...Object.keys(kindCodes),
  'certain_before',
  'certain_after',
  'possible_before',
  'possible_after',
];

interface Pair {
  readonly code: number;
  readonly id: string;
  readonly level: Level;
  readonly name: string;
  readonly before: RuleSql | undefined;
  readonly after: RuleSql | undefined;
}

function pairsOf(before: readonly RuleSql[], after: readonly RuleSql[]): Pair[] {
  const keyOf = ({ rule, level }: RuleSql): string => `${level} ${rule.model.id}`;
  const was = new Map(before.map((rule) => [keyOf(rule), rule]));
  const is = new Map(after.map((rule) => [keyOf(rule), rule]));
  return [...new Set([...was.keys(), ...is.keys()])].map((key, place) => {
    const [one, other] = [was.get(key), is.get(key)];
    const { rule, level, name } = (other ?? one) as RuleSql;
    return { code: place + 1, id: rule.model.id, level, name: name.slice('now_'.length), before: one, after: other };
  });
}

function titleOf({ before, after, code }: Pair, was: Side, is: Side): string {
  const rule = after ?? (before as RuleSql);
  return ruleTitle({ ...rule, code }, after === undefined ? was.wording : is.wording);
}

function codeOf({ code, id, level, name, before, after }: Pair): RuleCode {
  const amount = after?.amount ?? before?.amount;
  const { unit = null, every = null } = amount ?? {};
  const { clause } = ((after ?? before) as RuleSql).rule.model;
  return { code, rule: id, clause, level, column: name, unit, every, scale: scaleOf({ before, after }) };
}

function scaleOf({ before, after }: Pick<Pair, 'before' | 'after'>): number | null {
  const scales = [before, after].flatMap((rule) => rule?.amount?.scale ?? []);
  return scales.length === 0 ? null : Math.max(...scales);
}

/** Statuses and amounts of both sides, in the same steps. */
function changesOf(pair: Pair, dialect: Dialect): ColumnSql[] {
  const { name, before, after } = pair;
  const scale = scaleOf(pair);
  const amount = (rule: RuleSql | undefined): string => {
    if (rule?.amount === undefined || scale === null) return dialect.whole(NULL);
    const by = scale / rule.amount.scale;
    return by === 1 ? rule.amount.sql : `${rule.amount.sql} * ${by}`;
  };
  const columns: ColumnSql[] = [
    { name: `${name}_was`, sql: before?.status ?? dialect.small('4') },
    { name: `${name}_now`, sql: after?.status ?? dialect.small('4') },
  ];
  if (scale === null) return columns;
  return [
    ...columns,
    { name: `${name}_amount_was`, sql: amount(before) },
    { name: `${name}_amount_now`, sql: amount(after) },
  ];
}

function sumsOf(pair: Pair, dialect: Dialect): { columns: ColumnSql[]; cells: string[] } {
  const { name, code } = pair;
  const columns: ColumnSql[] = [];
  const sum = (suffix: string, sql: string): string => {
    columns.push({ name: `${name}_${suffix}`, sql });
    return dialect.whole(`${name}_${suffix}`);
  };
  const kind = kindSql(pair);
  const counts = Object.values(kindCodes).map((each) =>
    sum(`kind_${each}`, dialect.filtered('count(*)', `${kind} = ${each}`)),
  );
  const money =
    scaleOf(pair) === null
      ? [NULL, NULL, NULL, NULL].map(dialect.whole)
      : [
          sum('certain_was', `coalesce(sum(CASE WHEN ${name}_was = 1 THEN ${name}_amount_was END), 0)`),
          sum('certain_now', `coalesce(sum(CASE WHEN ${name}_now = 1 THEN ${name}_amount_now END), 0)`),
          sum('possible_was', `coalesce(sum(${name}_amount_was), 0)`),
          sum('possible_now', `coalesce(sum(${name}_amount_now), 0)`),
        ];
  return { columns, cells: [dialect.code(String(code)), dialect.whole('asked'), ...counts, ...money] };
}

/** What becomes of one rule for one row; 0 for nothing. */
function kindSql(pair: Pair): string {
  const { name, before, after } = pair;
  const [was, now, paid, pays] = [`${name}_was`, `${name}_now`, `${name}_amount_was`, `${name}_amount_now`];
  const priced = scaleOf(pair) !== null;
  const [one, other] = [before?.amount, after?.amount];
  const comparable = one === undefined || other === undefined || (one.unit === other.unit && one.every === other.every);
  const same = `${paid} = ${pays} OR (${paid} IS NULL AND ${pays} IS NULL)`;
  const alike = priced ? same : 'TRUE';
  const amounts: [string, string][] = priced
    ? [
        [`${paid} IS NOT NULL AND ${pays} IS NULL`, '5'],
        [`${paid} IS NULL AND ${pays} IS NOT NULL`, '6'],
        ...(comparable
          ? ([
              [`${pays} > ${paid}`, '3'],
              [`${pays} < ${paid}`, '4'],
            ] as [string, string][])
          : ([[`${pays} IS NOT NULL`, '9']] as [string, string][])),
      ]
    : [];
  return choice(
    [
      [`${was} = 2 AND ${now} <> 2`, '6'],
      [`${was} = 2`, choice([[alike, '0']], '7')],
      [`${now} = 2`, '5'],
      [`${was} <> 1 AND ${now} = 1`, '1'],
      [`${was} <> 1`, choice([[`${was} = ${now}`, '0']], '8')],
      [`${now} <> 1`, '2'],
      ...amounts,
    ],
    '0',
  );
}
