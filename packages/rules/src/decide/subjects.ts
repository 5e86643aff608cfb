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
  readonly subject: Subject | undefined;
}

/** Classifies every fact of the case and of each of its persons, once for all rules. */
export function classify(opened: Opened): { home: Asked; persons: readonly Asked[] } {
  const { regime, home, persons } = opened;
  const codes = new Uint8Array(regime.slots.count);
  const partial = classifyInto(regime.slots.case, home, codes, undefined);
  return {
    home: { frame: home, codes, partial, subject: undefined },
    persons: persons.map((frame, index) => {
      const own = codes.slice();
      return {
        frame,
        codes: own,
        partial: classifyInto(regime.slots.person, frame, own, partial),
        subject: subjectOf('person', frame.objects.person, index),
      };
    }),
  };
}

function classifyInto(
  slots: readonly Slot[],
  frame: Frame,
  codes: Codes,
  known: Partial | undefined,
): Partial | undefined {
  let partial: Map<number, readonly number[]> | undefined;
  for (const slot of slots) {
    const value = slot.read(frame);
    const code = slot.classes.classify(value);
    codes[slot.index] = code;
    if (code === 0 && value !== undefined) {
      const classes = slot.classes.spread(value);
      if (classes === undefined) continue;
      partial ??= new Map(known);
      partial.set(slot.index, classes);
    }
  }
  return partial ?? known;
}

/** Whom in this case a rule is asked of: each person, or the one household, county … that is there. */
export function askedBy(
  rule: CompiledRule,
  { home, persons }: { home: Asked; persons: readonly Asked[] },
): readonly Asked[] {
  const { asks } = rule.model;
  if (asks[0] === 'person') return persons;
  const entity = asks.find((name) => isRecord(home.frame.objects[name]));
  if (entity === undefined) return [];
  return [{ ...home, subject: subjectOf(entity, home.frame.objects[entity], undefined) }];
}

function subjectOf(entity: string, object: unknown, index: number | undefined): Subject {
  const id = isRecord(object) && typeof object.id === 'string' ? object.id : null;
  return id === null && index !== undefined ? { entity, id, index } : { entity, id };
}
