import { type Answer, no, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const EMPLOYMENT = ['self-employed', 'stable', 'transferred', 'temporary', 'none'] as const;

/** 二(一)3. Free training, for a registered person who can work and wants a job elsewhere. */
export function transferTraining(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.canWork()) return no;
  return facts.is('person.wantsTransferEmployment') ? yes() : no;
}

/** 二(一)3. The plan to get students of poor families into jobs: registered people at school. */
export function studentJobs(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.isEnrolled() ? yes() : no;
}

/** 二(一)3. No fees at a secondary vocational school, for the children of registered households. */
export function freeVocationalSchool(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.isEnrolled()) return no;
  return facts.stage() === 'secondary-vocational' ? yes() : no;
}

/** 二(一)3. Rural building works and works of poverty relief take on registered labourers first. */
export function firstForBuildingWorks(facts: KnownFacts): Answer {
  const kind = facts.code('project.kind', ['rural-construction', 'poverty', 'other']);
  if (kind !== 'rural-construction' && kind !== 'poverty') return outside;
  if (!facts.personIsRegistered()) return no;
  return facts.canWork() ? yes() : no;
}

/** 二(一)3. A registered person who can work and wants to, in a job or a business, has been served; without exception. */
export function employmentService(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return outside;
  if (!facts.canWork()) return outside;
  if (!facts.is('person.willingToWork')) return outside;
  return facts.is('person.employmentServiceReceived') ? yes() : no;
}

/**
 * 二(一)3. One member at least of a registered household has a job elsewhere. The words say every household; one without labour
 * cannot have it, so it is asked of those with labour. Only what is written down as a transferred job counts.
 */
export function oneMemberTransferred(facts: KnownFacts): Answer {
  if (!facts.householdIsRegistered()) return outside;
  if (!facts.householdHasLabour()) return outside;
  for (const member of facts.members) {
    if (facts.about(member).code('person.employmentStatus', EMPLOYMENT) === 'transferred') return yes();
  }
  return no;
}
