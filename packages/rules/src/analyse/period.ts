import type { Problem } from '@jingzhun/schemas/problem';
import { changeDays, type Regime, regimeOn } from '../compile/regime.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Policy, PolicyText } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { addDays } from '../values/dates.ts';
import { type Space, spacesOf } from '../witness/space.ts';
import type { Claim, Finding } from './analysis.ts';
import type { Words } from './words.ts';

/** The days between two changes, with the rules in force on them. */
export interface Period {
  readonly from: string;
  readonly to: string | null;
  readonly regime: Regime;
  readonly rules: readonly CompiledRule[];
}

/** What every kind of analysis works with, and where it puts what it finds. */
export interface Bench {
  readonly policy: Policy;
  readonly text: PolicyText;
  readonly words: Words;
  readonly periods: readonly Period[];
  readonly findings: Finding[];
  readonly undecided: { id: string; zh: string; en: string }[];
  /** What the files were refused for, as they were. */
  readonly refusals: readonly Problem[];
}

/** The periods of a policy's timeline in which a rule is in force, or the one that holds a day. */
export function periodsOf(policy: Policy, on: string | undefined): readonly Period[] {
  const days = changeDays(policy);
  return days.flatMap((from, place): Period[] => {
    const next = days[place + 1];
    const to = next === undefined ? null : addDays(next, -1);
    if (on !== undefined && (on < from || (to !== null && on > to))) return [];
    const regime = regimeOn(policy, from);
    const rules = regime.rules.filter(({ inForce }) => inForce).map(({ compiled }) => compiled());
    return rules.length === 0 ? [] : [{ from, to, regime, rules }];
  });
}

export interface Stretch {
  readonly period: Period;
  readonly rules: readonly CompiledRule[];
  readonly to: string | null;
}

/**
 * Some rules over the timeline: each stretch in which they are all in force and none of the values they rest on
 * changes, told once, with the first period of it.
 */
export function stretchesOf(ids: readonly string[], { policy, periods }: Bench): readonly Stretch[] {
  const found: (Stretch & { readonly sign: string })[] = [];
  for (const period of periods) {
    const rules = ids.flatMap((id) => period.rules.find(({ model }) => model.id === id) ?? []);
    if (rules.length < ids.length) continue;
    const sign = rules.map((rule) => signOf(rule, period, policy)).join('\n');
    const last = found.at(-1);
    if (last?.sign === sign && last.to !== null && addDays(last.to, 1) === period.from) {
      found[found.length - 1] = { ...last, to: period.to };
    } else found.push({ period, rules, to: period.to, sign });
  }
  return found;
}

export function signOf({ model }: CompiledRule, { regime }: Period, policy: Policy): string {
  const values = [...groundOfRule(model, policy).parameters].map((name) => regime.scope.parameters.get(name));
  return `${policy.rules.indexOf(model)} ${JSON.stringify(values)}`;
}

const known = new WeakMap<Regime, Map<string, readonly Space[]>>();

/** The classes that cases can have for some rules of a period, kept: exploring them is most of the work. */
export function spacesFor(rules: readonly CompiledRule[], { regime, from }: Period): readonly Space[] {
  const mine = known.get(regime) ?? new Map<string, readonly Space[]>();
  known.set(regime, mine);
  const key = rules.map(({ model }) => model.id).join();
  const spaces = mine.get(key) ?? spacesOf(rules, regime, from);
  mine.set(key, spaces);
  return spaces;
}

/**
 * Adds a finding; one that goes on from the period before makes that one longer. What no case bears out is not claimed,
 * but told among what was not settled.
 */
export function report({ findings, undecided }: Pick<Bench, 'findings' | 'undecided'>, claim: Claim): void {
  if (!claim.confirmed || claim.witness.length === 0) {
    const { id, zh, en } = claim;
    undecided.push({ id, zh: `没有案例可以印证：${zh}`, en: `no case bears it out: ${en}` });
    return;
  }
  const finding: Finding = { ...claim, confirmed: true };
  const before = findings.findIndex(
    ({ id, zh, to }) => id === finding.id && zh === finding.zh && to !== null && addDays(to, 1) === finding.from,
  );
  if (before < 0) findings.push(finding);
  else findings[before] = { ...(findings[before] as Finding), to: finding.to };
}
