import type { Case } from '../../packages/schemas/src/index.ts';
import { type Input, nothing } from './columnar-input.ts';
import { bits, both, either, negated, plainStatus, unknown, within } from './columnar-truth.ts';

/** What the rules that ask persons have to know of each household, in two bits. */
export interface HouseholdTruths {
  readonly registered: Uint8Array;
  readonly hasLabour: Uint8Array;
  readonly incomeSuffices: Uint8Array;
  readonly incomeBelowDibaoLine: Uint8Array;
}

const measures = [
  'asset-income',
  'industry',
  'employment',
  'education',
  'housing',
  'medical',
  'finance',
  'social-security',
  'solar',
];
// Codes by their place among the vocabulary's, from 1.
const work = { newBuild: 2, repair: 3 };

/** The statuses of the rules that ask households, and the amounts that differ by household, each in a column. */
export function householdColumns(
  input: Input,
  codes: { readonly type: readonly string[]; readonly production: number; readonly transferred: number },
  around: Case,
): { readonly columns: Record<string, Uint8Array | Float64Array>; readonly truths: HouseholdTruths } {
  const { columns } = input;
  const rows = columns.households;
  const { offsets, listed } = columns;
  const classes = (key: string): Uint8Array => input.classes(`household.${key}`);
  const steps = (key: string): Int32Array => input.steps(`household.${key}`);
  const status = (): Uint8Array => new Uint8Array(rows);
  const [rural, recognised, registeredGiven, type] = ['rural', 'recognised', 'registered', 'type'].map(classes) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const income = steps('perCapitaDisposableIncome');
  const incomeYear = steps('incomeYear');
  const lacks = [
    'foodSecure',
    'clothingSecure',
    'compulsoryEducationSecured',
    'basicMedicalSecured',
    'safeHousingSecured',
  ].map(classes);
  const applicable = measures.map((key) => classes(`nineMeasures.${key}.applicable`));
  const deliveredTo = measures.map((key) => classes(`nineMeasures.${key}.delivered`));
  const wish = classes('wishRecorded');
  const shares = steps('equity.shares');
  const labourGiven = classes('hasLabour');
  const willing = classes('willingToWork');
  const projects = input.places('household.industryProjects');
  const purpose = classes('loan.purpose');
  const interest = steps('loan.interest');
  const provincial = steps('loan.provincialSubsidy');
  const municipal = steps('loan.municipalSubsidy');
  const qualified = classes('loan.qualified');
  const amount = steps('loan.amount');
  const term = steps('loan.termMonths');
  const guaranteed = classes('loan.guaranteed');
  const collateralised = classes('loan.collateralised');
  const rate = steps('loan.rate');
  const insurance = steps('loan.guaranteeInsurancePremium');
  const dangerousGiven = classes('housing.dangerous');
  const danger = classes('housing.dangerLevel');
  const needsRenovation = classes('housing.needsRenovation');
  const works = classes('housing.work');
  const done = ['task', 'guidance', 'payment', 'acceptance'].map((key) => classes(`housing.stepsDone.${key}`));
  const completed = input.days('household.housing.completedDate');
  const onlyDwelling = classes('housing.onlyDwelling');
  const canRenovate = classes('housing.canRenovate');
  const mostUrgent = classes('housing.mostUrgent');
  const uninhabitable = classes('livesInUninhabitableVillage');
  const scattered = classes('livesScattered');
  const relocates = classes('willingToRelocate');
  const liftable = classes('liftableByIndustryOrJob');
  const capacity = steps('solar.capacity');
  const inOperation = classes('solar.inOperation');
  const ownInvestment = steps('solar.ownInvestment');
  const contacted = classes('contacted');
  const cadre = input.places('household.assignedCadre');
  const ability = input.classes('person.labourAbility');
  const eligible = input.classes('person.dibaoEligible');
  const employmentStatus = input.classes('person.employmentStatus');
  const skills = input.steps('person.skillCount');
  const truths = {
    registered: status(),
    hasLabour: status(),
    incomeSuffices: status(),
    incomeBelowDibaoLine: status(),
  };

  const incomeThreshold = status();
  const twoThreeOne = status();
  const nine = status();
  const investment = status();
  const investmentSteps = new Float64Array(rows);
  const oneProject = status();
  const practicalSkills = status();
  const award = status();
  const loanInterest = status();
  const loanInterestSteps = new Float64Array(rows);
  const oneTransfer = status();
  const upperPriority = status();
  const fourToHousehold = status();
  const relocation = status();
  const onTop = status();
  const newBuild = status();
  const repair = status();
  const microloan = status();
  const guarantee = status();
  const dibao = status();
  const framework = status();
  const threeKilowatts = status();
  const solarIncome = status();
  const siteRatio = status();
  const fifteenKilowatts = status();
  const onlyHouse = status();
  const wubaoPlacement = status();
  const deadline = status();
  const stationed = status();
  const layered = status();

  const none = codes.type.indexOf('none') + 1;
  const wubao = codes.type.indexOf('wubao') + 1;
  const services = truthOf(around.area?.publicServicesAtAverage);
  const provincialIncome = around.province?.ruralPerCapitaDisposableIncome ?? null;
  const required = provincialIncome === null ? null : (45 * Math.round(provincialIncome * 100)) / 100;
  const monthly = around.external?.dibaoLine ?? null;
  const line = monthly === null ? null : 12 * Math.round(monthly * 100);
  const base = around.external?.baseLendingRate ?? null;
  const baseSteps = base === null ? null : Math.round(base * 10_000);
  const profit = around.fund?.distributableProfit ?? null;
  const profitSteps = profit === null ? null : Math.round(profit * 100);
  const totalShares = around.fund?.totalShares ?? null;
  const totalSteps = totalShares === null ? null : Math.round(totalShares * 10_000);
  const today = Math.floor(Date.UTC(2017, 8, 1) / 86_400_000);

  for (let row = 0; row < rows; row++) {
    const given = registeredGiven[row] as number;
    const kind = type[row] as number;
    const registered = given !== 0 ? given : kind === none ? 2 : unknown;
    truths.registered[row] = registered;

    // What follows from the members.
    const isListed = listed === undefined || listed[row] === 1;
    const from = offsets[row] as number;
    const to = isListed ? (offsets[row + 1] as number) : from;
    let anyAble = 0;
    let openAbility = 0;
    let anyPartial = 0;
    let labourers = 0;
    let mayLabour = 0;
    let transferred = 0;
    let mayTransfer = 0;
    let skilled = 0;
    let openSkills = 0;
    for (let person = from; person < to; person++) {
      const able = ability[person] as number;
      anyAble |= able === 1 ? 1 : 0;
      openAbility |= able === 0 ? 1 : 0;
      anyPartial |= able === 2 ? 1 : 0;
      const labourer = both(able === 0 ? unknown : able <= 2 ? 1 : 2, bits(eligible[person] as number));
      labourers += labourer === 1 ? 1 : 0;
      mayLabour += labourer & 1;
      const employed = employmentStatus[person] as number;
      transferred += employed === codes.transferred ? 1 : 0;
      mayTransfer += employed === codes.transferred || employed === 0 ? 1 : 0;
      const skill = skills[person] as number;
      skilled += skill === nothing ? 0 : skill;
      openSkills |= skill === nothing ? 1 : 0;
    }
    const anyone = to > from;
    const labour = labourGiven[row] as number;
    const derivedLabour = !anyone ? unknown : anyAble ? 1 : openAbility || anyPartial ? unknown : 2;
    const hasLabour = labour !== 0 ? labour : derivedLabour;
    truths.hasLabour[row] = hasLabour;
    const noneAble = !isListed ? unknown : anyAble ? 2 : openAbility ? unknown : anyone ? 1 : 2;
    const withoutLabour = either(negated(hasLabour), noneAble);

    const perHead = income[row] as number;
    const isKnown = perHead !== nothing;
    const suffices = !isKnown ? unknown : required !== null ? (perHead >= required ? 1 : 2) : perHead < 0 ? 2 : unknown;
    truths.incomeSuffices[row] = suffices;
    truths.incomeBelowDibaoLine[row] = !isKnown
      ? unknown
      : line !== null
        ? perHead < line
          ? 1
          : 2
        : perHead < 0
          ? 1
          : unknown;
    const year = incomeYear[row] as number;
    const poor = year === 2015 && isKnown ? (perHead < 400_000 ? 1 : 2) : unknown;
    incomeThreshold[row] = plainStatus[
      both(both(bits(rural[row] as number), bits(recognised[row] as number)), poor)
    ] as number;

    let secured = services;
    for (const column of lacks) secured = both(secured, bits(column[row] as number));
    twoThreeOne[row] = within(registered, secured);

    let found = 0;
    for (let each = 0; each < measures.length; each++) {
      const applies = (applicable[each] as Uint8Array)[row] as number;
      const has = (deliveredTo[each] as Uint8Array)[row] as number;
      found |= applies === 2 ? 0 : has === 1 ? (applies === 1 ? 1 : 8) : applies === 0 || has === 0 ? 2 : 4;
    }
    const measured = found & 4 ? 4 : (found & 3) === 1 ? 1 : 2;
    nine[row] = registered === 2 || found === 0 ? 5 : registered === unknown ? 2 : measured;

    investment[row] = plainStatus[both(registered, bits(wish[row] as number))] as number;
    investmentSteps[row] = dividend(profitSteps, shares[row] as number, totalSteps);
    const able = both(registered, hasLabour);
    const ready = both(able, bits(willing[row] as number));
    const projectCount = projects.lengths[projects.places[row] as number] as number;
    const hasProject = projectCount === nothing ? unknown : projectCount >= 1 ? 1 : 2;
    oneProject[row] = within(ready, hasProject);
    practicalSkills[row] = within(ready, skilled >= 1 ? 1 : isListed && !openSkills ? 2 : unknown);
    award[row] = plainStatus[both(registered, hasProject)] as number;
    const purposeOf = purpose[row] as number;
    const forProduction = purposeOf === 0 ? unknown : purposeOf === codes.production ? 1 : 2;
    loanInterest[row] = plainStatus[both(registered, forProduction)] as number;
    loanInterestSteps[row] = remaining(interest[row] as number, provincial[row] as number, municipal[row] as number);
    const anyTransferred = transferred >= 1 ? 1 : isListed && mayTransfer < 1 ? 2 : unknown;
    oneTransfer[row] = within(able, anyTransferred);

    const dangerGiven = dangerousGiven[row] as number;
    const dangerLevel = danger[row] as number;
    const dangerous = dangerGiven !== 0 ? dangerGiven : dangerLevel === 0 ? unknown : dangerLevel >= 3 ? 1 : 2;
    upperPriority[row] = plainStatus[dangerous] as number;
    const needs = bits(needsRenovation[row] as number);
    let allDone = 1;
    for (const column of done) allDone = both(allDone, bits(column[row] as number));
    fourToHousehold[row] = within(needs, allDone);
    const far = both(bits(uninhabitable[row] as number), bits(scattered[row] as number));
    relocation[row] = plainStatus[both(registered, both(far, bits(relocates[row] as number)))] as number;
    const renovates = both(registered, needs);
    const workOf = works[row] as number;
    const builds = workOf === 0 ? unknown : workOf === work.newBuild || workOf === work.repair ? 1 : 2;
    onTop[row] = within(both(renovates, builds), 1);
    newBuild[row] = plainStatus[both(renovates, workOf === 0 ? unknown : workOf === work.newBuild ? 1 : 2)] as number;
    repair[row] = plainStatus[both(renovates, workOf === 0 ? unknown : workOf === work.repair ? 1 : 2)] as number;

    const lent = amount[row] as number;
    const months = term[row] as number;
    const small = both(
      lent === nothing ? unknown : lent <= 5_000_000 ? 1 : 2,
      months === nothing ? unknown : months <= 36 ? 1 : 2,
    );
    const unsecured = both(negated(bits(guaranteed[row] as number)), negated(bits(collateralised[row] as number)));
    const rateOf = rate[row] as number;
    const atBase = baseSteps === null || rateOf === nothing ? unknown : rateOf === baseSteps ? 1 : 2;
    const entitled = both(both(registered, bits(qualified[row] as number)), forProduction);
    microloan[row] = plainStatus[both(both(entitled, small), both(unsecured, atBase))] as number;
    const premium = insurance[row] as number;
    guarantee[row] = plainStatus[both(registered, premium === nothing ? unknown : premium > 0 ? 1 : 2)] as number;

    const wholeFamily = both(withoutLabour, negated(bits(liftable[row] as number)));
    const someMembers = labourers >= 1 ? 1 : isListed && mayLabour < 1 ? 2 : unknown;
    dibao[row] = plainStatus[both(registered, either(wholeFamily, someMembers))] as number;

    const power = capacity[row] as number;
    const enough = power === nothing ? unknown : power >= 30_000 ? 1 : 2;
    const invested = ownInvestment[row] as number;
    framework[row] = within(registered, invested === nothing ? unknown : invested === 0 ? 1 : 2);
    threeKilowatts[row] = plainStatus[able] as number;
    solarIncome[row] = plainStatus[both(registered, both(bits(inOperation[row] as number), enough))] as number;
    siteRatio[row] = within(able, 1);
    fifteenKilowatts[row] = within(able, enough);

    onlyHouse[row] = plainStatus[both(registered, both(dangerous, bits(onlyDwelling[row] as number)))] as number;
    const cannot = both(dangerous, negated(bits(canRenovate[row] as number)));
    wubaoPlacement[row] = plainStatus[both(kind === 0 ? unknown : kind === wubao ? 1 : 2, cannot)] as number;
    const day = completed[row] as number;
    const accepted = day === nothing ? bits((done[3] as Uint8Array)[row] as number) : day <= today ? 1 : 2;
    // What is due later than today cannot have failed yet.
    deadline[row] = within(bits(mostUrgent[row] as number), accepted === 2 ? unknown : accepted);
    stationed[row] = within(registered, bits(contacted[row] as number));
    const named = cadre.lengths[cadre.places[row] as number] as number;
    layered[row] = within(registered, named === nothing ? unknown : named > 0 ? 1 : 2);
  }
  return {
    truths,
    columns: {
      'ruyuan.identification.income-threshold': incomeThreshold,
      'ruyuan.exit.two-three-one': twoThreeOne,
      'ruyuan.checklist.nine-to-household': nine,
      'ruyuan.asset.investment-forms': investment,
      'ruyuan.asset.investment-forms steps': investmentSteps,
      'ruyuan.service.industry-one-project': oneProject,
      'ruyuan.service.practical-skills': practicalSkills,
      'ruyuan.incentive.industry-award': award,
      'ruyuan.entitlement.production-loan-interest': loanInterest,
      'ruyuan.entitlement.production-loan-interest steps': loanInterestSteps,
      'ruyuan.service.one-transfer-per-household': oneTransfer,
      'ruyuan.housing.upper-subsidy-priority': upperPriority,
      'ruyuan.housing.four-to-household': fourToHousehold,
      'ruyuan.housing.relocation': relocation,
      'ruyuan.housing.on-top-of-upper-level': onTop,
      'ruyuan.housing.new-build-10000': newBuild,
      'ruyuan.housing.repair-2000': repair,
      'ruyuan.finance.microloan': microloan,
      'ruyuan.finance.guarantee-insurance': guarantee,
      'ruyuan.social.dibao-no-labour': dibao,
      'ruyuan.solar.framework-agreement': framework,
      'ruyuan.solar.household-3kw': threeKilowatts,
      'ruyuan.solar.household-income-3000': solarIncome,
      'ruyuan.solar.site-ratio': siteRatio,
      'ruyuan.solar.household-15kw': fifteenKilowatts,
      'ruyuan.housing.only-house-included': onlyHouse,
      'ruyuan.housing.wubao-placement': wubaoPlacement,
      'ruyuan.housing.deadline-most-urgent': deadline,
      'ruyuan.obligation.town-leaders-stationed': stationed,
      'ruyuan.obligation.layered-responsibility': layered,
    },
  };
}

function truthOf(value: boolean | null | undefined): number {
  return value == null ? unknown : value ? 1 : 2;
}

/** The household's share of the profit in fen, without fractions and never negative. */
function dividend(profit: number | null, shares: number, total: number | null): number {
  if (total === null || total === 0) return Number.NaN;
  if (shares === 0 || (profit !== null && profit <= 0)) return 0;
  if (profit === null || shares === nothing) return Number.NaN;
  const product = profit * shares;
  if (Number.isSafeInteger(product)) return Math.floor(product / total);
  return Number((BigInt(profit) * BigInt(shares)) / BigInt(total));
}

/** Interest that the subsidies of province and city leave, in fen. */
function remaining(interest: number, provincial: number, municipal: number): number {
  if (interest === nothing) return Number.NaN;
  const most = interest - (provincial === nothing ? 0 : provincial) - (municipal === nothing ? 0 : municipal);
  if (most <= 0) return 0;
  return provincial === nothing || municipal === nothing ? Number.NaN : most;
}
