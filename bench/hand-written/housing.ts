import type { Outcome, RuleFinding } from '../../packages/schemas/src/index.ts';
import { housingTotal } from './amounts.ts';
import { citations } from './citations.ts';
import {
  allHold,
  checklist,
  conjunction,
  equals,
  finding,
  isTrue,
  itemIsTrue,
  nothing,
  oneOf,
  openFacts,
} from './finding.ts';
import type { HouseholdFacts } from './household-facts.ts';

// Section 二(一)5.

const works = ['new-build', 'repair'];
const relocationOutcomes: Outcome[] = [{ what: 'relocation', value: true }];

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
