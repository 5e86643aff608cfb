import type { Case } from '../../packages/schemas/src/index.ts';
import { readHousehold } from '../hand-written/household-facts.ts';

export type Scalar = boolean | number | string | null;

/** One whom rules are asked of, with everything known about it: what other engines are given. */
export interface SubjectFacts {
  readonly entity: 'household' | 'person';
  readonly id: string | null;
  /** By dotted name, `household.loan.amount`; derived facts are worked out already, of counts what is certain; unknown ones are left out. */
  readonly facts: Readonly<Record<string, Scalar>>;
}

/** The household, then each member. The work is not timed: other engines start from plain facts. */
export function subjectsOf(given: Case): SubjectFacts[] {
  const { household } = given;
  if (household == null) return [];
  const home = readHousehold(given, household);
  const facts: Record<string, Scalar> = {};
  const { members: _, ...rest } = household;
  for (const [entity, object] of Object.entries({ ...given, household: rest })) flatten(entity, object, facts);
  const derived: Record<string, Scalar> = {
    'household.registered': home.registered,
    'household.hasLabour': home.hasLabour,
    'household.withoutLabour': home.withoutLabour,
    'household.inDibao': home.inDibao,
    'household.housing.dangerous': home.dangerous,
    'household.renovationAccepted': home.renovationAccepted,
    'household.poorInCase': home.registered,
    'household.linkedThroughout': home.cadreAssigned,
    'household.dibaoLabourersCovered': home.dibaoLabourersCovered,
    'household.dibaoLabourerCount': home.dibaoLabourersLow,
    'household.transferredCount': home.transferredLow,
    'household.skillCount': home.skillsLow,
    'household.industryProjectCount': home.industryProjects,
    'household.incomeOfBaseYear': home.incomeOfBaseYear,
    'household.requiredIncome': home.requiredIncome,
    'household.yearlyDibaoLine': home.yearlyDibaoLine,
  };
  for (const [name, value] of Object.entries(derived))
    if (value !== null && value !== Number.NEGATIVE_INFINITY) facts[name] = value;
  const subjects: SubjectFacts[] = [{ entity: 'household', id: home.subject.id, facts }];
  for (const { person, subject, registered, enrolled } of home.members ?? []) {
    const own: Record<string, Scalar> = { ...facts };
    flatten('person', person, own);
    if (registered !== null) own['person.registered'] = registered;
    if (enrolled !== null) own['person.enrolled'] = enrolled;
    subjects.push({ entity: 'person', id: subject.id, facts: own });
  }
  return subjects;
}

function flatten(name: string, value: unknown, facts: Record<string, Scalar>): void {
  if (value === null || value === undefined || Array.isArray(value)) return;
  if (typeof value !== 'object') facts[name] = value as Scalar;
  else for (const [key, inside] of Object.entries(value)) flatten(`${name}.${key}`, inside, facts);
}
