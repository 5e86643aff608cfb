import type { Case } from '@jingzhun/schemas';
import { JingzhunError } from '@jingzhun/schemas/problem';
import { type Regime, regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { FactModel } from '../model/policy.ts';
import { valuesAround } from '../witness/boundary-values.ts';
import { formulaLines } from '../witness/formula-lines.ts';
import { boundaryValues, caseFor } from '../witness/index.ts';
import { withFact } from '../witness/with-fact.ts';
import { countsMembers, withCount } from './boundary-counts.ts';
import { filledFrom, inputsOf } from './boundary-facts.ts';
import { changedRules } from './changed-rules.ts';
import { type FindingKind, kindOf, type Standing, type Verdict } from './kinds.ts';
import { absentVerdict, addVerdicts, Measures, type MoneyChange, moneyOf, newSums } from './measures.ts';
import { type Side, SideDecider } from './side.ts';

/** A made-up case at or beside a threshold, and what both sides say about it. */
export interface BoundaryRow {
  /** Of the table's fact. */
  readonly value: boolean | number | string | null;
  readonly before: Standing;
  readonly after: Standing;
  /** What becomes of it; null where nothing does. */
  readonly kind: FindingKind | null;
  readonly money: readonly MoneyChange[];
  readonly case: Case;
}

/** One fact of a changed rule, with the others such that the rule is otherwise met. */
export interface BoundaryTable {
  readonly rule: string;
  /** null: no threshold of a fact tells the sides apart; the one row is a case that the change meets. */
  readonly fact: string | null;
  readonly rows: readonly BoundaryRow[];
}

type Seen = Omit<BoundaryRow, 'value' | 'case'>;

/**
 * For every rule that differs in meaning, cases just below, at and just above each number and day that its conditions name on either
 * side, or their formulas, and with each code: those about which the sides say something else, and their neighbours. Whether or not a roster has such a
 * household. Every row is what `decide` says.
 *
 * @example
 * // 大学助学金: 5000 → 6000
 * const [stages] = boundaryCases(
 *   { policy: released.policy, on: '2018-10-01' },
 *   { policy: drafted.policy, on: '2018-10-01' },
 * );
 * stages.rows.map(({ value }) => value); // ['higher-vocational', 'undergraduate']
 */
export function boundaryCases(before: Side, after: Side): BoundaryTable[] {
  const { changed } = changedRules(before, after);
  const measures = new Measures(changed.flatMap((rule) => [rule.before, rule.after]));
  const absent = absentVerdict(measures);
  const ids = changed.map(({ rule }) => rule);
  const deciders = [before, after].map((side) => new SideDecider(side, ids, measures));
  const sides = [before, after].map(({ policy, on }) => regimeOn(policy, on));
  return changed.flatMap(({ rule }, place) => {
    const ask = (input: Case): Seen | undefined => {
      const [was, is] = deciders.map((decider) => verdictOf(decider, input, place, absent));
      if (was === undefined || is === undefined) return undefined;
      const sums = newSums(measures);
      addVerdicts(sums, was, is);
      return { before: was.status, after: is.status, kind: kindOf(was, is) ?? null, money: moneyOf(measures, sums) };
    };
    const compiled = sides.flatMap((regime) => {
      const own = regime.rules.find(({ model, inForce }) => inForce && model.id === rule);
      return own === undefined ? [] : [{ regime: { ...regime, rules: [own] }, rule: own.compiled() }];
    });
    const dates = [before.on, after.on].filter((_, side) =>
      sides[side]?.rules.some((each) => each.inForce && each.model.id === rule),
    );
    const found = compiled.map((each, index) => ({ ...each, on: dates[index] as string }));
    return tablesOf(rule, found.reverse(), ask);
  });
}

function verdictOf(decider: SideDecider, input: Case, place: number, absent: Verdict): Verdict | undefined {
  try {
    const [first] = decider.askedBy(place, decider.read(input));
    return first === undefined ? absent : decider.verdict(place, first);
  } catch (error) {
    // A value at the edge of what a field may hold.
    if (error instanceof JingzhunError) return undefined;
    throw error;
  }
}

interface Found {
  readonly regime: Regime;
  readonly rule: CompiledRule;
  readonly on: string;
}

function tablesOf(id: string, found: readonly Found[], ask: (input: Case) => Seen | undefined): BoundaryTable[] {
  const tables: BoundaryTable[] = [];
  for (const { fact, values } of linesOf(found)) {
    let best: BoundaryRow[] = [];
    for (const each of found) {
      for (const base of otherwiseMet(each, fact.name, values)) {
        const rows = telling(fact, rowsOf(base, fact, values, each, ask));
        if (worth(rows) > worth(best)) best = rows;
      }
    }
    if (best.length > 0) tables.push({ rule: id, fact: fact.name, rows: best });
  }
  if (tables.length > 0 && !dueMoves(found)) return tables;
  // A due date shows in those who fail: they are late, or still have time.
  const statuses = dueMoves(found) ? (['unmet', 'met'] as const) : (['met'] as const);
  for (const status of statuses) {
    for (const { rule, regime, on } of found) {
      const base = caseFor(rule, regime, status, { on });
      const seen = base === undefined ? undefined : ask(base.case);
      if (base !== undefined && seen?.kind)
        return [...tables, { rule: id, fact: null, rows: [{ value: null, ...seen, case: base.case }] }];
    }
  }
  return tables;
}

/** Is the last day on which it is not late, or an item of it, another one on the other side? */
function dueMoves(found: readonly Found[]): boolean {
  const [a, b] = found.map(({ rule: { due, items = [] } }) =>
    [due, ...items.map((item) => item.due)].map((each) => (typeof each === 'object' ? each.model.name : each)).join(),
  );
  return a !== undefined && b !== undefined && a !== b;
}

/** Rows that tell more: a change between two settled answers before one with something open. */
const worth = (rows: readonly BoundaryRow[]): number =>
  rows.reduce((sum, { kind, before, after }) => {
    if (kind === null) return sum;
    return sum + (before === 'unknown' || after === 'unknown' ? 1 : 100);
  }, 0);

/** The given facts on which the rule turns on either side, and their values about the lines that are drawn for them. */
function linesOf(found: readonly Found[]): { readonly fact: FactModel; readonly values: readonly Value[] }[] {
  const regimes = found.map(({ regime }) => regime);
  const lines = new Map<string, { fact: FactModel; values: Set<Value> }>();
  const add = (fact: FactModel, values: readonly Value[]): void => {
    const known = lines.get(fact.name) ?? { fact, values: new Set<Value>() };
    for (const value of values) known.values.add(value);
    lines.set(fact.name, known);
  };
  for (const { rule, regime } of found) {
    for (const { fact, sources } of inputsOf(rule.model, regime)) {
      for (const source of sources) add(fact, boundaryValues(source, ...regimes));
    }
    for (const [name, drawn] of formulaLines(rule.model, regime)) {
      const fact = regime.facts.get(name);
      if (fact !== undefined) add(fact.model, valuesAround(fact, drawn));
    }
  }
  return [...lines.values()].map(({ fact, values }) => ({ fact, values: [...values].sort(inOrder) }));
}

type Value = boolean | number | string;

const inOrder = (a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A case in which the rule is met with one of the values; and the same with what else has to be given for it to fail with
 * another, where that is another way to meet it (`any`).
 */
function otherwiseMet({ rule, regime, on }: Found, name: string, values: readonly Value[]): readonly Case[] {
  const caseWith = (status: 'met' | 'unmet', value: Value): Case | undefined =>
    caseFor(rule, regime, status, { on, given: { [name]: value } })?.case;
  const met = firstOf(values, (value) => caseWith('met', value));
  if (met === undefined) return [];
  const unmet = firstOf(values, (value) => caseWith('unmet', value));
  return unmet === undefined ? [met] : [met, filledFrom(met, unmet)];
}

function firstOf<T>(values: readonly Value[], find: (value: Value) => T | undefined): T | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function rowsOf(
  base: Case,
  fact: FactModel,
  values: readonly Value[],
  side: Found,
  ask: (input: Case) => Seen | undefined,
): BoundaryRow[] {
  return values.flatMap((value) => {
    const input = countsMembers(fact) ? withCount(base, fact, value as number, side) : withFact(base, fact.name, value);
    const seen = input && ask(input);
    return input === undefined || seen === undefined ? [] : [{ value, ...seen, case: input }];
  });
}

/** The rows that show a difference; of numbers and days also those beside them. */
function telling({ kind }: FactModel, rows: readonly BoundaryRow[]): BoundaryRow[] {
  const reach = kind === 'number' || kind === 'date' ? 1 : 0;
  const differs = (row: BoundaryRow | undefined): boolean =>
    row !== undefined && row.kind !== null && row.kind !== 'still-not-met';
  return rows.filter((_, place) => [-reach, 0, reach].some((step) => differs(rows[place + step])));
}
