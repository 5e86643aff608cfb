import { type Answer, no, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const LEFT_BEHIND = ['children', 'women', 'elderly', 'none'] as const;

/**
 * 二(一)8. Dibao for everyone of a registered family in which nobody is fully able and which neither business nor job can lift;
 * and for a member of any registered family who can work and meets the dibao conditions.
 */
export function dibao(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.someoneIsAble() && !facts.is('household.liftableByIndustryOrJob')) return yes();
  return facts.canWork() && facts.is('person.dibaoEligible') ? yes() : no;
}

/** 二(一)8. Who is in the pension scheme gets the subsidy that policy gives for the contribution. */
export function pensionContributionSubsidy(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.is('person.pensionInsured') ? yes(facts.fenForAmount('external.pensionSubsidyRate')) : no;
}

/** 二(一)8. Who qualifies for a pension draws it in full. */
export function fullPension(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.is('person.pensionEligible') ? yes(facts.fenForAmount('person.pensionDue')) : no;
}

/** 二(一)8. Care for children, women and the old who are left behind, and for the disabled; in the country, poor or not. */
export function careForLeftBehindAndDisabled(facts: KnownFacts): Answer {
  if (!facts.is('household.rural')) return no;
  if (facts.code('person.leftBehind', LEFT_BEHIND) !== 'none') return yes();
  return facts.isDisabled() ? yes() : no;
}
