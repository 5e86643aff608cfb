import type { Case, RuleFinding } from '@jingzhun/schemas';
import { decide } from '../decide/decide.ts';
import type { Dates } from '../decide/question.ts';
import type { FactModel, Policy } from '../model/policy.ts';
import { withFact } from '../witness/with-fact.ts';

const mostFacts = 8;

/**
 * Cases in which fewer rules are left open, by giving facts that they still lack, the same in all of the cases. `openIn`
 * tells the rules that are open; undefined where the cases are no longer what they are to show.
 */
export function settled(
  cases: readonly Case[],
  policy: Policy,
  dates: Dates,
  openIn: (cases: readonly Case[]) => readonly string[] | undefined,
): readonly Case[] {
  let now = cases;
  for (let tries = 0; tries < mostFacts; tries++) {
    const open = openIn(now);
    if (open === undefined || open.length === 0) break;
    const next = stepsFrom(now, open, policy, dates).find(
      (each) => (openIn(each)?.length ?? open.length) < open.length,
    );
    if (next === undefined) break;
    now = next;
  }
  return now;
}

/** The cases with one more fact, of those that an open rule lacks. */
function stepsFrom(cases: readonly Case[], open: readonly string[], policy: Policy, dates: Dates): (readonly Case[])[] {
  const findings = cases.flatMap((each) => decide(policy, each, dates).findings as RuleFinding[]);
  const missing = new Set(findings.flatMap((each) => (open.includes(each.rule) ? each.missing : [])));
  return [...missing].flatMap((name) => {
    const fact = policy.facts.find((each) => each.name === name);
    return fact === undefined ? [] : plainValues(fact).map((value) => cases.map((each) => withFact(each, name, value)));
  });
}

function plainValues({ kind, codes = [], min = 0, scale, path }: FactModel): readonly (string | number | boolean)[] {
  if (path === undefined) return [];
  if (kind === 'boolean') return [false, true];
  if (kind === 'code') return codes;
  return kind === 'number' ? [Math.ceil(min / scale), 1, 1_000_000] : [];
}
