import type { Case } from '../../packages/schemas/src/index.ts';
import type { HouseholdTruths } from './columnar-households.ts';
import { type Input, nothing } from './columnar-input.ts';
import { bits, both, either, plainStatus, unknown, within } from './columnar-truth.ts';

// Codes by their place among the vocabulary's, from 1.
const stages = { none: 1, preschool: 2, primary: 3, junior: 4, senior: 5, vocational: 6, higher: 8, undergraduate: 9 };
const abilities = { able: 1, partial: 2, lost: 3 };

/** The statuses of the rules that ask persons, and the amounts that differ by person, each in a column. */
export function personColumns(
  input: Input,
  home: HouseholdTruths,
  around: Case,
): Record<string, Uint8Array | Float64Array> {
  const rows = input.persons;
  const { offsets } = input.columns;
  const status = (): Uint8Array => new Uint8Array(rows);
  const steps = (): Float64Array => new Float64Array(rows);
  const given = input.classes('person.registered');
  const stage = input.classes('person.schoolStage');
  const enrolledGiven = input.classes('person.enrolled');
  const fullTime = input.classes('person.studiesFullTime');
  const dropped = input.classes('person.droppedOutForPoverty');
  const ability = input.classes('person.labourAbility');
  const eligible = input.classes('person.dibaoEligible');
  const inDibao = input.classes('person.inDibao');
  const wants = input.classes('person.wantsTransferEmployment');
  const willing = input.classes('person.willingToWork');
  const served = input.classes('person.employmentServiceReceived');
  const insured = input.classes('person.medicalInsured');
  const pensionEligible = input.classes('person.pensionEligible');
  const level = input.classes('person.medical.hospitalLevel');
  const premium = input.steps('person.medicalPremium');
  const inpatient = input.steps('person.medical.inpatientInScopeCost');
  const outpatient = input.steps('person.medical.ordinaryOutpatientCost');
  const special = input.steps('person.medical.specialOutpatientCost');
  const ownCost = input.steps('person.medical.compliantOutpatientOwnCost');
  const contribution = input.steps('person.pensionContribution');
  const due = input.steps('person.pensionDue');
  const paid = input.steps('person.pensionPaid');
  const skills = input.steps('person.skillCount');

  const labourIncome = status();
  const dibaoInclusion = status();
  const backstop = status();
  const assetIncome = status();
  const training = status();
  const vocationalFree = status();
  const hiring = status();
  const employment = status();
  const exemptions = status();
  const freeTuition = status();
  const stateAid = status();
  const noDropout = status();
  const university = status();
  const senior = status();
  const basic = status();
  const preschool = status();
  const premiums = status();
  const enrolment = status();
  const inpatient70 = status();
  const outpatient50 = status();
  const specialOutpatient = status();
  const specialRelief = status();
  const seriousIllness = status();
  const pensionSubsidy = status();
  const pensionPayment = status();
  const governmentPaid = status();
  const insuranceForAll = status();
  const schoolTargets = status();
  const premiumSteps = steps();
  const inpatientSteps = steps();
  const outpatientSteps = steps();
  const specialSteps = steps();

  const kind = around.project?.kind ?? null;
  const hires = kind === null ? unknown : kind === 'rural-construction' || kind === 'poverty' ? 1 : 2;
  const [lowRates, highRates] = ratesByLevel(around);
  let household = -1;
  let end = 0;
  let homeRegistered = 0;
  let hasLabour = 0;
  let suffices = 0;
  let belowLine = 0;
  for (let row = 0; row < rows; row++) {
    while (row >= end) {
      household++;
      end = offsets[household + 1] as number;
      homeRegistered = home.registered[household] as number;
      hasLabour = home.hasLabour[household] as number;
      suffices = home.incomeSuffices[household] as number;
      belowLine = home.incomeBelowDibaoLine[household] as number;
    }
    const own = given[row] as number;
    const registered = own === 0 ? homeRegistered : own;
    const at = stage[row] as number;
    const isUnknown = at === 0;
    const enrolledOwn = enrolledGiven[row] as number;
    const enrolled = enrolledOwn !== 0 ? enrolledOwn : isUnknown ? unknown : at === stages.none ? 2 : 1;
    const able = ability[row] as number;
    const lostOrPartial = able === 0 ? unknown : able === abilities.lost || able === abilities.partial ? 1 : 2;
    const ableOrPartial = able === 0 ? unknown : able <= abilities.partial ? 1 : 2;
    const inclusion = both(lostOrPartial, bits(eligible[row] as number));

    labourIncome[row] = within(both(registered, hasLabour), suffices);
    dibaoInclusion[row] = plainStatus[both(registered, inclusion)] as number;
    backstop[row] = within(both(registered, either(belowLine, inclusion)), bits(inDibao[row] as number));
    assetIncome[row] = plainStatus[both(registered, hasLabour)] as number;
    training[row] = plainStatus[both(registered, both(ableOrPartial, bits(wants[row] as number)))] as number;
    hiring[row] = within(hires, registered);
    employment[row] = within(
      both(registered, both(bits(willing[row] as number), ableOrPartial)),
      bits(served[row] as number),
    );

    const isBasic = isUnknown ? unknown : at === stages.primary || at === stages.junior ? 1 : 2;
    const isSenior = isUnknown ? unknown : at === stages.senior ? 1 : 2;
    const isVocational = isUnknown ? unknown : at === stages.vocational ? 1 : 2;
    const attends = both(registered, enrolled);
    vocationalFree[row] = plainStatus[both(registered, isVocational)] as number;
    exemptions[row] = plainStatus[isBasic] as number;
    freeTuition[row] = plainStatus[both(registered, isUnknown ? unknown : isBasic & isSenior & 2 ? 2 : 1)] as number;
    stateAid[row] = plainStatus[both(registered, isUnknown ? unknown : at === stages.none ? 2 : 1)] as number;
    const stays = dropped[row] as number;
    noDropout[row] = within(registered, stays === 0 ? unknown : 3 - stays);
    const isHigher = isUnknown ? unknown : at === stages.higher || at === stages.undergraduate ? 1 : 2;
    university[row] = plainStatus[both(attends, both(isHigher, bits(fullTime[row] as number)))] as number;
    senior[row] = plainStatus[both(attends, isUnknown ? unknown : isSenior & isVocational & 2 ? 2 : 1)] as number;
    basic[row] = plainStatus[both(attends, isBasic)] as number;
    preschool[row] = plainStatus[both(attends, isUnknown ? unknown : at === stages.preschool ? 1 : 2)] as number;

    const plain = plainStatus[registered] as number;
    premiums[row] = plain;
    enrolment[row] = plain;
    inpatient70[row] = plain;
    outpatient50[row] = plain;
    specialOutpatient[row] = plain;
    seriousIllness[row] = plain;
    governmentPaid[row] = plain;
    const cost = ownCost[row] as number;
    specialRelief[row] = plainStatus[both(registered, cost === nothing ? unknown : cost > 0 ? 1 : 2)] as number;
    insuranceForAll[row] = plainStatus[both(registered, bits(insured[row] as number))] as number;
    const premiumOf = premium[row] as number;
    premiumSteps[row] = premiumOf === nothing ? Number.NaN : premiumOf;
    const inpatientCost = inpatient[row] as number;
    inpatientSteps[row] = inpatientCost === nothing ? Number.NaN : Math.floor((inpatientCost * 70 + 50) / 100);
    const outpatientCost = outpatient[row] as number;
    outpatientSteps[row] = outpatientCost === nothing ? Number.NaN : Math.floor((outpatientCost * 50 + 50) / 100);
    const specialCost = special[row] as number;
    const hospital = level[row] as number;
    specialSteps[row] =
      specialCost === nothing
        ? Number.NaN
        : share(specialCost, lowRates[hospital] as number, highRates[hospital] as number);

    const contributed = contribution[row] as number;
    pensionSubsidy[row] = plainStatus[
      both(registered, contributed === nothing ? unknown : contributed > 0 ? 1 : 2)
    ] as number;
    const dueOf = due[row] as number;
    const paidOf = paid[row] as number;
    // Nothing due is always paid.
    const pays = dueOf === 0 ? 1 : dueOf === nothing || paidOf === nothing ? unknown : paidOf >= dueOf ? 1 : 2;
    pensionPayment[row] = within(both(registered, bits(pensionEligible[row] as number)), pays);
    const skilled = skills[row] as number;
    // What is due later than today cannot have failed yet.
    const taught = skilled === nothing || skilled < 1 ? unknown : 1;
    schoolTargets[row] = within(both(registered, ableOrPartial), taught);
  }
  return {
    'ruyuan.exit.labour-income-45pct': labourIncome,
    'ruyuan.entitlement.dibao-inclusion-goal': dibaoInclusion,
    'ruyuan.principle.development-and-backstop': backstop,
    'ruyuan.entitlement.asset-income-2000': assetIncome,
    'ruyuan.entitlement.transfer-training': training,
    'ruyuan.education-aid.vocational-free': vocationalFree,
    'ruyuan.obligation.local-hiring-priority': hiring,
    'ruyuan.service.employment-100': employment,
    'ruyuan.education-aid.two-exemptions': exemptions,
    'ruyuan.education-aid.free-tuition-12-years': freeTuition,
    'ruyuan.education-aid.state-and-province-aid': stateAid,
    'ruyuan.education-aid.no-dropout': noDropout,
    'ruyuan.education-aid.university': university,
    'ruyuan.education-aid.senior-and-vocational': senior,
    'ruyuan.education-aid.primary-and-junior': basic,
    'ruyuan.education-aid.preschool': preschool,
    'ruyuan.medical.premium-full-subsidy': premiums,
    'ruyuan.medical.mid-year-enrolment': enrolment,
    'ruyuan.medical.inpatient-70': inpatient70,
    'ruyuan.medical.outpatient-50': outpatient50,
    'ruyuan.medical.special-outpatient': specialOutpatient,
    'ruyuan.medical.special-outpatient-relief': specialRelief,
    'ruyuan.medical.serious-illness': seriousIllness,
    'ruyuan.social.pension-subsidy': pensionSubsidy,
    'ruyuan.social.pension-payment': pensionPayment,
    'ruyuan.medical.insurance-government-paid': governmentPaid,
    'ruyuan.medical.serious-illness-insurance-all': insuranceForAll,
    'ruyuan.school.targets-2018': schoolTargets,
    'ruyuan.medical.premium-full-subsidy steps': premiumSteps,
    'ruyuan.medical.inpatient-70 steps': inpatientSteps,
    'ruyuan.medical.outpatient-50 steps': outpatientSteps,
    'ruyuan.medical.special-outpatient steps': specialSteps,
  };
}

/** The rate at inpatients' level, at least 70%, in ten-thousandths of a percent: the lowest and highest it can be. */
function ratesByLevel({ external }: Case): readonly [Float64Array, Float64Array] {
  const rates = external?.inpatientRates;
  const known = (['level-1', 'level-2', 'level-3'] as const).map((code) => rates?.[code] ?? null);
  const low = [Math.min(...known.map((rate) => rate ?? 0)), ...known.map((rate) => rate ?? 0)];
  const high = [Math.max(...known.map((rate) => rate ?? 100)), ...known.map((rate) => rate ?? 100)];
  const held = (rate: number): number => Math.round(Math.max(rate, 70) * 10_000);
  return [Float64Array.from(low, held), Float64Array.from(high, held)];
}

function share(cost: number, low: number, high: number): number {
  const least = Math.floor((cost * low + 500_000) / 1_000_000);
  return low === high || Math.floor((cost * high + 500_000) / 1_000_000) === least ? least : Number.NaN;
}
