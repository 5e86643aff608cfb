import type { Random } from './random.ts';

/** A class of households of the county, with what has to come out of it. */
interface Stratum {
  readonly type: 'general' | 'dibao' | 'wubao';
  readonly labour: boolean;
  readonly households: number;
  readonly persons: number;
  /** How often each household size is drawn before the sizes are fitted to `persons`. */
  readonly sizes: Readonly<Record<string, number>>;
  /** Households with a disabled member, and with an ill one. The document prints only the county's sums. */
  readonly disabled: number;
  readonly ill: number;
}

/** What is fixed about a household before its members are invented. */
export interface HouseholdPlan {
  readonly type: Stratum['type'];
  readonly labour: boolean;
  size: number;
  hasDisabled: boolean;
  illCount: number;
  needsRenovation: boolean;
}

const LABOUR_SIZES = { 1: 4, 2: 16, 3: 26, 4: 28, 5: 15, 6: 7, 7: 3, 8: 1, 9: 1 };
const DIBAO_LABOUR_SIZES = { 1: 7, 2: 24, 3: 29, 4: 22, 5: 11, 6: 4, 7: 2, 8: 1 };
const NO_LABOUR_SIZES = { 1: 52, 2: 30, 3: 11, 4: 5, 5: 2 };

const STRATA: readonly Stratum[] = [
  { type: 'general', labour: true, households: 743, persons: 2768, sizes: LABOUR_SIZES, disabled: 190, ill: 350 },
  { type: 'general', labour: false, households: 137, persons: 253, sizes: NO_LABOUR_SIZES, disabled: 50, ill: 100 },
  { type: 'dibao', labour: true, households: 787, persons: 2584, sizes: DIBAO_LABOUR_SIZES, disabled: 345, ill: 480 },
  { type: 'dibao', labour: false, households: 847, persons: 1458, sizes: NO_LABOUR_SIZES, disabled: 270, ill: 560 },
  { type: 'wubao', labour: false, households: 430, persons: 445, sizes: { 1: 1 }, disabled: 94, ill: 245 },
];

const LARGEST = { general: 9, dibao: 9, wubao: 2 } as const;
const DISABLED_HOUSEHOLD_MEMBERS = 2539;
const ILL_PERSONS = 2251;
const RENOVATIONS = 1398;

const sum = (plans: readonly HouseholdPlan[], of: (plan: HouseholdPlan) => number) =>
  plans.reduce((total, plan) => total + of(plan), 0);

/** In a household with labour somebody able and well is left, so not every member may be ill, nor a single one disabled. */
const mostIll = (plan: HouseholdPlan) => Math.min(3, plan.labour ? plan.size - 1 : plan.size);

function planStratum(stratum: Stratum, random: Random): HouseholdPlan[] {
  const plans = Array.from({ length: stratum.households }, (): HouseholdPlan => {
    const size = Number(random.weighted(stratum.sizes));
    const { type, labour } = stratum;
    return { type, labour, size, hasDisabled: false, illCount: 0, needsRenovation: false };
  });
  let left = stratum.persons - sum(plans, (plan) => plan.size);
  while (left !== 0) {
    const plan = random.pick(plans);
    const step = Math.sign(left);
    if (plan.size + step < 1 || plan.size + step > LARGEST[stratum.type]) continue;
    plan.size += step;
    left -= step;
  }
  const eligible = random.shuffled(plans.filter((plan) => mostIll(plan) > 0));
  for (const plan of eligible.slice(0, stratum.disabled)) plan.hasDisabled = true;
  for (const plan of random.shuffled(eligible).slice(0, stratum.ill)) plan.illCount = 1;
  return plans;
}

/** Exchanges households in and out of the disabled ones, like for like, until these have the printed number of members. */
function fitDisabledMembers(plans: readonly HouseholdPlan[], random: Random): void {
  let left = DISABLED_HOUSEHOLD_MEMBERS - sum(plans, (plan) => (plan.hasDisabled ? plan.size : 0));
  while (left !== 0) {
    const out = random.pick(plans);
    const into = random.pick(plans);
    const gain = into.size - out.size;
    if (!out.hasDisabled || into.hasDisabled || mostIll(into) === 0) continue;
    if (out.type !== into.type || out.labour !== into.labour) continue;
    if (Math.sign(gain) !== Math.sign(left) || Math.abs(gain) > Math.abs(left)) continue;
    out.hasDisabled = false;
    into.hasDisabled = true;
    left -= gain;
  }
}

/** Every household of the county, in random order, with the sums that the document prints already in place. */
export function planCounty(random: Random): HouseholdPlan[] {
  const plans = random.shuffled(STRATA.flatMap((stratum) => planStratum(stratum, random)));
  fitDisabledMembers(plans, random);
  let left = ILL_PERSONS - sum(plans, (plan) => plan.illCount);
  while (left > 0) {
    const plan = random.pick(plans);
    if (plan.illCount === 0 || plan.illCount >= mostIll(plan)) continue;
    plan.illCount += 1;
    left -= 1;
  }
  for (const plan of random.shuffled(plans).slice(0, RENOVATIONS)) plan.needsRenovation = true;
  return plans;
}
