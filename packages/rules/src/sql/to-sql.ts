import type { Case } from '@jingzhun/schemas';
import { regimeOn } from '../compile/regime.ts';
import { type Dates, open, refuseProblems } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { columnName, isColumn, levelOf } from './columns.ts';
import { Conditions } from './conditions.ts';
import type { Dialect, DialectName } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import { Names } from './names.ts';
import { Plan } from './plan.ts';
import { postgres } from './postgres.ts';
import { type RuleSql, ruleSql } from './rule.ts';
import { spark } from './spark.ts';
import { lines, type Part, query, stages } from './stages.ts';
import { thresholdsOf } from './thresholds.ts';

export const dialects: Readonly<Record<DialectName, Dialect>> = { duckdb, postgres, spark };

export type Form = 'rows' | 'wide' | 'totals';

export interface SqlOptions extends Dates {
  readonly dialect: DialectName;
  /** `rows`: one row for every rule and everyone it is asked of; `wide`: one row for everyone; `totals`: one row a rule. */
  readonly form?: Form;
  /** What is the same for all households: facts of the county, of the province … */
  readonly facts?: Omit<Case, 'household' | 'person' | 'roster'>;
}

export interface Statement {
  readonly name: 'household' | 'person' | 'rows' | 'totals';
  readonly sql: string;
}

export interface RuleCode {
  readonly code: number;
  readonly rule: string;
  readonly level: 'household' | 'person';
  readonly column: string;
  readonly unit: string | null;
  readonly every: string | null;
  readonly scale: number | null;
}

export interface SqlOfPolicy {
  readonly statements: readonly Statement[];
  readonly rules: readonly RuleCode[];
}

export function toSql(policy: Policy, options: SqlOptions): SqlOfPolicy {
  const form = options.form ?? 'rows';
  const levels =
    form === 'wide' ? (['household', 'person'] as const).map((level) => [level]) : [['household', 'person'] as const];
  const written = levels.map((each) => write(policy, options, each, form));
  return {
    statements: written.flatMap(({ statement }) => (statement === undefined ? [] : [statement])),
    rules: written
      .flatMap(({ rules }) => rules)
      .map(codeOf)
      .sort((a, b) => a.code - b.code),
  };
}

function codeOf({ code, rule, level, name, amount }: RuleSql): RuleCode {
  const { unit = null, every = null, scale = null } = amount ?? {};
  return { code, rule: rule.model.id, level, column: name, unit, every, scale };
}

function write(
  policy: Policy,
  { dialect: name, on, assessedOn = on, facts = {} }: SqlOptions,
  levels: readonly ('household' | 'person')[],
  form: Form,
): { statement: Statement | undefined; rules: RuleSql[] } {
  const dialect = dialects[name];
  const regime = regimeOn(policy, on);
  const opened = open(policy, { ...facts, household: {} }, { on, assessedOn });
  refuseProblems(opened);
  const reserved = (level: string): string[] => [
    'household_id',
    'person_id',
    'member',
    ...policy.facts.filter((fact) => isColumn(fact) && fact.entity === level).map(columnName),
  ];
  const names = { household: new Names(reserved('household')), person: new Names(reserved('person')) };
  const plan = new Plan(regime, dialect, opened, names);
  const conditions = new Conditions(plan, thresholdsOf(regime));
  const latest = on > assessedOn ? on : assessedOn;
  const rules = regime.rules.flatMap((rule, place) => {
    const level = levelOf(rule.model);
    if (level === undefined || !levels.includes(level)) return [];
    return [ruleSql(rule, place + 1, names[level].take(rule.model.id), { plan, conditions, latest })];
  });
  const { parts, sources } = stages(plan, { household: 'household', person: 'person' });
  const tested = [...parts];
  const from = (level: 'household' | 'person'): string => {
    const tests = rules.filter((rule) => rule.level === level).flatMap((rule) => rule.tests);
    if (tests.length === 0) return sources[level];
    tested.push({ name: `${level}_tests`, sql: `SELECT *,\n${lines(tests)}\nFROM ${sources[level]}` });
    return `${level}_tests`;
  };
  const statement = shape(form, levels, rules, from, tested, dialect);
  return { statement, rules };
}

function shape(
  form: Form,
  levels: readonly ('household' | 'person')[],
  rules: readonly RuleSql[],
  from: (level: 'household' | 'person') => string,
  parts: Part[],
  dialect: Dialect,
): Statement | undefined {
  const [first] = levels as ['household' | 'person'];
  if (form === 'wide') {
    if (rules.length === 0) return undefined;
    const source = from(first);
    return {
      name: first,
      sql: query(parts, `SELECT ${idsOf(first)},\n${lines(rules.flatMap(resultColumns))}\nFROM ${source}`),
    };
  }
  const selects = levels.flatMap((level) => {
    const own = rules.filter((rule) => rule.level === level);
    if (own.length === 0) return [];
    const source = from(level);
    const member = level === 'person' ? 'member' : '-1 AS member';
    const results = `${level}_results`;
    parts.push({
      name: results,
      sql: `SELECT household_id, ${member},\n${lines(own.flatMap(resultColumns))}\nFROM ${source}`,
    });
    const none = dialect.whole('NULL');
    const rows = own.map(({ code, name, amount }) => [
      dialect.small(String(code)).replace('TINYINT', 'SMALLINT'),
      `${name}_status`,
      amount === undefined ? none : `${name}_amount`,
    ]);
    const { select, from: more } = dialect.unpivot(['rule', 'status', 'amount'], rows);
    return [`SELECT household_id, member, ${select}\nFROM ${results}${more}`];
  });
  if (selects.length === 0) return undefined;
  return { name: 'rows', sql: query(parts, selects.join('\nUNION ALL\n')) };
}

function idsOf(level: 'household' | 'person'): string {
  return level === 'household' ? 'household_id' : 'household_id, person_id, member';
}

function resultColumns({ name, status, amount }: RuleSql): { name: string; sql: string }[] {
  const columns = [{ name: `${name}_status`, sql: status }];
  if (amount !== undefined) columns.push({ name: `${name}_amount`, sql: amount.sql });
  return columns;
}
