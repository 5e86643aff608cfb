import type { RuleFinding } from '../../packages/schemas/src/index.ts';
import { citations } from './citations.ts';
import {
  alsoNeeds,
  checklist,
  compared,
  conjunction,
  finding,
  gapAtLeast,
  gapAtMost,
  isTrue,
  itemIsTrue,
  nothing,
  spellOut,
  withinScope,
} from './finding.ts';
import type { HouseholdFacts, MemberFacts } from './household-facts.ts';
import { and } from './truth.ts';

// Who is poor, who has left poverty, and pensions: sections 一(二), 一(三) and 二(一)8.

export function incomeThreshold({ household, subject, incomeOfBaseYear }: HouseholdFacts): RuleFinding {
  const below = incomeOfBaseYear === null ? null : incomeOfBaseYear < 4000;
  const because = [
    isTrue('household.rural', household.rural ?? null),
    isTrue('household.recognised', household.recognised ?? null),
    compared('household.incomeOfBaseYear', 'lessThan', 4000, incomeOfBaseYear, below),
  ];
  const found = conjunction(
    'ruyuan.identification.income-threshold',
    'identification',
    citations.identificationIncomeThreshold,
    subject,
    because,
    nothing,
  );
  found.outcomes = [
    {
      what: 'income',
      value: 4000,
      unit: 'yuan/person/year',
      comparator: 'less-than',
      actual: incomeOfBaseYear,
      gap: gapAtMost(4000, incomeOfBaseYear),
    },
  ];
  if (found.status !== 'unknown' || below !== null) return found;
  const isOfBaseYear = household.incomeYear === 2015;
  return spellOut(found, 'household.incomeOfBaseYear', [
    ...(isOfBaseYear ? [] : ['household.incomeYear']),
    ...((isOfBaseYear || household.incomeYear == null) && household.perCapitaDisposableIncome == null
      ? ['household.perCapitaDisposableIncome']
      : []),
  ]);
}

export function twoThreeOne({ household, subject, given, registered }: HouseholdFacts): RuleFinding {
  return checklist(
    finding(
      'ruyuan.exit.two-three-one',
      'exit-standard',
      citations.exitTwoThreeOne,
      subject,
      'unknown',
      nothing,
      nothing,
      nothing,
    ),
    isTrue('household.registered', registered),
    [
      itemIsTrue('food', 'household.foodSecure', household.foodSecure ?? null),
      itemIsTrue('clothing', 'household.clothingSecure', household.clothingSecure ?? null),
      itemIsTrue('education', 'household.compulsoryEducationSecured', household.compulsoryEducationSecured ?? null),
      itemIsTrue('medical', 'household.basicMedicalSecured', household.basicMedicalSecured ?? null),
      itemIsTrue('housing', 'household.safeHousingSecured', household.safeHousingSecured ?? null),
      itemIsTrue('public-services', 'area.publicServicesAtAverage', given.area?.publicServicesAtAverage ?? null),
    ],
  );
}

export function labourIncome(home: HouseholdFacts, { registered, subject }: MemberFacts): RuleFinding {
  const { income, requiredIncome } = home;
  const fact = 'household.perCapitaDisposableIncome';
  const found = withinScope(
    'ruyuan.exit.labour-income-45pct',
    'exit-standard',
    citations.exitLabourIncome45pct,
    subject,
    and(registered, home.hasLabour),
    [
      isTrue('person.registered', registered),
      isTrue('household.hasLabour', home.hasLabour),
      compared(fact, 'greaterThanInclusive', requiredIncome, income, home.incomeSuffices),
    ],
    [
      {
        what: 'income',
        value: requiredIncome,
        unit: 'yuan/person/year',
        comparator: 'at-least',
        actual: income,
        gap: gapAtLeast(requiredIncome, income),
      },
    ],
  );
  if (found.status !== 'unknown' || home.incomeSuffices !== null) return found;
  return spellOut(found, fact, [
    ...(income === null ? [fact] : []),
    ...(requiredIncome === null ? ['province.ruralPerCapitaDisposableIncome'] : []),
  ]);
}

export function pensionSubsidy({ given }: HouseholdFacts, { person, registered, subject }: MemberFacts): RuleFinding {
  const contribution = person.pensionContribution ?? null;
  const rate = given.external?.pensionSubsidyRate ?? null;
  const found = conjunction(
    'ruyuan.social.pension-subsidy',
    'entitlement',
    citations.socialPensionSubsidy,
    subject,
    [
      isTrue('person.registered', registered),
      compared(
        'person.pensionContribution',
        'greaterThan',
        0,
        contribution,
        contribution === null ? null : contribution > 0,
      ),
    ],
    [{ what: 'subsidy', value: rate, unit: 'yuan', per: 'person', every: 'year', comparator: 'equal' }],
  );
  return rate === null && found.status !== 'unmet' ? alsoNeeds(found, ['external.pensionSubsidyRate']) : found;
}

export function pensionPayment({ person, registered, subject }: MemberFacts): RuleFinding {
  const eligible = person.pensionEligible ?? null;
  const due = person.pensionDue ?? null;
  const paid = person.pensionPaid ?? null;
  // Nothing due is always paid.
  const suffices = due === 0 ? true : due === null || paid === null ? null : paid >= due;
  const found = withinScope(
    'ruyuan.social.pension-payment',
    'service-target',
    citations.socialPensionPayment,
    subject,
    and(registered, eligible),
    [
      isTrue('person.registered', registered),
      isTrue('person.pensionEligible', eligible),
      compared('person.pensionPaid', 'greaterThanInclusive', due, paid, suffices),
    ],
    [
      {
        what: 'pension',
        value: due,
        unit: 'yuan',
        per: 'person',
        comparator: 'at-least',
        actual: paid,
        gap: gapAtLeast(due, paid),
      },
    ],
  );
  if (found.status !== 'unknown' || suffices !== null) return found;
  return spellOut(found, 'person.pensionPaid', [
    ...(paid === null ? ['person.pensionPaid'] : []),
    ...(due === null ? ['person.pensionDue'] : []),
  ]);
}
