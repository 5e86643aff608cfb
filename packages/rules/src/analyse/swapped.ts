import type { Regime } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Expression } from '../model/expression.ts';
import type { ConditionModel, FactModel, LeafModel, Policy } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { both, isFalse, isTrue } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import { caseFor, truthsOf, type Witness, witnessOf } from '../witness/witness.ts';
import { headOf } from './finding-head.ts';
import { type Bench, report, type Stretch, spacesFor } from './period.ts';
import { conjunctsOf, placesOf } from './place.ts';
import { clausesOf, findingIn, shown } from './shown.ts';
import { quoted } from './words.ts';

interface Limit {
  readonly of: string;
  readonly lower: boolean;
  readonly inclusive: boolean;
  readonly value: number | string;
}

/** Do two conditions bound one fact from below and from above with nothing in between? */
export function isSwapped(a: ConditionModel, b: ConditionModel, regime: Regime): boolean {
  const [one, other] = [limitOf(a, regime), limitOf(b, regime)];
  return one !== undefined && other !== undefined && areSwapped(one, other);
}

function areSwapped(a: Limit, b: Limit): boolean {
  if (a.of !== b.of || a.lower === b.lower) return false;
  const [lower, upper] = a.lower ? [a, b] : [b, a];
  return lower.value > upper.value || (lower.value === upper.value && !(lower.inclusive && upper.inclusive));
}

function limitOf(condition: ConditionModel, regime: Regime): Limit | undefined {
  if ('all' in condition || 'any' in condition || 'not' in condition) return undefined;
  const { fact, operator } = condition;
  const value = regime.leaf(condition).expected;
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  if (operator === 'equal' || operator === 'notEqual' || !/^(less|greater)Than/.test(operator)) return undefined;
  return { of: fact, lower: operator.startsWith('greater'), inclusive: operator.endsWith('Inclusive'), value };
}

/** Swapped bounds inside a condition, where the rule as a whole can still be met; and those in the policy's own facts. */
export function swappedIn({ period, rules, to }: Stretch, bench: Bench): void {
  const [rule] = rules as [CompiledRule];
  const { regime } = period;
  for (const { condition, guards } of placesOf(rule)) {
    for (const [a, b] of pairsIn(condition)) {
      if (!isSwapped(a, b, regime)) continue;
      const id = `swapped-bound:${rule.model.id}`;
      if (
        bench.findings.some(
          (each) => each.id === id && each.from <= period.from && (each.to === null || each.to >= period.from),
        )
      )
        continue;

      const search = findAny(spacesFor([rule], period), () =>
        both(...guards.map((guard) => isTrue(guard, regime)), isTrue(a, regime), isFalse(b, regime)),
      );
      const witness = search.found
        ? witnessOf(search.chosen, search.space, { isWanted: () => true, sign: truthsOf([a, b], search.space) })
        : undefined;
      const said = quoted([bench.words.leaf(a, period.from), bench.words.leaf(b, period.from)]);
      const name = bench.words.rule(rule.model.id);
      report(bench, {
        ...headOf('swapped-bound', rule.model.id, rule, bench),
        from: period.from,
        to,
        zh: `${name.zh}中有一处上下限颠倒：${said.zh}不能同时成立。`,
        en: `Bounds in ${name.en} are swapped: ${said.en} cannot both hold.`,
        witness: witness === undefined ? [] : [shown(bench, witness, [rule.model.id])],
        confirmed: witness !== undefined && holdsOne(a, b, witness, rule, bench),
      });
    }
  }
  for (const name of groundOfRule(rule.model, bench.policy).facts)
    swappedInFact(name, rule, { period, rules, to }, bench);
}

/** Does `decide` give as its reasons that the one holds and the other fails? Of delivery and statements it gives none. */
function holdsOne(a: LeafModel, b: LeafModel, witness: Witness, { model }: CompiledRule, { policy }: Bench): boolean {
  const because = findingIn(policy, witness, model.id)?.because ?? [];
  const answers = ({ fact, operator }: LeafModel): (boolean | null)[] =>
    because.filter((reason) => reason.fact === fact && reason.operator === operator).map(({ holds }) => holds);
  const [one, other] = [answers(a), answers(b)];
  return one.length === 0 || other.length === 0 || (one.includes(true) && other.includes(false));
}

function pairsIn(condition: ConditionModel): (readonly [LeafModel, LeafModel])[] {
  if ('not' in condition) return pairsIn(condition.not);
  if ('any' in condition) return condition.any.flatMap(pairsIn);
  if (!('all' in condition)) return [];
  const leaves = conjunctsOf([condition]).filter((part): part is LeafModel => 'operator' in part);
  const pairs = leaves.flatMap((a, place) => leaves.slice(place + 1).map((b) => [a, b] as const));
  return [...pairs, ...condition.all.flatMap(pairsIn)];
}

function swappedInFact(name: string, rule: CompiledRule, { period, to }: Stretch, bench: Bench): void {
  const { derive, path } = bench.policy.facts.find((fact) => fact.name === name) ?? {};
  const id = `swapped-bound:${name}`;
  if (path !== undefined || derive === undefined || !('formula' in derive)) return;
  const swapped = andsIn(derive.formula.expression).find((and) => {
    const limits = inAnd(and).flatMap((part) => limitIn(part, period.regime) ?? []);
    return limits.some((a, place) => limits.slice(place + 1).some((b) => areSwapped(a, b)));
  });
  if (swapped === undefined || bench.findings.some((each) => each.id === id)) return;
  const witness =
    caseFor(rule, period.regime, 'unmet', { on: period.from }) ??
    caseFor(rule, period.regime, 'met', { on: period.from });
  const title = bench.words.fact(name);
  report(bench, {
    kind: 'swapped-bound',
    id,
    rules: [rule.model.id],
    clauses: clausesOf(bench.policy, [rule.model.id]),
    from: period.from,
    to,
    zh: `“${title.zh}”的公式中上下限颠倒，两个限度不能同时成立。`,
    en: `The bounds in the formula of "${title.en}" are swapped: both can never hold.`,
    witness: witness === undefined ? [] : [shown(bench, witness, [rule.model.id])],
    confirmed: witness !== undefined && comesOutSame(witness, rule, withNever(bench.policy, name, swapped), bench),
  });
}

/** The policy with a part of a fact's formula taken for false. */
function withNever(policy: Policy, name: string, never: Expression): Policy {
  const replaced = (part: unknown): unknown => {
    if (part === never) return { op: 'value', value: false };
    if (Array.isArray(part)) return part.map(replaced);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, replaced(each)]));
  };
  return { ...policy, facts: policy.facts.map((fact) => (fact.name === name ? (replaced(fact) as FactModel) : fact)) };
}

function comesOutSame(witness: Witness, { model: { id } }: CompiledRule, other: Policy, { policy }: Bench): boolean {
  const [one, two] = [policy, other].map((each) => JSON.stringify(findingIn(each, witness, id)));
  return one === two;
}

function andsIn(expression: unknown): Expression[] {
  if (typeof expression !== 'object' || expression === null) return [];
  const own = (expression as Expression).op === 'and' ? [expression as Expression] : [];
  const parts = Object.values(expression).flatMap((part) => (Array.isArray(part) ? part : [part]));
  return [...own, ...parts.flatMap(andsIn)];
}

/** The parts of an `and`, those of an `and` inside it among them. */
const inAnd = (part: Expression): Expression[] => (part.op === 'and' ? part.of.flatMap(inAnd) : [part]);

function limitIn(expression: Expression, regime: Regime): Limit | undefined {
  if (expression.op !== 'compare' || expression.operator === '=' || expression.operator === '!=') return undefined;
  const [left, right] = [constantIn(expression.left, regime), constantIn(expression.right, regime)];
  if ((left === undefined) === (right === undefined)) return undefined;
  const value = left ?? right;
  if (value === undefined) return undefined;
  const lower = expression.operator.startsWith('>') === (left === undefined);
  const of = JSON.stringify(left === undefined ? expression.left : expression.right);
  return { of, lower, inclusive: expression.operator.endsWith('='), value };
}

function constantIn(expression: Expression, regime: Regime): number | string | undefined {
  if (expression.op === 'value') return typeof expression.value === 'boolean' ? undefined : expression.value;
  if (expression.op === 'rescale') {
    const value = constantIn(expression.of, regime);
    return typeof value === 'number' ? value * expression.by : undefined;
  }
  if (expression.op !== 'parameter') return undefined;
  const value = regime.scope.parameters.get(expression.parameter);
  return typeof value === 'object' ? undefined : value;
}
