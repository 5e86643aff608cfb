import type { Subject } from '@jingzhun/schemas';
import type { Asking } from '../compile/asking.ts';
import type { Frame } from '../compile/frame.ts';
import { isRecord } from '../compile/read.ts';
import type { Slot } from '../compile/slots.ts';
import type { Codes, Partial } from '../compile/table.ts';
import type { Admitted, Opened } from './question.ts';

/** Someone a rule can be asked of, with the classes that the facts fall in. */
export interface Asked {
  readonly frame: Frame;
  readonly codes: Codes;
  readonly partial: Partial | undefined;
  readonly entity: string;
}

/** Everyone in a case that rules can be asked of: by the place of what they ask. */
export type Subjects = readonly (readonly Asked[] | undefined)[];

/** Classifies every fact that rules for this case look at, once for all rules. */
export function classify({ regime, home, persons }: Opened): Subjects {
  const asked = regime.asking.map((asking) => entityAsked(asking, home.objects, persons.length > 0));
  let partial: Partial | undefined;
  regime.asking.forEach((asking, place) => {
    if (asked[place] !== undefined) partial = workOut(asking.ready().case, home, partial);
  });
  return regime.asking.map((asking, place) => {
    const entity = asked[place];
    if (entity === undefined) return undefined;
    if (entity !== 'person') return [{ frame: home, codes: home.codes, partial, entity }];
    const { person } = asking.ready();
    return persons.map((frame) => {
      const own = workOut(person, frame, partial);
      return { frame, codes: frame.codes, partial: own, entity };
    });
  });
}

/** Everyone that rules ask in a case: by the place of what they ask. */
export function subjectsIn({ regime, input }: Admitted): readonly (readonly Subject[] | undefined)[] {
  const members = isRecord(input.household) ? input.household.members : undefined;
  const persons = Array.isArray(members) ? members.map((person, index) => subjectOf('person', person, index)) : [];
  // One who stands alone has no place among members.
  if (isRecord(input.person)) persons.push(subjectOf('person', input.person, undefined));
  return regime.asking.map((asking) => {
    const entity = entityAsked(asking, input, persons.length > 0);
    if (entity === 'person') return persons;
    return entity === undefined ? undefined : [subjectOf(entity, input[entity], undefined)];
  });
}

/** Of several entities that rules ask, the first that is there. */
function entityAsked({ entities }: Asking, input: Admitted['input'], persons: boolean): string | undefined {
  return entities.find((entity) =>
    entity === 'person' ? persons : Object.hasOwn(input, entity) && isRecord(input[entity]),
  );
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
    // Given although it could be derived: told while reading. What all values answer alike needs none.
    if (frame.codes[slot.index] !== 0 && !slot.test) continue;
    const value = slot.read(frame);
    const code = slot.classes.classify(value);
    frame.codes[slot.index] = code;
    const classes = code === 0 ? slot.classes.spread(value) : undefined;
    if (classes === undefined) continue;
    partial ??= new Map(known);
    partial.set(slot.index, classes);
  }
  return partial ?? known;
}

export function subjectOf(entity: string, object: unknown, index: number | undefined): Subject {
  const id = isRecord(object) && typeof object.id === 'string' ? object.id : null;
  return id === null && index !== undefined ? { entity, id, index } : { entity, id };
}
