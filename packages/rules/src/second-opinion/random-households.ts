import type { Case } from '@jingzhun/schemas';
import fc from 'fast-check';

const truth = fc.boolean();
const mostly = fc.integer({ min: 0, max: 9 }).map((draw) => draw > 1);
const yuan = (...values: number[]) => fc.constantFrom(...values);

const person = fc.record({
  registeredAlone: fc.integer({ min: 0, max: 19 }).map((draw) => (draw === 0 ? false : undefined)),
  labourAbility: fc.constantFrom('able', 'partial', 'partial', 'lost', 'none'),
  wantsTransferEmployment: truth,
  willingToWork: truth,
  employmentServiceReceived: truth,
  employmentStatus: fc.constantFrom('self-employed', 'stable', 'transferred', 'temporary', 'none'),
  skillCount: fc.integer({ min: 0, max: 2 }),
  village: fc.constantFrom('A', 'B'),
  schoolStage: fc.constantFrom(
    'none',
    'none',
    'preschool',
    'primary',
    'junior-secondary',
    'senior-secondary',
    'secondary-vocational',
    'technician-college',
    'higher-vocational',
    'undergraduate',
    'postgraduate',
  ),
  studiesFullTime: truth,
  droppedOutForPoverty: truth,
  dibaoEligible: truth,
  inDibao: truth,
  medicalInsured: truth,
  medicalPremium: yuan(0, 150, 180.35),
  medicalInsurancePaidDate: fc.constantFrom('2017-07-31', '2017-08-01', '2017-08-31', '2017-09-01', '2016-12-15'),
  medical: fc.record({
    inpatientInScopeCost: yuan(0, 0.01, 12345.67, 333.33),
    ordinaryOutpatientCost: yuan(0, 0.01, 88.85, 120),
    specialOutpatientCost: yuan(0, 0.03, 1999.99),
    hospitalLevel: fc.constantFrom('level-1', 'level-2', 'level-3'),
    compliantOutpatientOwnCost: yuan(0, 0.01, 200),
  }),
  pensionInsured: truth,
  pensionContribution: yuan(0, 120),
  pensionEligible: truth,
  pensionDue: yuan(0, 110, 110.01),
  pensionPaid: yuan(0, 110, 110.01),
});

const delivery = fc.record({ applicable: truth, delivered: mostly });

const complete = fc.record({
  members: fc.array(person, { minLength: 1, maxLength: 5 }),
  household: fc.record({
    rural: mostly,
    registered: mostly,
    recognised: mostly,
    type: fc.constantFrom('general', 'dibao-assisted', 'dibao', 'wubao'),
    weakLabourCounts: truth,
    willingToWork: truth,
    incomeYear: fc.constantFrom(2015, 2015, 2016),
    perCapitaDisposableIncome: yuan(-120.5, 2399.99, 2400, 3999.99, 4000, 4000.01, 6530.48, 6530.49, 9000),
    foodSecure: mostly,
    clothingSecure: mostly,
    compulsoryEducationSecured: mostly,
    basicMedicalSecured: mostly,
    safeHousingSecured: mostly,
    liftableByIndustryOrJob: truth,
    wishRecorded: truth,
    livesInUninhabitableVillage: mostly,
    livesScattered: mostly,
    willingToRelocate: truth,
    industryProjects: fc.array(fc.constant({ kind: 'planting' }), { maxLength: 2 }),
    nineMeasures: fc.record({
      'asset-income': delivery,
      industry: delivery,
      employment: delivery,
      education: delivery,
      housing: delivery,
      medical: delivery,
      finance: delivery,
      'social-security': delivery,
      solar: delivery,
    }),
    equity: fc.record({ shares: fc.constantFrom(0, 1, 3, 7) }),
    housing: fc.record({
      needsRenovation: mostly,
      dangerLevel: fc.constantFrom('a', 'b', 'c', 'd'),
      work: fc.constantFrom('none', 'new-build', 'repair'),
      stepsDone: fc.record({ task: mostly, guidance: mostly, payment: mostly, acceptance: mostly }),
    }),
    loan: fc.record({
      qualified: mostly,
      amount: yuan(20000, 49999.99, 50000, 50000.01),
      termMonths: fc.constantFrom(12, 36, 37),
      purpose: fc.constantFrom('production', 'production', 'other'),
      guaranteed: mostly.map((is) => !is),
      collateralised: mostly.map((is) => !is),
      rate: fc.constantFrom(4.75, 4.75, 4.9),
      interest: yuan(0, 1000, 2375.55),
      provincialSubsidy: yuan(0, 500.25),
      municipalSubsidy: yuan(0, 600),
      guaranteeInsurancePremium: yuan(0, 0.01, 300),
    }),
    solar: fc.record({ capacity: fc.constantFrom(0, 2.9, 3, 5), inOperation: mostly, ownInvestment: yuan(0, 0.01) }),
  }),
  area: fc.record({ publicServicesAtAverage: mostly }),
  province: fc.record({ ruralPerCapitaDisposableIncome: yuan(14512.2, 8888.88) }),
  fund: fc.record({ distributableProfit: yuan(-50, 0, 1000, 9999.99), totalShares: fc.constantFrom(7, 30) }),
  project: fc.record({ kind: fc.constantFrom('rural-construction', 'poverty', 'other'), village: fc.constant('A') }),
  external: fc.record({
    dibaoLine: yuan(200, 333.33),
    baseLendingRate: fc.constantFrom(4.75, 4.75, 4.9),
    upperHousingSubsidy: yuan(20000),
    industryAwardAmount: yuan(0, 1500.5),
    inpatientRates: fc.record({
      'level-1': fc.constantFrom(85, 90),
      'level-2': fc.constantFrom(70, 75),
      'level-3': fc.constantFrom(55, 69, 70, 71),
    }),
    pensionSubsidyRate: yuan(30),
  }),
});

/**
 * Random households of which each fact is missing with one chance, drawn anew for each household, of up to 75 in 100. What is left agrees with
 * itself: the derived facts are given, as far as they are given, as they follow from the whole.
 */
export function randomHouseholds(count: number, seed: number): Case[] {
  const draws = fc.tuple(
    complete,
    fc.constantFrom(0, 5, 15, 40, 75),
    fc.infiniteStream(fc.noBias(fc.integer({ min: 0, max: 99 }))),
  );
  return fc.sample(draws, { numRuns: count, seed }).map(([whole, chance, stream]) => {
    const keep = () => (stream.next().value as number) >= chance;
    return thinned(consistent(whole), keep) as Case;
  });
}

type Whole = typeof complete extends fc.Arbitrary<infer T> ? T : never;

function consistent({ members, household: { weakLabourCounts, ...household }, ...rest }: Whole): unknown {
  const abilities = members.map(({ labourAbility }) => labourAbility);
  const weakOnly = !abilities.includes('able') && abilities.includes('partial');
  const { housing } = household;
  return {
    ...rest,
    household: {
      ...household,
      type: household.registered ? household.type : 'none',
      hasLabour: weakOnly ? weakLabourCounts : abilities.includes('able'),
      housing: { ...housing, dangerous: housing.dangerLevel === 'c' || housing.dangerLevel === 'd' },
      members: members.map(({ registeredAlone, ...member }) => ({
        ...member,
        pensionContribution: member.pensionInsured ? member.pensionContribution : 0,
        enrolled: member.schoolStage !== 'none',
        ...(registeredAlone === undefined ? {} : { registered: registeredAlone }),
      })),
    },
  };
}

/** Leaves facts out; lists of members keep their length, for who belongs to the household is known. */
function thinned(value: unknown, keep: () => boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => thinned(each, keep));
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([key, each]) => {
      if (key !== 'industryProjects' && each !== null && typeof each === 'object') return [[key, thinned(each, keep)]];
      return keep() ? [[key, each]] : [];
    }),
  );
}
