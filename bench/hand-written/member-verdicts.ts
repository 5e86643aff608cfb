import type { Verdict } from '../../packages/rules/src/index.ts';
import { share, specialOutpatientRate, specialReimbursement } from './amounts.ts';
import type { HouseholdFacts, MemberFacts } from './household-facts.ts';
import { above, and, isNot, isOne, not, or } from './truth.ts';
import { isEither, put, putWithin } from './verdict.ts';

// Schools and doctors: sections 二(一)4 and 二(一)6.

export function educationVerdicts(found: Verdict[], members: readonly MemberFacts[]): void {
  for (const { index, schoolStage } of members) {
    put(found, 'ruyuan.education-aid.two-exemptions', index, isEither(schoolStage, 'primary', 'junior-secondary'));
  }
  for (const { index, registered, schoolStage } of members) {
    const basic = isEither(schoolStage, 'primary', 'junior-secondary');
    const schooled = or(basic, isOne(schoolStage, 'senior-secondary'));
    put(found, 'ruyuan.education-aid.free-tuition-12-years', index, and(registered, schooled));
  }
  for (const { index, registered, schoolStage } of members) {
    put(found, 'ruyuan.education-aid.state-and-province-aid', index, and(registered, isNot(schoolStage, 'none')));
  }
  for (const { index, registered, person } of members) {
    putWithin(found, 'ruyuan.education-aid.no-dropout', index, registered, not(person.droppedOutForPoverty ?? null));
  }
  for (const { index, registered, enrolled, schoolStage, person } of members) {
    const fullTime = and(isEither(schoolStage, 'higher-vocational', 'undergraduate'), person.studiesFullTime ?? null);
    put(found, 'ruyuan.education-aid.university', index, and(and(registered, enrolled), fullTime), 5000);
  }
  for (const { index, registered, enrolled, schoolStage } of members) {
    const senior = isEither(schoolStage, 'senior-secondary', 'secondary-vocational');
    put(found, 'ruyuan.education-aid.senior-and-vocational', index, and(and(registered, enrolled), senior), 3000);
  }
  for (const { index, registered, enrolled, schoolStage } of members) {
    const basic = isEither(schoolStage, 'primary', 'junior-secondary');
    put(found, 'ruyuan.education-aid.primary-and-junior', index, and(and(registered, enrolled), basic), 2500);
  }
  for (const { index, registered, enrolled, schoolStage } of members) {
    const preschool = isOne(schoolStage, 'preschool');
    put(found, 'ruyuan.education-aid.preschool', index, and(and(registered, enrolled), preschool), 1000);
  }
}

export function medicalVerdicts(found: Verdict[], home: HouseholdFacts, members: readonly MemberFacts[]): void {
  for (const { index, registered, person } of members) {
    put(found, 'ruyuan.medical.premium-full-subsidy', index, registered, person.medicalPremium ?? null);
  }
  for (const { index, registered } of members) put(found, 'ruyuan.medical.mid-year-enrolment', index, registered);
  for (const { index, registered, person } of members) {
    put(
      found,
      'ruyuan.medical.inpatient-70',
      index,
      registered,
      share(person.medical?.inpatientInScopeCost ?? null, 70),
    );
  }
  for (const { index, registered, person } of members) {
    const reimbursed = share(person.medical?.ordinaryOutpatientCost ?? null, 50);
    put(found, 'ruyuan.medical.outpatient-50', index, registered, reimbursed);
  }
  for (const member of members) {
    const [low, high] = specialOutpatientRate(home, member);
    const reimbursed = specialReimbursement(member.person.medical?.specialOutpatientCost ?? null, low, high);
    put(found, 'ruyuan.medical.special-outpatient', member.index, member.registered, reimbursed);
  }
  for (const { index, registered, person } of members) {
    const pays = above(person.medical?.compliantOutpatientOwnCost ?? null, 0);
    put(found, 'ruyuan.medical.special-outpatient-relief', index, and(registered, pays));
  }
  for (const { index, registered } of members) put(found, 'ruyuan.medical.serious-illness', index, registered);
}
