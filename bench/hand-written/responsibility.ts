import type { Reason, RuleFinding } from '../../packages/schemas/src/index.ts';
import { citations } from './citations.ts';
import { compared, gapAtLeast, isFalse, itemIsTrue, spellOut, withinScope } from './finding.ts';
import type { HouseholdFacts } from './household-facts.ts';

// Who answers for a household: sections 二(二)13 and 三(一). Their items about a village or a town do not apply here, where a
// household comes alone.

const ofVillage: Reason[] = [
  itemIsTrue('village', 'present.village', false),
  itemIsTrue('village', 'village.townLeaderLinked', null),
  { ...isFalse('present.household', true), item: 'households' },
  { ...compared('village.registeredHouseholdCount', 'greaterThan', 0, null, null), item: 'households' },
  { ...compared('village.contactedHouseholdCount', 'greaterThanInclusive', null, null, null), item: 'households' },
];
const householdIsThere = itemIsTrue('household', 'present.household', true);

export function townLeaders({ household, subject, registered }: HouseholdFacts): RuleFinding {
  const contacted = household.contacted ?? null;
  const actual = contacted === null ? null : contacted ? 1 : 0;
  const poor = itemIsTrue('household', 'household.registered', registered);
  const visited = itemIsTrue('household', 'household.contacted', contacted);
  const found = withinScope(
    'ruyuan.obligation.town-leaders-stationed',
    'obligation',
    citations.obligationTownLeadersStationed,
    subject,
    registered,
    [poor, visited],
    [
      {
        what: 'households',
        value: 1,
        unit: 'households',
        comparator: 'at-least',
        actual,
        gap: gapAtLeast(1, actual),
      },
    ],
  );
  found.because = [...ofVillage, householdIsThere, poor, visited];
  found.items = [
    { key: 'village', status: 'not-applicable' },
    { key: 'households', status: 'not-applicable' },
    { key: 'household', status: found.status },
  ];
  return found;
}

const ofTown: Reason[] = [
  itemIsTrue('county-town', 'present.town', false),
  itemIsTrue('county-town', 'town.countyLeaderNamed', null),
  itemIsTrue('town-area', 'present.town', false),
  itemIsTrue('town-area', 'town.areaLeadersNamed', null),
];
const letter: Reason[] = [
  itemIsTrue('letter', 'present.town', false),
  itemIsTrue('letter', 'town.responsibilityLetterSigned', null),
];

export function layeredResponsibility({ subject, registered, cadreAssigned }: HouseholdFacts): RuleFinding {
  const poor = itemIsTrue('cadre-household', 'household.poorInCase', registered);
  const linked = itemIsTrue('cadre-household', 'household.linkedThroughout', cadreAssigned);
  const found = withinScope(
    'ruyuan.obligation.layered-responsibility',
    'obligation',
    citations.obligationLayeredResponsibility,
    subject,
    registered,
    [poor, linked],
    [{ what: 'coverage', value: true, comparator: 'all', actual: cadreAssigned, gap: null }],
  );
  found.because = [...ofTown, poor, linked, ...letter];
  found.items = [
    { key: 'county-town', status: 'not-applicable' },
    { key: 'town-area', status: 'not-applicable' },
    { key: 'cadre-household', status: found.status },
    { key: 'letter', status: 'not-applicable' },
  ];
  spellOut(found, 'household.poorInCase', ['household.registered']);
  return spellOut(found, 'household.linkedThroughout', ['household.assignedCadre']);
}
