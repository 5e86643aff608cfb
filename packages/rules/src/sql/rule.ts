import type { CompiledOutcome, CompiledRule, Due } from '../compile/rule.ts';
import type { Formula } from '../model/expression.ts';
import type { ConditionColumns } from './condition-columns.ts';
import type { Conditions } from './conditions.ts';
import { formulaSql } from './formula.ts';
import * as number from './number.ts';
import type { Place } from './place.ts';
import type { Plan } from './plan.ts';
import { type Reasons, readOff } from './reasons.ts';
import { allOf, anyOf, atom, choice, FALSE, isNull, maybe, NULL, negated, TRUE } from './text.ts';
import { numberOf, truthSql } from './value.ts';

/** How a status is written: unmet, met and unknown as truth is, then the two that are no answer to the test. */
export const statusCodes = { unmet: 0, met: 1, unknown: 2, 'not-applicable': 3, 'not-in-force': 4 } as const;

/** A rule in SQL. */
export interface RuleSql {
  readonly rule: CompiledRule;
  /** Its number: its place among the policy's rules, from 1. */
  readonly code: number;
  readonly level: Place['level'];
  /** The name of its columns. */
  readonly name: string;
  /** What status and amount both look at, worked out before. */
  readonly tests: readonly { readonly name: string; readonly sql: string }[];
  readonly status: string;
  /** Is it met, or can it still be? */
  readonly open: string;
  /** For counting: true where it is met, false where it is unmet, else NULL. */
  readonly answer: string;
  /** The same where that is several conditions joined by AND: true where it is met, else false. It is unmet where it is not open. */
  readonly met?: string;
  /** True where it does not apply. */
  readonly outside: string;
  /** What it grants; undefined where it grants nothing that has a figure. */
  readonly amount: AmountSql | undefined;
  /** Where they are wanted: why, as a number. Nothing is counted then: `answer` and `outside` are of no use. */
  readonly reasons?: string;
}

export interface AmountSql {
  /** In steps of 1/scale of the unit. */
  readonly sql: string;
  /** Whether it is granted or not. */
  readonly value: string;
  readonly unit: string;
  readonly every: string;
  readonly scale: number;
  /** The same for everyone? */
  readonly constant: number | undefined;
}

export function ruleSql(
  rule: CompiledRule,
  code: number,
  name: string,
  around: {
    plan: Plan;
    conditions: Conditions;
    reasons: Reasons | undefined;
    latest: string;
    counted: ConditionColumns | undefined;
  },
): RuleSql {
  const { plan, conditions, reasons, latest, counted } = around;
  const level = rule.model.asks[0] === 'person' ? 'person' : 'household';
  const head = { rule, code, level, name } as const;
  const { dialect } = plan;
  if (!rule.inForce) {
    return { ...head, ...idle, status: dialect.small('4'), ...(reasons && { reasons: dialect.whole(NULL) }) };
  }
  const place = plan.place(level, name);
  const tests: { name: string; sql: string }[] = [];
  const why: { reasons?: string } = {};
  if (reasons !== undefined) {
    why.reasons = `${name}_reasons`;
    tests.push({ name: why.reasons, sql: reasons.sql(rule, place) });
    const read = readOff(rule, why.reasons, conditions, dialect);
    if (read !== undefined) {
      const { status, open } = read;
      const amount = amountSql(rule, open, place, plan);
      return { ...head, ...idle, ...why, tests, status, open, amount };
    }
  }
  const lifted = (suffix: string, sql: string): string => {
    if (/^(?:NOT )?\w+$/.test(sql)) return sql;
    tests.push({ name: `${name}_${suffix}`, sql });
    return `${name}_${suffix}`;
  };
  const isNotYetDue = (due: Due | undefined): string => {
    if (due === undefined) return FALSE;
    if (typeof due === 'string') return latest <= due ? TRUE : FALSE;
    const day = truthSql(plan.fact(due, place));
    return anyOf([isNull(day), `${dialect.date(latest)} <= ${atom(day)}`]);
  };
  const { model } = rule;
  const parts = counted === undefined ? [] : conjuncts(rule, counted, place, conditions);
  if (parts.length > 0) {
    // Truths of two values are joined and counted faster than those of three.
    const [met, open] = ['met', 'open'].map((suffix) => `${name}_${suffix}`) as [string, string];
    tests.push({ name: met, sql: allOf(parts.map((part) => `${part} IS TRUE`)) });
    tests.push({ name: open, sql: allOf(parts.map((part) => `${part} IS NOT FALSE`)) });
    return { ...head, ...idle, tests, status: NULL, open, met, amount: amountSql(rule, open, place, plan) };
  }
  const scope = lifted('scope', model.scope === undefined ? TRUE : conditions.sql(model.scope, place));
  const notYet = isNotYetDue(rule.due);
  const items = model.items?.map((item, index) => ({
    scope: item.scope === undefined ? TRUE : conditions.sql(item.scope, place),
    when: conditions.sql(item.when, place),
    notYet: isNotYetDue(rule.items?.[index]?.due),
  }));
  let status: string;
  let open: string;
  let answer: string;
  let outside: string;
  if (items === undefined || items.every((item) => item.scope === TRUE && item.notYet === FALSE)) {
    const whole =
      items === undefined
        ? model.when === undefined
          ? TRUE
          : conditions.sql(model.when, place)
        : allOf(items.map(({ when }) => when));
    const test = lifted('test', whole);
    const tested =
      notYet === FALSE
        ? truthCode(test, plan)
        : choice(
            [
              [test, '1'],
              [allOf([negated(test), negated(notYet)]), '0'],
            ],
            '2',
          );
    status = choice(
      [
        [scope, tested],
        [negated(scope), '3'],
      ],
      '2',
    );
    open = maybe(allOf([scope, anyOf([test, notYet])]));
    const settled =
      notYet === FALSE
        ? test
        : choice([
            [test, TRUE],
            [allOf([negated(test), negated(notYet)]), FALSE],
          ]);
    answer = choice([[scope, settled]]);
    outside = negated(scope);
  } else {
    const test = lifted('test', checklist(items));
    const failed = allOf([`${test} = 0`, notYet]);
    status = choice(
      [
        [negated(scope), '3'],
        [`${test} = 3`, '3'],
        [isNull(scope), '2'],
        [failed, '2'],
      ],
      test,
    );
    open = allOf([maybe(scope), `${test} <> 3`, anyOf([`${test} <> 0`, notYet])]);
    answer = choice([
      [allOf([scope, `${test} = 1`]), TRUE],
      [allOf([scope, `${test} = 0`, negated(notYet)]), FALSE],
    ]);
    outside = anyOf([negated(scope), `${test} = 3`]);
  }
  return {
    ...head,
    tests,
    status: status.startsWith('coalesce(') ? status : dialect.small(status),
    open,
    answer,
    outside,
    amount: amountSql(rule, open, place, plan),
    ...why,
  };
}

/** The columns of the conditions that a rule joins by AND; none where it is more than that, or one is the same in every row. */
function conjuncts({ model }: CompiledRule, columns: ConditionColumns, place: Place, conditions: Conditions): string[] {
  const { scope, when, items, due } = model;
  if (scope !== undefined || items !== undefined || due !== undefined || when === undefined) return [];
  const leaves = conditions.conjuncts(when) ?? [];
  if (leaves.length < 2) return [];
  const parts = leaves.map((leaf) => columns.of(leaf, place.level, () => conditions.single(leaf, place)));
  return parts.some((part) => part === TRUE || part === FALSE || part === NULL) ? [] : parts;
}

const idle = {
  tests: [],
  open: FALSE,
  answer: NULL,
  outside: FALSE,
  amount: undefined,
};

function truthCode(sql: string, { dialect }: Plan): string {
  return sql === TRUE ? '1' : sql === FALSE ? '0' : sql === NULL ? '2' : dialect.truth(sql);
}

interface Item {
  readonly scope: string;
  readonly when: string;
  readonly notYet: string;
}

/**
 * Unmet as soon as one item that applies is; met when all that apply are, and what is done fails nothing whether it applies or not; not
 * applicable where none applies.
 */
function checklist(items: readonly Item[]): string {
  const unmet = items.map(({ scope, when, notYet }) => allOf([scope, negated(when), negated(notYet)]));
  const unknown = items.map(({ scope, when, notYet }) =>
    anyOf([
      allOf([isNull(scope), anyOf([isNull(when), negated(when)])]),
      allOf([scope, isNull(when)]),
      allOf([scope, negated(when), notYet]),
    ]),
  );
  const met = items.map(({ scope, when }) => allOf([scope, when]));
  const done = items.map(({ scope, when }) => allOf([isNull(scope), when]));
  return choice(
    [
      [anyOf(unmet), '0'],
      [anyOf(unknown), '2'],
      [anyOf(met), '1'],
      [anyOf(done), '2'],
    ],
    '3',
  );
}

function amountSql({ grants, outcomes }: CompiledRule, open: string, place: Place, plan: Plan): AmountSql | undefined {
  const [grant] = grants;
  if (grant === undefined) return undefined;
  const { value: formula, unit = '', every = 'once' } = (outcomes[grant.place] as CompiledOutcome).model;
  // Money is in fen, also where the formula runs in whole yuan; in finer steps none does.
  const scale = unit === 'yuan' ? 100 : grant.scale;
  const value = number.multiply(
    numberOf(formulaSql((formula as Formula).expression, place, plan)),
    number.constant(scale / grant.scale),
    plan.dialect.wide,
  );
  const { whole } = plan.dialect;
  // Where it can never be granted it still has a type: databases take no bare NULL for a number.
  const sql = value.point === NULL || open === FALSE ? whole(NULL) : choice([[open, whole(value.point)]]);
  return { sql, value: value.point, unit, every, scale, constant: number.constantOf(value) };
}
