import type { Subject } from '@jingzhun/schemas';
import type { Asking, Ready } from '../compile/asking.ts';
import type { Frame } from '../compile/frame.ts';
import type { Profile } from '../compile/profile.ts';
import { isRecord } from '../compile/read.ts';
import type { Slot } from '../compile/slots.ts';
import type { Codes, Partial } from '../compile/table.ts';
import type { Opened } from './question.ts';

/** Someone a rule can be asked of, with the classes that the facts fall in. */
export interface Asked {
  readonly frame: Frame;
  readonly codes: Codes;
  readonly partial: Partial | undefined;
  readonly subject: Subject;
  /** Undefined where a value is only partly known: then nothing can be shared. */
  readonly profile: Profile | undefined;
}

/** Everyone in a case that rules can be asked of: by the place of what they ask. */
export type Subjects = readonly (readonly Asked[] | undefined)[];

/** Classifies every fact that rules for this case look at, once for all rules. */
export function classify(opened: Opened): Subjects {
  const { regime, home, persons } = opened;
  const asking = regime.presence.of(home.objects, persons.length > 0);
  let partial: Partial | undefined;
  for (const { place } of asking) partial = workOut((regime.asking[place] as Asking).ready().case, home, partial);
  const subjects: (readonly Asked[])[] = [];
  for (const { place, entity } of asking) {
    subjects[place] = askedOf((regime.asking[place] as Asking).ready(), entity, opened, partial);
  }
  return subjects;
}

function askedOf(
  { person: slots, profiles }: Ready,
  entity: string,
  { home, persons }: Opened,
  partial: Partial | undefined,
): readonly Asked[] {
  if (entity !== 'person') {
    const profile = partial === undefined ? profiles.ofCase(home) : undefined;
    const subject = subjectOf(entity, home.objects[entity], undefined);
    return [{ frame: home, codes: home.codes, partial, subject, profile }];
  }
  const within = partial === undefined ? profiles.ofCase(home) : undefined;
  return persons.map((frame, index) => {
    const own = workOut(slots, frame, partial);
    const profile = within !== undefined && own === undefined ? profiles.ofPerson(frame, within) : undefined;
    if (!profile?.again) complete(frame);
    // One who stands alone has no place among members.
    const subject = subjectOf('person', frame.objects.person, frame.path === 'person' ? undefined : index);
    return { frame, codes: frame.codes, partial: own, subject, profile };
  });
}

/**
 * Codes of a person begin with the person's own; those of the case, which stand after them, are put there when they are
 * first needed: where everything was found before, they never are.
 */
export function complete({ codes, case: home }: Frame): void {
  for (let place = codes.length; place < home.codes.length; place++) codes.push(home.codes[place] as number);
}

/** Classifies what was not told while reading: facts that follow from others, and tests. */
function workOut(slots: readonly Slot[], frame: Frame, known: Partial | undefined): Partial | undefined {
  let partial: Map<number, readonly number[]> | undefined;
  for (const slot of slots) {
    // Given although it could be derived: told while reading.
    if (frame.codes[slot.index] !== 0 && !slot.test) continue;
    const value = slot.read(frame);
    const code = slot.classes.classify(value);
    frame.codes[slot.index] = code;
    if (code === 0 && value !== undefined) {
      const classes = slot.classes.spread(value);
      if (classes === undefined) continue;
      partial ??= new Map(known);
      partial.set(slot.index, classes);
    }
  }
  return partial ?? known;
}

function subjectOf(entity: string, object: unknown, index: number | undefined): Subject {
  const id = isRecord(object) && typeof object.id === 'string' ? object.id : null;
  return id === null && index !== undefined ? { entity, id, index } : { entity, id };
}
