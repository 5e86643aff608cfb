import { type Answer, no, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const LIMIT = 5_000_000;
const MONTHS = 36;
const PURPOSES = ['production', 'other'] as const;

/**
 * 二(一)7. A household that qualifies may borrow for production: up to 50,000 yuan, both included, up to three years, without
 * guarantee or collateral, at the base rate. Of a loan asked for or given it is asked whether it keeps these terms.
 */
export function microloan(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  if (!facts.is('household.loan.qualified')) return no;
  if (facts.code('household.loan.purpose', PURPOSES) !== 'production') return no;
  if (facts.fen('household.loan.amount', [LIMIT, LIMIT + 1]) > LIMIT) return no;
  if (facts.number('household.loan.termMonths', [MONTHS, MONTHS + 1]) > MONTHS) return no;
  if (facts.is('household.loan.guaranteed')) return no;
  if (facts.is('household.loan.collateralised')) return no;
  const rate = facts.numberForAmount('household.loan.rate');
  const base = facts.numberForAmount('external.baseLendingRate');
  const atBase = rate === null || base === null ? facts.is('rate of the loan, not comparable') : rate === base;
  return atBase ? yes() : no;
}

/** 二(一)2 and 二(一)7. Of a loan for production, what province and city leave of the interest is paid; never less than nothing. */
export function interestPaid(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  if (facts.code('household.loan.purpose', PURPOSES) !== 'production') return no;
  const interest = facts.fenForAmount('household.loan.interest');
  const province = facts.fenForAmount('household.loan.provincialSubsidy');
  const city = facts.fenForAmount('household.loan.municipalSubsidy');
  if (interest === null) return yes(null);
  const left = interest - (province ?? 0) - (city ?? 0);
  if (left <= 0) return yes(0);
  return yes(province === null || city === null ? null : left);
}

/** 二(一)7. The premium of an insurance that guarantees the loan is subsidised; how far is not said. */
export function guaranteePremiumSubsidised(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.fen('household.loan.guaranteeInsurancePremium', [0, 1]) > 0 ? yes() : no;
}
