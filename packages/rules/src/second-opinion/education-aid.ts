import { type Answer, no, outside, yes } from './every-completion.ts';
import type { KnownFacts } from './known-facts.ts';

const UNIVERSITY = 500_000;
const SENIOR = 300_000;
const COMPULSORY = 250_000;
const PRESCHOOL = 100_000;

/** 二(一)4. What compulsory schooling already exempts from and subsidises goes on, for every pupil, registered or not. */
export function compulsorySchoolExemptions(facts: KnownFacts): Answer {
  if (!facts.isEnrolled()) return no;
  const stage = facts.stage();
  return stage === 'primary' || stage === 'junior-secondary' ? yes() : no;
}

/** 二(一)4. No tuition for twelve years: primary, junior and senior secondary. Vocational schools are not among them. */
export function twelveYearsWithoutTuition(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.isEnrolled()) return no;
  const stage = facts.stage();
  return stage === 'primary' || stage === 'junior-secondary' || stage === 'senior-secondary' ? yes() : no;
}

/** 二(一)4. A poor student gets what state and province already grant. */
export function existingStudentAid(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  return facts.isEnrolled() ? yes() : no;
}

/** 二(一)4. No child of a registered household has left school for poverty. */
export function keptAtSchool(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return outside;
  return facts.is('person.droppedOutForPoverty') ? no : yes();
}

/** 二(一)4. 5,000 yuan a year for a full-time student of a university; colleges and postgraduates are read as included. */
export function universityAid(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.isEnrolled()) return no;
  const stage = facts.stage();
  if (stage !== 'higher-vocational' && stage !== 'undergraduate' && stage !== 'postgraduate') return no;
  return facts.is('person.studiesFullTime') ? yes(UNIVERSITY) : no;
}

/** 二(一)4. 3,000 yuan a year at senior secondary and secondary vocational schools. Full time is not asked for. */
export function seniorAid(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.isEnrolled()) return no;
  const stage = facts.stage();
  return stage === 'senior-secondary' || stage === 'secondary-vocational' ? yes(SENIOR) : no;
}

/** 二(一)4. 2,500 yuan a year at primary and junior secondary schools. */
export function compulsoryAid(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.isEnrolled()) return no;
  const stage = facts.stage();
  return stage === 'primary' || stage === 'junior-secondary' ? yes(COMPULSORY) : no;
}

/** 二(一)4. 1,000 yuan a year for a small child in preschool. */
export function preschoolAid(facts: KnownFacts): Answer {
  if (!facts.personIsRegistered()) return no;
  if (!facts.isEnrolled()) return no;
  return facts.stage() === 'preschool' ? yes(PRESCHOOL) : no;
}
