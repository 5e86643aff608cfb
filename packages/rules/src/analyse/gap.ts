import type { CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import { FALSE, negate, TRUE, UNKNOWN } from '../compile/truth.ts';
import { both, type Goal, isTrue, statusGoal } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import { type Confirmation, pastIn, signOf as signOfSlots, witnessOf } from '../witness/witness.ts';
import type { Claim } from './analysis.ts';
import { gridGaps } from './grid-gap.ts';
import { type Bench, type Period, report, signOf, spacesFor } from './period.ts';
import { clausesOf, shown } from './shown.ts';
import { anyOf, bandOf, type Sibling, shared, siblingsOver } from './siblings.ts';
import { listed } from './words.ts';

/** Rules that share a section, a kind, whom they ask and what they grant: siblings. */
function siblingsIn({ text, policy }: Bench): readonly { readonly key: string; readonly ids: readonly string[] }[] {
  const groups = new Map<string, Set<string>>();
  text.sections.forEach(({ clause, provisions }) => {
    const inSection = new Set(provisions.map(({ id }) => id));
    for (const rule of policy.rules) {
      if (!inSection.has(rule.id)) continue;
      const grants = rule.outcomes.filter(({ role }) => role === 'grant');
      const granted = grants.map(({ what, unit, per, every }) => `${what}/${unit}/${per}/${every}`).join();
      const key = [clause, rule.kind, rule.asks.join(), granted].join('|');
      groups.set(key, (groups.get(key) ?? new Set()).add(rule.id));
    }
  });
  return [...groups].filter(([, ids]) => ids.size > 1).map(([key, ids]) => ({ key, ids: [...ids] }));
}

/** Codes and bands that siblings leave to nobody. Gives how many groups single out parts of one fact. */
export function gapsIn(bench: Bench): number {
  let groups = 0;
  for (const { ids } of siblingsIn(bench)) {
    const divided = new Set<string>();
    let before: { sign: string; findings: readonly Claim[] } | undefined;
    for (const period of bench.periods) {
      const rules = period.rules.filter(({ model }) => ids.includes(model.id));
      const sign = rules.map((rule) => signOf(rule, period, bench.policy)).join('\n');
      const findings = before?.sign === sign ? before.findings : gapsAmong(rules, period, divided, bench);
      for (const finding of findings) report(bench, { ...finding, from: period.from, to: period.to });
      before = { sign, findings };
    }
    groups += divided.size;
  }
  return groups;
}

function gapsAmong(rules: readonly CompiledRule[], period: Period, divided: Set<string>, bench: Bench): Claim[] {
  const single = [...new Set(rules.flatMap(({ slots }) => slots))].flatMap((slot) => {
    const [fact] = slot.facts;
    if (slot.test || fact === undefined || fact.model.kind === 'boolean' || fact.model.entity === 'date') return [];
    const siblings = siblingsOver(slot, rules, period);
    const patterns = new Set(siblings.map(({ classes }) => [...classes].join()));
    if (siblings.length < 2 || patterns.size < 2) return [];
    divided.add(fact.model.name);
    return gapOf(slot, siblings, period, bench) ?? [];
  });
  return [...single, ...gridGaps(rules, period, bench)];
}

function gapOf(slot: Slot, siblings: readonly Sibling[], period: Period, bench: Bench): Claim | undefined {
  const rules = siblings.map(({ rule }) => rule);
  const ids = rules.map(({ model }) => model.id);
  const { regime } = period;
  const spaces = spacesFor(rules, period);
  const fact = slot.facts[0]?.model.name as string;
  const fits: Goal = (classes) =>
    anyOf(siblings.map(({ others }) => both(...others.map((part) => isTrue(part, regime)))(classes)));
  const left = openIn(slot, siblings).flatMap((code) => {
    const is: Goal = (classes) =>
      (classes.get(slot) ?? 0) === 0 ? UNKNOWN : classes.get(slot) === code ? TRUE : FALSE;
    const search = findAny(spaces, (space) => {
      const nobody = rules.map(
        (rule): Goal =>
          (classes) =>
            negate(statusGoal(rule, 'met', regime, pastIn(space))(classes)),
      );
      return both(is, fits, ...nobody);
    });
    const band = bandOf(slot, code, bench);
    if (search.found) {
      const isWanted: Confirmation['isWanted'] = (statuses) =>
        statuses.every((status) => status !== 'met' && status !== undefined);
      const witness = witnessOf(search.chosen, search.space, { isWanted, sign: signOfSlots([slot], search.space) });
      if (witness !== undefined) return [{ ...band, witness }];
    }
    if (search.found || search.why === 'unreached') {
      const id = `gap:${shared(ids)}:${fact}:${band.key}`;
      bench.undecided.push({ id, zh: `没有找到${band.label.zh}的案例`, en: `no case with ${band.label.en} was found` });
    }
    return [];
  });
  if (left.length === 0) return undefined;
  const names = bench.words.rules(ids);
  const labels = listed(left.map(({ label }) => label));
  const name = bench.words.fact(fact);
  return {
    kind: 'gap',
    id: `gap:${shared(ids)}:${fact}:${left.map(({ key }) => key).join('+')}`,
    rules: ids,
    clauses: clausesOf(bench.policy, ids),
    from: period.from,
    to: period.to,
    zh: `${names.zh}按“${name.zh}”区分对象，却没有一条涵盖${labels.zh}。`,
    en: `${names.en} divide their subjects by "${name.en}", and none of them covers ${labels.en}.`,
    witness: left.map(({ witness }) => shown(bench, witness, ids)),
    confirmed: true,
  };
}

/** Classes that no sibling covers: codes, but for none; bands between those that are covered. */
function openIn({ facts, width, classes }: Slot, siblings: readonly Sibling[]): readonly number[] {
  const kind = facts[0]?.model.kind;
  const isCovered = (code: number): boolean => siblings.some((sibling) => sibling.classes.has(code));
  const codes = Array.from({ length: width - 1 }, (_, place) => place + 1);
  const open = codes.filter((code) => !isCovered(code));
  if (kind === 'code') return open.filter((code) => classes.representatives[code] !== 'none');
  if (kind !== 'number' && kind !== 'date') return [];
  const at = (code: number): number | string => classes.representatives[code] as number | string;
  const covered = codes.filter(isCovered).map(at);
  return open.filter((code) => covered.some((value) => value < at(code)) && covered.some((value) => value > at(code)));
}
