import type { Subject } from '@jingzhun/schemas';
import type { Frame } from '../compile/frame.ts';
import { isRecord } from '../compile/read.ts';
import type { CompiledRule } from '../compile/rule.ts';
import type { Slot } from '../compile/slots.ts';
import type { Codes, Partial } from '../compile/table.ts';
import type { Opened } from './question.ts';

/** Someone a rule can be asked of, with the classes that the facts fall in. */
export interface Asked {
  readonly frame: Frame;
  readonly codes: Codes;
  readonly partial: Partial | undefined;
  readonly subject: Subject;
}

/** Everyone in a case that rules can be asked of. */
export interface Subjects {
  readonly persons: readonly Asked[];
  /** The one household, county … of the case, by entity. */
  readonly single: ReadonlyMap<string, Asked>;
}

/** Classifies every fact of the case and of each of its persons, once for all rules. */
export function classify({ regime, home, persons }: Opened): Subjects {
  const { codes, objects } = home;
  const partial = workOut(regime.derived.case, home, undefined);
  const single = new Map<string, Asked>();
  for (const entity of Object.keys(objects)) {
    if (isRecord(objects[entity])) {
      single.set(entity, { frame: home, codes, partial, subject: subjectOf(entity, objects[entity], undefined) });
    }
  }
  return {
    single,
    persons: persons.map((frame, index) => {
      for (let slot = 0; slot < regime.caseSlots; slot++) frame.codes[slot] = codes[slot] as number;
      return {
        frame,
        codes: frame.codes,
        partial: workOut(regime.derived.person, frame, partial),
        subject: subjectOf('person', frame.objects.person, index),
      };
    }),
  };
}

/** Classifies what was not told while reading: facts that follow from others, and tests. */
function workOut(slots: readonly Slot[], frame: Frame, known: Partial | undefined): Partial | undefined {
  let partial: Map<number, readonly number[]> | undefined;
  for (const slot of slots) {
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

const nobody: readonly Asked[] = [];

/** Whom in this case a rule is asked of: each person, or the one household, county … that is there. */
export function askedBy(rule: CompiledRule, { persons, single }: Subjects): readonly Asked[] {
  const { asks } = rule.model;
  if (asks[0] === 'person') return persons;
  for (const entity of asks) {
    const asked = single.get(entity);
    if (asked !== undefined) return [asked];
  }
  return nobody;
}

function subjectOf(entity: string, object: unknown, index: number | undefined): Subject {
  const id = isRecord(object) && typeof object.id === 'string' ? object.id : null;
  return id === null && index !== undefined ? { entity, id, index } : { entity, id };
}
