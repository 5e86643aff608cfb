import type { RosterTotal } from './rule-columns.ts';
import { met, openUnknown, statuses } from './status-codes.ts';
import type { KnownNumbers } from './vectors.ts';

/** Sums are kept in whole ten-thousandths, as for a single case. */
const precision = 10_000;
/** Whole numbers add up exactly as doubles as long as they stay below this. */
const mostInDouble = 2 ** 52;

/** Can amounts in so many steps to the unit be added up as they are? */
export function isExactIn(scale: number): boolean {
  return precision % scale === 0;
}

/** By code: 1 where something may be granted. */
const openCodes = Uint8Array.from(statuses, (_, code) => (code === met || code === openUnknown ? 1 : 0));

interface Sum {
  certain: bigint;
  possible: bigint;
  /** Not yet added to the above. */
  certainPart: number;
  possiblePart: number;
  unpriced: number;
  findings: number;
}

/** Adds up what is granted, by unit and by how often. */
export class Totals {
  private readonly rows: readonly { readonly unit: string; readonly every: string }[];
  private readonly sums: Sum[];
  /** Of a block: amounts and rows by code and by whether the amount is known. */
  private readonly amounts = new Float64Array(2 * statuses.length);
  private readonly counts = new Uint32Array(2 * statuses.length);

  constructor(rows: Totals['rows']) {
    this.rows = rows;
    const nothing = { certain: 0n, possible: 0n, certainPart: 0, possiblePart: 0, unpriced: 0, findings: 0 };
    this.sums = rows.map(() => ({ ...nothing }));
  }

  /** So many findings with the same amount, in units; NaN where it has no figure. */
  add(total: number, amount: number, isCertain: boolean, findings = 1): void {
    if (findings === 0) return;
    const sum = this.sums[total] as Sum;
    sum.findings += findings;
    if (Number.isNaN(amount)) {
      sum.unpriced += findings;
      return;
    }
    const whole = Math.round(amount * precision) * findings;
    sum.possiblePart += whole;
    if (isCertain) sum.certainPart += whole;
    if (sum.possiblePart > mostInDouble || sum.possiblePart < -mostInDouble) carry(sum);
  }

  /** Amounts by row in steps, of those rows whose status lets something be granted. */
  addRows(total: number, steps: Float64Array, scale: number, codes: Uint8Array, first: number, last: number): void {
    const sum = this.sums[total] as Sum;
    const isWhole = isExactIn(scale);
    let certain = 0;
    let possible = 0;
    let unpriced = 0;
    let findings = 0;
    for (let row = first; row < last; row++) {
      const code = codes[row] as number;
      const amount = steps[row] as number;
      // Without branches: which rows are open is as good as random.
      const open = openCodes[code] as number;
      const priced = open & (Number.isNaN(amount) ? 0 : 1);
      findings += open;
      unpriced += open ^ priced;
      const known = priced === 1 ? amount : 0;
      const part = isWhole ? known : Math.round((known / scale) * precision);
      possible += part;
      certain += code === met ? part : 0;
    }
    const by = isWhole ? precision / scale : 1;
    sum.findings += findings;
    sum.unpriced += unpriced;
    sum.possiblePart += possible * by;
    sum.certainPart += certain * by;
    carry(sum);
  }

  /** The same for rows of a block as they were worked out: by code first, so that nothing branches on a row. */
  addKnown(
    total: number,
    { values }: KnownNumbers,
    scale: number,
    codes: Uint8Array,
    first: number,
    rows: number,
  ): void {
    const { amounts, counts } = this;
    amounts.fill(0);
    counts.fill(0);
    const own = codes.subarray(first, first + rows);
    for (let row = 0; row < own.length; row++) {
      const value = values[row] as number;
      // Those without a figure come to a place of their own, and to no sum.
      const place = 2 * (own[row] as number) + Number(!Number.isNaN(value));
      amounts[place] = (amounts[place] as number) + value;
      counts[place] = (counts[place] as number) + 1;
    }
    const at = (places: Float64Array | Uint32Array, code: number, isKnown: number): number =>
      places[2 * code + isKnown] as number;
    const by = precision / scale;
    const sum = this.sums[total] as Sum;
    const unpriced = at(counts, met, 0) + at(counts, openUnknown, 0);
    sum.findings += unpriced + at(counts, met, 1) + at(counts, openUnknown, 1);
    sum.unpriced += unpriced;
    sum.certainPart += at(amounts, met, 1) * by;
    sum.possiblePart += (at(amounts, met, 1) + at(amounts, openUnknown, 1)) * by;
    carry(sum);
  }

  list(): RosterTotal[] {
    return this.rows.flatMap(({ unit, every }, place) => {
      const sum = this.sums[place] as Sum;
      if (sum.findings === 0) return [];
      carry(sum);
      const { certain, possible, unpriced } = sum;
      return [{ unit, every, certain: Number(certain) / precision, possible: Number(possible) / precision, unpriced }];
    });
  }
}

function carry(sum: Sum): void {
  sum.certain += BigInt(sum.certainPart);
  sum.possible += BigInt(sum.possiblePart);
  sum.certainPart = 0;
  sum.possiblePart = 0;
}
