import type { Scope } from './expression.ts';
import { factValue, homeOf } from './facts.ts';
import type { Frame, Question } from './frame.ts';
import { isRecord, type Level, placeOf, readObject } from './read.ts';

/** What frames are made from: the facts of each level. */
export interface Levels {
  readonly case: Level;
  readonly person: Level;
  /** By shape. */
  readonly item: ReadonlyMap<string, Level>;
}

/** A frame for a whole case. */
export function caseFrame(
  objects: Readonly<Record<string, unknown>>,
  question: Question,
  { case: level }: Levels,
  path = '',
): Frame {
  const frame = newFrame(level, objects, path, question);
  frame.case = frame;
  for (const entity of Object.keys(objects)) {
    readOne(objects[entity], entity, level, frame);
  }
  return frame;
}

/** A frame for one person of a case. */
export function personFrame(person: unknown, home: Frame, { person: level }: Levels, path: string): Frame {
  const frame = newFrame(level, { person }, path, home.question);
  frame.case = home;
  frame.person = frame;
  readOne(person, 'person', level, frame);
  return frame;
}

/** A frame for one record of a list. Whoever is asked about from around the list is so inside it, whosever list it is. */
function itemFrame(record: unknown, shape: string, around: Frame, level: Level, path: string): Frame {
  const frame = newFrame(level, {}, path, around.question);
  frame.case = around.case;
  frame.person = around.person;
  frame.item = frame;
  readOne(record, shape, level, frame);
  return frame;
}

function readOne(object: unknown, name: string, { plans }: Level, frame: Frame): void {
  const plan = plans.get(name);
  if (plan !== undefined && isRecord(object)) readObject(object, plan, frame);
}

type OpenFrame = { -readonly [Key in keyof Frame]: Frame[Key] };

/** Who makes it says to which case it belongs. */
function newFrame(
  level: Level,
  objects: Readonly<Record<string, unknown>>,
  path: string,
  question: Question,
): OpenFrame {
  return {
    values: level.values.slice(),
    codes: level.codes.slice(),
    case: undefined as unknown as Frame,
    person: undefined,
    item: undefined,
    entry: undefined,
    objects,
    path,
    given: [],
    members: undefined,
    roster: undefined,
    question,
  };
}

/** Frames of the members of a case's household; undefined where the list is not given. */
export function membersOf(frame: Frame, levels: Levels): readonly Frame[] | undefined {
  const home = frame.case;
  if (home.members !== undefined) return home.members;
  const household = home.objects.household;
  const list = isRecord(household) ? household.members : undefined;
  if (!Array.isArray(list)) return undefined;
  const prefix = home.path === '' ? 'household.members[' : `${home.path}.household.members[`;
  home.members = list.map((person, index) => personFrame(person, home, levels, `${prefix}${index}]`));
  return home.members;
}

/** How to get the frames of a list's entries: members, the cases of a roster, or records. */
export function itemFrames(list: string, scope: Scope): (frame: Frame) => readonly Frame[] | undefined {
  const { levels } = scope;
  if (list === 'household.members') return (frame) => within(frame, membersOf(frame, levels));
  if (list === 'roster') return (frame) => within(frame, rosterOf(frame, levels));
  const fact = scope.fact(list);
  const { items: shape = '' } = fact.model;
  const level = levels.item.get(shape);
  return (frame) => {
    const records = factValue(fact, frame);
    if (!Array.isArray(records)) return undefined;
    if (level === undefined) return records.map((entry) => ({ ...frame, entry }));
    const place = placeOf(fact, fact.model.path as readonly string[], homeOf(fact, frame) as Frame);
    return within(
      frame,
      records.map((record, index) => itemFrame(record, shape, frame, level, `${place}[${index}]`)),
    );
  };
}

/** Inside one list, what is looked at in the list around it can still be named. */
function within({ entry, item }: Frame, frames: readonly Frame[] | undefined): readonly Frame[] | undefined {
  if (entry === undefined && item === undefined) return frames;
  return frames?.map((each) => ({ ...each, entry, item: each.item ?? item }));
}

function rosterOf(frame: Frame, levels: Levels): readonly Frame[] | undefined {
  const home = frame.case;
  const cases = home.objects.roster;
  if (!Array.isArray(cases)) return undefined;
  home.roster ??= cases.map((each, index) =>
    caseFrame(isRecord(each) ? each : {}, home.question, levels, `roster[${index}]`),
  );
  return home.roster;
}
