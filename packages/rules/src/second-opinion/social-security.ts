import { type Answer, no, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const LEFT_BEHIND = ['children', 'women', 'elderly', 'none'] as const;

/**
 * 二(一)8. Dibao reaches a registered family in which nobody is fully able and which neither business nor job can lift; and, in
 * any registered family, a member who can work and meets the dibao conditions.
 */
export function dibao(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  for (const member of facts.members) {
    const person = facts.about(member);
    if (person.canWork() && person.is('person.dibaoEligible')) return yes();
  }
  if (!facts.nobodyIsAble()) return no;
  return facts.is('household.liftableByIndustryOrJob') ? no : yes();
}

/**
 * 二(一)8. Who is in the pension scheme and pays a contribution gets the subsidy that policy gives for it. Whoever pays is in the
 * scheme; whoever is not in it has nothing to pay.
 */
export function pensionContributionSubsidy(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  const contribution = facts.fenForAmount('person.pensionContribution');
  const pays =
    contribution === null
      ? facts.is('person.pensionInsured') && facts.is('person.pensionContribution, any')
      : contribution > 0;
  return pays ? yes(facts.fenForAmount('external.pensionSubsidyRate')) : no;
}

/** 二(一)8. Who qualifies for a pension has been paid it in full. */
export function fullPension(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return outside;
  if (!facts.is('person.pensionEligible')) return outside;
  const due = facts.fenForAmount('person.pensionDue');
  const paid = facts.fenForAmount('person.pensionPaid');
  if (due === 0) return yes();
  if (due === null || paid === null) return facts.is('person.pension in full, not comparable') ? yes() : no;
  return paid >= due ? yes() : no;
}

/** 二(一)8. Care for children, women and the old who are left behind, and for the disabled; in the country, poor or not. */
export function careForLeftBehindAndDisabled(facts: KnownFacts): Answer {
  if (!facts.is('household.rural')) return no;
  if (facts.code('person.leftBehind', LEFT_BEHIND) !== 'none') return yes();
  return facts.isDisabled() ? yes() : no;
}
