import { regimeOn } from '../compile/regime.ts';
import { open, refuseProblems } from '../decide/question.ts';
import type { Policy } from '../model/policy.ts';
import { columnName, isColumn, type Level, type LevelNames, levelOf } from './columns.ts';
import { ConditionColumns } from './condition-columns.ts';
import { Conditions } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { Names } from './names.ts';
import type { Facts } from './options.ts';
import { Plan } from './plan.ts';
import { Reasons } from './reasons.ts';
import { type RuleSql, ruleSql } from './rule.ts';
import { lines, type Part, type Sources, stages } from './stages.ts';
import { thresholdsOf } from './thresholds.ts';
import type { Wording } from './wording.ts';

/** A policy on a day, over tables. */
export interface Side {
  readonly policy: Policy;
  readonly on: string;
  readonly assessedOn?: string | undefined;
  readonly facts?: Facts | undefined;
  readonly wording: Wording;
  /** The rules that are wanted, if not all. */
  readonly rules?: readonly string[] | undefined;
  /** Are the reasons wanted too? */
  readonly reasons?: boolean | undefined;
  /** Is it only counted how many have which status, and added up what they are granted? */
  readonly counted?: boolean;
  /** What the names of its columns begin with, where two sides stand in one query. */
  readonly prefix?: string;
}

/** The rules of a side in SQL, and what has to be worked out before. */
export interface WrittenSide {
  readonly rules: readonly RuleSql[];
  readonly parts: readonly Part[];
  /** Where the tests of the rules of a level stand. */
  readonly sources: Sources;
}

/** No name given out is that of a column of the tables, or of one of the user's own that is asked for. */
export function namesFor(policies: readonly Policy[], own?: string): LevelNames {
  const namesOf = (level: Level): Names =>
    new Names([
      'household_id',
      'person_id',
      'member',
      ...(own === undefined ? [] : [own.toLowerCase()]),
      ...policies.flatMap(({ facts }) =>
        facts.filter((fact) => isColumn(fact) && fact.entity === level).map(columnName),
      ),
    ]);
  return { household: namesOf('household'), person: namesOf('person') };
}

/** Writes the rules asked of households, of persons, or of both. */
export function writeSide(
  {
    policy,
    on,
    assessedOn = on,
    facts = {},
    wording,
    rules: wanted,
    reasons: why = false,
    counted = false,
    prefix = '',
  }: Side,
  levels: readonly Level[],
  tables: Sources,
  dialect: Dialect,
  names: LevelNames = namesFor([policy]),
): WrittenSide {
  const regime = regimeOn(policy, on);
  const opened = open(policy, { ...facts, household: {} }, { on, assessedOn });
  refuseProblems(opened);
  const plan = new Plan(regime, dialect, opened, names, prefix);
  const conditions = new Conditions(plan, thresholdsOf(regime));
  const columns = new ConditionColumns(names, wording);
  const reasons = why ? new Reasons(plan, conditions, columns) : undefined;
  const latest = on > assessedOn ? on : assessedOn;
  const around = { plan, conditions, reasons, latest, counted: counted ? columns : undefined };
  const rules = regime.rules.flatMap(({ model, compiled }, place) => {
    const level = levels.find((each) => each === levelOf(model));
    if (level === undefined || wanted?.includes(model.id) === false) return [];
    const name = names[level].take(`${prefix}${model.id}`);
    return [ruleSql(compiled(), place + 1, name, around)];
  });
  const { parts, sources } = stages(plan, tables, wording, prefix);
  const tested = { ...sources };
  for (const level of levels) {
    const tests = rules
      .filter((rule) => rule.level === level)
      .flatMap((rule) =>
        rule.tests.map((test, place) => (place === 0 ? { ...test, comment: ruleTitle(rule, wording) } : test)),
      );
    const steps = { conditions: columns.columns[level], tests };
    for (const [step, of] of Object.entries(steps)) {
      if (of.length === 0) continue;
      const name = `${prefix}${level}_${step}`;
      parts.push({ name, sql: `SELECT *,\n${lines(of)}\nFROM ${tested[level]}` });
      tested[level] = name;
    }
  }
  return { rules, parts, sources: tested };
}

/** The clause, and what it decides. */
export function ruleTitle({ rule, code }: RuleSql, wording: Wording): string {
  const { id, clause } = rule.model;
  const title = wording.rule(id);
  return [`${code}`, clause, title, title === undefined ? id : `(${id})`]
    .filter((part) => part !== undefined)
    .join(' ');
}
