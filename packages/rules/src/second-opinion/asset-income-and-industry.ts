import { type Answer, no, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const DIVIDEND = 200_000;

/** 二(一)1. Funds may be put in as shares for a registered household that wishes it. */
export function mayHoldShares(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.is('household.wishRecorded') ? yes() : no;
}

/** 二(一)1. Who holds shares is paid by shares: the profit, times the shares held, by all shares; to the nearest fen. */
export function dividendByShares(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  const held = facts.numberForAmount('household.equity.shares');
  const holds = held === null ? facts.is('household.equity.shares, any') : held > 0;
  if (!holds) return no;
  const all = facts.numberForAmount('fund.totalShares');
  const profit = facts.fenForAmount('fund.distributableProfit');
  if (held === null || all === null || all === 0 || profit === null) return yes(null);
  return yes(Math.round((profit * held) / all));
}

/** 二(一)1. 2,000 yuan a year for every person of a registered household with labour, children and the old included. */
export function dividendOf2000(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.householdHasLabour() ? yes(DIVIDEND) : no;
}

function hasLabourAndWill(facts: KnownFacts): boolean {
  return facts.householdIsRegistered() && facts.householdHasLabour() && facts.is('household.willingToWork');
}

/** 二(一)2. At least one business is supported for a registered household with labour and the will to work. */
export function supportedBusiness(facts: KnownFacts): Answer {
  return hasLabourAndWill(facts) ? yes() : no;
}

/** 二(一)2. The same households are trained in one or two practical skills. */
export function skillTraining(facts: KnownFacts): Answer {
  return hasLabourAndWill(facts) ? yes() : no;
}

/** 二(一)2. The same households are helped to join firms, bases, cooperatives and large growers. */
export function helpToJoin(facts: KnownFacts): Answer {
  return hasLabourAndWill(facts) ? yes() : no;
}

/** 二(一)2. A registered household that runs a business is awarded, by a scheme of its own which fixes the amount. */
export function businessAward(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  if (facts.count('household.industryProjects') === 0) return no;
  return yes(facts.fenForAmount('external.industryAwardAmount'));
}

/** 二(一)2. For such a business: help with guarantees, interest, information and technique. */
export function businessServices(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.count('household.industryProjects') > 0 ? yes() : no;
}
