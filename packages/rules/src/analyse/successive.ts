import { regimeOn } from '../compile/regime.ts';
import type { PolicyFiles } from '../load/load.ts';
import { addDays } from '../values/dates.ts';
import { caseFor } from '../witness/witness.ts';
import { daysSaid } from './days-said.ts';
import { type Bench, report } from './period.ts';
import { clausesOf, shown } from './shown.ts';
import { capital } from './words.ts';

/** Days of the policy on which none of rules that follow each other is in force, or two are. Gives how many groups there are. */
export function successionsIn({ sections }: PolicyFiles, bench: Bench): number {
  const groups = Object.values(sections).flatMap(({ successive }) => successive ?? []);
  for (const { rules } of groups) check(rules, bench);
  return groups.length;
}

/** Later than any day. */
const endless = '9999';

function check(ids: readonly string[], bench: Bench): void {
  const { policy, words } = bench;
  const forces = ids.map((id) => {
    const all = policy.rules.filter((rule) => rule.id === id).map(({ force }) => force);
    return { id, from: all[0]?.from ?? '', to: all.at(-1)?.to ?? null };
  });
  const bounds = [policy.force, ...forces].flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  const days = [...new Set(bounds)].sort();
  // From the first day of the policy, or of the rules, to the last.
  const first = [policy.force, ...forces].map(({ from }) => from).sort()[0] as string;
  const last = [policy.force, ...forces]
    .map(({ to }) => to ?? endless)
    .sort()
    .at(-1) as string;
  days.forEach((from, place) => {
    const next = days[place + 1];
    const inForce = forces
      .filter((force) => force.from <= from && (force.to === null || from <= force.to))
      .map(({ id }) => id);
    const isOutside = from < first || from > last;
    if (inForce.length === 1 || (inForce.length === 0 && isOutside)) return;
    const to = next === undefined ? null : addDays(next, -1);
    const isNone = inForce.length === 0;
    const concerned = isNone ? ids : inForce;
    const named = words.rules(concerned);
    const kind = isNone ? 'day-without-law' : 'day-with-two-laws';
    const said = daysSaid(from, to);
    const witness = seen(concerned, from, bench);
    const statuses = witness?.says.filter(({ status }) => status !== 'not-in-force').length;
    report(bench, {
      kind,
      id: `${kind}:${ids.join('+')}`,
      rules: concerned,
      clauses: clausesOf(policy, concerned),
      from,
      to,
      zh: isNone
        ? `${said.zh}，${named.zh}都不在执行期，而它们应当前后相接。`
        : `${said.zh}，${named.zh}同时有效，而它们应当前后相接。`,
      en: isNone
        ? `${capital(said.en)} none of ${named.en} is in force, though they are to follow each other.`
        : `${capital(said.en)} ${named.en} are in force at once, though they are to follow each other.`,
      witness: witness === undefined ? [] : [witness],
      confirmed: isNone ? statuses === 0 : (statuses ?? 0) > 1,
    });
  });
}

/** A case that one of the rules decides, asked on the day. */
function seen(ids: readonly string[], on: string, bench: Bench) {
  const { policy } = bench;
  for (const model of policy.rules) {
    if (!ids.includes(model.id)) continue;
    const day = model.force.from > on || (model.force.to !== null && model.force.to < on) ? model.force.from : on;
    const regime = regimeOn(policy, day);
    const rule = regime.rules.find((each) => each.model === model)?.compiled();
    const witness = rule && (caseFor(rule, regime, 'met', { on: day }) ?? caseFor(rule, regime, 'unmet', { on: day }));
    if (witness !== undefined) return shown(bench, { ...witness, on }, ids);
  }
  return undefined;
}
