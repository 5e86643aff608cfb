import { type Answer, no, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

/** 二(一). Of the nine kinds of help, each that suits a registered household has reached it. */
export function nineToHousehold(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
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
    if (facts.is(`${measure}.applicable`) && !facts.is(`${measure}.delivered`)) return no;
  }
  return yes();
}
