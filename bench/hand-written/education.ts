import type { Citation, Outcome, RuleFinding } from '../../packages/schemas/src/index.ts';
import { citations } from './citations.ts';
import {
  beforeDue,
  compared,
  conjunction,
  type DueDay,
  equals,
  gapAtLeast,
  isFalse,
  isTrue,
  nothing,
  oneOf,
  withinScope,
} from './finding.ts';
import type { MemberFacts } from './household-facts.ts';
import { and, atLeast } from './truth.ts';

// Section 二(一)4, the vocational schools of 二(一)3 and the skills of 二(二)8.

const basic = ['primary', 'junior-secondary'];
const twelveYears = ['primary', 'junior-secondary', 'senior-secondary'];
const senior = ['senior-secondary', 'secondary-vocational'];
const ableOrPartial = ['able', 'partial'];
const endOf2018: DueDay = { due: '2018-12-31', daysLeft: 486 };
const university = ['higher-vocational', 'undergraduate'];

function aid(what: string, value: number | null, every: string): Outcome[] {
  return [{ what, value, unit: 'yuan', per: 'person', every, comparator: 'equal' }];
}

const exemptions = aid('exemptions', null, 'school-year');
const stateAid = aid('aid', null, 'school-year');
const universityAid = aid('aid', 5000, 'year');
const seniorAid = aid('aid', 3000, 'year');
const basicAid = aid('aid', 2500, 'year');
const preschoolAid = aid('aid', 1000, 'year');
const freeVocational: Outcome[] = [{ what: 'tuition', value: 0, unit: 'yuan/person/year' }];
const freeTuition: Outcome[] = [
  { what: 'tuition', value: 0, unit: 'yuan' },
  { what: 'years', value: 12, unit: 'years' },
];

export function vocationalFree({ registered, schoolStage, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.education-aid.vocational-free',
    'entitlement',
    citations.educationAidVocationalFree,
    subject,
    [isTrue('person.registered', registered), equals('person.schoolStage', 'secondary-vocational', schoolStage)],
    freeVocational,
    1,
  );
}

export function twoExemptions({ schoolStage, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.education-aid.two-exemptions',
    'entitlement',
    citations.educationAidTwoExemptions,
    subject,
    [oneOf('person.schoolStage', basic, schoolStage)],
    exemptions,
  );
}

export function freeTuitionTwelveYears({ registered, schoolStage, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.education-aid.free-tuition-12-years',
    'entitlement',
    citations.educationAidFreeTuition12Years,
    subject,
    [isTrue('person.registered', registered), oneOf('person.schoolStage', twelveYears, schoolStage)],
    freeTuition,
    1,
  );
}

export function stateAndProvinceAid({ registered, schoolStage, subject }: MemberFacts): RuleFinding {
  const attends = schoolStage === null ? null : schoolStage !== 'none';
  return conjunction(
    'ruyuan.education-aid.state-and-province-aid',
    'entitlement',
    citations.educationAidStateAndProvinceAid,
    subject,
    [isTrue('person.registered', registered), compared('person.schoolStage', 'notEqual', 'none', schoolStage, attends)],
    stateAid,
  );
}

export function noDropout({ person, registered, subject }: MemberFacts): RuleFinding {
  return withinScope(
    'ruyuan.education-aid.no-dropout',
    'service-target',
    citations.educationAidNoDropout,
    subject,
    registered,
    [
      isTrue('person.registered', registered),
      isFalse('person.droppedOutForPoverty', person.droppedOutForPoverty ?? null),
    ],
    nothing,
  );
}

export function universityStudents({ person, registered, enrolled, schoolStage, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.education-aid.university',
    'entitlement',
    citations.educationAidUniversity,
    subject,
    [
      isTrue('person.registered', registered),
      isTrue('person.enrolled', enrolled),
      oneOf('person.schoolStage', university, schoolStage),
      isTrue('person.studiesFullTime', person.studiesFullTime ?? null),
    ],
    universityAid,
    2,
  );
}

function pupils(rule: string, cite: Citation, member: MemberFacts, stages: string[], outcomes: Outcome[]): RuleFinding {
  return conjunction(
    rule,
    'entitlement',
    cite,
    member.subject,
    [
      isTrue('person.registered', member.registered),
      isTrue('person.enrolled', member.enrolled),
      oneOf('person.schoolStage', stages, member.schoolStage),
    ],
    outcomes,
    2,
  );
}

export function seniorPupils(member: MemberFacts): RuleFinding {
  const rule = 'ruyuan.education-aid.senior-and-vocational';
  return pupils(rule, citations.educationAidSeniorAndVocational, member, senior, seniorAid);
}

export function basicPupils(member: MemberFacts): RuleFinding {
  const rule = 'ruyuan.education-aid.primary-and-junior';
  return pupils(rule, citations.educationAidPrimaryAndJunior, member, basic, basicAid);
}

export function preschoolChildren({ registered, enrolled, schoolStage, subject }: MemberFacts): RuleFinding {
  return conjunction(
    'ruyuan.education-aid.preschool',
    'entitlement',
    citations.educationAidPreschool,
    subject,
    [
      isTrue('person.registered', registered),
      isTrue('person.enrolled', enrolled),
      equals('person.schoolStage', 'preschool', schoolStage),
    ],
    preschoolAid,
    2,
  );
}

export function skillOfLabourer({ person, registered, labourAbility, subject }: MemberFacts): RuleFinding {
  const actual = person.skillCount ?? null;
  const able = oneOf('person.labourAbility', ableOrPartial, labourAbility);
  return beforeDue(
    endOf2018,
    'ruyuan.school.targets-2018',
    'exit-standard',
    citations.schoolTargets2018,
    subject,
    and(registered, able.holds),
    [
      isTrue('person.registered', registered),
      able,
      compared('person.skillCount', 'greaterThanInclusive', 1, actual, atLeast(actual, 1)),
    ],
    [
      {
        what: 'skills',
        value: 1,
        unit: 'items',
        per: 'person',
        comparator: 'at-least',
        actual,
        gap: gapAtLeast(1, actual),
      },
    ],
  );
}
