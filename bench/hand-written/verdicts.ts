import type { Verdict } from '../../packages/rules/src/index.ts';
import type { Case, Household, Status } from '../../packages/schemas/src/index.ts';
import { dividend, remainingInterest } from './amounts.ts';
import { type HouseholdFacts, readHousehold } from './household-facts.ts';
import { educationVerdicts, medicalVerdicts } from './member-verdicts.ts';
import { above, and, atLeast, atMost, isOne, not, or, reaches, type Truth } from './truth.ts';
import { isAbleOrPartial, isEither, isLostOrPartial, put, putBeforeDue, putWithin } from './verdict.ts';

/** What `assess` finds about a household and its members, written out by hand: statuses and amounts alone. */
export function handWrittenVerdicts(given: Case): Verdict[] {
  const { household } = given;
  if (household == null) return [];
  const home = readHousehold(given, household);
  const { registered, hasLabour } = home;
  const { loan, housing, solar } = household;
  const external = given.external;
  const members = home.members ?? [];
  const found: Verdict[] = [];

  const poor = home.incomeOfBaseYear === null ? null : home.incomeOfBaseYear < 4000;
  const recognised = and(household.rural ?? null, household.recognised ?? null);
  put(found, 'ruyuan.identification.income-threshold', -1, and(recognised, poor));
  putWithin(found, 'ruyuan.exit.two-three-one', -1, registered, lacksNothing(given, household));
  for (const { index, registered } of members) {
    putWithin(found, 'ruyuan.exit.labour-income-45pct', index, and(registered, hasLabour), home.incomeSuffices);
  }
  for (const m of members) {
    const inclusion = and(m.registered, and(isLostOrPartial(m), m.dibaoEligible));
    put(found, 'ruyuan.entitlement.dibao-inclusion-goal', m.index, inclusion);
  }
  for (const m of members) {
    const needy = or(home.incomeBelowDibaoLine, and(isLostOrPartial(m), m.dibaoEligible));
    putWithin(found, 'ruyuan.principle.development-and-backstop', m.index, and(m.registered, needy), m.inDibao);
  }
  found.push({ rule: 'ruyuan.checklist.nine-to-household', member: -1, status: nineToHousehold(home), amount: null });
  put(found, 'ruyuan.asset.investment-forms', -1, and(registered, household.wishRecorded ?? null), dividend(home));
  for (const { index, registered } of members) {
    put(found, 'ruyuan.entitlement.asset-income-2000', index, and(registered, hasLabour), 2000);
  }
  const able = and(registered, hasLabour);
  const ableAndWilling = and(able, household.willingToWork ?? null);
  putWithin(found, 'ruyuan.service.industry-one-project', -1, ableAndWilling, atLeast(home.industryProjects, 1));
  putWithin(found, 'ruyuan.service.practical-skills', -1, ableAndWilling, reaches(home.skillsLow, home.skillsHigh, 1));
  const award = external?.industryAwardAmount ?? null;
  put(found, 'ruyuan.incentive.industry-award', -1, and(registered, above(home.industryProjects, 0)), award);
  const forProduction = isOne(loan?.purpose ?? null, 'production');
  const interest = remainingInterest(home);
  put(found, 'ruyuan.entitlement.production-loan-interest', -1, and(registered, forProduction), interest);
  for (const m of members) {
    const wants = and(isAbleOrPartial(m), m.person.wantsTransferEmployment ?? null);
    put(found, 'ruyuan.entitlement.transfer-training', m.index, and(m.registered, wants));
  }
  for (const { index, registered, schoolStage } of members) {
    const vocational = isOne(schoolStage, 'secondary-vocational');
    put(found, 'ruyuan.education-aid.vocational-free', index, and(registered, vocational));
  }
  const kind = given.project?.kind ?? null;
  const hires = isEither(kind, 'rural-construction', 'poverty');
  for (const m of members) putWithin(found, 'ruyuan.obligation.local-hiring-priority', m.index, hires, m.registered);
  for (const m of members) {
    const scope = and(m.registered, and(m.person.willingToWork ?? null, isAbleOrPartial(m)));
    const served = m.person.employmentServiceReceived ?? null;
    putWithin(found, 'ruyuan.service.employment-100', m.index, scope, served);
  }
  const transferred = reaches(home.transferredLow, home.transferredHigh, 1);
  putWithin(found, 'ruyuan.service.one-transfer-per-household', -1, able, transferred);
  educationVerdicts(found, members);
  const { needsRenovation = null, work = null } = housing ?? {};
  const renovates = and(registered, needsRenovation);
  put(found, 'ruyuan.housing.upper-subsidy-priority', -1, home.dangerous);
  putWithin(found, 'ruyuan.housing.four-to-household', -1, needsRenovation, renovationDone(housing));
  const uninhabitable = and(household.livesInUninhabitableVillage ?? null, household.livesScattered ?? null);
  const relocates = and(uninhabitable, household.willingToRelocate ?? null);
  put(found, 'ruyuan.housing.relocation', -1, and(registered, relocates));
  const builds = and(renovates, isEither(work, 'new-build', 'repair'));
  putWithin(found, 'ruyuan.housing.on-top-of-upper-level', -1, builds, true);
  put(found, 'ruyuan.housing.new-build-10000', -1, and(renovates, isOne(work, 'new-build')), 10_000);
  put(found, 'ruyuan.housing.repair-2000', -1, and(renovates, isOne(work, 'repair')), 2000);
  medicalVerdicts(found, home, members);
  const qualified = and(and(registered, loan?.qualified ?? null), forProduction);
  const small = and(atMost(loan?.amount ?? null, 50_000), atMost(loan?.termMonths ?? null, 36));
  const unsecured = and(not(loan?.guaranteed ?? null), not(loan?.collateralised ?? null));
  const base = external?.baseLendingRate ?? null;
  const atBaseRate = base === null || loan?.rate == null ? null : loan.rate === base;
  put(found, 'ruyuan.finance.microloan', -1, and(and(qualified, small), and(unsecured, atBaseRate)));
  const insured = above(loan?.guaranteeInsurancePremium ?? null, 0);
  put(found, 'ruyuan.finance.guarantee-insurance', -1, and(registered, insured));
  const wholeFamily = and(home.withoutLabour, not(household.liftableByIndustryOrJob ?? null));
  const someMembers = reaches(home.dibaoLabourersLow, home.dibaoLabourersHigh, 1);
  put(found, 'ruyuan.social.dibao-no-labour', -1, and(registered, or(wholeFamily, someMembers)));
  const subsidy = external?.pensionSubsidyRate ?? null;
  for (const { index, registered, person } of members) {
    const contributes = above(person.pensionContribution ?? null, 0);
    put(found, 'ruyuan.social.pension-subsidy', index, and(registered, contributes), subsidy);
  }
  for (const { index, registered, person } of members) {
    const { pensionDue: due = null, pensionPaid: paid = null } = person;
    const scope = and(registered, person.pensionEligible ?? null);
    const suffices = due === 0 ? true : due === null || paid === null ? null : paid >= due;
    putWithin(found, 'ruyuan.social.pension-payment', index, scope, suffices);
  }
  const { capacity = null, inOperation = null, ownInvestment = null } = solar ?? {};
  const enough = atLeast(capacity, 3);
  const nothingPaid = ownInvestment === null ? null : ownInvestment === 0;
  putWithin(found, 'ruyuan.solar.framework-agreement', -1, registered, nothingPaid);
  put(found, 'ruyuan.solar.household-3kw', -1, able, 3);
  put(found, 'ruyuan.solar.household-income-3000', -1, and(registered, and(inOperation, enough)), 3000);
  putWithin(found, 'ruyuan.solar.site-ratio', -1, able, true);
  putWithin(found, 'ruyuan.solar.household-15kw', -1, able, enough);
  for (const { index, registered } of members) {
    put(found, 'ruyuan.medical.insurance-government-paid', index, registered);
  }
  for (const { index, registered, person } of members) {
    const insured = person.medicalInsured ?? null;
    put(found, 'ruyuan.medical.serious-illness-insurance-all', index, and(registered, insured));
  }
  for (const m of members) {
    const skilled = atLeast(m.person.skillCount ?? null, 1);
    putBeforeDue(found, 'ruyuan.school.targets-2018', m.index, and(m.registered, isAbleOrPartial(m)), skilled);
  }
  const onlyHouse = and(home.dangerous, housing?.onlyDwelling ?? null);
  put(found, 'ruyuan.housing.only-house-included', -1, and(registered, onlyHouse));
  const cannotRenovate = and(home.dangerous, not(housing?.canRenovate ?? null));
  const wubao = isOne(household.type ?? null, 'wubao');
  put(found, 'ruyuan.housing.wubao-placement', -1, and(wubao, cannotRenovate));
  const urgent = housing?.mostUrgent ?? null;
  putBeforeDue(found, 'ruyuan.housing.deadline-most-urgent', -1, urgent, home.renovationAccepted);
  const contacted = household.contacted ?? null;
  putWithin(found, 'ruyuan.obligation.town-leaders-stationed', -1, registered, contacted);
  putWithin(found, 'ruyuan.obligation.layered-responsibility', -1, registered, home.cadreAssigned);
  return found;
}

function lacksNothing({ area }: Case, household: Household): Truth {
  const fedAndClothed = and(household.foodSecure ?? null, household.clothingSecure ?? null);
  const taught = and(household.compulsoryEducationSecured ?? null, household.basicMedicalSecured ?? null);
  const housed = and(household.safeHousingSecured ?? null, area?.publicServicesAtAverage ?? null);
  return and(fedAndClothed, and(taught, housed));
}

function renovationDone(housing: Household['housing']): Truth {
  const { task = null, guidance = null, payment = null, acceptance = null } = housing?.stepsDone ?? {};
  return and(and(task, guidance), and(payment, acceptance));
}

function nineToHousehold({ household: { nineMeasures: nine }, registered }: HouseholdFacts): Status {
  let met = false;
  let unmet = false;
  let unknown = false;
  let maybe = false;
  for (const measure of [
    nine?.['asset-income'],
    nine?.industry,
    nine?.employment,
    nine?.education,
    nine?.housing,
    nine?.medical,
    nine?.finance,
    nine?.['social-security'],
    nine?.solar,
  ]) {
    const applicable = measure?.applicable ?? null;
    const delivered = measure?.delivered ?? null;
    if (applicable === false) continue;
    if (applicable === null && delivered) maybe = true;
    else if (applicable === null || delivered === null) unknown = true;
    else if (delivered) met = true;
    else unmet = true;
  }
  if (maybe && !met) unknown = true;
  if (registered === false || !(met || unmet || unknown)) return 'not-applicable';
  return registered === null ? 'unknown' : unmet ? 'unmet' : unknown ? 'unknown' : 'met';
}
