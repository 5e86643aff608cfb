import type { Case } from '@jingzhun/schemas';
import { caseFrame } from '../compile/entries.ts';
import { factValue } from '../compile/facts.ts';
import type { Regime } from '../compile/regime.ts';
import type { FactModel } from '../model/policy.ts';

const mostCopies = 20;

/** Does a fact of the policy follow from the members, as a count of them does? */
export const countsMembers = ({ path, kind, derive }: FactModel): boolean =>
  path === undefined && kind === 'number' && goesThroughMembers(derive);

function goesThroughMembers(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return Object.entries(part).some(([key, value]) =>
    key === 'list' ? value === 'household.members' : goesThroughMembers(value),
  );
}

/** The case with more or fewer members like one of its own, such that a fact that counts them has the value; undefined where none has. */
export function withCount(
  base: Case,
  { name, scale }: FactModel,
  value: number,
  { regime, on }: { readonly regime: Regime; readonly on: string },
): Case | undefined {
  const fact = regime.facts.get(name);
  const question = { on, assessedOn: on, latest: on, inherits: false, problems: [] };
  return householdsLike(base).find((input) => {
    const frame = caseFrame({ ...input }, question, regime.levels);
    return fact !== undefined && factValue(fact, frame) === value * scale;
  });
}

/** Those with most of its own members left come first. */
function householdsLike(base: Case): Case[] {
  const members = base.household?.members ?? [];
  return members.flatMap((like) => {
    const others = members.filter((each) => each !== like);
    return [...others.keys(), others.length].reverse().flatMap((left) =>
      Array.from({ length: mostCopies + 1 }, (_, copies): Case => {
        const all = [...Array.from({ length: copies }, () => ({ ...like })), ...others.slice(0, left)];
        return { ...base, household: { ...base.household, members: all } };
      }),
    );
  });
}
