import type { CompiledRule } from '../compile/rule.ts';
import { FALSE, TRUE, UNKNOWN } from '../compile/truth.ts';
import { decide } from '../decide/decide.ts';
import { groundOf } from '../model/rests-on.ts';
import { both, type Goal, statusGoal } from '../witness/condition.ts';
import { findAny } from '../witness/find.ts';
import { spacesOf } from '../witness/space.ts';
import { withFact } from '../witness/with-fact.ts';
import { pastIn, signOf, witnessOf } from '../witness/witness.ts';
import { type Bench, type Period, report, stretchesOf } from './period.ts';
import { clausesOf, shown } from './shown.ts';

/** Tables that lack a code with which a rule that uses them is met. Gives how many tables of rules were looked at. */
export function tableGapsIn(bench: Bench): number {
  const { policy } = bench;
  const looked = new Set<string>();
  for (const id of new Set(policy.rules.map((rule) => rule.id))) {
    for (const { period, rules, to } of stretchesOf([id], bench)) {
      const [rule] = rules as [CompiledRule];
      const amounts = rule.model.outcomes.map(({ value }) => value);
      for (const name of groundOf(amounts, policy).parameters) {
        const by = policy.parameters[name]?.by;
        const table = period.regime.scope.parameters.get(name);
        if (by === undefined || typeof table !== 'object') continue;
        looked.add(`${id} ${name}`);
        const codes = policy.facts.find((fact) => fact.name === by)?.codes ?? [];
        for (const code of codes) if (!Object.hasOwn(table, code)) lacking(name, by, code, rule, period, to, bench);
      }
    }
  }
  return looked.size;
}

function lacking(
  name: string,
  by: string,
  code: string,
  rule: CompiledRule,
  period: Period,
  to: string | null,
  bench: Bench,
): void {
  const { policy, words } = bench;
  const { regime, from } = period;
  const given = { [by]: code };
  const spaces = spacesOf([rule], regime, from, given);
  const slot = rule.slots.find((each) => !each.test && each.facts[0]?.model.name === by);
  const wanted = slot?.classes.classify(code);
  const is: Goal = (classes) => {
    if (slot === undefined) return TRUE;
    const known = classes.get(slot) ?? 0;
    return known === 0 ? UNKNOWN : known === wanted ? TRUE : FALSE;
  };
  const search = findAny(spaces, (space) => both(statusGoal(rule, 'met', regime, pastIn(space)), is));
  const label = words.value(by, code);
  const title = words.parameter(name);
  if (!search.found) return;
  const { id } = rule.model;
  const made = witnessOf(search.chosen, search.space, {
    isWanted: ([status]) => status === 'met',
    given,
    sign: signOf(slot === undefined ? [] : [slot], search.space),
  });
  const witness =
    made === undefined ? undefined : { ...made, case: slot === undefined ? withFact(made.case, by, code) : made.case };
  const claim = witness === undefined ? [] : [shown(bench, witness, [id])];
  const finding =
    witness && decide(policy, witness.case, witness).findings.filter((each) => each.rule === id)[witness.member ?? 0];
  report(bench, {
    kind: 'gap',
    id: `gap:${name}:${code}`,
    rules: [id],
    clauses: clausesOf(policy, [id]),
    from,
    to,
    zh: `${words.rule(id).zh}可以符合，但“${title.zh}”没有“${label.zh}”的数额。`,
    en: `${words.rule(id).en} can be met by "${label.en}", for which "${title.en}" has no figure.`,
    witness: claim,
    confirmed: finding?.status === 'met' && finding.outcomes.some(({ value }) => value === null),
  });
}
