import type { Case } from '@jingzhun/schemas';
import type { Suppose } from './every-completion.ts';

const ABILITIES = ['able', 'partial', 'lost', 'none'] as const;
const STAGES = [
  'none',
  'preschool',
  'primary',
  'junior-secondary',
  'senior-secondary',
  'secondary-vocational',
  'higher-vocational',
  'undergraduate',
  'postgraduate',
] as const;

const splitKeys = new Map<string, readonly string[]>();

function namesIn(key: string): readonly string[] {
  let names = splitKeys.get(key);
  if (names === undefined) {
    names = key.split('.');
    splitKeys.set(key, names);
  }
  return names;
}

export type Ability = (typeof ABILITIES)[number];
export type Stage = (typeof STAGES)[number];

/** What is known of one household and, for questions about a person, of the member asked about. */
export class KnownFacts {
  private readonly input: Case;
  /** `yyyy-mm-dd` */
  readonly day: string;
  private readonly suppose: Suppose;
  /** Place of the person asked about in `household.members`; -1 when the household is asked about. */
  private readonly member: number;

  constructor(input: Case, day: string, suppose: Suppose, member: number) {
    this.input = input;
    this.day = day;
    this.suppose = suppose;
    this.member = member;
  }

  /** The value under a dotted key; a key that begins with `person` is read from the member asked about. */
  private known(key: string): unknown {
    let value: unknown = this.input;
    for (const name of namesIn(key)) {
      if (name === 'person') value = this.input.household?.members?.[this.member];
      else value = (value as Record<string, unknown> | null | undefined)?.[name];
    }
    return value ?? undefined;
  }

  /** A missing fact of a person is another one for each member. */
  private try<T>(key: string, values: readonly T[]): T {
    return this.suppose(key.startsWith('person.') ? `${key} of member ${this.member}` : key, values);
  }

  isGiven(key: string): boolean {
    return this.known(key) !== undefined;
  }

  is(key: string): boolean {
    const known = this.known(key);
    return known === undefined ? this.try(key, [true, false]) : known === true;
  }

  code<T extends string>(key: string, codes: readonly T[]): T {
    return (this.known(key) as T | undefined) ?? this.try(key, codes);
  }

  /** `tried`: values on both sides of whatever the question compares with. */
  number(key: string, tried: readonly number[]): number {
    return (this.known(key) as number | undefined) ?? this.try(key, tried);
  }

  fen(key: string, tried: readonly number[]): number {
    return this.fenForAmount(key) ?? this.try(key, tried);
  }

  /** A sum that only an amount is made of: when it is missing the answer stands and the amount is unknown. */
  fenForAmount(key: string): number | null {
    const known = this.known(key);
    return known === undefined ? null : Math.round((known as number) * 100);
  }

  numberForAmount(key: string): number | null {
    return (this.known(key) as number | undefined) ?? null;
  }

  count(key: string): number {
    const known = this.known(key);
    return known === undefined ? this.try(key, [0, 1]) : (known as unknown[]).length;
  }

  /** A day, or `never`: that no day is written down does not say that there was none. */
  date(key: string, tried: readonly string[]): string {
    return (this.known(key) as string | undefined) ?? this.try(key, [...tried, 'never']);
  }

  get members(): number[] {
    return [...(this.input.household?.members ?? []).keys()];
  }

  /** The same facts, asked about another member. */
  about(member: number): KnownFacts {
    return new KnownFacts(this.input, this.day, this.suppose, member);
  }

  householdIsRegistered(): boolean {
    if (!this.isGiven('household.registered') && this.known('household.type') === 'none') return false;
    return this.is('household.registered');
  }

  personIsRegistered(): boolean {
    if (this.isGiven('person.registered')) return this.is('person.registered');
    return this.householdIsRegistered();
  }

  ability(): Ability {
    return this.code('person.labourAbility', ABILITIES);
  }

  /** Some ability left is enough for services to the person: they are offered to weak labourers too. */
  canWork(): boolean {
    const ability = this.ability();
    return ability === 'able' || ability === 'partial';
  }

  abilityIsLost(): boolean {
    const ability = this.ability();
    return ability === 'lost' || ability === 'partial';
  }

  someoneIsAble(): boolean {
    for (const member of this.members) {
      if (this.about(member).ability() === 'able') return true;
    }
    return false;
  }

  /** A household that is given as without labour has nobody who is able. */
  nobodyIsAble(): boolean {
    if (this.isGiven('household.hasLabour') && !this.is('household.hasLabour')) return true;
    return !this.someoneIsAble();
  }

  /** One able member makes a labour household, one without any ability left none; weak labour alone leaves it to the caller. */
  householdHasLabour(): boolean {
    if (this.isGiven('household.hasLabour')) return this.is('household.hasLabour');
    if (this.someoneIsAble()) return true;
    for (const member of this.members) {
      if (this.about(member).ability() === 'partial') return this.is('household.hasLabour');
    }
    return false;
  }

  /** A technician college may be of the secondary or the higher kind; which one is not written down. */
  stage(): Stage {
    if (this.known('person.schoolStage') === 'technician-college') {
      return this.try('person.schoolStage', ['secondary-vocational', 'higher-vocational']);
    }
    return this.code('person.schoolStage', STAGES);
  }

  isEnrolled(): boolean {
    if (this.isGiven('person.enrolled')) return this.is('person.enrolled');
    return this.stage() !== 'none';
  }

  houseIsDangerous(): boolean {
    if (this.isGiven('household.housing.dangerous')) return this.is('household.housing.dangerous');
    const level = this.known('household.housing.dangerLevel');
    if (level === undefined) return this.is('household.housing.dangerous');
    return level === 'c' || level === 'd';
  }

  /** Disability stands among the states of health, where those are given. */
  isDisabled(): boolean {
    if (this.isGiven('person.disabled')) return this.is('person.disabled');
    const health = this.known('person.healthStatus');
    if (health === undefined) return this.is('person.disabled');
    return (health as string[]).includes('disabled');
  }
}
