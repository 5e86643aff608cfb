import type { Case, Household, Person, Subject } from '../../packages/schemas/src/index.ts';
import { and, isNot, not, or, type Truth } from './truth.ts';

/** The day of the facts. */
const assessedOn = '2017-09-01';

/** What is known about a member, read once. Unknown is null. */
export interface MemberFacts {
  readonly person: Person;
  /** Place in the household's list. */
  readonly index: number;
  readonly subject: Subject;
  readonly registered: Truth;
  readonly enrolled: Truth;
  readonly schoolStage: Exclude<Person['schoolStage'], undefined>;
  readonly labourAbility: Exclude<Person['labourAbility'], undefined>;
  readonly dibaoEligible: Truth;
  readonly inDibao: Truth;
}

/** What is known about a household, with what follows from its members. A count that is not settled lies from low to high. */
export interface HouseholdFacts {
  readonly household: Household;
  readonly given: Case;
  readonly subject: Subject;
  /** Null where they are not listed. */
  readonly members: readonly MemberFacts[] | null;
  readonly registered: Truth;
  readonly hasLabour: Truth;
  readonly withoutLabour: Truth;
  readonly inDibao: Truth;
  readonly dangerous: Truth;
  readonly renovationAccepted: Truth;
  readonly cadreAssigned: Truth;
  readonly dibaoLabourersCovered: Truth;
  readonly dibaoLabourersLow: number;
  readonly dibaoLabourersHigh: number;
  readonly transferredLow: number;
  readonly transferredHigh: number;
  readonly skillsLow: number;
  readonly skillsHigh: number;
  readonly industryProjects: number | null;
  readonly income: number | null;
  readonly incomeOfBaseYear: number | null;
  /** 45% of the province's rural income, in yuan. */
  readonly requiredIncome: number | null;
  readonly yearlyDibaoLine: number | null;
  readonly incomeSuffices: Truth;
  readonly incomeBelowDibaoLine: Truth;
}

export function readHousehold(given: Case, household: Household): HouseholdFacts {
  const registered = household.registered ?? (household.type === 'none' ? false : null);
  const members = household.members == null ? null : readMembers(household.members, registered);
  const hasLabour = household.hasLabour ?? labourOf(members);
  const inDibao = household.inDibao ?? dibaoOf(members);

  let dibaoLabourersCovered: Truth = members === null ? null : true;
  let dibaoLabourersLow = 0;
  let dibaoLabourersHigh = members === null ? Number.POSITIVE_INFINITY : 0;
  let transferredLow = 0;
  let transferredHigh = dibaoLabourersHigh;
  let skillsLow = members === null ? Number.NEGATIVE_INFINITY : 0;
  let skillsHigh = dibaoLabourersHigh;
  let noneAble: Truth = members === null ? null : members.length > 0;
  for (const { person, labourAbility, dibaoEligible, inDibao: own } of members ?? []) {
    const labourer = and(isLabourer(labourAbility), dibaoEligible);
    if (labourer !== false) {
      dibaoLabourersHigh += 1;
      if (labourer === true) dibaoLabourersLow += 1;
      dibaoLabourersCovered = and(dibaoLabourersCovered, or(not(labourer), own ?? inDibao));
    }
    const status = person.employmentStatus ?? null;
    if (status === 'transferred') transferredLow += 1;
    if (status === 'transferred' || status === null) transferredHigh += 1;
    skillsLow += person.skillCount ?? 0;
    skillsHigh += person.skillCount ?? Number.POSITIVE_INFINITY;
    noneAble = and(noneAble, isNot(labourAbility, 'able'));
  }

  const income = household.perCapitaDisposableIncome ?? null;
  const provincial = given.province?.ruralPerCapitaDisposableIncome ?? null;
  const monthlyLine = given.external?.dibaoLine ?? null;
  const requiredIncome = provincial === null ? null : (45 * Math.round(provincial * 100)) / 10_000;
  const yearlyDibaoLine = monthlyLine === null ? null : (12 * Math.round(monthlyLine * 100)) / 100;
  return {
    household,
    given,
    subject: { entity: 'household', id: household.id ?? null },
    members,
    registered,
    hasLabour,
    withoutLabour: or(not(hasLabour), noneAble),
    inDibao,
    dangerous: household.housing?.dangerous ?? dangerOf(household.housing?.dangerLevel),
    renovationAccepted: acceptanceOf(household.housing),
    cadreAssigned: household.assignedCadre == null ? null : household.assignedCadre !== '',
    dibaoLabourersCovered,
    dibaoLabourersLow,
    dibaoLabourersHigh,
    transferredLow,
    transferredHigh,
    skillsLow,
    skillsHigh,
    industryProjects: household.industryProjects?.length ?? null,
    income,
    incomeOfBaseYear: household.incomeYear === 2015 ? income : null,
    requiredIncome,
    yearlyDibaoLine,
    // Neither line can be below zero, whatever it is.
    incomeSuffices:
      income === null ? null : requiredIncome !== null ? income >= requiredIncome : income < 0 ? false : null,
    incomeBelowDibaoLine:
      income === null ? null : yearlyDibaoLine !== null ? income < yearlyDibaoLine : income < 0 ? true : null,
  };
}

function readMembers(persons: readonly Person[], registered: Truth): MemberFacts[] {
  const members: MemberFacts[] = [];
  for (let index = 0; index < persons.length; index++) {
    const person = persons[index] as Person;
    const schoolStage = person.schoolStage ?? null;
    members.push({
      person,
      index,
      subject: person.id == null ? { entity: 'person', id: null, index } : { entity: 'person', id: person.id },
      registered: person.registered ?? registered,
      enrolled: person.enrolled ?? isNot(schoolStage, 'none'),
      schoolStage,
      labourAbility: person.labourAbility ?? null,
      dibaoEligible: person.dibaoEligible ?? null,
      inDibao: person.inDibao ?? null,
    });
  }
  return members;
}

function isLabourer(ability: MemberFacts['labourAbility']): Truth {
  return ability === null ? null : ability === 'able' || ability === 'partial';
}

export function dangerOf(level: string | null | undefined): Truth {
  return level == null ? null : level === 'c' || level === 'd';
}

/** By its day; without one, by the step. */
function acceptanceOf(housing: Household['housing']): Truth {
  const completed = housing?.completedDate ?? null;
  return completed === null ? (housing?.stepsDone?.acceptance ?? null) : completed <= assessedOn;
}

/** Someone is able: yes. Everyone is listed as having none: no. */
export function labourOf(members: readonly MemberFacts[] | null): Truth {
  if (members === null || members.length === 0) return null;
  let open = false;
  let partial = false;
  for (const { labourAbility } of members) {
    if (labourAbility === 'able') return true;
    if (labourAbility === null) open = true;
    if (labourAbility === 'partial') partial = true;
  }
  return open || partial ? null : false;
}

/** All members are in dibao, or none is. */
export function dibaoOf(members: readonly MemberFacts[] | null): Truth {
  if (members === null || members.length === 0) return null;
  const first = (members[0] as MemberFacts).inDibao;
  for (const { inDibao } of members) if (inDibao !== first) return null;
  return first;
}
