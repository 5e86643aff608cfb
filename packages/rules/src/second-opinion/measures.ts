import * as asset from './asset-income-and-industry.ts';
import * as education from './education-aid.ts';
import * as employment from './employment-services.ts';
import type { Answer } from './every-completion.ts';
import * as housing from './housing-grants.ts';
import * as identification from './identification-and-exit.ts';
import type { KnownFacts } from './known-facts.ts';
import * as loans from './loans.ts';
import * as medical from './medical-insurance.ts';
import { nineToHousehold } from './nine-to-household.ts';
import * as social from './social-security.ts';
import * as solar from './solar-power.ts';

export type Question = (facts: KnownFacts) => Answer;

/** Each rule of the library that asks of a household or a person, and the function here that was read from the same words. */
export const counterparts: Readonly<Record<string, Question>> = {
  'ruyuan.identification.income-threshold': identification.identified,
  'ruyuan.exit.two-three-one': identification.twoWorriesThreeGuarantees,
  'ruyuan.exit.labour-income-45pct': identification.incomeOf45Percent,
  'ruyuan.entitlement.dibao-inclusion-goal': identification.dibaoForLostAbility,
  'ruyuan.principle.development-and-backstop': identification.dibaoAsTheFloor,
  'ruyuan.checklist.nine-to-household': nineToHousehold,
  'ruyuan.asset.investment-forms': asset.mayHoldShares,
  'ruyuan.entitlement.asset-income-2000': asset.dividendOf2000,
  'ruyuan.service.industry-one-project': asset.supportedBusiness,
  'ruyuan.service.practical-skills': asset.skillTraining,
  'ruyuan.incentive.industry-award': asset.businessAward,
  'ruyuan.entitlement.production-loan-interest': loans.interestPaid,
  'ruyuan.entitlement.transfer-training': employment.transferTraining,
  'ruyuan.education-aid.vocational-free': employment.freeVocationalSchool,
  'ruyuan.obligation.local-hiring-priority': employment.firstForBuildingWorks,
  'ruyuan.service.employment-100': employment.employmentService,
  'ruyuan.service.one-transfer-per-household': employment.oneMemberTransferred,
  'ruyuan.education-aid.two-exemptions': education.compulsorySchoolExemptions,
  'ruyuan.education-aid.free-tuition-12-years': education.twelveYearsWithoutTuition,
  'ruyuan.education-aid.state-and-province-aid': education.existingStudentAid,
  'ruyuan.education-aid.no-dropout': education.keptAtSchool,
  'ruyuan.education-aid.university': education.universityAid,
  'ruyuan.education-aid.senior-and-vocational': education.seniorAid,
  'ruyuan.education-aid.primary-and-junior': education.compulsoryAid,
  'ruyuan.education-aid.preschool': education.preschoolAid,
  'ruyuan.housing.upper-subsidy-priority': housing.higherLevelSubsidy,
  'ruyuan.housing.four-to-household': housing.fourStepsOfRenovation,
  'ruyuan.housing.relocation': housing.relocation,
  'ruyuan.housing.new-build-10000': housing.newHouseGrant,
  'ruyuan.housing.repair-2000': housing.repairGrant,
  'ruyuan.medical.premium-full-subsidy': medical.premiumPaid,
  'ruyuan.medical.mid-year-enrolment': medical.mayJoinMidYear,
  'ruyuan.medical.inpatient-70': medical.hospitalCosts,
  'ruyuan.medical.outpatient-50': medical.outpatientCosts,
  'ruyuan.medical.special-outpatient': medical.longOutpatientTreatment,
  'ruyuan.medical.special-outpatient-relief': medical.outpatientRelief,
  'ruyuan.medical.serious-illness': medical.seriousIllnessCover,
  'ruyuan.finance.microloan': loans.microloan,
  'ruyuan.finance.guarantee-insurance': loans.guaranteePremiumSubsidised,
  'ruyuan.social.dibao-no-labour': social.dibao,
  'ruyuan.social.pension-subsidy': social.pensionContributionSubsidy,
  'ruyuan.social.pension-payment': social.fullPension,
  'ruyuan.solar.framework-agreement': solar.nothingOfItsOwn,
  'ruyuan.solar.household-3kw': solar.solarPlant,
  'ruyuan.solar.household-income-3000': solar.solarIncome,
};

/** Read here from the words as asking something of a household or person; the library has no such rule, or asks it of a county. */
export const withoutCounterpart: Readonly<Record<string, Question>> = {
  'labour household': identification.labourHousehold,
  'left poverty in time': identification.leftPovertyInTime,
  'dividend by shares': asset.dividendByShares,
  'help to join': asset.helpToJoin,
  'services to a business': asset.businessServices,
  'jobs for students': employment.studentJobs,
  'renovated before 2018': housing.renovatedBefore2018,
  'insured from next month': medical.insuredFromNextMonth,
  'care for the left behind': social.careForLeftBehindAndDisabled,
};
