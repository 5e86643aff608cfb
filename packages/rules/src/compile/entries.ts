import { type CompiledFact, homeOf, valueOf } from './facts.ts';
import type { Frame } from './frame.ts';
import type { Scope } from './expression.ts';
import { isRecord, readInto } from './read.ts';

/** What the entries of a list need to be read: the facts of their level. */
export interface Levels {
  readonly case: readonly CompiledFact[];
  readonly person: readonly CompiledFact[];
  /** By shape. */
  readonly item: ReadonlyMap<string, readonly CompiledFact[]>;
}

/** A frame for a whole case. */
export function caseFrame(
  objects: Readonly<Record<string, unknown>>,
  question: Frame['question'],
  levels: Levels,
  path = '',
): Frame {
  const frame = {
    values: [],
    case: undefined as unknown as Frame,
    person: undefined,
    item: undefined,
    objects,
    path,
    members: undefined,
    question,
  } satisfies Frame;
  frame.case = frame;
  readInto(frame, levels.case);
  return frame;
}

/** A frame for one person of a case. */
export function personFrame(person: unknown, home: Frame, levels: Levels, path: string): Frame {
  const frame = {
    values: [],
    case: home,
    person: undefined as Frame | undefined,
    item: undefined,
    objects: { person },
    path,
    members: undefined,
    question: home.question,
  };
  frame.person = frame;
  readInto(frame, levels.person);
  return frame;
}

/** Frames of the members of a case's household; undefined where the list is not given. */
export function membersOf(frame: Frame, levels: Levels): readonly Frame[] | undefined {
  const home = frame.case;
  if (home.members !== undefined) return home.members;
  const household = home.objects.household;
  const list = isRecord(household) ? household.members : undefined;
  if (!Array.isArray(list)) return undefined;
  const prefix = home.path === '' ? '' : `${home.path}.`;
  home.members = list.map((person, index) => personFrame(person, home, levels, `${prefix}household.members[${index}]`));
  return home.members;
}

/** How to get the frames of a list's entries: members, the cases of a roster, or records. */
export function itemFrames(list: string, scope: Scope): (frame: Frame) => readonly Frame[] | undefined {
  const { levels } = scope;
  if (list === 'household.members') return (frame) => membersOf(frame, levels);
  if (list === 'roster') return (frame) => rosterOf(frame, levels);
  const fact = scope.fact(list);
  const shape = fact.model.items;
  return (frame) => {
    const records = valueOf(fact, frame);
    if (!Array.isArray(records)) return undefined;
    const home = homeOf(fact, frame) as Frame;
    return records.map((record, index) => {
      if (shape === undefined) return home;
      const item = {
        ...home,
        values: [],
        item: undefined as Frame | undefined,
        objects: { [shape]: record },
        path: `${list}[${index}]`,
      };
      item.item = item;
      readInto(item, levels.item.get(shape) ?? []);
      return item;
    });
  };
}

const rosters = new WeakMap<object, readonly Frame[]>();

function rosterOf(frame: Frame, levels: Levels): readonly Frame[] | undefined {
  const cases = frame.case.objects.roster;
  if (!Array.isArray(cases)) return undefined;
  const known = rosters.get(frame.case);
  if (known !== undefined) return known;
  const frames = cases.map((each, index) =>
    caseFrame(isRecord(each) ? each : {}, frame.question, levels, `roster[${index}]`),
  );
  rosters.set(frame.case, frames);
  return frames;
}
