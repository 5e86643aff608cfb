import { type Answer, no, notYetDue, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const NEW_HOUSE = 1_000_000;
const REPAIR = 200_000;
const WORKS = ['none', 'new-build', 'repair'] as const;
const LAST_DAY = '2017-12-31';

/** 二(一)5. What higher levels pay for a dangerous house, by their own rules and rate, to any rural household. */
export function higherLevelSubsidy(facts: KnownFacts): Answer {
  return facts.houseIsDangerous() ? yes(facts.fenForAmount('external.upperHousingSubsidy')) : no;
}

/** 二(一)5. A household whose house is to be renovated has been given the task, the guidance, the money and the acceptance. */
export function fourStepsOfRenovation(facts: KnownFacts): Answer {
  if (!facts.is('household.housing.needsRenovation')) return outside;
  const steps = 'household.housing.stepsDone';
  if (!facts.is(`${steps}.task`)) return no;
  if (!facts.is(`${steps}.guidance`)) return no;
  if (!facts.is(`${steps}.payment`)) return no;
  return facts.is(`${steps}.acceptance`) ? yes() : no;
}

/** 二(一)5. All dangerous houses are done before 2018 begins. */
export function renovatedBefore2018(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  if (!facts.houseIsDangerous()) return no;
  const done = facts.date('household.housing.completedDate', [LAST_DAY]);
  if (done !== 'never' && done <= facts.day && done <= LAST_DAY) return yes();
  return facts.day <= LAST_DAY ? notYetDue : no;
}

/** 二(一)5. Who lives scattered, where one cannot live and work, is moved, if willing. */
export function relocation(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  if (!facts.is('household.livesInUninhabitableVillage')) return no;
  if (!facts.is('household.livesScattered')) return no;
  return facts.is('household.willingToRelocate') ? yes() : no;
}

/** 二(一)5. 10,000 yuan of the county, once, for a registered household that builds a new house. */
export function newHouseGrant(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.code('household.housing.work', WORKS) === 'new-build' ? yes(NEW_HOUSE) : no;
}

/** 二(一)5. 2,000 yuan of the county, once, for a registered household that repairs its house. */
export function repairGrant(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return no;
  return facts.code('household.housing.work', WORKS) === 'repair' ? yes(REPAIR) : no;
}
