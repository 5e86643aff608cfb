import { JingzhunError } from '@jingzhun/schemas/problem';
import type { Policy } from '../model/policy.ts';
import { type LoadedPolicy, loadFine, sourceOf } from './load.ts';

/**
 * Two editions of a policy with each parameter kept in the same steps by both. A value with more decimals makes all values of its
 * parameter finer, also those of other days: without that, rules would seem to differ that come to the same.
 *
 * @example
 * inLikeSteps(released, released)[0] === released; // true
 */
export function inLikeSteps(
  before: LoadedPolicy,
  after: LoadedPolicy,
): readonly [before: LoadedPolicy, after: LoadedPolicy] {
  const scales = unlikeScales(before.policy, after.policy);
  return scales.size === 0 ? [before, after] : [finer(before, scales), finer(after, scales)];
}

/** Of parameters that the two keep in different steps, the finer ones. */
function unlikeScales({ parameters }: Policy, { parameters: others }: Policy): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(parameters).flatMap(([name, { scale }]) => {
      const other = others[name]?.scale ?? scale;
      return other === scale ? [] : [[name, Math.max(scale, other)]];
    }),
  );
}

/** What cannot be kept as finely, as an amount of which fractions of a fen would come, stays as it is. */
function finer(edition: LoadedPolicy, scales: ReadonlyMap<string, number>): LoadedPolicy {
  try {
    const { policy } = loadFine(sourceOf(edition.files), scales);
    return { ...edition, policy: { ...policy, release: edition.policy.release } };
  } catch (error) {
    if (error instanceof JingzhunError) return edition;
    throw error;
  }
}
