import { type CompiledFact, factValue } from '../compile/facts.ts';
import { type Frame, pending } from '../compile/frame.ts';
import type { Slot } from '../compile/slots.ts';
import type { Asked } from '../decide/subjects.ts';
import { isInterval, type Value } from '../values/interval.ts';
import type { Verdict } from './kinds.ts';

/**
 * All that the rules asked of one subject can see of it: the classes of its facts, and the values that amounts are
 * computed with. Subjects of the same profile get the same verdicts: they are kept here, by the place of the rule, once a
 * profile has come a second time; what is never seen again is not worth keeping.
 */
export interface Profile {
  readonly hash: number;
  /** Of a person: the profile of the case. */
  readonly within: Profile | undefined;
  /** Of a case: what is due, and how many days are left, follows from the day. */
  readonly day: string | undefined;
  readonly codes: readonly number[];
  readonly values: Frame['values'];
  readonly next: Profile | undefined;
  again: boolean;
  readonly verdicts: (Verdict | undefined)[];
}

/** Somebody asked, with the profile where there is one. */
export interface Profiled extends Asked {
  readonly profile: Profile | undefined;
}

const mostProfiles = 2048;

/** Profiles of those whom the same rules are asked of: of the case, and of each person within it. */
export class Profiles {
  private readonly cases: Known;
  private readonly persons: Known;
  /** The case that was asked about last: one comes with all its persons. */
  private home: Frame | undefined;
  private ofHome: Profile | undefined;

  constructor(slots: readonly Slot[], facts: readonly CompiledFact[]) {
    const known = (level: Slot['level']): Known =>
      new Known(
        slots.filter((slot) => slot.level === level).map(({ index }) => index),
        facts.filter((fact) => fact.level === level),
      );
    this.cases = known('case');
    this.persons = known('person');
  }

  of(frame: Frame): Profile {
    const home = frame.case;
    if (home !== this.home || this.ofHome === undefined) {
      this.home = home;
      this.ofHome = this.cases.of(home, undefined, home.question.latest);
    }
    return frame === home ? this.ofHome : this.persons.of(frame, this.ofHome, undefined);
  }
}

/** Profiles of one level met so far, by hash. */
class Known {
  private readonly byHash = new Map<number, Profile>();
  private readonly slots: readonly number[];
  private readonly facts: readonly CompiledFact[];
  private count = 0;

  constructor(slots: readonly number[], facts: readonly CompiledFact[]) {
    this.slots = slots;
    this.facts = facts;
  }

  of(frame: Frame, within: Profile | undefined, day: string | undefined): Profile {
    const hash = this.hash(frame, within?.hash ?? 0);
    const first = this.byHash.get(hash);
    for (let profile = first; profile !== undefined; profile = profile.next) {
      if (profile.within !== within || profile.day !== day || !this.fits(profile, frame)) continue;
      profile.again = true;
      return profile;
    }
    return this.remember(frame, { hash, within, day }, first);
  }

  /** Works out what is pending, so that all values stand in the frame. */
  private hash(frame: Frame, start: number): number {
    const { slots, facts } = this;
    const { codes, values } = frame;
    let hash = start;
    for (let each = 0; each < slots.length; each++) {
      hash = (Math.imul(hash, 31) + (codes[slots[each] as number] as number)) | 0;
    }
    for (let each = 0; each < facts.length; each++) {
      const fact = facts[each] as CompiledFact;
      let value = values[fact.index];
      if (value === pending) value = factValue(fact, frame);
      if (typeof value === 'number') hash = (Math.imul(hash, 31) + (value | 0)) | 0;
      else if (typeof value === 'string') hash = (Math.imul(hash, 31) + hashOf(value)) | 0;
    }
    return hash;
  }

  private fits(profile: Profile, frame: Frame): boolean {
    const { slots, facts } = this;
    for (let each = 0; each < slots.length; each++) {
      if (profile.codes[each] !== frame.codes[slots[each] as number]) return false;
    }
    for (let each = 0; each < facts.length; each++) {
      const one = profile.values[each];
      const other = frame.values[(facts[each] as CompiledFact).index];
      if (one !== other && !alike(one as Value, other as Value)) return false;
    }
    return true;
  }

  private remember(
    { codes, values }: Frame,
    known: Pick<Profile, 'hash' | 'within' | 'day'>,
    next: Profile | undefined,
  ): Profile {
    const full = this.count >= mostProfiles;
    if (full) this.byHash.clear();
    this.count = full ? 1 : this.count + 1;
    const profile: Profile = {
      ...known,
      codes: this.slots.map((slot) => codes[slot] as number),
      values: this.facts.map((fact) => values[fact.index]),
      next: full ? undefined : next,
      again: false,
      verdicts: [],
    };
    this.byHash.set(known.hash, profile);
    return profile;
  }
}

/** Days differ in their last places. */
function hashOf(text: string): number {
  let hash = text.length;
  for (let place = Math.max(0, text.length - 5); place < text.length; place++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(place)) | 0;
  }
  return hash;
}

/** Lists and ranges come anew with every case. */
function alike(a: Value, b: Value): boolean {
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, place) => entry === b[place]);
  }
  return isInterval(a) && isInterval(b) && a.low === b.low && a.high === b.high;
}
