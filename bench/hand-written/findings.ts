import type { Case, Finding } from '../../packages/schemas/src/index.ts';
import { contradictionsIn } from './contradictions.ts';
import * as dibao from './dibao.ts';
import * as education from './education.ts';
import { type HouseholdFacts, type MemberFacts, readHousehold } from './household-facts.ts';
import * as housing from './housing.ts';
import * as loans from './loans-and-solar.ts';
import * as medical from './medical.ts';
import { nineToHousehold } from './nine-measures.ts';
import * as responsibility from './responsibility.ts';
import * as standing from './standing.ts';
import * as work from './work.ts';

/**
 * What `decide` finds about a household and its members, written out by hand: the rules of the Ruyuan plan that were in
 * force on 2017-09-01, as a programmer would write them who has no policy files. A household comes without its village, town
 * or county, of whom some rules ask instead. It believes its input: nothing is checked.
 */
export function handWrittenFindings(given: Case): Finding[] {
  const { household } = given;
  if (household == null) return [];
  const home = readHousehold(given, household);
  const found: Finding[] = [];
  found.push(standing.incomeThreshold(home), standing.twoThreeOne(home));
  ofMembers(found, home, standing.labourIncome);
  ofEach(found, home, dibao.dibaoInclusion);
  ofMembers(found, home, dibao.backstop);
  found.push(nineToHousehold(home), work.investmentForms(home));
  ofMembers(found, home, work.assetIncome);
  found.push(work.oneIndustryProject(home), work.practicalSkills(home));
  found.push(work.industryAward(home), work.productionLoanInterest(home));
  ofEach(found, home, work.transferTraining);
  ofEach(found, home, education.vocationalFree);
  ofMembers(found, home, work.localHiring);
  ofEach(found, home, work.employmentService);
  found.push(work.oneTransfer(home));
  ofEach(found, home, education.twoExemptions);
  ofEach(found, home, education.freeTuitionTwelveYears);
  ofEach(found, home, education.stateAndProvinceAid);
  ofEach(found, home, education.noDropout);
  ofEach(found, home, education.universityStudents);
  ofEach(found, home, education.seniorPupils);
  ofEach(found, home, education.basicPupils);
  ofEach(found, home, education.preschoolChildren);
  found.push(housing.upperSubsidy(home), housing.fourToHousehold(home), housing.relocation(home));
  found.push(housing.onTop(home), housing.newBuild(home), housing.repair(home));
  ofEach(found, home, medical.premium);
  ofEach(found, home, medical.midYearEnrolment);
  ofEach(found, home, medical.inpatient);
  ofEach(found, home, medical.outpatient);
  ofMembers(found, home, medical.specialOutpatient);
  ofEach(found, home, medical.specialRelief);
  ofEach(found, home, medical.seriousIllness);
  found.push(loans.microloan(home), loans.guaranteeInsurance(home), dibao.dibaoNoLabour(home));
  ofMembers(found, home, standing.pensionSubsidy);
  ofEach(found, home, standing.pensionPayment);
  found.push(loans.frameworkAgreement(home), loans.solarShare(home), loans.solarIncome(home));
  found.push(loans.solarSite(home), loans.solarCapacity(home));
  ofEach(found, home, medical.governmentPaid);
  ofEach(found, home, medical.seriousIllnessInsurance);
  ofEach(found, home, education.skillOfLabourer);
  found.push(housing.onlyHouse(home), housing.wubaoPlacement(home), housing.mostUrgent(home));
  found.push(responsibility.townLeaders(home), responsibility.layeredResponsibility(home));
  found.push(...contradictionsIn(home));
  return found;
}

function ofMembers(
  found: Finding[],
  home: HouseholdFacts,
  rule: (home: HouseholdFacts, member: MemberFacts) => Finding,
): void {
  if (home.members !== null) for (const member of home.members) found.push(rule(home, member));
}

function ofEach(found: Finding[], home: HouseholdFacts, rule: (member: MemberFacts) => Finding): void {
  if (home.members !== null) for (const member of home.members) found.push(rule(member));
}
