import { type Answer, no, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const DIVIDEND = 200_000;

/** 二(一)1. Funds may be put in as shares for a registered household that wishes it; it is then paid by its shares. */
export function mayHoldShares(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.is('household.wishRecorded') ? yes(dividend(facts)) : no;
}

/** The profit, times the shares held, by all shares. A loss pays nothing; parts of a fen are dropped. */
function dividend(facts: KnownFacts): number | null {
  const held = facts.numberForAmount('household.equity.shares');
  const all = facts.numberForAmount('fund.totalShares');
  const profit = facts.fenForAmount('fund.distributableProfit');
  if (held === 0 || (profit !== null && profit <= 0)) return 0;
  return held === null || all === null || profit === null ? null : Math.floor((profit * held) / all);
}

/** 二(一)1. Who holds shares is paid by them, whatever wish is written down. */
export function dividendByShares(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  const held = facts.numberForAmount('household.equity.shares');
  const holds = held === null ? facts.is('household.equity.shares, any') : held > 0;
  return holds ? yes(dividend(facts)) : no;
}

/** 二(一)1. 2,000 yuan a year for every person of a registered household with labour, children and the old included. */
export function dividendOf2000(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.householdHasLabour() ? yes(DIVIDEND) : no;
}

function hasLabourAndWill(facts: KnownFacts): boolean {
  return facts.householdIsRegistered() && facts.householdHasLabour() && facts.is('household.willingToWork');
}

/** 二(一)2. A registered household with labour and the will to work runs one business at the least, with support. */
export function supportedBusiness(facts: KnownFacts): Answer {
  if (!hasLabourAndWill(facts)) return outside;
  return facts.count('household.industryProjects') >= 1 ? yes() : no;
}

/** 二(一)2. Such a household has mastered one practical skill at the least, whoever of its members that is. */
export function skillTraining(facts: KnownFacts): Answer {
  if (!hasLabourAndWill(facts)) return outside;
  for (const member of facts.members) {
    if (facts.about(member).number('person.skillCount', [0, 1]) >= 1) return yes();
  }
  return no;
}

/** 二(一)2. Households with labour and the will to work are helped to join firms, bases, cooperatives and large growers. */
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
