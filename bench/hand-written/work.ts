import type { Outcome, RuleFinding } from '../../packages/schemas/src/index.ts';
import { dividend, remainingInterest } from './amounts.ts';
import { citations } from './citations.ts';
import {
  alsoNeeds,
  compared,
  conjunction,
  equals,
  gapAtLeast,
  isTrue,
  nothing,
  oneOf,
  spellOut,
  withinScope,
} from './finding.ts';
import type { HouseholdFacts, MemberFacts } from './household-facts.ts';
import { and, isOne, reaches } from './truth.ts';

// Assets, industry, skills and jobs: sections 二(一)1, 二(一)2 and 二(一)3.

const ableOrPartial = ['able', 'partial'];
const hiringProjects = ['rural-construction', 'poverty'];
const assetIncomeOutcomes: Outcome[] = [
  { what: 'income', value: 2000, unit: 'yuan', per: 'person', every: 'year', comparator: 'equal' },
];
const trainingOutcomes: Outcome[] = [
  { what: 'training', value: true },
  { what: 'fee', value: 0, unit: 'yuan' },
];
const skillsAim: Outcome = { what: 'skills-aim', value: 2, unit: 'items' };

export function investmentForms(home: HouseholdFacts): RuleFinding {
  const { household, given, subject, registered } = home;
  const value = dividend(home);
  const found = conjunction(
    'ruyuan.asset.investment-forms',
    'entitlement',
    citations.assetInvestmentForms,
    subject,
    [isTrue('household.registered', registered), isTrue('household.wishRecorded', household.wishRecorded ?? null)],
    [{ what: 'dividend', value, unit: 'yuan', per: 'household', every: 'year', comparator: 'equal' }],
  );
  if (value !== null || found.status === 'unmet') return found;
  return alsoNeeds(found, [
    given.fund?.distributableProfit == null && 'fund.distributableProfit',
    household.equity?.shares == null && 'household.equity.shares',
    given.fund?.totalShares == null && 'fund.totalShares',
  ]);
}

export function assetIncome({ hasLabour }: HouseholdFacts, { registered, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.entitlement.asset-income-2000',
    'entitlement',
    citations.entitlementAssetIncome2000,
    subject,
    [isTrue('person.registered', registered), isTrue('household.hasLabour', hasLabour)],
    assetIncomeOutcomes,
  );
}

export function oneIndustryProject(home: HouseholdFacts): RuleFinding {
  const { household, subject, registered, hasLabour, industryProjects: count } = home;
  const willing = household.willingToWork ?? null;
  const fact = 'household.industryProjectCount';
  const found = withinScope(
    'ruyuan.service.industry-one-project',
    'service-target',
    citations.serviceIndustryOneProject,
    subject,
    and(and(registered, hasLabour), willing),
    [
      isTrue('household.registered', registered),
      isTrue('household.hasLabour', hasLabour),
      isTrue('household.willingToWork', willing),
      compared(fact, 'greaterThanInclusive', 1, count, count === null ? null : count >= 1),
    ],
    [leastOne('industries', 'items', count)],
  );
  return count === null ? spellOut(found, fact, ['household.industryProjects']) : found;
}

function leastOne(what: string, unit: string, actual: number | null): Outcome {
  return { what, value: 1, unit, per: 'household', comparator: 'at-least', actual, gap: gapAtLeast(1, actual) };
}

export function practicalSkills(home: HouseholdFacts): RuleFinding {
  const { household, subject, registered, hasLabour, skillsLow, skillsHigh, members } = home;
  const willing = household.willingToWork ?? null;
  const count = skillsLow === skillsHigh ? skillsLow : null;
  const enough = reaches(skillsLow, skillsHigh, 1);
  const fact = 'household.skillCount';
  const outcomes = [leastOne('skills', 'items', count)];
  const found = withinScope(
    'ruyuan.service.practical-skills',
    'service-target',
    citations.servicePracticalSkills,
    subject,
    and(and(registered, hasLabour), willing),
    [
      isTrue('household.registered', registered),
      isTrue('household.hasLabour', hasLabour),
      isTrue('household.willingToWork', willing),
      compared(fact, 'greaterThanInclusive', 1, count, enough),
    ],
    outcomes,
  );
  // Not where it is certain already that nothing can come of it.
  if (enough !== false && found.status !== 'unmet') outcomes.push(skillsAim);
  return enough === null
    ? spellOut(found, fact, [members === null ? 'household.members' : 'person.skillCount'])
    : found;
}

export function industryAward({ given, subject, registered, industryProjects: count }: HouseholdFacts): RuleFinding {
  const value = given.external?.industryAwardAmount ?? null;
  const fact = 'household.industryProjectCount';
  const found = conjunction(
    'ruyuan.incentive.industry-award',
    'incentive',
    citations.incentiveIndustryAward,
    subject,
    [
      isTrue('household.registered', registered),
      compared(fact, 'greaterThan', 0, count, count === null ? null : count > 0),
    ],
    [{ what: 'award', value, unit: 'yuan', per: 'household', comparator: 'equal' }],
  );
  if (count === null) spellOut(found, fact, ['household.industryProjects']);
  return value === null && found.status !== 'unmet' ? alsoNeeds(found, ['external.industryAwardAmount']) : found;
}

export function productionLoanInterest(home: HouseholdFacts): RuleFinding {
  const { household, subject, registered } = home;
  const { loan } = household;
  const value = remainingInterest(home);
  const found = conjunction(
    'ruyuan.entitlement.production-loan-interest',
    'entitlement',
    citations.entitlementProductionLoanInterest,
    subject,
    [isTrue('household.registered', registered), equals('household.loan.purpose', 'production', loan?.purpose ?? null)],
    [
      { what: 'interest', value, unit: 'yuan', per: 'household', comparator: 'equal' },
      { what: 'own-interest', value: 0, unit: 'yuan' },
    ],
  );
  if (value !== null || found.status === 'unmet') return found;
  return alsoNeeds(found, [
    loan?.interest == null && 'household.loan.interest',
    loan?.provincialSubsidy == null && 'household.loan.provincialSubsidy',
    loan?.municipalSubsidy == null && 'household.loan.municipalSubsidy',
  ]);
}

export function transferTraining({ person, registered, labourAbility, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.entitlement.transfer-training',
    'entitlement',
    citations.entitlementTransferTraining,
    subject,
    [
      isTrue('person.registered', registered),
      oneOf('person.labourAbility', ableOrPartial, labourAbility),
      isTrue('person.wantsTransferEmployment', person.wantsTransferEmployment ?? null),
    ],
    trainingOutcomes,
  );
}

export function localHiring({ given }: HouseholdFacts, { person, registered, subject }: MemberFacts): RuleFinding {
  const village = given.project?.village ?? null;
  const local = village === null ? null : isOne(person.village ?? null, village);
  const rank = registered === false ? 3 : registered === null || local === null ? null : local ? 1 : 2;
  const project = oneOf('project.kind', hiringProjects, given.project?.kind ?? null);
  return withinScope(
    'ruyuan.obligation.local-hiring-priority',
    'obligation',
    citations.obligationLocalHiringPriority,
    subject,
    project.holds,
    [project, isTrue('person.registered', registered)],
    rank === null ? nothing : [{ what: 'rank', value: rank }],
  );
}

export function employmentService({ person, registered, labourAbility, subject }: MemberFacts): RuleFinding {
  const willing = person.willingToWork ?? null;
  const received = person.employmentServiceReceived ?? null;
  const able = oneOf('person.labourAbility', ableOrPartial, labourAbility);
  return withinScope(
    'ruyuan.service.employment-100',
    'service-target',
    citations.serviceEmployment100,
    subject,
    and(and(registered, willing), able.holds),
    [
      isTrue('person.registered', registered),
      isTrue('person.willingToWork', willing),
      able,
      isTrue('person.employmentServiceReceived', received),
    ],
    [{ what: 'service', value: true, per: 'person', comparator: 'all', actual: received, gap: null }],
  );
}

export function oneTransfer(home: HouseholdFacts): RuleFinding {
  const { subject, registered, hasLabour, transferredLow, transferredHigh, members } = home;
  const count = transferredLow === transferredHigh ? transferredLow : null;
  const enough = reaches(transferredLow, transferredHigh, 1);
  const fact = 'household.transferredCount';
  const found = withinScope(
    'ruyuan.service.one-transfer-per-household',
    'service-target',
    citations.serviceOneTransferPerHousehold,
    subject,
    and(registered, hasLabour),
    [
      isTrue('household.registered', registered),
      isTrue('household.hasLabour', hasLabour),
      compared(fact, 'greaterThanInclusive', 1, count, enough),
    ],
    [leastOne('transferred', 'persons', count)],
  );
  return enough === null
    ? spellOut(found, fact, [members === null ? 'household.members' : 'person.employmentStatus'])
    : found;
}
