import type { Outcome, RuleFinding } from '../../packages/schemas/src/index.ts';
import { share, specialOutpatientRate, specialReimbursement } from './amounts.ts';
import { citations } from './citations.ts';
import { alsoNeeds, compared, conjunction, delivered, isTrue } from './finding.ts';
import type { HouseholdFacts, MemberFacts } from './household-facts.ts';

// Sections 二(一)6 and 二(二)4.

const reliefOutcomes: Outcome[] = [{ what: 'relief', value: null, unit: 'yuan', per: 'person', comparator: 'equal' }];
const coverageOutcomes: Outcome[] = [{ what: 'coverage', value: true }];
const wholePremium: Outcome = { what: 'rate', value: 100, unit: '%' };

export function premium({ person, registered, subject }: MemberFacts): RuleFinding {
  const value = person.medicalPremium ?? null;
  const found = conjunction(
    'ruyuan.medical.premium-full-subsidy',
    'entitlement',
    citations.medicalPremiumFullSubsidy,
    subject,
    [isTrue('person.registered', registered)],
    [{ what: 'premium', value, unit: 'yuan', per: 'person', every: 'year', comparator: 'equal' }],
  );
  if (found.status === 'unmet') return found;
  found.delivered = delivered(person.medicalInsured ?? null);
  return value === null ? alsoNeeds(found, ['person.medicalPremium']) : found;
}

export function midYearEnrolment({ person, registered, subject }: MemberFacts): RuleFinding {
  const paid = person.medicalInsurancePaidDate ?? null;
  const found = conjunction(
    'ruyuan.medical.mid-year-enrolment',
    'entitlement',
    citations.medicalMidYearEnrolment,
    subject,
    [isTrue('person.registered', registered)],
    [{ what: 'benefits-from', value: paid === null ? null : firstOfNextMonth(paid) }],
  );
  if (found.status !== 'unmet') found.delivered = delivered(person.medicalInsured ?? null);
  return found;
}

function firstOfNextMonth(day: string): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return month === 12 ? `${year + 1}-01-01` : `${year}-${month < 9 ? '0' : ''}${month + 1}-01`;
}

export function inpatient({ person, registered, subject }: MemberFacts): RuleFinding {
  const value = share(person.medical?.inpatientInScopeCost ?? null, 70);
  const found = conjunction(
    'ruyuan.medical.inpatient-70',
    'entitlement',
    citations.medicalInpatient70,
    subject,
    [isTrue('person.registered', registered)],
    [{ what: 'reimbursement', value, unit: 'yuan', per: 'person', every: 'admission', comparator: 'at-least' }],
  );
  const needs = value === null && found.status !== 'unmet';
  return needs ? alsoNeeds(found, ['person.medical.inpatientInScopeCost']) : found;
}

export function outpatient({ person, registered, subject }: MemberFacts): RuleFinding {
  const value = share(person.medical?.ordinaryOutpatientCost ?? null, 50);
  const found = conjunction(
    'ruyuan.medical.outpatient-50',
    'entitlement',
    citations.medicalOutpatient50,
    subject,
    [isTrue('person.registered', registered)],
    [{ what: 'reimbursement', value, unit: 'yuan', per: 'person', every: 'visit', comparator: 'at-least' }],
  );
  const needs = value === null && found.status !== 'unmet';
  return needs ? alsoNeeds(found, ['person.medical.ordinaryOutpatientCost']) : found;
}

export function specialOutpatient(home: HouseholdFacts, member: MemberFacts): RuleFinding {
  const { person, registered, subject } = member;
  const cost = person.medical?.specialOutpatientCost ?? null;
  const [low, high] = specialOutpatientRate(home, member);
  const value = specialReimbursement(cost, low, high);
  const found = conjunction(
    'ruyuan.medical.special-outpatient',
    'entitlement',
    citations.medicalSpecialOutpatient,
    subject,
    [isTrue('person.registered', registered)],
    [
      { what: 'reimbursement', value, unit: 'yuan', per: 'person', every: 'visit', comparator: 'equal' },
      { what: 'rate', value: low === high ? low : null, unit: '%' },
    ],
  );
  if (value !== null || found.status === 'unmet') return found;
  const needed = cost === null ? ['person.medical.specialOutpatientCost'] : [];
  if (low !== high) {
    const level = person.medical?.hospitalLevel ?? null;
    const rates = home.given.external?.inpatientRates;
    if (level === null) needed.push('person.medical.hospitalLevel');
    for (const each of ['level-1', 'level-2', 'level-3'] as const) {
      if ((level === null || level === each) && rates?.[each] == null) needed.push(`external.inpatientRates.${each}`);
    }
  }
  return alsoNeeds(found, needed);
}

export function specialRelief({ person, registered, subject }: MemberFacts): RuleFinding {
  const cost = person.medical?.compliantOutpatientOwnCost ?? null;
  return conjunction(
    'ruyuan.medical.special-outpatient-relief',
    'entitlement',
    citations.medicalSpecialOutpatientRelief,
    subject,
    [
      isTrue('person.registered', registered),
      compared('person.medical.compliantOutpatientOwnCost', 'greaterThan', 0, cost, cost === null ? null : cost > 0),
    ],
    reliefOutcomes,
  );
}

export function seriousIllness({ person, registered, subject }: MemberFacts): RuleFinding {
  const found = conjunction(
    'ruyuan.medical.serious-illness',
    'entitlement',
    citations.medicalSeriousIllness,
    subject,
    [isTrue('person.registered', registered)],
    coverageOutcomes,
  );
  if (found.status !== 'unmet') found.delivered = delivered(person.seriousIllnessCovered ?? null);
  return found;
}

export function governmentPaid({ person, registered, subject }: MemberFacts): RuleFinding {
  const found = conjunction(
    'ruyuan.medical.insurance-government-paid',
    'entitlement',
    citations.medicalInsuranceGovernmentPaid,
    subject,
    [isTrue('person.registered', registered)],
    [wholePremium, { what: 'subsidy', value: person.medicalPremium ?? null, unit: 'yuan/year' }],
  );
  if (found.status !== 'unmet') found.delivered = delivered(person.medicalInsured ?? null);
  return found;
}

export function seriousIllnessInsurance({ person, registered, subject }: MemberFacts): RuleFinding {
  const found = conjunction(
    'ruyuan.medical.serious-illness-insurance-all',
    'entitlement',
    citations.medicalSeriousIllnessInsuranceAll,
    subject,
    [isTrue('person.registered', registered), isTrue('person.medicalInsured', person.medicalInsured ?? null)],
    coverageOutcomes,
  );
  if (found.status !== 'unmet') found.delivered = delivered(person.seriousIllnessCovered ?? null);
  return found;
}
