/** Something timed: one call does all the work for one household. */
export interface Contestant {
  readonly name: string;
  /** Returns what was found, so that the work cannot be left out. */
  call(): unknown;
}

export interface Timing {
  readonly name: string;
  /** Nanoseconds a call, one figure a round. */
  readonly rounds: readonly number[];
}

/** The middle of a set of figures, and the quarter points around it. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

const nanosecondsPerTurn = 15_000_000;

/**
 * Times contestants in rounds: in each, everyone has a turn of about 15 ms, in an order that changes from round to
 * round. A machine that slows down for a while slows all of them, so that ratios within a round hold.
 */
export async function timed(
  contestants: readonly Contestant[],
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Timing[]> {
  const results = contestants.map(({ name }) => ({ name, rounds: [] as number[] }));
  const calls = contestants.map(() => 1);
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const place = (turn + round + warmUp) % contestants.length;
      const spent = await nanosecondsOf(contestants[place] as Contestant, calls[place] as number);
      const each = spent / (calls[place] as number);
      if (round >= 0) (results[place] as { rounds: number[] }).rounds.push(each);
      calls[place] = Math.max(1, Math.round(nanosecondsPerTurn / each));
    }
  }
  return results;
}

/** Called so many times; waited for only where there is something to wait for. */
async function nanosecondsOf({ call }: Contestant, calls: number): Promise<number> {
  const start = process.hrtime.bigint();
  let last: unknown;
  for (let done = 0; done < calls; done++) {
    last = call();
    if (last instanceof Promise) last = await last;
  }
  const spent = Number(process.hrtime.bigint() - start);
  if (last === undefined) throw new TypeError('a contestant found nothing');
  return spent;
}

export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** How many times as long the first takes as the second, round by round. */
export function ratioOf(first: Timing, second: Timing): Spread {
  return spreadOf(first.rounds.map((figure, round) => figure / (second.rounds[round] as number)));
}
