import type { Case, Finding } from '@jingzhun/schemas';
import { decide } from '../decide/decide.ts';
import type { FactModel, Policy } from '../model/policy.ts';
import { withFact } from '../witness/with-fact.ts';

const mostFacts = 6;

/**
 * A case in which the amounts of a rule can be worked out: what they still lack is filled in, plainly. The same case
 * where nothing is lacking, or nothing helps.
 */
export function priced(input: Case, rule: string, policy: Policy, dates: { on: string; assessedOn?: string }): Case {
  let filled = input;
  for (let tries = 0; tries < mostFacts; tries++) {
    const finding = (decide(policy, filled, dates).findings as Finding[]).find((each) => each.rule === rule);
    const lacking = finding?.missing.map((name) => policy.facts.find((fact) => fact.name === name)) ?? [];
    const fact = lacking.find((each) => each !== undefined && plainValue(each) !== undefined);
    if (finding?.status !== 'met' || fact === undefined) break;
    filled = withFact(filled, fact.name, plainValue(fact) as string | number | boolean);
  }
  return filled;
}

/** One of each thing, yes, the first of the codes. */
function plainValue({ kind, codes, min = 0, scale, path }: FactModel): string | number | boolean | undefined {
  if (path === undefined) return undefined;
  if (kind === 'boolean') return true;
  if (kind === 'code') return codes?.[0];
  return kind === 'number' ? Math.max(1, Math.ceil(min / scale)) : undefined;
}
