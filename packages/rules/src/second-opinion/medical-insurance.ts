import { type Answer, no, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const LEAST_IN_HOSPITAL = 70;
const LEVELS = ['level-1', 'level-2', 'level-3'] as const;

/** A part of a cost, to the nearest fen; the part is a whole number of percent. */
function percentOf(fen: number | null, percent: number | null): number | null {
  if (fen === 0 || percent === 0) return 0;
  return fen === null || percent === null ? null : Math.round((fen * percent) / 100);
}

/** 二(一)6. The whole of the person's own premium for basic medical insurance is paid. */
export function premiumPaid(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return yes(facts.fenForAmount('person.medicalPremium'));
}

/** 二(一)6. A registered person may join and pay in the middle of a year. */
export function mayJoinMidYear(facts: KnownFacts): Answer {
  return facts.personIsRegistered() ? yes() : no;
}

/** 二(一)6. Who has paid is insured from the first day of the next month. */
export function insuredFromNextMonth(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  const paid = facts.date('person.medicalInsurancePaidDate', ['2017-01-01']);
  if (paid === 'never') return no;
  return facts.day.slice(0, 7) > paid.slice(0, 7) ? yes() : no;
}

/** 二(一)6. Hospital costs within the policy are paid at 70 % or more; the amount is the least of it. */
export function hospitalCosts(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return yes(percentOf(facts.fenForAmount('person.medical.inpatientInScopeCost'), LEAST_IN_HOSPITAL));
}

/** 二(一)6. Ordinary outpatient costs are paid at 50 % or more; the amount is the least of it. */
export function outpatientCosts(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return yes(percentOf(facts.fenForAmount('person.medical.ordinaryOutpatientCost'), 50));
}

/**
 * 二(一)6. Costly long treatment outside hospital is paid at the rate of a stay in a hospital of the same level. That rate is
 * the one raised for registered people, so never less than 70 %.
 */
export function longOutpatientTreatment(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  const level = facts.code('person.medical.hospitalLevel', LEVELS);
  const rate = facts.numberForAmount(`external.inpatientRates.${level}`);
  const raised = rate === null ? null : Math.max(rate, LEAST_IN_HOSPITAL);
  return yes(percentOf(facts.fenForAmount('person.medical.specialOutpatientCost'), raised));
}

/** 二(一)6. What a person still bears of proper outpatient costs is relieved; how far is not said. */
export function outpatientRelief(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.fen('person.medical.compliantOutpatientOwnCost', [0, 1]) > 0 ? yes() : no;
}

/** 二(一)6. Everyone registered is covered for serious illness. */
export function seriousIllnessCover(facts: KnownFacts): Answer {
  return facts.personIsRegistered() ? yes() : no;
}
