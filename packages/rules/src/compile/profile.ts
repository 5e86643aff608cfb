import { isInterval, type Value } from '../values/interval.ts';
import { type CompiledFact, factValue } from './facts.ts';
import { type Frame, pending } from './frame.ts';
import type { Slot } from './slots.ts';

/**
 * All that the rules asked of one subject can see of it: the classes of its facts, and the values that findings show or
 * compute with. Subjects of the same profile get the same findings. The stages that decide keep them here, by the seat
 * of the rule, once a profile has come a second time: what is never seen again is not worth keeping.
 */
export interface Profile {
  readonly codes: readonly number[];
  readonly values: readonly Seen[];
  readonly next: Profile | undefined;
  again: boolean;
  readonly findings: unknown[];
  /** Of an unknown finding: can it still be met? */
  readonly open: (boolean | undefined)[];
  /** By place among the members, then by seat. */
  readonly verdicts: unknown[][];
}

type Seen = Value | typeof pending;

const mostProfiles = 2048;

/** Where something stands: in the frame of the case, or in the subject's own. */
interface Places {
  readonly codes: readonly number[];
  readonly facts: readonly CompiledFact[];
}

/** Profiles met so far, by hash. */
export class Profiles {
  private readonly ofCase: Places;
  private readonly own: Places;
  private readonly known = new Map<number, Profile>();
  /** Filled anew for each subject, copied when it is remembered. */
  private readonly codes: number[];
  private readonly values: Seen[];
  private count = 0;

  constructor(slots: readonly Slot[], facts: readonly CompiledFact[]) {
    const places = (level: Slot['level']): Places => ({
      codes: slots.filter((slot) => slot.level === level).map(({ index }) => index),
      facts: facts.filter((fact) => fact.level === level),
    });
    this.ofCase = places('case');
    this.own = places('person');
    this.codes = new Array<number>(slots.length).fill(0);
    // The latest day stands last: what is due, and how many days are left, follows from it.
    this.values = new Array<Seen>(facts.length + 1).fill(undefined);
  }

  of(frame: Frame): Profile {
    const { ofCase, own } = this;
    this.values[this.values.length - 1] = frame.question.latest;
    const forCase = this.look(ofCase, frame.case, hashOf(frame.question.latest), 0, 0);
    const hash =
      frame.person === undefined ? forCase : this.look(own, frame, forCase, ofCase.codes.length, ofCase.facts.length);
    const first = this.known.get(hash);
    for (let profile = first; profile !== undefined; profile = profile.next) {
      if (!sameCodes(profile.codes, this.codes) || !sameValues(profile.values, this.values)) continue;
      profile.again = true;
      return profile;
    }
    return this.remember(hash, first);
  }

  private look({ codes, facts }: Places, frame: Frame, start: number, firstCode: number, firstValue: number): number {
    let hash = start;
    for (let each = 0; each < codes.length; each++) {
      const code = frame.codes[codes[each] as number] as number;
      this.codes[firstCode + each] = code;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    for (let each = 0; each < facts.length; each++) {
      const fact = facts[each] as CompiledFact;
      let value = frame.values[fact.index];
      if (value === pending) value = factValue(fact, frame);
      this.values[firstValue + each] = value;
      if (typeof value === 'number') hash = (Math.imul(hash, 31) + (value | 0)) | 0;
      else if (typeof value === 'string') hash = (Math.imul(hash, 31) + hashOf(value)) | 0;
    }
    return hash;
  }

  private remember(hash: number, next: Profile | undefined): Profile {
    const full = this.count >= mostProfiles;
    if (full) this.known.clear();
    this.count = full ? 1 : this.count + 1;
    const profile = {
      codes: this.codes.slice(),
      values: this.values.slice(),
      next: full ? undefined : next,
      again: false,
      findings: [],
      open: [],
      verdicts: [],
    };
    this.known.set(hash, profile);
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

function sameCodes(a: readonly number[], b: readonly number[]): boolean {
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false;
  return true;
}

function sameValues(a: readonly Seen[], b: readonly Seen[]): boolean {
  for (let place = 0; place < a.length; place++) {
    const one = a[place];
    if (one !== b[place] && (typeof one !== 'object' || !alike(one, b[place]))) return false;
  }
  return true;
}

/** Lists and ranges come anew with every case. */
function alike(a: Exclude<Seen, symbol>, b: Seen): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, place) => entry === b[place]);
  }
  return isInterval(a) && isInterval(b) && a.low === b.low && a.high === b.high;
}
