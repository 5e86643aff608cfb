import type { Bilingual, RuleFinding } from '@jingzhun/schemas';
import { regimeOn } from '../compile/regime.ts';
import type { ParameterModel, Policy } from '../model/policy.ts';
import { groundOfRule } from '../model/rests-on.ts';
import { addDays } from '../values/dates.ts';
import { caseTurning } from '../witness/turning.ts';
import { caseFor, type Witness } from '../witness/witness.ts';
import type { Claim, Shown } from './analysis.ts';
import type { Bench } from './period.ts';
import { differenceSaid, findingIn, shown } from './shown.ts';

/** What bears a claim out. */
export type Borne = Pick<Claim, 'witness' | 'confirmed'>;

export const none: Borne = { witness: [], confirmed: false };

/** The rules that rest on one of these parameters. */
export function rulesOn(parameters: readonly string[], { policy }: Bench): readonly string[] {
  const resting = policy.rules.filter((rule) =>
    parameters.some((each) => groundOfRule(rule, policy).parameters.has(each)),
  );
  return [...new Set(resting.map(({ id }) => id))];
}

/** First and last days, between two days, of the periods in which a rule is in force. */
function daysOf(id: string, from: string, to: string | null, { periods }: Bench): readonly string[] {
  const days = periods.flatMap((period) => {
    if ((to !== null && period.from > to) || (period.to !== null && period.to < from)) return [];
    if (!period.rules.some(({ model }) => model.id === id)) return [];
    const last = to === null || (period.to !== null && period.to < to) ? period.to : to;
    return [period.from > from ? period.from : from, ...(last === null ? [] : [last])];
  });
  return [...new Set(days)];
}

/** A case whose decision turns on parameters between two days: were their values a step other, it would come out otherwise. */
export function restingOn(
  parameters: readonly string[],
  [from, to]: readonly [string, string | null],
  ids: readonly string[],
  bench: Bench,
  note?: Bilingual,
): Borne {
  const change = { zh: '这个值略有变动', en: 'were the value a little other' };
  const others = steps.map((step) => ({ policy: withOther(bench.policy, parameters, step), change }));
  return turningOn(others, ids, [from, to], bench, note);
}

/** Another reading of the policy, and in what it is another. */
export interface Reading {
  readonly policy: Policy;
  readonly change: Bilingual;
}

/** A case that another reading of the policy would decide otherwise. */
export function turningOn(
  others: readonly Reading[],
  ids: readonly string[],
  [from, to]: readonly [string, string | null],
  bench: Bench,
  note?: Bilingual,
): Borne {
  for (const effort of ['little', 'much'] as const) {
    for (const id of ids) {
      for (const on of daysOf(id, from, to, bench)) {
        for (const { policy: other, change } of others) {
          const witness = caseTurning(id, bench.policy, other, { on, effort });
          if (witness === undefined) continue;
          const said = joined(note, differenceSaid(id, witness, other, change, bench));
          return { witness: [noted(shown(bench, witness, [id]), said)], confirmed: true };
        }
      }
    }
  }
  return none;
}

const joined = (one: Bilingual | undefined, other: Bilingual): Bilingual =>
  one === undefined ? other : { zh: `${one.zh}；${other.zh}`, en: `${one.en}; ${other.en}` };

const noted = (witness: Shown, note: Bilingual | undefined): Shown =>
  note === undefined ? witness : { ...witness, note };

/** A case that one of some rules decides between two days, if what `decide` says of it is as expected. */
export function caseOn(
  ids: readonly string[],
  [from, to]: readonly [string, string | null],
  bench: Bench,
  isExpected: (finding: RuleFinding, witness: Witness) => boolean,
  note?: Bilingual,
): Borne {
  for (const id of ids) {
    for (const on of daysOf(id, from, to, bench)) {
      const regime = regimeOn(bench.policy, on);
      const rule = regime.rules.find(({ model, inForce }) => model.id === id && inForce)?.compiled();
      if (rule === undefined) continue;
      for (const status of ['met', 'unmet', 'not-applicable'] as const) {
        const witness = caseFor(rule, regime, status, { on });
        const finding = witness && findingIn(bench.policy, witness, id);
        if (witness === undefined || finding === undefined || !isExpected(finding, witness)) continue;
        return { witness: [noted(shown(bench, witness, [id]), note)], confirmed: true };
      }
    }
  }
  return none;
}

/** By how much values are changed to see whether a decision turns on them: steps, then whole units. */
const steps: readonly { readonly by: number; readonly units: boolean }[] = [
  { by: 1, units: false },
  { by: -1, units: false },
  { by: 1, units: true },
  { by: -1, units: true },
];

/** The policy with other values of some parameters: a little more or less, a day later or earlier. */
function withOther(policy: Policy, names: readonly string[], { by, units }: (typeof steps)[number]): Policy {
  const changed = (model: ParameterModel): ParameterModel => {
    const more = by * (units ? model.scale : 1);
    const other = (value: ParameterModel['values'][number]['value']): typeof value =>
      typeof value === 'number'
        ? value + more
        : typeof value === 'string'
          ? addDays(value, by)
          : Object.fromEntries(Object.entries(value).map(([code, each]) => [code, each + more]));
    return { ...model, values: model.values.map((each) => ({ ...each, value: other(each.value) })) };
  };
  const parameters = Object.fromEntries(
    Object.entries(policy.parameters).map(([name, model]) => [name, names.includes(name) ? changed(model) : model]),
  );
  return { ...policy, parameters };
}
