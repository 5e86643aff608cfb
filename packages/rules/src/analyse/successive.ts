import { regimeOn } from '../compile/regime.ts';
import type { PolicyFiles } from '../load/load.ts';
import { addDays } from '../values/dates.ts';
import { caseFor } from '../witness/witness.ts';
import { type Bench, report } from './period.ts';
import { clausesOf, shown } from './shown.ts';

/** Days between the first and the last of rules that follow each other on which none of them is in force, or two are. */
export function successionsIn({ sections }: PolicyFiles, bench: Bench): number {
  const groups = Object.values(sections).flatMap(({ successive }) => successive ?? []);
  for (const { rules } of groups) check(rules, bench);
  return groups.length;
}

function check(ids: readonly string[], bench: Bench): void {
  const { policy, words } = bench;
  const forces = ids.map((id) => {
    const all = policy.rules.filter((rule) => rule.id === id).map(({ force }) => force);
    return { id, from: all[0]?.from ?? '', to: all.at(-1)?.to ?? null };
  });
  const starts = forces.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  const days = [...new Set(starts)].sort();
  days.forEach((from, place) => {
    const next = days[place + 1];
    const inForce = forces
      .filter((force) => force.from <= from && (force.to === null || from <= force.to))
      .map(({ id }) => id);
    if (inForce.length === 1 || (next === undefined && inForce.length === 0)) return;
    const to = next === undefined ? null : addDays(next, -1);
    const none = inForce.length === 0;
    const concerned = none ? ids : inForce;
    const named = words.rules(concerned);
    const kind = none ? 'day-without-law' : 'day-with-two-laws';
    const until = to === null ? { zh: '起', en: ' on' } : { zh: `到 ${to} `, en: ` to ${to}` };
    const witness = seen(concerned, from, bench);
    const statuses = witness?.says.filter(({ status }) => status !== 'not-in-force').length;
    report(bench.findings, {
      kind,
      id: `${kind}:${ids.join('+')}`,
      rules: concerned,
      clauses: clausesOf(policy, concerned),
      from,
      to,
      zh: none
        ? `从 ${from} ${until.zh}${named.zh}都不在有效期内，而它们应当前后相接。`
        : `从 ${from} ${until.zh}${named.zh}同时有效，而它们应当前后相接。`,
      en: none
        ? `From ${from}${until.en} none of ${named.en} is in force, though they are to follow each other.`
        : `From ${from}${until.en} ${named.en} are in force at once, though they are to follow each other.`,
      witness: witness === undefined ? [] : [witness],
      confirmed: none ? statuses === 0 : (statuses ?? 0) > 1,
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
    const rule = regime.rules.find((each) => each.model === model);
    const witness = rule && (caseFor(rule, regime, 'met', { on: day }) ?? caseFor(rule, regime, 'unmet', { on: day }));
    if (witness !== undefined) return shown(bench, { ...witness, on }, ids);
  }
  return undefined;
}
