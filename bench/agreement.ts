import { isDeepStrictEqual } from 'node:util';
import { assess, decide, type Policy } from '../packages/rules/src/index.ts';
import type { Case } from '../packages/schemas/src/index.ts';
import { handWrittenFindings } from './hand-written/findings.ts';
import { handWrittenVerdicts } from './hand-written/verdicts.ts';

/** Where the hand-written code and the engine differ on a case; undefined where they agree to the last field. */
export function disagreement(policy: Policy, given: Case, day: string): string | undefined {
  const decided = decide(policy, given, { on: day }).findings.filter(({ subject }) => isOurs(subject.entity));
  const found = firstDifference('finding', decided, handWrittenFindings(given));
  if (found !== undefined) return found;
  const asked = new Map(policy.rules.map((rule) => [rule.id, rule.asks.some(isOurs)]));
  const assessed = assess(policy, given, { on: day }).filter(({ rule }) => asked.get(rule));
  return firstDifference('verdict', assessed, handWrittenVerdicts(given));
}

/** A case may hold the province or a fund as well: what is asked of those is not compared. */
function isOurs(entity: string): boolean {
  return entity === 'household' || entity === 'person';
}

function firstDifference(what: string, engine: readonly unknown[], byHand: readonly unknown[]): string | undefined {
  if (isDeepStrictEqual(engine, byHand)) return undefined;
  const at = engine.findIndex((each, place) => !isDeepStrictEqual(each, byHand[place]));
  const place = at < 0 ? engine.length : at;
  return `${what} ${place}: engine ${JSON.stringify(engine[place])}, by hand ${JSON.stringify(byHand[place])}`;
}
