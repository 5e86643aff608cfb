import type { Contestant, Timing } from './rounds.ts';

/** Some machines count computing time in steps of several milliseconds: so many calls to a turn make them small beside it. */
const callsPerTurn = 8;

/**
 * As `timed`, by the time that this thread was computing: what takes a tenth of a second is interrupted by other work of the
 * machine, and waiting for its turn says nothing about a contestant.
 */
export function computed(
  contestants: readonly Contestant[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Timing[] {
  const results = contestants.map(({ name }) => ({ name, rounds: [] as number[] }));
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const place = (turn + round + warmUp) % contestants.length;
      const spent = nanosecondsOf(contestants[place] as Contestant);
      if (round >= 0) (results[place] as { rounds: number[] }).rounds.push(spent);
    }
  }
  return results;
}

function nanosecondsOf({ call }: Contestant): number {
  const before = process.threadCpuUsage();
  let found: unknown;
  for (let done = 0; done < callsPerTurn; done++) found = call();
  const { user, system } = process.threadCpuUsage(before);
  if (found === undefined) throw new TypeError('a contestant found nothing');
  return (1000 * (user + system)) / callsPerTurn;
}
