import { type Answer, no, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const KILOWATTS = 3;
const INCOME = 300_000;

/**
 * 二(一)9. A plant of 3 kW, built free of charge for every registered household with labour. The number of households printed is
 * that of all registered ones; the words are followed.
 */
export function solarPlant(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.householdHasLabour() ? yes(KILOWATTS) : no;
}

/** 二(一)9. About 3,000 yuan a year to such a household, once its 3 kW run. */
export function solarIncome(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  if (!facts.householdHasLabour()) return no;
  if (!facts.is('household.solar.inOperation')) return no;
  return facts.number('household.solar.capacity', [0, KILOWATTS]) >= KILOWATTS ? yes(INCOME) : no;
}

/** 二(一)9. Such a household has put in nothing of its own. */
export function nothingOfItsOwn(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return outside;
  if (!facts.householdHasLabour()) return outside;
  return facts.fen('household.solar.ownInvestment', [0, 1]) === 0 ? yes() : no;
}
