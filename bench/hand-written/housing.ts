import type { Outcome, Reason, RuleFinding } from '../../packages/schemas/src/index.ts';
import { housingTotal } from './amounts.ts';
import { citations } from './citations.ts';
import {
  allHold,
  beforeDue,
  checklist,
  compared,
  conjunction,
  type DueDay,
  delivered,
  equals,
  finding,
  gapAtLeast,
  isFalse,
  isTrue,
  itemIsTrue,
  nothing,
  oneOf,
  openFacts,
  spellOut,
  statusOf,
} from './finding.ts';
import type { HouseholdFacts } from './household-facts.ts';
import type { Truth } from './truth.ts';

// Sections 二(一)5 and 二(二)10.

const works = ['new-build', 'repair'];
const relocationOutcomes: Outcome[] = [{ what: 'relocation', value: true }];
const inclusionOutcomes: Outcome[] = [{ what: 'included', value: true }];
const placed: Outcome = { what: 'placed', value: true };
const endOf2017: DueDay = { due: '2017-12-31', daysLeft: 121 };

function subsidy(value: number): Outcome[] {
  return [{ what: 'subsidy', value, unit: 'yuan', per: 'household', every: 'once', comparator: 'equal' }];
}

const newBuildSubsidy = subsidy(10_000);
const repairSubsidy = subsidy(2000);

export function upperSubsidy({ household, given, subject, dangerous, income }: HouseholdFacts): RuleFinding {
  return conjunction(
    'ruyuan.housing.upper-subsidy-priority',
    'entitlement',
    citations.housingUpperSubsidyPriority,
    subject,
    [isTrue('household.housing.dangerous', dangerous)],
    [
      { what: 'subsidy', value: given.external?.upperHousingSubsidy ?? null, unit: 'yuan/household' },
      { what: 'rank', value: null },
      { what: 'danger', value: household.housing?.dangerLevel ?? null },
      { what: 'income', value: income, unit: 'yuan/person/year' },
    ],
  );
}

export function fourToHousehold({ household, subject }: HouseholdFacts): RuleFinding {
  const steps = household.housing?.stepsDone;
  const cite = citations.housingFourToHousehold;
  const prefix = 'household.housing.stepsDone';
  return checklist(
    finding('ruyuan.housing.four-to-household', 'checklist', cite, subject, 'unknown', nothing, nothing, nothing),
    isTrue('household.housing.needsRenovation', household.housing?.needsRenovation ?? null),
    [
      itemIsTrue('task', `${prefix}.task`, steps?.task ?? null),
      itemIsTrue('guidance', `${prefix}.guidance`, steps?.guidance ?? null),
      itemIsTrue('payment', `${prefix}.payment`, steps?.payment ?? null),
      itemIsTrue('acceptance', `${prefix}.acceptance`, steps?.acceptance ?? null),
    ],
  );
}

export function relocation({ household, subject, registered }: HouseholdFacts): RuleFinding {
  return conjunction(
    'ruyuan.housing.relocation',
    'entitlement',
    citations.housingRelocation,
    subject,
    [
      isTrue('household.registered', registered),
      isTrue('household.livesInUninhabitableVillage', household.livesInUninhabitableVillage ?? null),
      isTrue('household.livesScattered', household.livesScattered ?? null),
      isTrue('household.willingToRelocate', household.willingToRelocate ?? null),
    ],
    relocationOutcomes,
  );
}

export function onTop(home: HouseholdFacts): RuleFinding {
  const { household, subject, registered } = home;
  const because = [
    isTrue('household.registered', registered),
    isTrue('household.housing.needsRenovation', household.housing?.needsRenovation ?? null),
    oneOf('household.housing.work', works, household.housing?.work ?? null),
  ];
  const inScope = allHold(because);
  const rule = 'ruyuan.housing.on-top-of-upper-level';
  const kind = 'funding-rule';
  const cite = citations.housingOnTopOfUpperLevel;
  if (inScope === false) return finding(rule, kind, cite, subject, 'not-applicable', because, nothing, nothing);
  const outcomes: Outcome[] = [{ what: 'total', value: housingTotal(home), unit: 'yuan/household' }];
  if (inScope) return finding(rule, kind, cite, subject, 'met', because, outcomes, nothing);
  return finding(rule, kind, cite, subject, 'unknown', because, outcomes, openFacts(because, 0));
}

export function newBuild({ household, subject, registered }: HouseholdFacts): RuleFinding {
  return conjunction(
    'ruyuan.housing.new-build-10000',
    'entitlement',
    citations.housingNewBuild10000,
    subject,
    [
      isTrue('household.registered', registered),
      isTrue('household.housing.needsRenovation', household.housing?.needsRenovation ?? null),
      equals('household.housing.work', 'new-build', household.housing?.work ?? null),
    ],
    newBuildSubsidy,
    2,
  );
}

export function repair({ household, subject, registered }: HouseholdFacts): RuleFinding {
  return conjunction(
    'ruyuan.housing.repair-2000',
    'entitlement',
    citations.housingRepair2000,
    subject,
    [
      isTrue('household.registered', registered),
      isTrue('household.housing.needsRenovation', household.housing?.needsRenovation ?? null),
      equals('household.housing.work', 'repair', household.housing?.work ?? null),
    ],
    repairSubsidy,
    2,
  );
}

export function onlyHouse({ household, subject, registered, dangerous }: HouseholdFacts): RuleFinding {
  const { onlyDwelling = null, needsRenovation = null } = household.housing ?? {};
  const found = conjunction(
    'ruyuan.housing.only-house-included',
    'entitlement',
    citations.housingOnlyHouseIncluded,
    subject,
    [
      isTrue('household.registered', registered),
      isTrue('household.housing.dangerous', dangerous),
      isTrue('household.housing.onlyDwelling', onlyDwelling),
    ],
    inclusionOutcomes,
  );
  if (found.status !== 'unmet') found.delivered = delivered(needsRenovation);
  return found;
}

export function wubaoPlacement({ household, subject, dangerous }: HouseholdFacts): RuleFinding {
  const { canRenovate = null, placement = null } = household.housing ?? {};
  const found = conjunction(
    'ruyuan.housing.wubao-placement',
    'entitlement',
    citations.housingWubaoPlacement,
    subject,
    [
      equals('household.type', 'wubao', household.type ?? null),
      isTrue('household.housing.dangerous', dangerous),
      isFalse('household.housing.canRenovate', canRenovate),
    ],
    [placed, { what: 'placement', value: placement }],
  );
  if (found.status !== 'unmet') found.delivered = delivered(placement === null ? null : placement !== 'none');
  return found;
}

const ofCounty: Reason[] = [
  itemIsTrue('county', 'present.county', false),
  { ...compared('county.mostUrgentHouseholdCount', 'greaterThan', 0, null, null), item: 'county' },
  { ...compared('county.mostUrgentRenovatedCount', 'greaterThanInclusive', null, null, null), item: 'county' },
];
const noCounty: Reason = { ...isFalse('present.county', false), item: 'household' };

/** Asked of the county where there is one; of a household that comes alone, for itself. */
export function mostUrgent({ household, subject, renovationAccepted }: HouseholdFacts): RuleFinding {
  const urgent = itemIsTrue('household', 'household.housing.mostUrgent', household.housing?.mostUrgent ?? null);
  const accepted = itemIsTrue('household', 'household.renovationAccepted', renovationAccepted);
  const found = beforeDue(
    endOf2017,
    'ruyuan.housing.deadline-most-urgent',
    'deadline',
    citations.housingDeadlineMostUrgent,
    subject,
    urgent.holds,
    [urgent, accepted],
    renovated(renovationAccepted),
  );
  found.because = [...ofCounty, noCounty, urgent, accepted];
  // The item says what is; only the whole has a day.
  const own = urgent.holds ? statusOf(accepted.holds) : found.status;
  found.items = [
    { key: 'county', status: 'not-applicable' },
    { key: 'household', status: own },
  ];
  return spellOut(found, 'household.renovationAccepted', [
    'household.housing.completedDate',
    'household.housing.stepsDone.acceptance',
  ]);
}

function renovated(accepted: Truth): Outcome[] {
  const actual = accepted === null ? null : accepted ? 1 : 0;
  const gap = gapAtLeast(1, actual);
  return [{ what: 'households', value: 1, unit: 'households', comparator: 'at-least', actual, gap }];
}
