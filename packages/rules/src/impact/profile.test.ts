import { describe, expect, it } from 'vitest';
import type { CompiledFact } from '../compile/facts.ts';
import { type Frame, pending } from '../compile/frame.ts';
import type { Slot } from '../compile/slots.ts';
import type { Value } from '../values/interval.ts';
import { type Profile, Profiles } from './profile.ts';

const slots = [
  { level: 'case', index: 1 },
  { level: 'case', index: 2 },
  { level: 'person', index: 0 },
  { level: 'person', index: 1 },
] as Slot[];
const facts = [
  { level: 'case', index: 0 },
  { level: 'case', index: 1 },
  { level: 'person', index: 0 },
  { level: 'person', index: 1, derive: () => 'worked out' },
] as unknown as CompiledFact[];

interface Subject {
  readonly codes: readonly number[];
  readonly values: readonly (Value | typeof pending)[];
}

/** A member of a household, or, without one, the household itself. */
function frame(home: Subject, own?: Subject, latest = '2017-06-15'): Frame {
  const open = (subject: Subject, of: object): Frame =>
    ({ codes: [...subject.codes], values: [...subject.values], question: { latest }, ...of }) as unknown as Frame;
  const household = open(home, {}) as { case: Frame } & Frame;
  household.case = household;
  if (own === undefined) return household;
  const person = open(own, { case: household }) as { person: Frame } & Frame;
  person.person = person;
  return person;
}

const home: Subject = { codes: [9, 1, 2], values: [5, 'a'] };
const own: Subject = { codes: [3, 4], values: [7, 'b'] };

function profileOf(frame: Frame, profiles: Profiles): Profile {
  return profiles.of(frame);
}

/** Is the second one's profile the first one's? */
function alike(one: Frame, other: Frame): boolean {
  const profiles = new Profiles(slots, facts);
  return profileOf(one, profiles) === profileOf(other, profiles);
}

describe('subjects have one profile', () => {
  it('where all that rules see of them is the same', () => {
    expect(alike(frame(home, own), frame(home, own))).toBe(true);
    expect(alike(frame(home), frame(home))).toBe(true);
  });

  it('whatever no rule sees', () => {
    expect(alike(frame(home, own), frame({ codes: [8, 1, 2], values: [5, 'a', 6] }, own))).toBe(true);
  });

  it('with lists and ranges that say the same', () => {
    const with_ = (value: Value): Frame => frame({ ...home, values: [value, 'a'] }, own);
    expect(alike(with_(['x', 'y']), with_(['x', 'y']))).toBe(true);
    expect(alike(with_([]), with_([]))).toBe(true);
    expect(alike(with_({ low: 1, high: 2 }), with_({ low: 1, high: 2 }))).toBe(true);
  });

  it('once what follows from others is worked out', () => {
    expect(
      alike(frame(home, { ...own, values: [7, pending] }), frame(home, { ...own, values: [7, 'worked out'] })),
    ).toBe(true);
  });
});

const changes: readonly (readonly [what: string, one: Frame, other: Frame])[] = [
  ['a class of the household', frame(home, own), frame({ ...home, codes: [9, 1, 3] }, own)],
  ['the first class of the household', frame(home, own), frame({ ...home, codes: [9, 3, 2] }, own)],
  ['a class of their own', frame(home, own), frame(home, { ...own, codes: [3, 5] })],
  ['classes that are the same the other way round', frame(home, own), frame({ ...home, codes: [9, 2, 1] }, own)],
  // These two come to the same hash.
  [
    'classes that only together come to the same',
    frame({ ...home, codes: [9, 1, 40] }, own),
    frame({ ...home, codes: [9, 2, 9] }, own),
  ],
  ['a number of the household', frame(home, own), frame({ ...home, values: [6, 'a'] }, own)],
  ['a text of their own', frame(home, own), frame(home, { ...own, values: [7, 'c'] })],
  ['a value that is not known', frame(home, own), frame(home, { ...own, values: [undefined, 'b'] })],
  ['what follows from others', frame(home, own), frame(home, { ...own, values: [7, pending] })],
  ['the day that has come', frame(home, own), frame(home, own, '2017-06-16')],
  ['the year that has come', frame(home, own), frame(home, own, '2018-06-15')],
  ['who is asked about', frame(home, own), frame(home)],
  ...(
    [
      [
        ['x', 'y'],
        ['x', 'z'],
      ],
      [['x', 'y'], ['x']],
      [['x'], ['x', 'y']],
      [
        ['x', 'y'],
        ['y', 'x'],
      ],
      [['x'], { low: 1, high: 2 }],
      [{ low: 1, high: 2 }, ['x']],
      [
        { low: 1, high: 2 },
        { low: 1, high: 3 },
      ],
      [
        { low: 0, high: 2 },
        { low: 1, high: 2 },
      ],
      [{ low: 1, high: 2 }, undefined],
      [undefined, { low: 1, high: 2 }],
      [['x'], undefined],
      [true, false],
      [true, { low: 1, high: 2 }],
    ] as const
  ).map(
    ([one, other]) =>
      [
        `${JSON.stringify(one)} and ${JSON.stringify(other)}`,
        frame({ ...home, values: [one, 'a'] }, own),
        frame({ ...home, values: [other, 'a'] }, own),
      ] as const,
  ),
];

describe('subjects are told apart by', () => {
  it.each(changes)('%s', (_, one, other) => {
    expect(alike(one, other)).toBe(false);
  });
});

describe('profiles', () => {
  it('say whether they came again', () => {
    const profiles = new Profiles(slots, facts);
    const first = profileOf(frame(home, own), profiles);
    expect(first.again).toBe(false);
    expect(profileOf(frame({ ...home, codes: [9, 1, 3] }, own), profiles).again).toBe(false);
    expect(profileOf(frame(home, own), profiles).again).toBe(true);
    expect(first.again).toBe(true);
  });

  it('of one hash are all kept', () => {
    const profiles = new Profiles(slots, facts);
    const lists = [['x'], ['y'], ['z']].map((list) => frame({ ...home, values: [list, 'a'] }, own));
    const found = lists.map((each) => profileOf(each, profiles));
    expect(new Set(found).size).toBe(3);
    expect(lists.map((each) => profileOf(each, profiles))).toEqual(found);
    expect(lists.map((each) => profileOf(each, profiles) === found[lists.indexOf(each)])).toEqual([true, true, true]);
  });

  it('are let go when there are too many, and kept anew', () => {
    const profiles = new Profiles(slots, facts);
    const of = (value: number): Profile => profileOf(frame({ ...home, values: [value, 'a'] }, own), profiles);
    const all = Array.from({ length: 2048 }, (_, value) => of(value));
    expect(of(0)).toBe(all[0]);
    expect(of(2047)).toBe(all[2047]);
    const last = of(2048);
    expect(of(2048)).toBe(last);
    expect(of(0)).not.toBe(all[0]);
    expect(of(0)).toBe(of(0));
    expect(of(2048)).toBe(last);
  });

  it('keep nothing of those let go that have the hash of a new one', () => {
    const profiles = new Profiles(slots, facts);
    const of = (list: readonly string[]): Profile => profileOf(frame({ ...home, values: [list, 'a'] }, own), profiles);
    for (let each = 0; each < 2048; each++) of([`${each}`]);
    expect(of(['new']).next).toBeUndefined();
  });
});
