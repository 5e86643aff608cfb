/** How many rows have each status code, and what is granted, over what loops by hand have found. */
export interface Sums {
  /** By rule: the number of rows by code. */
  readonly counts: Readonly<Record<string, Uint32Array>>;
  /** By unit and pace, in units: certain, possible, and how many grants have no figure. */
  readonly totals: Readonly<Record<string, readonly [certain: number, possible: number, unpriced: number]>>;
}

const [met, openUnknown, codes] = [1, 2, 7];

/** What is granted, in hundredths of the unit (`fixed` where it is the same for everybody), and in which total it counts. */
const grants: readonly { readonly rule: string; readonly total: string; readonly fixed?: number }[] = [
  { rule: 'ruyuan.asset.investment-forms', total: 'yuan year' },
  { rule: 'ruyuan.entitlement.asset-income-2000', total: 'yuan year', fixed: 200_000 },
  { rule: 'ruyuan.incentive.industry-award', total: 'yuan once', fixed: 50_000 },
  { rule: 'ruyuan.entitlement.production-loan-interest', total: 'yuan once' },
  { rule: 'ruyuan.education-aid.university', total: 'yuan year', fixed: 500_000 },
  { rule: 'ruyuan.education-aid.senior-and-vocational', total: 'yuan year', fixed: 300_000 },
  { rule: 'ruyuan.education-aid.primary-and-junior', total: 'yuan year', fixed: 250_000 },
  { rule: 'ruyuan.education-aid.preschool', total: 'yuan year', fixed: 100_000 },
  { rule: 'ruyuan.housing.new-build-10000', total: 'yuan once', fixed: 1_000_000 },
  { rule: 'ruyuan.housing.repair-2000', total: 'yuan once', fixed: 200_000 },
  { rule: 'ruyuan.medical.premium-full-subsidy', total: 'yuan year' },
  { rule: 'ruyuan.medical.inpatient-70', total: 'yuan admission' },
  { rule: 'ruyuan.medical.outpatient-50', total: 'yuan visit' },
  { rule: 'ruyuan.medical.special-outpatient', total: 'yuan visit' },
  { rule: 'ruyuan.social.pension-subsidy', total: 'yuan year', fixed: 3000 },
  { rule: 'ruyuan.solar.household-3kw', total: 'kW once', fixed: 300 },
  { rule: 'ruyuan.solar.household-income-3000', total: 'yuan year', fixed: 300_000 },
];

export function sumsByHand(columns: Readonly<Record<string, Uint8Array | Float64Array>>): Sums {
  const counts: Record<string, Uint32Array> = {};
  for (const key of Object.keys(columns)) {
    if (!key.endsWith(' steps')) counts[key] = countsOf(columns[key] as Uint8Array);
  }
  const totals: Record<string, [number, number, number]> = {};
  for (const { rule, total, fixed } of grants) {
    totals[total] ??= [0, 0, 0];
    const sum = totals[total];
    if (fixed === undefined) addColumn(columns[rule] as Uint8Array, columns[`${rule} steps`] as Float64Array, sum);
    else {
      const own = counts[rule] as Uint32Array;
      sum[0] += (own[met] as number) * fixed;
      sum[1] += ((own[met] as number) + (own[openUnknown] as number)) * fixed;
    }
  }
  for (const sum of Object.values(totals)) {
    sum[0] /= 100;
    sum[1] /= 100;
  }
  return { counts, totals };
}

function countsOf(statuses: Uint8Array): Uint32Array {
  const counts = new Uint32Array(codes);
  for (let row = 0; row < statuses.length; row++) {
    const code = statuses[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function addColumn(statuses: Uint8Array, steps: Float64Array, sum: [number, number, number]): void {
  for (let row = 0; row < statuses.length; row++) {
    const code = statuses[row] as number;
    if (code !== met && code !== openUnknown) continue;
    const amount = steps[row] as number;
    if (Number.isNaN(amount)) sum[2]++;
    else {
      sum[1] += amount;
      if (code === met) sum[0] += amount;
    }
  }
}
