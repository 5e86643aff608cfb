import type { Household, Person } from '@jingzhun/schemas';
import type { DoubtCode } from './doubt-texts.ts';

/** Something in a household that can be read and yet is hardly so. */
export interface Doubt {
  readonly code: DoubtCode;
  /** As Excel counts. */
  readonly row: number;
  /** Such as `person.idNumber`; null where no single column is meant. */
  readonly field: string | null;
  /** Figures and labels for the gaps of the text. Never a name or a number of identity. */
  readonly about?: Readonly<Record<string, string | number>>;
}

/** A table leaves out what it does not know, so nothing in a case made of it is null. */
type Given<T> = T extends readonly (infer Each)[]
  ? readonly Given<Each>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<Exclude<T[Key], null>> }
    : T;

export type GivenHousehold = Given<Household>;
export type GivenPerson = Given<Person>;

/** A household as the rules of doubt see it. */
export interface Seen {
  readonly household: GivenHousehold;
  /** Empty where one row is one household. */
  readonly members: readonly SeenMember[];
  /** Its first row. */
  readonly row: number;
  /** One row is one person, so the members are complete. */
  readonly isRosterOfPersons: boolean;
  /** The day whose law applies: ages are reckoned on it. */
  readonly on: string;
}

export interface SeenMember {
  readonly person: GivenPerson;
  readonly row: number;
}

/** A rule of doubt looks at one household. */
export type DoubtRule = (seen: Seen) => readonly Doubt[];
