import { type Answer, no, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

/** 二(一). Of the nine kinds of help, each that suits a registered household has reached it; where none suits, nothing is asked. */
export function nineToHousehold(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return outside;
  let suits = false;
  for (const kind of [
    'asset-income',
    'industry',
    'employment',
    'education',
    'housing',
    'medical',
    'finance',
    'social-security',
    'solar',
  ]) {
    const measure = `household.nineMeasures.${kind}`;
    if (!facts.is(`${measure}.applicable`)) continue;
    suits = true;
    if (!facts.is(`${measure}.delivered`)) return no;
  }
  return suits ? yes() : outside;
}
