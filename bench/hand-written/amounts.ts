import type { HouseholdFacts, MemberFacts } from './household-facts.ts';

// Money is reckoned in whole fen and percentages in ten-thousandths, so that nothing is lost between them.

function fen(yuan: number): number {
  return Math.round(yuan * 100);
}

function steps(value: number): number {
  return Math.round(value * 10_000);
}

/** a × b / c, exactly: by BigInt where the product is too large for a double. */
function quotient(a: number, b: number, c: number, halfUp: boolean): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const rest = product % c;
    const whole = (product - rest) / c;
    return halfUp && rest * 2 >= c ? whole + 1 : whole;
  }
  const exact = BigInt(a) * BigInt(b);
  const rest = exact % BigInt(c);
  const whole = Number((exact - rest) / BigInt(c));
  return halfUp && rest * 2n >= BigInt(c) ? whole + 1 : whole;
}

/** The household's share of the profit, without fractions of a fen and never negative. */
export function dividend({ given, household }: HouseholdFacts): number | null {
  const total = given.fund?.totalShares ?? null;
  if (total === null || total === 0) return null;
  const profit = given.fund?.distributableProfit ?? null;
  const shares = household.equity?.shares ?? null;
  if (shares === 0 || (profit !== null && profit <= 0)) return 0;
  return profit === null || shares === null ? null : quotient(fen(profit), steps(shares), steps(total), false) / 100;
}

/** Interest that the subsidies of province and city leave; nothing is left where they cover it anyhow. */
export function remainingInterest({ household: { loan } }: HouseholdFacts): number | null {
  const interest = loan?.interest ?? null;
  const provincial = loan?.provincialSubsidy ?? null;
  const municipal = loan?.municipalSubsidy ?? null;
  if (interest === null) return null;
  const most = fen(interest) - fen(provincial ?? 0) - fen(municipal ?? 0);
  if (most <= 0) return 0;
  return provincial === null || municipal === null ? null : most / 100;
}

/** Provincial and county subsidy together. */
export function housingTotal({ given, household }: HouseholdFacts): number | null {
  const upper = given.external?.upperHousingSubsidy ?? null;
  const work = household.housing?.work ?? null;
  if (upper === null || work === null) return null;
  return (fen(upper) + (work === 'new-build' ? 1_000_000 : 200_000)) / 100;
}

/** A percentage of a cost, half a fen rounded up. */
export function share(cost: number | null, percent: number): number | null {
  return cost === null ? null : quotient(fen(cost), percent, 100, true) / 100;
}

/** The rate at inpatients' level, at least 70%: [low, high], alike where it is settled. In percent. */
export function specialOutpatientRate(home: HouseholdFacts, { person }: MemberFacts): readonly [number, number] {
  const rates = home.given.external?.inpatientRates;
  const level = person.medical?.hospitalLevel ?? null;
  let low = 0;
  let high = 100;
  if (level !== null) {
    const rate = rates?.[level] ?? null;
    if (rate !== null) low = high = rate;
  } else if (rates != null) {
    const [first, second, third] = [rates['level-1'] ?? null, rates['level-2'] ?? null, rates['level-3'] ?? null];
    low = Math.min(first ?? 0, second ?? 0, third ?? 0);
    high = Math.max(first ?? 100, second ?? 100, third ?? 100);
  }
  return [Math.max(low, 70), Math.max(high, 70)];
}

export function specialReimbursement(cost: number | null, low: number, high: number): number | null {
  if (cost === null) return null;
  const least = quotient(fen(cost), steps(low), 1_000_000, true);
  if (low === high) return least / 100;
  return quotient(fen(cost), steps(high), 1_000_000, true) === least ? least / 100 : null;
}
