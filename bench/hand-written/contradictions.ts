import type { Contradiction, Subject } from '../../packages/schemas/src/index.ts';
import { dangerOf, dibaoOf, type HouseholdFacts, labourOf, type MemberFacts } from './household-facts.ts';
import { isNot, or, type Truth } from './truth.ts';

type Plain = boolean | number | string;

/** Facts that were given and follow from others as something else. */
export function contradictionsIn(home: HouseholdFacts): Contradiction[] {
  const { household, subject, members } = home;
  const found: Contradiction[] = [];
  const { housing } = household;
  check(found, 'household.hasLabour', subject, household.hasLabour, labourOf(members));
  check(found, 'household.housing.dangerous', subject, housing?.dangerous, dangerOf(housing?.dangerLevel));
  check(found, 'household.inDibao', subject, household.inDibao, dibaoOf(members));
  check(found, 'household.memberCount', subject, household.memberCount, members?.length);
  check(found, 'household.registered', subject, household.registered, household.type === 'none' ? false : null);
  for (const member of members ?? []) contradictionsOf(found, home, member);
  return found;
}

function contradictionsOf(
  found: Contradiction[],
  home: HouseholdFacts,
  { person, subject, schoolStage }: MemberFacts,
): void {
  const health = person.healthStatus ?? null;
  const suffers = (code: 'chronic' | 'serious' | 'disabled'): Truth => (health === null ? null : health.includes(code));
  if (person.disabled != null) check(found, 'person.disabled', subject, person.disabled, suffers('disabled'));
  check(found, 'person.enrolled', subject, person.enrolled, isNot(schoolStage, 'none'));
  if (person.ill != null) check(found, 'person.ill', subject, person.ill, or(suffers('chronic'), suffers('serious')));
  check(found, 'person.registered', subject, person.registered, home.registered);
}

function check(
  found: Contradiction[],
  fact: string,
  subject: Subject,
  supplied: Plain | null | undefined,
  derived: Plain | null | undefined,
): void {
  if (supplied == null || derived == null || supplied === derived) return;
  found.push({
    rule: `contradiction.${fact}`,
    kind: 'contradiction',
    subject,
    status: 'unmet',
    fact,
    supplied,
    derived,
    outcomes: [],
    missing: [],
    because: [{ fact, operator: 'equal', expected: derived, actual: supplied, holds: false }],
    cite: null,
  });
}
