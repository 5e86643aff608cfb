import type { Outcome, RuleFinding } from '../../packages/schemas/src/index.ts';
import { citations } from './citations.ts';
import {
  compared,
  conjunction,
  delivered,
  equals,
  finding,
  gapAtLeast,
  gapAtMost,
  gapEither,
  isFalse,
  isTrue,
  nothing,
  openFacts,
  spellOut,
  withinScope,
} from './finding.ts';
import type { HouseholdFacts } from './household-facts.ts';
import { above, and, atLeast, atMost } from './truth.ts';

// Sections 二(一)7 and 二(一)9.

const insuranceOutcomes: Outcome[] = [
  { what: 'subsidy', value: null, unit: 'yuan', per: 'household', comparator: 'equal' },
];
const shareOutcomes: Outcome[] = [
  { what: 'capacity', value: 3, unit: 'kW', per: 'household', every: 'once', comparator: 'equal' },
];
const solarIncomeOutcomes: Outcome[] = [
  { what: 'income', value: 3000, unit: 'yuan', per: 'household', every: 'year', comparator: 'approx' },
];
const site: Outcome = { what: 'site', value: 12, unit: 'kW', per: 'household', comparator: 'equal' };
const wholeCapacity: Outcome = { what: 'capacity', value: 15, unit: 'kW', per: 'household', comparator: 'equal' };

export function microloan({ household, given, subject, registered }: HouseholdFacts): RuleFinding {
  const { loan } = household;
  const amount = loan?.amount ?? null;
  const term = loan?.termMonths ?? null;
  const rate = loan?.rate ?? null;
  const base = given.external?.baseLendingRate ?? null;
  const atBase = rate === null || base === null ? null : rate === base;
  const found = conjunction(
    'ruyuan.finance.microloan',
    'entitlement',
    citations.financeMicroloan,
    subject,
    [
      isTrue('household.registered', registered),
      isTrue('household.loan.qualified', loan?.qualified ?? null),
      compared('household.loan.amount', 'lessThanInclusive', 50_000, amount, atMost(amount, 50_000)),
      compared('household.loan.termMonths', 'lessThanInclusive', 36, term, atMost(term, 36)),
      isFalse('household.loan.guaranteed', loan?.guaranteed ?? null),
      isFalse('household.loan.collateralised', loan?.collateralised ?? null),
      compared('household.loan.rate', 'equal', base, rate, atBase),
      equals('household.loan.purpose', 'production', loan?.purpose ?? null),
    ],
    nothing,
  );
  found.outcomes = [
    {
      what: 'amount',
      value: 50_000,
      unit: 'yuan',
      per: 'household',
      comparator: 'at-most',
      actual: amount,
      gap: gapAtMost(50_000, amount),
    },
    { what: 'term', value: 36, unit: 'months', comparator: 'at-most', actual: term, gap: gapAtMost(36, term) },
    { what: 'rate', value: base, unit: '%/year', comparator: 'equal', actual: rate, gap: gapEither(base, rate) },
  ];
  if (found.status !== 'unknown' || atBase !== null) return found;
  return spellOut(found, 'household.loan.rate', [
    ...(rate === null ? ['household.loan.rate'] : []),
    ...(base === null ? ['external.baseLendingRate'] : []),
  ]);
}

export function guaranteeInsurance({ household, subject, registered }: HouseholdFacts): RuleFinding {
  const premium = household.loan?.guaranteeInsurancePremium ?? null;
  return conjunction(
    'ruyuan.finance.guarantee-insurance',
    'entitlement',
    citations.financeGuaranteeInsurance,
    subject,
    [
      isTrue('household.registered', registered),
      compared('household.loan.guaranteeInsurancePremium', 'greaterThan', 0, premium, above(premium, 0)),
    ],
    insuranceOutcomes,
  );
}

export function frameworkAgreement({ household, subject, registered }: HouseholdFacts): RuleFinding {
  const own = household.solar?.ownInvestment ?? null;
  return withinScope(
    'ruyuan.solar.framework-agreement',
    'obligation',
    citations.solarFrameworkAgreement,
    subject,
    registered,
    [isTrue('household.registered', registered), equals('household.solar.ownInvestment', 0, own)],
    [
      {
        what: 'investment',
        value: 0,
        unit: 'yuan',
        per: 'household',
        comparator: 'equal',
        actual: own,
        gap: gapEither(0, own),
      },
    ],
  );
}

export function solarShare({ household, subject, registered, hasLabour }: HouseholdFacts): RuleFinding {
  const found = conjunction(
    'ruyuan.solar.household-3kw',
    'entitlement',
    citations.solarHousehold3kw,
    subject,
    [isTrue('household.registered', registered), isTrue('household.hasLabour', hasLabour)],
    shareOutcomes,
  );
  if (found.status !== 'unmet') found.delivered = delivered(atLeast(household.solar?.capacity ?? null, 3));
  return found;
}

export function solarIncome({ household, subject, registered }: HouseholdFacts): RuleFinding {
  const capacity = household.solar?.capacity ?? null;
  return conjunction(
    'ruyuan.solar.household-income-3000',
    'entitlement',
    citations.solarHouseholdIncome3000,
    subject,
    [
      isTrue('household.registered', registered),
      isTrue('household.solar.inOperation', household.solar?.inOperation ?? null),
      compared('household.solar.capacity', 'greaterThanInclusive', 3, capacity, atLeast(capacity, 3)),
    ],
    solarIncomeOutcomes,
  );
}

export function solarSite({ household, subject, registered, hasLabour }: HouseholdFacts): RuleFinding {
  const capacity = household.solar?.capacity ?? null;
  const because = [isTrue('household.registered', registered), isTrue('household.hasLabour', hasLabour)];
  const inScope = and(registered, hasLabour);
  const rule = 'ruyuan.solar.site-ratio';
  const cite = citations.solarSiteRatio;
  if (inScope === false) return finding(rule, 'capacity', cite, subject, 'not-applicable', because, nothing, nothing);
  const forShare = capacity === null ? null : (Math.round(capacity * 10_000) * 4) / 10_000;
  const outcomes = [site, { what: 'site-for-share', value: forShare, unit: 'kW' }];
  if (inScope) return finding(rule, 'capacity', cite, subject, 'met', because, outcomes, nothing);
  return finding(rule, 'capacity', cite, subject, 'unknown', because, outcomes, openFacts(because, 0));
}

export function solarCapacity({ household, subject, registered, hasLabour }: HouseholdFacts): RuleFinding {
  const capacity = household.solar?.capacity ?? null;
  return withinScope(
    'ruyuan.solar.household-15kw',
    'capacity',
    citations.solarHousehold15kw,
    subject,
    and(registered, hasLabour),
    [
      isTrue('household.registered', registered),
      isTrue('household.hasLabour', hasLabour),
      compared('household.solar.capacity', 'greaterThanInclusive', 3, capacity, atLeast(capacity, 3)),
    ],
    [
      wholeCapacity,
      {
        what: 'share',
        value: 3,
        unit: 'kW',
        per: 'household',
        comparator: 'at-least',
        actual: capacity,
        gap: gapAtLeast(3, capacity),
      },
    ],
  );
}
