import { type CompiledFact, factValue, homeOf } from './facts.ts';
import { type Frame, pending } from './frame.ts';
import type { Slot } from './slots.ts';

/**
 * The classes of all facts that the rules asked of one subject look at. Subjects are much alike: those of the same
 * profile share what it settles, found by one look for all rules. The stages that decide keep it here, by rule.
 */
export interface Profile {
  readonly signs: readonly number[];
  readonly settled: unknown[];
  readonly verdicts: unknown[];
}

/** Profiles met so far, by hash. */
export class Profiles {
  private readonly places: readonly number[];
  private readonly grounds: readonly CompiledFact[];
  private readonly known = new Map<number, Profile[]>();
  private count = 0;

  constructor(slots: readonly Slot[], grounds: readonly CompiledFact[]) {
    this.places = slots.map(({ index }) => index);
    this.grounds = grounds;
  }

  of(frame: Frame, codes: readonly number[]): Profile {
    const signs: number[] = [];
    let hash = 17;
    for (const place of this.places) {
      const sign = codes[place] as number;
      signs.push(sign);
      hash = (Math.imul(hash, 31) + sign) | 0;
    }
    for (const fact of this.grounds) {
      const value = homeOf(fact, frame)?.values[fact.index];
      const sign = (value === pending ? factValue(fact, frame) : value) === undefined ? 0 : 1;
      signs.push(sign);
      hash = (Math.imul(hash, 31) + sign) | 0;
    }
    const alike = this.known.get(hash);
    const found = alike?.find((profile) => same(profile.signs, signs));
    return found ?? this.remember(hash, alike, { signs, settled: [], verdicts: [] });
  }

  private remember(hash: number, alike: Profile[] | undefined, profile: Profile): Profile {
    this.count += 1;
    if (this.count > mostProfiles) {
      this.known.clear();
      this.count = 1;
    }
    if (alike === undefined || this.count === 1) this.known.set(hash, [profile]);
    else alike.push(profile);
    return profile;
  }
}

const mostProfiles = 4096;

function same(a: readonly number[], b: readonly number[]): boolean {
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false;
  return true;
}
